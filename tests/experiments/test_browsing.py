from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from experiments import browsing, ingest, questions
from experiments.browsing import Asked, Rows
from experiments.data_table import Heading, Piece
from persona.grouping import Segmentation
from persona.models import ColumnChoice, ColumnRole
from tests.factories import ANSWERS, DataSourceFactory
from tests.generation.values import finished_run, summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from experiments.models import DataSource, Experiment
    from generation.models import Run

pytestmark = pytest.mark.django_db
SAID = "What annoys you?"


def many(experiment: Experiment, count: int = 130) -> DataSource:
    """Rows of which each third is about shopping."""
    about = ("the long queues when I go shopping", "recipes that never end in time", "that nobody helps me to cook")
    rows = [f'{n},city {n % 4},"{n}: I dislike {about[n % 3]} and so on",p{n}@example.com' for n in range(1, count + 1)]
    return DataSourceFactory(experiment=experiment, content="\n".join([f"id,city,{SAID},mail", *rows, ""]))


def group_rows(run: Run, assignments: list[int]) -> None:
    """Save who belongs to which persona, as a run does."""
    fit = np.ones(len(assignments), np.float32)
    folder = ingest.library(run.experiment).new_run(id=run.pk)
    folder.save_segmentation(Segmentation.of(summary(2), np.array(assignments, np.int16), fit))


def shown(source: DataSource, chosen: Sequence[int]) -> list[Heading]:
    return browsing.shown_headings(browsing.all_headings(source), chosen)


def look(source: DataSource, **asked: Any) -> Rows:
    question = Asked(**asked)
    headings = shown(source, question.columns)
    return browsing.rows_of(source, question, headings, browsing.groups_of(source))


def numbers(rows: Rows) -> list[int]:
    return [line.number for line in rows.lines]


def cell(rows: Rows, number: int, name: str) -> list[Piece]:
    [line] = [line for line in rows.lines if line.number == number]
    return next(pieces for heading, pieces in line.cells if heading.column.name == name)


def test_pages_begin_at_the_same_rows_whichever_row_is_asked_for(experiment: Experiment) -> None:
    source = many(experiment)

    first, middle, last = look(source), look(source, first=60), look(source, first=900)

    assert (numbers(first), first.earlier, first.later) == (list(range(1, 26)), None, 26)
    assert (numbers(middle), middle.earlier, middle.later) == (list(range(51, 76)), 26, 76)
    assert (numbers(last), last.earlier, last.later) == (list(range(126, 131)), 101, None)
    assert (middle.start, middle.end, middle.total) == (51, 75, 130)


def test_a_quote_opens_the_page_of_its_row_and_is_marked(experiment: Experiment) -> None:
    source = many(experiment)

    rows = look(source, row=58, column=SAID, start=4, end=13)

    assert numbers(rows) == list(range(51, 76))
    assert [line.number for line in rows.lines if line.is_hit] == [58]
    assert cell(rows, 58, SAID) == [
        Piece("58: "),
        Piece("I dislike", "evidence"),
        Piece(" recipes that never end in time and so on"),
    ]
    assert cell(rows, 59, SAID) == [Piece("59: I dislike that nobody helps me to cook and so on")]


@pytest.mark.parametrize("place", [{"start": 9, "end": 4}, {"start": 0, "end": 5000}, {"start": 3, "end": 3}])
def test_a_place_that_is_not_in_the_cell_marks_nothing(experiment: Experiment, place: dict[str, int]) -> None:
    rows = look(many(experiment), row=2, column=SAID, **place)

    assert cell(rows, 2, SAID) == [Piece("2: I dislike that nobody helps me to cook and so on")]


def test_search_finds_in_any_case_and_marks_each_hit(source: DataSource) -> None:
    rows = look(source, text="THE")

    assert (numbers(rows), rows.total, rows.is_elsewhere, rows.is_cut) == ([1, 3], 2, False, False)
    assert cell(rows, 1, SAID) == [
        Piece("The", "find"),
        Piece(" list ignores what is at home, and "),
        Piece("the", "find"),
        Piece(" plan breaks."),
    ]


