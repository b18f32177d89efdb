"""Points that everybody shares out have one mean whoever answers; and several ratings have one base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona import proving
from persona.counted.findings import find
from persona.counted.placing import kind_of
from persona.counted.recounting import false_statements
from persona.counted.statements import Counts
from persona.counted.wording import note_of, sentence_of
from persona.models import Asked, ColumnRole, Persona, Statement
from persona.writing.answer_counts import people_of_any
from persona.writing.differences import find_differences
from persona.writing.phrasebooks import ENGLISH, Phrasebook
from persona.writing.phrasebooks.german import GERMAN
from tests.answers import segmentation_of
from tests.persona.counted.values import column
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from persona.counted.findings import Finding
    from persona.grouping import Segmentation
    from persona.models import Column
    from persona.table import Table


def _points(stem: str, *items: str) -> tuple[Column, ...]:
    names = [f"{stem} - {item}" for item in items]
    return tuple(column(name, ColumnRole.RATING, n, scale=(0.0, 100.0)) for n, name in enumerate(names))


def _found(
    folder: Path, columns: tuple[Column, ...], rows: list[list[str]], groups: list[int]
) -> dict[int, list[Finding]]:
    table, segmentation = table_of(folder, [c.name for c in columns], rows), segmentation_of(groups)
    differences = find_differences(table, columns, segmentation, sorted(set(groups)))
    return find(differences, lambda items: people_of_any(table, items, segmentation))


@pytest.mark.parametrize(
    ("stem", "book", "said"),
    [
        ("Divide 100 crowns between", ENGLISH, "Gives 60.0 of 100 for “Divide 100 crowns between - Trams” on average"),
        ("Teilen Sie 100 Taler auf", GERMAN, "Nennt bei „Teilen Sie 100 Taler auf - Trams“ im Mittel 60,0 von 100"),
    ],
)
def test_of_a_total_that_is_shared_out_the_largest_part_is_told(
    tmp_path: Path, stem: str, book: Phrasebook, said: str
) -> None:
    rows = [["50", "30", "20"] if n % 2 else ["70", "20", "10"] for n in range(40)]

    found = _found(tmp_path, _points(stem, "Trams", "Parks", "Pools"), rows, [1] * 40)[1]

    assert [(len(one.columns), sentence_of(one, book), kind_of(one)) for one in found] == [(1, said, "opinion")]


def test_of_two_groups_what_they_give_more_of_is_told_and_never_the_total(tmp_path: Path) -> None:
    rows = [[*("70", "20", "10")] if n < 30 else [*("20", "30", "50")] for n in range(60)]
    for n in range(0, 60, 7):
        rows[n] = [rows[n][0], rows[n][2], rows[n][1]]

    found = _found(tmp_path, _points("Split 100", "Trams", "Parks", "Pools"), rows, [1] * 30 + [2] * 30)

    assert {len(one.columns) for each in found.values() for one in each} == {1}
    assert [one.column.name for one in found[1] if one.effect > 0] == ["Split 100 - Trams"]


RATED = tuple(
    column(f"Rate your flat: {item}", ColumnRole.RATING, n, scale=(1.0, 5.0))
    for n, item in enumerate(("Rent", "Noise", "Light"))
)
ROWS = [[str(1 + n % 4), "" if n % 5 else "2", "3" if n < 12 else ""] for n in range(60)]
for _n in range(4):
    ROWS[_n] = ["", "", "1" if _n else ""]  # three rated the light alone, one nothing


class _Case:
    def __init__(self, folder: Path) -> None:
        self.table: Table = table_of(folder, [c.name for c in RATED], ROWS)
        self.segmentation: Segmentation = segmentation_of([1] * 60)
        found = find_differences(self.table, RATED, self.segmentation, [1])
        counts = Counts(found, ENGLISH, "deep", lambda items: people_of_any(self.table, items, self.segmentation))
        empty = Persona(index=1, name="A", tagline="", summary="", size=60, share=1, facts=(), statements=(), quotes=())
        self.persona = counts.added(empty)
        self.finding = next(one for one in counts.found(1) if len(one.columns) == 3)
        self.statement: Statement = next(s for s in self.persona.statements if len(s.columns) == 3)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> _Case:
    return _Case(tmp_path_factory.mktemp("flats"))


def test_the_base_of_several_ratings_are_the_people_who_gave_at_least_one(case: _Case) -> None:
    numbers = [float(cell) for row in ROWS for cell in row if cell]
    said = case.statement

    assert (said.base, said.support, said.everyone_base) == (59, 59, 59)
    assert said.mean == pytest.approx(sum(numbers) / len(numbers))
    assert said.asked == tuple(Asked(column=c.name, question=c.question) for c in RATED)
    assert note_of(case.finding, ENGLISH) == "the mean of all answers of 59 who answered at least one"
    assert note_of(case.finding, GERMAN) == "Mittel aller Antworten von 59, die mindestens eine gegeben haben"


def test_another_base_is_false_wherever_it_is_proved(case: _Case) -> None:
    other = case.statement.model_copy(update={"base": 56, "support": 56})
    wrong = case.persona.model_copy(update={"statements": (other,)})
    place = (case.table, RATED, case.segmentation)
    told = [
        proving.Told(1, s.text, s.columns, None, None, s.base, s.mean, s.everyone_mean, s.everyone_base)
        for s in (case.statement, other)
    ]

    assert false_statements([case.persona], *place) == set()
    assert false_statements([wrong], *place) == {(1, other.id)}
    assert proving.false_counts(told, case.table, RATED, case.segmentation) == told[1:]  # type: ignore[arg-type]


def test_people_with_many_rows_count_once(tmp_path: Path) -> None:
    rows = [["3", "", ""], ["", "", "4"], ["", "", ""], ["", "2", ""]]
    table = table_of(tmp_path, [c.name for c in RATED], rows)
    groups = segmentation_of([1, 1, 2, 2], people=[0, 0, 1, 2])

    assert dict(people_of_any(table, RATED, groups)) == {0: 0, 1: 1, 2: 1}
