"""Recoded cells that are kept: they are those that would be made anew, and a changed question is another variable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.models import QuestionChoice, QuestionKind
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from persona.table import Table

TOOLS = ("Paper;App", "App", "", "Paper", "Board;App")


@pytest.fixture
def table(tmp_path: Path) -> Table:
    rows = [(TOOLS[n % 5], str(n % 7 + 1), f"Note {n} of one person") for n in range(60)]
    return table_of(tmp_path, ("Which tools do you use?", "How often?", "Why?"), rows)


def cells(found: RecodedTable, size: int) -> dict[str, list[str]]:
    """All of them, in batches of at most so many rows."""
    joined: dict[str, list[str]] = {name: [] for name in found.names}
    for _, batch in found.batches(found.names, size):
        for name, texts in batch.items():
            joined[name] += texts
    return joined


def test_kept_cells_are_those_that_small_batches_make(table: Table) -> None:
    found = RecodedTable(table, understand(table))

    whole = cells(found, 1_000)

    assert whole == cells(found, 7) == cells(RecodedTable(table, understand(table)), 1_000)
    assert [len(texts) for texts in whole.values()] == [60] * len(found.names)


def test_whoever_changes_what_they_were_given_changes_nothing_kept(table: Table) -> None:
    found = RecodedTable(table, understand(table))
    before = cells(found, 1_000)
    [(_, batch)] = list(found.batches(found.names, 1_000))
    for texts in batch.values():
        texts[:] = ["changed"] * len(texts)

    assert cells(found, 1_000) == before


def test_a_changed_question_is_recoded_anew(table: Table) -> None:
    plain = RecodedTable(table, understand(table))
    asked = next(question for question in understand(table).questions if question.names == ("How often?",))
    choice = QuestionChoice(kind=QuestionKind.SINGLE)
    cells(plain, 1_000)

    changed = RecodedTable(table, understand(table, questions={asked.id: choice}))

    assert cells(changed, 1_000) == cells(changed, 7)
