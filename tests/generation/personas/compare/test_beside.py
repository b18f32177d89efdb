"""Personas beside each other: what stands in a cell, what is left out, and who is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generation.models import Persona, Statement
from generation.personas.compare.beside import COUNTED, MOST, SAID, Beside, OwnRow, chosen_of
from persona.comparing import Comparison
from persona.comparing.models import BesideCell, BesideLine, SharedSaying
from persona.kinds import KINDS
from tests.factories import ExperimentFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from generation.models import Run

pytestmark = pytest.mark.django_db
NBSP = "\u00a0"


@pytest.fixture
def run(db: None) -> Run:
    return finished_run(ExperimentFactory(), personas=3)


def cell(persona: int = 1, **fields: Any) -> BesideCell:
    return BesideCell(**{"persona": persona, "base": 10, "apart": "none"} | fields)


def line(text: str = "Uses paper", *cells: BesideCell) -> BesideLine:
    return BesideLine(kind="need", question="Which tool?", option="Paper", text=text, cells=cells or (cell(),))


def beside(run: Run, *, only: bool = False, **found: Any) -> Beside:
    people = list(run.personas.prefetch_related("statements"))
    alike = tuple(tuple(1.0 if a is b else 0.3 for b in people) for a in people)
    return Beside(people, Comparison(**{"personas": (), "alike": alike} | found), only_differences=only)


@pytest.mark.parametrize(
    ("fields", "figure", "base"),
    [
        ({"share": 0.5, "count": 5}, f"50{NBSP}%", "5 of 10"),
        ({"share": 0.0, "count": 0}, f"0{NBSP}%", "0 of 10"),
        ({"share": 0.004, "count": 5, "base": 1250}, f"under{NBSP}1{NBSP}%", "5 of 1,250"),
        ({"share": None}, "–", ""),
        ({"share": 0.0, "count": 0, "base": 0}, "–", "0 of 0"),
        ({"mean": 1234.56}, "1,234.6", ""),
        ({"mean": 0.0}, "0.0", ""),
    ],
    ids=str,
)
def test_a_cell_has_its_figure_and_what_it_is_of(run: Run, fields: dict[str, Any], figure: str, base: str) -> None:
    ((shown,),) = (each.cells for each in beside(run, lines=(line("x", cell(2, why="More", **fields)),)).lines)

    assert (shown.position, shown.figure, shown.base, shown.why) == (2, figure, base, "More")


def test_lines_where_none_stands_apart_are_left_out_where_differences_are_wanted(run: Run) -> None:
    lines = (line("alike", cell(1), cell(2)), line("apart", cell(1), cell(2, apart="likely")))

    assert [each.text for each in beside(run, lines=lines).lines] == ["alike", "apart"]
    assert [each.text for each in beside(run, lines=lines, only=True).lines] == ["apart"]


def test_a_table_has_an_end(run: Run) -> None:
    lines = tuple(line(str(number)) for number in range(COUNTED + 5))

    assert [each.text for each in beside(run, lines=lines).lines] == [str(number) for number in range(COUNTED)]


def test_rows_are_of_kinds_that_somebody_has_words_for(run: Run) -> None:
    counted = run.personas.get(position=2).statements.create(
        position=9, kind="need", text="Counted", origin="counted", strength="clear", support=1, base=2, note="",
        count={"share": 0.5},
    )  # fmt: skip
    rows = beside(run).rows

    assert [row.title for row in rows] == [KINDS[kind].heading for kind in KINDS if kind in ("goal", "frustration")]
    assert [position for position, _ in rows[0].cells] == [1, 2, 3]
    assert counted not in [said for row in rows for _, each in row.cells for said in each]


def test_a_cell_says_what_most_people_say_first_and_not_everything(run: Run) -> None:
    persona = run.personas.get(position=1)
    for number in range(SAID + 2):
        persona.statements.create(
            position=10 + number, kind="need", text=f"Need {number}", origin="quoted", strength="clear",
            support=number // 2, base=9, note="",
        )  # fmt: skip
    (row,) = [row for row in beside(run).rows if row.title == KINDS["need"].heading]

    assert [said.text for said in row.cells[0][1]] == ["Need 4", "Need 2", "Need 3"]
    assert [len(said) for _, said in row.cells[1:]] == [0, 0]


def test_what_is_hidden_is_in_no_cell(run: Run) -> None:
    Statement.everything.filter(persona__run=run, kind="goal").update(shown=False)

    assert [row.title for row in beside(run).rows] == [KINDS["frustration"].heading]


def test_what_they_share_is_told_once_and_by_whom_is_chosen(run: Run) -> None:
    shared = (SharedSaying(kind="goal", text="Settle all dinners", personas=(1, 3, 9)),)
    found = beside(run, shared=shared)

    assert [(each.text, [persona.position for persona in each.personas]) for each in found.shared] == [
        ("Settle all dinners", [1, 3])
    ]
    assert KINDS["goal"].heading in [row.title for row in found.rows]
    assert KINDS["goal"].heading not in [row.title for row in beside(run, shared=shared, only=True).rows]


@pytest.mark.parametrize(("value", "look"), [(0.39, "h2"), (0.4, "h3"), (0.25, "h2"), (0.24, "h1"), (0.0, "h1")])
def test_the_more_alike_the_darker(run: Run, value: float, look: str) -> None:
    alike = ((1.0, value, value), (value, 1.0, value), (value, value, 1.0))
    rows = beside(run, alike=alike).alike

    assert [[kind for kind, _ in row.cells] for row in rows] == [
        ["self", look, look],
        [look, "self", look],
        [look, look, "self"],
    ]
    assert rows[0].cells[0] == ("self", "–")


@pytest.mark.parametrize(("shares", "largest"), [((0.04, 0.05, 0.06), 10), ((0.6, 0.3, 0.1), 60)])
def test_bars_end_with_the_largest(run: Run, shares: tuple[float, ...], largest: int) -> None:
    for position, share in enumerate(shares, start=1):
        Persona.objects.filter(run=run, position=position).update(share=share)

    assert beside(run).largest == largest


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        ([], [1, 2, 3]),
        (["3", "1"], [1, 3]),
        (["2", "2"], [2]),
        (["1", "2", "3", "4", "5"], [1, 2, 3, 4]),
        (["x", "", "-1", "²", "01"], []),
        (["9"], []),
    ],
    ids=str,
)
def test_those_are_chosen_who_are_there(wanted: list[str], chosen: list[int]) -> None:
    people = [Persona(position=position) for position in range(1, 7)]

    assert [persona.position for persona in chosen_of(people, wanted)] == chosen
    assert len(chosen) <= MOST


def test_what_people_added_stands_in_a_row_for_each_name(run: Run) -> None:
    for position, fields in ((1, {"Job": "Cook"}), (3, {"Channel": "Mail", "Job": "Chef"})):
        told = [{"name": name, "text": text} for name, text in fields.items()]
        Persona.objects.filter(run=run, position=position).update(edited={"fields": told})

    assert beside(run).own == [
        OwnRow("Job", [(1, "Cook"), (2, ""), (3, "Chef")]),
        OwnRow("Channel", [(1, ""), (2, ""), (3, "Mail")]),
    ]
