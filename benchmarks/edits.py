"""What an edit of a large result costs the server, until it is saved and every page has it.

    python -m benchmarks.edits

A result of 5,000 statements (100 personas of 50), with a log that grows to `ROUNDS` edits: rewritten, hidden, pinned,
moved, renamed. The median and the slowest tenth of the time that `generation.edits.services.edit` takes count.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from itertools import cycle
from statistics import quantiles
from typing import TYPE_CHECKING

from benchmarks.report import section, verdict

if TYPE_CHECKING:
    from persona.models import Statement

PERSONAS, STATEMENTS, ROUNDS = 100, 50, 100
LIMIT = 150  # milliseconds


def main() -> None:
    """Print the figures; exit 1 when the limit is broken."""
    with tempfile.TemporaryDirectory(prefix="persona-edits-") as folder:
        _prepare(folder)
        times = _measured()
    parts = quantiles(times, n=10)
    with section("edits", save=True) as report:
        report.say(f"{PERSONAS * STATEMENTS:,} statements, {ROUNDS} edits; median {parts[4]:.0f} ms.")
        limit = f"nine in ten edits ≤ {LIMIT} ms"
        good = verdict([(limit, f"{parts[8]:.0f} ms", parts[8] <= LIMIT)], report)
    sys.exit(not good)


def _prepare(folder: str) -> None:
    os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "persona_web.settings"}
    for name in ("DATABASE_URL", "REDIS_URL", "DEBUG"):
        os.environ.pop(name, None)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _measured() -> list[float]:
    from generation.edits.services import edit
    from persona import edits as do
    from tests.factories import ExperimentFactory, UserFactory
    from tests.generation.values import kept_run, portrait, statement

    ana = UserFactory(name="Ana Berg")

    def _said(index: int) -> tuple[Statement, ...]:
        return tuple(statement(index, number) for number in range(1, STATEMENTS + 1))

    personas = [
        portrait(1).model_copy(update={"index": index, "statements": _said(index)}) for index in range(1, PERSONAS + 1)
    ]
    run = kept_run(ExperimentFactory(owner=ana), *personas)
    kinds = cycle(
        (
            lambda said, index: do.RewriteStatement(statement=said, text=f"Other words {index}"),
            lambda said, _: do.HideStatement(statement=said),
            lambda said, _: do.PinStatement(statement=said),
            lambda said, _: do.PlaceStatement(statement=said, place=1),
            lambda _, index: do.RenamePersona(persona=index, label=f"Called {index}"),
        )
    )
    edit(ana, run.pk, do.PinStatement(statement="1-frustration-1"))  # the result is read once in a process
    times = []
    for number in range(ROUNDS):
        index = number % PERSONAS + 1
        action = next(kinds)(f"{index}-frustration-{number % STATEMENTS + 1}", index)
        begun = time.perf_counter()
        edit(ana, run.pk, action)
        times.append((time.perf_counter() - begun) * 1000)
    return times


if __name__ == "__main__":
    main()
