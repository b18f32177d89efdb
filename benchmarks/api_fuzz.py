"""Every operation of the API under 10,000 cases of schemathesis, half of them wrong on purpose.

    python -m benchmarks api_fuzz [CASES]

Over the server's own WSGI door, on a database and a data folder of its own; what a case changes is taken back. Checked:
no 5xx, no answer that the document lacks, no body against its schema, wrong input refused. Exit 1 when one failed.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.report import section

if TYPE_CHECKING:
    from tests.api.fuzzing import Line

CASES = 10_000
UNLIMITED = {"API_READS_PER_MINUTE": "100000000", "API_WRITES_PER_MINUTE": "100000000"}


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    os.environ.update(UNLIMITED, DJANGO_SETTINGS_MODULE="tests.settings")
    import django

    django.setup()
    from django.db import connection

    name = connection.creation.create_test_db(verbosity=0)
    try:
        with section("api_fuzz", save=len(sys.argv) == 1) as report:
            began = time.perf_counter()
            lines = run(wanted)
            report.head("operation", "cases", "2xx", "4xx", "5xx", "failures")
            for line in lines:
                report.row(
                    line.name, line.cases, *(kinds(line)[kind] for kind in (2, 4, 5)), sum(line.failures.values())
                )
            cases, failures = sum(line.cases for line in lines), sum(sum(line.failures.values()) for line in lines)
            report.row("**all**", cases, *(sum(kinds(line)[kind] for line in lines) for kind in (2, 4, 5)), failures)
            report.end()
            for line in lines:
                for failure, count in line.failures.most_common(5):
                    print(f"{line.name}: {count} × {failure}")
            print(f"{time.perf_counter() - began:.0f} s")
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    sys.exit(failures > 0)


def run(wanted: int) -> list[Line]:
    """As many cases of each operation, until there are `wanted` in all."""
    from persona_web.accounts.models import ApiToken
    from tests.api import fuzzing
    from tests.api.conftest import ALL_SCOPES
    from tests.api.world import make_world
    from tests.factories import UserFactory

    owner = UserFactory()
    world = make_world(owner)
    _, token = ApiToken.objects.issue(owner, name="fuzzing", scopes=ALL_SCOPES)
    lines: dict[str, Line] = {}
    with fuzzing.door() as schema:
        operations, start = fuzzing.operations(schema), 0
        while (left := wanted - sum(line.cases for line in lines.values())) > 0:
            for operation in operations:
                found = fuzzing.fuzz(operation, world, token, cases=max(2, left // len(operations) + 1), start=start)
                line = lines.setdefault(found.name, found)
                if line is not found:
                    line.cases += found.cases
                    line.statuses += found.statuses
                    line.failures += found.failures
            start += 1
    return list(lines.values())


def kinds(line: Line) -> Counter[int]:
    """Answers by the first digit of their status."""
    found: Counter[int] = Counter()
    for status, count in line.statuses.items():
        found[status // 100] += count
    return found


if __name__ == "__main__":
    main()
