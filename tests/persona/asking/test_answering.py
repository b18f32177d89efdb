"""Questions to a finished run: passages with their places, counts by persona, and "nothing" where there is nothing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from persona.asking.index import FOLDER, Index
from persona.exceptions import ConfigurationError
from persona.models.asking import LONGEST, AskedAnswer, GivenAnswer, QuoteFilter

if TYPE_CHECKING:
    from persona.finished import Finished as Rows
    from tests.persona.conftest import Finished

PLANS = "Who plans meals for the week?"
ACROSS = (
    "Your question is in German, the answers are mostly in English: passages were matched by what they mean, "
    "not by shared words, which finds less."
)


@pytest.fixture(scope="module")
def run(finished: Finished) -> Rows:
    return finished.output.finished


@pytest.fixture(scope="module")
def plans(run: Rows) -> AskedAnswer:
    return run.ask(PLANS)


def test_an_answer_is_made_of_passages_that_stand_where_it_says(plans: AskedAnswer, run: Rows) -> None:
    table = run.rows.table

    assert plans.found
    assert 0 < len(plans.passages) <= 5
    for passage in plans.passages:
        place, cell = passage.evidence, table.rows_at([passage.row])[0].cells[passage.evidence.column]
        assert cell[place.start : place.end] == place.quote
        assert table.locate(passage.row) == (place.source, place.row, place.line)
        assert passage.persona == run.segmentation().assignments[passage.row - 1]


def test_people_are_counted_by_persona(plans: AskedAnswer) -> None:
    assert plans.people == sum(said.people for said in plans.personas)
    assert plans.base == sum(said.base for said in plans.personas)
    assert all(said.people <= said.base for said in plans.personas)
    assert plans.sentence.endswith(
        f"{plans.people} of {plans.base} people who wrote something speak of this, in {plans.total} passages."
    )


def test_what_nobody_wrote_about_is_told_with_the_nearest_there_is(run: Rows) -> None:
    found = run.ask("What do they think about quantum physics?")

    assert (found.found, found.passages, found.personas, found.counts) == (False, (), (), ())
    assert found.sentence == (
        f"Nothing in the data speaks of this. We looked through {run.study().index.passages} passages of "
        f"{found.base} people."
    )
    assert found.notes == ("Nobody writes “quantum” or “physics”.",)
    assert len(found.closest) <= 3


def test_counts_lead_where_a_number_is_wanted(run: Rows) -> None:
    column = next(column for column in run.columns if column.options)

    assert run.ask(f"How many people say {column.options[0]}?").sentence.count(f"said “{column.options[0]}”") == 1


def test_a_closed_question_is_counted(run: Rows) -> None:
    column = next(column for column in run.columns if column.options)
    option = column.options[0]
    found = run.ask(f"{column.question} {option}")
    told = next(counted for counted in found.counts if counted.column == column.name)
    table = next(table for table in run.cross_tables([column.name]))
    line = next(line for line in table.lines if line.option == option)

    assert [(cell.persona, cell.base, cell.count, cell.share) for cell in told.lines[0].cells] == [
        (cell.persona, cell.base, cell.count, cell.share) for cell in line.cells
    ]


def test_only_whose_words_are_wanted_are_counted(run: Rows, plans: AskedAnswer) -> None:
    found = run.ask(PLANS, wanted=QuoteFilter(personas=(1,)))

    assert {passage.persona for passage in found.passages} == {1}
    assert found.people == next(said.people for said in plans.personas if said.persona == 1)


def test_people_are_chosen_by_what_they_answered(run: Rows) -> None:
    column = next(column for column in run.columns if column.options)
    wanted = QuoteFilter(answers=(GivenAnswer(column=column.name, option=column.options[0]),))
    cells = run.rows.values(column.name)

    assert {cells[passage.row - 1] for passage in run.ask(PLANS, wanted=wanted, limit=50).passages} <= {
        cell for cell in cells if column.options[0] in cell
    }


@pytest.mark.parametrize(
    ("question", "wanted", "code"),
    [
        (" ?! ", QuoteFilter(), "ask_empty"),
        ("why " * LONGEST, QuoteFilter(), "ask_long"),
        (PLANS, QuoteFilter(personas=(9,)), "ask_filter_persona"),
        (PLANS, QuoteFilter(answers=(GivenAnswer(column="nowhere", option="yes"),)), "ask_filter_question"),
    ],
)
def test_what_cannot_be_asked_is_said(run: Rows, question: str, wanted: QuoteFilter, code: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        run.ask(question, wanted=wanted)
    assert refused.value.code == code


def test_a_question_in_another_language_is_matched_by_meaning_and_said_to_be(run: Rows) -> None:
    found = run.ask("Wer plant die Mahlzeiten für die ganze Woche?")

    assert found.notes == (ACROSS,)


def test_the_index_is_kept_beside_the_run(run: Rows, plans: AskedAnswer) -> None:
    kept = Index.load(run.run.path / FOLDER)

    assert kept is not None
    assert [kept.text(place) for place in range(len(kept))] == [
        run.study().index.text(place) for place in range(len(kept))
    ]
    assert plans == run.ask(PLANS)


def test_a_result_is_asked_in_both_manners(finished: Finished, plans: AskedAnswer) -> None:
    result = finished.output.result()

    assert result.ask(PLANS) == plans
    assert asyncio.run(result.aask(PLANS)) == plans
