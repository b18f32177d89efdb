"""A counted statement whose numbers are not those of the data is false, whichever number it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from persona.counted.recounting import false_statements
from persona.counted.statements import Counts
from persona.models import Asked, ColumnRole, Persona
from persona.writing.answer_counts import people_of_any
from persona.writing.differences import find_differences
from persona.writing.phrasebooks import ENGLISH
from tests.answers import segmentation_of
from tests.persona.counted.values import column
from tests.tables import table_of

if TYPE_CHECKING:
    from persona.grouping import Segmentation
    from persona.models import Statement
    from persona.table import Table

WHERE, TOOLS, HOURS = "Where do you cook?", "Which tools do you use?", "How many hours do you cook?"
AGREES = "Cooking is fun"
RATINGS = [f"Taste of dish {n}" for n in range(3)]
WORDS = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
COLUMNS = (
    column(WHERE, position=0, options=("At home", "Outside")),
    column(TOOLS, ColumnRole.MULTIPLE, 1, options=("Pan", "Pot", "Oven"), separator=";"),
    column(HOURS, ColumnRole.NUMBER, 2),
    column(AGREES, ColumnRole.RATING, 3, scale=(1.0, 5.0), scale_words=WORDS),
    *(column(name, ColumnRole.RATING, 5 + n, scale=(1.0, 5.0)) for n, name in enumerate(RATINGS)),
)
GROUPS = [1] * 40 + [2] * 40
SHARE = ("support", "base", "everyone_base", "share", "everyone_share")
MEAN = ("base", "everyone_base", "mean", "everyone_mean")


class Counted(NamedTuple):
    """Statements that were counted, and what in."""

    personas: tuple[Persona, ...]
    table: Table
    segmentation: Segmentation

    def statement(self, of: str) -> Statement:
        return next(s for persona in self.personas for s in persona.statements if of in s.columns)

    def false(self, *personas: Persona) -> set[tuple[int, str]]:
        return false_statements(personas or self.personas, self.table, COLUMNS, self.segmentation)

    def false_with(self, of: str, **changes: object) -> bool:
        """Whether the statement about a column is false once it says something else, and is the only one."""
        changed = self.statement(of).model_copy(update=changes)
        index = int(changed.id.partition("-")[0])
        told = [
            p.model_copy(update={"statements": tuple(changed if s.id == changed.id else s for s in p.statements)})
            for p in self.personas
        ]
        found = self.false(*told)
        assert found <= {(index, changed.id)}
        return bool(found)


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Counted:
    rows = [
        [
            "At home" if n < 34 or n > 70 else "Outside",
            ("Pan;Pot" if n % 3 else "Pot") if n < 40 else "Oven",
            str(n % 5 + n // 40 * 6 + 1),
            WORDS[3 + n % 2] if n < 36 else WORDS[n % 3],
            *(str(4 + (n + item) % 2 if n < 40 else 1 + (n + item) % 2) for item in range(3)),
        ]
        for n in range(80)
    ]
    rows[3][2], rows[5][0] = "", ""
    table = table_of(tmp_path_factory.mktemp("cooks"), [c.name for c in COLUMNS], rows)
    segmentation = segmentation_of(GROUPS)
    counts = Counts(
        find_differences(table, COLUMNS, segmentation, [1, 2]),
        ENGLISH,
        "deep",
        lambda items: people_of_any(table, items, segmentation),
    )
    empty = [
        Persona(index=index, name="A", tagline="", summary="", size=40, share=0.5, facts=(), statements=(), quotes=())
        for index in (1, 2)
    ]
    return Counted(tuple(map(counts.added, empty)), table, segmentation)


def test_what_was_counted_is_true(counted: Counted) -> None:
    told = {name for persona in counted.personas for s in persona.statements for name in s.columns}

    assert told == {WHERE, TOOLS, HOURS, AGREES, *RATINGS}
    assert counted.false() == set()
    assert len(counted.statement(RATINGS[0]).columns) == 3


@pytest.mark.parametrize("number", SHARE)
@pytest.mark.parametrize("question", [WHERE, TOOLS, AGREES])
def test_each_number_of_a_share_is_held_to_the_data(counted: Counted, question: str, number: str) -> None:
    said = getattr(counted.statement(question), number)

    assert counted.false_with(question, **{number: said - 1 if isinstance(said, int) else said - 1e-6})
    assert not counted.false_with(question, **{number: said})


@pytest.mark.parametrize("number", MEAN)
@pytest.mark.parametrize("question", [HOURS, RATINGS[0]])
def test_each_number_of_a_mean_is_held_to_the_data(counted: Counted, question: str, number: str) -> None:
    said = getattr(counted.statement(question), number)

    assert counted.false_with(question, **{number: said + 1 if isinstance(said, int) else said + 1e-6})
    assert not counted.false_with(question, **{number: said})


@pytest.mark.parametrize(
    "changes",
    [
        {"option": "Nowhere"},
        {"option": None},
        {"asked": ()},
        {"asked": (Asked(column="A column that is not there", question=WHERE),)},
        {"asked": (Asked(column=TOOLS, question=TOOLS),)},
        {"share": None},
        {"everyone_share": None},
    ],
)
def test_what_cannot_be_counted_is_not_true(counted: Counted, changes: dict[str, object]) -> None:
    assert counted.false_with(WHERE, **changes)


def test_what_is_true_of_one_group_is_not_of_another(counted: Counted) -> None:
    first, second = counted.personas
    own = {s.id for s in first.statements}
    moved = second.model_copy(update={"statements": first.statements})

    assert counted.false(first, moved) == {(2, id_) for id_ in own}


def test_a_group_that_nobody_is_in_says_nothing_true(counted: Counted) -> None:
    third = counted.personas[0].model_copy(update={"index": 3})

    assert counted.false(third) == {(3, s.id) for s in third.statements}


def test_words_of_people_are_not_counted_here(counted: Counted) -> None:
    quoted = counted.statement(WHERE).model_copy(update={"origin": "quoted", "support": 7})

    assert counted.false(counted.personas[0].model_copy(update={"statements": (quoted,)})) == set()
