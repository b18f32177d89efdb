"""Small studies to be asked: answers written in a test, and who is in which group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from persona.asking import Study
from persona.asking.index import build
from persona.models import Column, ColumnRole, QuestionChoice, QuestionKind
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from tests.answers import segmentation_of
from tests.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    Columns = Mapping[str, tuple[QuestionKind, Sequence[str]]]

OPEN, SINGLE, MULTIPLE = QuestionKind.OPEN, QuestionKind.SINGLE, QuestionKind.MULTIPLE
RATING, NUMBER, PERSONAL = QuestionKind.RATING, QuestionKind.NUMBER, QuestionKind.PERSONAL
LABELS = {1: "Bakers", 2: "Cooks"}

WHY, ROLE, TOOLS, LIKES, AGE = "Why did you stop?", "Which role do you have?", "Which tools?", "Do you like it?", "Age"
KITCHEN: Columns = {
    WHY: (OPEN, (
        "The app forgets my allergies every week",
        "It costs too much for what it does",
        "the app forgets my allergies every week",
        "My oven burns the crust every time. It costs too much",
        "Suppliers deliver the wrong fish",
        "n/a",
        "",
        "Write to ana@example.com. The supplier brings the wrong fish again",
    )),
    ROLE: (SINGLE, ("Teacher", "Teacher", "Nurse", "Cook", "Cook", "Chef", "Chef", "Cook")),
    TOOLS: (MULTIPLE, ("Oven; Scale", "Oven", "Oven; Oven", "Grill", "Grill; Oven", "", "", "Scale")),
    LIKES: (RATING, ("1", "2", "5", "4", "4", "3", "", "5")),
    AGE: (NUMBER, ("31", "25", "44", "38", "52", "61", "", "20")),
}  # fmt: skip
GROUPS = [1, 1, 1, 2, 2, 2, 2, 0]
"""The last of them is in no group."""


def column(name: str, question: str, role: ColumnRole, **more: Any) -> Column:
    """A question as it is understood."""
    return Column(name=name, position=0, role=role, basis=True, question=question, filled=1, distinct=1, **more)


def answers(folder: Path, columns: Columns) -> RecodedTable:
    """These questions, of these kinds, with these answers."""
    table = table_of(folder, list(columns), zip(*(cells for _, cells in columns.values()), strict=True))
    ids = {question.names[0]: question.id for question in understand(table).questions}
    chosen = {ids[name]: QuestionChoice(kind=kind) for name, (kind, _) in columns.items()}
    return RecodedTable(table, understand(table, questions=chosen))


def study(
    folder: Path,
    columns: Columns,
    groups: Sequence[int] = (),
    *,
    people: Sequence[int] | None = None,
    redact: bool = True,
) -> Study:
    """The same, ready to be asked; `groups`: the persona of each row; `people`: who stands behind each, from 0."""
    table = answers(folder, columns)
    segmentation = segmentation_of(groups or [1] * table.rows, people=people)
    return Study(build(table, redact=redact), table, segmentation, LABELS, redact)