def test_search_takes_signs_literally(experiment: Experiment) -> None:
    source = DataSourceFactory(experiment=experiment, content=ANSWERS + "5,Lyon,100 % of it (all) costs too much.*\n")

    assert numbers(look(source, text="(ALL)")) == [5]
    assert numbers(look(source, text=".*")) == [5]
    assert numbers(look(source, text="%")) == [5]
    assert numbers(look(source, text="_")) == []


def test_what_no_answer_contains_is_looked_for_in_the_other_columns(experiment: Experiment) -> None:
    source = many(experiment)

    rows = look(source, text="city 3")

    assert (rows.total, rows.is_elsewhere) == (32, True)
    assert cell(rows, 3, "city") == [Piece("city 3", "find")]


def test_found_rows_come_in_pages_by_row_number(experiment: Experiment) -> None:
    source = many(experiment)

    first = look(source, text="shopping")
    assert first.later is not None
    second = look(source, text="shopping", first=first.later)

    assert (first.total, numbers(first)[:3], first.earlier, first.later) == (43, [3, 6, 9], None, 78)
    assert (numbers(second)[0], numbers(second)[-1], second.earlier, second.later) == (78, 129, 3, None)
    assert (second.start, second.end) == (26, 43)


def test_too_many_hits_are_not_counted_to_the_end(experiment: Experiment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "FOUND", 40)

    rows = look(many(experiment), text="shopping")

    assert (rows.total, rows.is_cut) == (40, True)


def test_personal_data_is_neither_shown_nor_searched(experiment: Experiment) -> None:
    source = many(experiment)

    rows = look(source, text="p7@example.com")

    assert numbers(rows) == []
    assert cell(look(source), 1, "mail") == []


def test_rows_of_one_persona(experiment: Experiment) -> None:
    source = many(experiment)
    run = finished_run(experiment)
    group_rows(run, [1 + (row % 5 == 0) for row in range(1, 131)])

    rows = look(source, persona=2, first=30)

    assert (rows.total, numbers(rows)[:3], rows.later) == (26, [5, 10, 15], 130)
    assert {line.persona for line in rows.lines} == {2}
    assert [line.persona for line in look(source).lines][:5] == [1, 1, 1, 1, 2]
    assert numbers(look(source, persona=2, text="shopping"))[:2] == [15, 30]
    assert numbers(look(source, persona=2, row=128)) == [130]


def test_personas_come_from_the_newest_finished_run(experiment: Experiment) -> None:
    source = many(experiment, 4)
    assert browsing.groups_of(source) is None
    for number, rows in ((1, [1, 1, 2, 2]), (2, [2, 1, 1, 1])):
        group_rows(finished_run(experiment, number=number), rows)
    finished_run(experiment, number=3, status="cancelled")

    groups = browsing.groups_of(source)

    assert groups is not None
    assert (groups.run.number, groups.assignments.tolist()) == (2, [2, 1, 1, 1])
    assert [persona.name for persona in groups.personas] == ["Marta A", "Marta B"]


def test_a_run_without_its_files_still_lets_the_rows_be_read(experiment: Experiment) -> None:
    source = many(experiment, 4)
    finished_run(experiment)

    assert browsing.groups_of(source) is None
    assert numbers(look(source)) == [1, 2, 3, 4]


def test_open_answers_come_first_and_personal_data_last(experiment: Experiment) -> None:
    source = questions.choose_columns(source=many(experiment), wanted={"id": ColumnChoice(role=ColumnRole.IGNORE)})

    assert [h.column.name for h in shown(source, ())] == [SAID, "city", "mail", "id"]
    assert [h.column.name for h in shown(source, (0, 1))] == ["city", "id"]
    assert [h.column.name for h in shown(source, (99,))] == [SAID, "city", "mail", "id"]


def test_wide_files_show_their_first_columns(experiment: Experiment) -> None:
    header = ",".join(f"c{number}" for number in range(60))
    rows = "\n".join(",".join(str(row * number) for number in range(60)) for row in range(9))
    source = DataSourceFactory(experiment=experiment, content=f"{header}\n{rows}\n")

    assert len(shown(source, ())) == browsing.COLUMNS
    assert len(shown(source, range(60))) == 60
