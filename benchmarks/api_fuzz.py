"""Every operation of the API under 10,000 cases of schemathesis, half of them wrong on purpose.

    python -m benchmarks api_fuzz [CASES]

Over the server's own WSGI door, on a database and a data folder of its own; what a case changes is taken back. Checked:
no 5xx, no answer that the document lacks, no body against its schema, wrong input refused, and that every operation has
succeeded (2xx) under some of its cases. Exit 1 when one failed.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.report import section, verdict

if TYPE_CHECKING:
    from tests.api.fuzzing import Line

CASES = 10_000
KINDS = (2, 4, 5)
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
                report.row(line.name, line.cases, *map(line.kinds.get, KINDS, (0, 0, 0)), line.failures.total())
            whole = _sum(lines)
            report.row("**all**", whole.cases, *map(whole.kinds.get, KINDS, (0, 0, 0)), whole.failures.total())
            report.end()
            refused = [line.name for line in lines if not line.kinds[2]]
            limits = [
                ("0 failures", f"{whole.failures.total()}", not whole.failures),
                ("2xx by every operation", ", ".join(refused) or "all", not refused),
            ]
            good = verdict(limits, report)
        for line in lines:
            for failure, count in line.failures.most_common(5):
                print(f"{line.name}: {count} × {failure}")
        print(f"{time.perf_counter() - began:.0f} s")
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    sys.exit(not good)


def run(wanted: int) -> list[Line]:
    """As many cases of each operation, until there are `wanted` in all."""
    from accounts.models import ApiToken
    from tests.api import fuzzing
    from tests.api.conftest import ALL_SCOPES
    from tests.factories import UserFactory

    owner = UserFactory()
    ground = fuzzing.Ground.of(owner)
    _, token = ApiToken.objects.issue(owner, name="fuzzing", scopes=ALL_SCOPES)
    lines: dict[str, list[Line]] = {}
    with fuzzing.door() as schema:
        operations, start = fuzzing.operations(schema), 0
        while (left := wanted - sum(line.cases for found in lines.values() for line in found)) > 0:
            for operation in operations:
                line = fuzzing.fuzz(operation, ground, token, cases=max(2, left // len(operations) + 1), start=start)
                lines.setdefault(line.name, []).append(line)
            start += 1
    return [_sum(found) for found in lines.values()]


def _sum(lines: list[Line]) -> Line:
    """All of them as one, under the first one's name."""
    found = replace(lines[0], cases=0, statuses=Counter(), failures=Counter())
    for line in lines:
        found.cases += line.cases
        found.statuses += line.statuses
        found.failures += line.failures
    return found


if __name__ == "__main__":
    main()
