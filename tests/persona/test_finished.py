"""A result with the rows behind it: cross-tables and placing, from the SDK, in both manners."""

from __future__ import annotations

import asyncio
import csv
import pickle
from typing import TYPE_CHECKING

import pytest

from persona import Experiment
from persona.exceptions import ConfigurationError, DataError, EditError
from persona.finished import Finished as Rows
from persona.finished import Rows as People
from persona.models import GenerationResult

if TYPE_CHECKING:
    from pathlib import Path

    from persona.models.assigning import Assigned
    from tests.persona.conftest import Finished


@pytest.fixture(scope="module")
def result(finished: Finished) -> GenerationResult:
    return finished.output.result()


@pytest.fixture(scope="module")
def own(result: GenerationResult, survey: Path) -> Assigned:
    """The study's own file, placed."""
    return result.assign(survey)


def test_tables_are_those_of_the_output(result: GenerationResult, finished: Finished) -> None:
    assert result.tables() == finished.output.cross_tables()
    assert result.tables()


def test_the_studys_own_people_are_placed_where_they_are(own: Assigned, finished: Finished) -> None:
    there = finished.output.segmentation().assignments
    same = [each.persona == there[each.row - 1] for each in own.assignments]

    assert (own.rows, own.lacking) == (80, ())
    assert sum(same) >= 0.9 * len(same)
    assert own.accuracy.chance < own.accuracy.right <= 1.0


def test_rows_as_mappings_are_placed_like_a_file(result: GenerationResult, own: Assigned, survey: Path) -> None:
    with survey.open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))

    assert asyncio.run(result.aassign(people)) == own


def test_columns_may_be_missing_and_others_stand_between(
    result: GenerationResult, survey: Path, tmp_path: Path
) -> None:
    with survey.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    form = result.short_form()
    kept = form.questions[0].column
    path = tmp_path / "new.csv"
    lines = [["id", kept], *([str(n), row[kept]] for n, row in enumerate(rows))]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)

    found = result.assign(path)

    assert form.questions[0].question not in found.lacking
    assert len(found.lacking) > 1
    assert found.notes[0].startswith("The data lacks ")
    assert found.accuracy.right <= 1.0


def test_another_study_is_refused(result: GenerationResult) -> None:
    with pytest.raises(DataError) as refused:
        result.assign([{"Colour": "red"}])

    assert refused.value.code == "no_shared_questions"


def test_a_result_from_a_file_alone_says_where_its_rows_are(result: GenerationResult) -> None:
    alone = GenerationResult.model_validate_json(result.model_dump_json())

    assert alone == result == pickle.loads(pickle.dumps(result))
    for ask in (alone.tables, alone.short_form, lambda: alone.assign([])):
        with pytest.raises(ConfigurationError, match="without the rows behind it"):
            ask()


def test_a_quote_is_found_where_its_words_stand(finished: Finished) -> None:
    one = next(said for said in finished.output.result().personas[0].statements if said.evidence).evidence[0]
    quote = finished.output.finished.quote(one.row, one.column, one.quote)

    assert quote == one.model_copy(
        update={"strength": "strong", "score": 1.0, "counted": True, "start": quote.start, "end": quote.end}
    )
    for row, column, words in ((0, one.column, one.quote), (one.row, "Nowhere", one.quote), (one.row, one.column, "")):
        with pytest.raises(EditError) as refused:
            finished.output.finished.quote(row, column, words)
        assert refused.value.code == "edit_quote_missing"


def test_personal_data_is_no_quote(tmp_path: Path) -> None:
    data = tmp_path / "a.csv"
    data.write_text("Why?\nWrite to ann@example.com please\nMaps are slow\n", encoding="utf-8")
    experiment = Experiment.create("a", [data], root=tmp_path / "root")
    rows = Rows(experiment, experiment.new_run())

    assert rows.quote(2, "Why?", "Maps").start == 0
    with pytest.raises(EditError) as refused:
        rows.quote(1, "Why?", "ann@example.com please")
    assert refused.value.code == "edit_quote_personal"


PEOPLE = [{"Age": "34", "Town": "Porto"}, {"Town": "Oslo", "Why?": "Near"}, {}]


def test_people_as_mappings_have_the_columns_of_all_of_them_and_lack_what_they_lack() -> None:
    table = People(PEOPLE)

    assert (table.names, table.rows) == (("Age", "Town", "Why?"), 3)
    assert list(table.batches(["Town", "Age"])) == [(1, {"Town": ["Porto", "Oslo", ""], "Age": ["34", "", ""]})]
    assert list(table.batches(["Age"], 2)) == [(1, {"Age": ["34", ""]}), (3, {"Age": [""]})]


def test_numbers_that_a_program_gives_are_read_as_text() -> None:
    assert list(People([{"Age": 34, "Cooks": True}]).batches(["Age", "Cooks"])) == [  # type: ignore[dict-item]
        (1, {"Age": ["34"], "Cooks": ["True"]})
    ]


def test_nobody_has_no_columns_and_no_rows() -> None:
    assert (People([]).names, People([]).rows, list(People([]).batches(["Age"]))) == ((), 0, [])


def test_a_run_that_is_not_done_has_nobody_placed(experiment: Experiment) -> None:
    rows = Rows(experiment, experiment.new_run())

    with pytest.raises(ConfigurationError) as refused:
        rows.segmentation()

    assert refused.value.code == "run_unfinished"


def test_tables_of_some_columns_are_those_among_all(result: GenerationResult, finished: Finished) -> None:
    every = result.tables()
    column = every[0].column

    assert finished.output.finished.cross_tables([column]) == tuple(one for one in every if one.column == column)
    assert finished.output.finished.cross_tables([]) == finished.output.finished.cross_tables(["Nowhere"]) == ()
