"""Quotes come from the answers of a persona's people, word by word, and from nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments import files
from generation.edits.finding import AT_MOST, Answers, as_value, in_data, quote_of
from generation.edits.services import edit
from generation.models import Evidence as EvidenceRow
from generation.models import Persona, Statement
from persona.edits import MergePersonas
from persona.exceptions import ConfigurationError, EditError
from persona.store import RunFolder
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.edits.conftest import group
from tests.generation.values import CELLS, COLUMN, evidence, kept_run

if TYPE_CHECKING:
    from typing import Any

    from accounts.models import User
    from generation.models import Run
    from persona.models import Evidence

pytestmark = pytest.mark.django_db
SENTENCES = "I plan. Then the plan breaks!  Why?\nA new plan。 最後"
PERSONAL = "The plan breaks. Write to ana@example.com about the plan."
NOT_THERE = "These words are not in the answers of this persona’s people."


def places(persona: Persona, text: str) -> list[str]:
    return [passage.place for passage in Answers(persona).find(text)]


def of_answers(owner: User, *answers: str, groups: list[int] | None = None) -> Persona:
    """The first persona of a result on these answers; all are of its people where nothing else is said."""
    lines = "".join(f'{number},"{answer}"\n' for number, answer in enumerate(answers, start=1))
    source = DataSourceFactory(experiment=ExperimentFactory(owner=owner), content=f"id,{COLUMN}\n{lines}")
    run = kept_run(source.experiment)
    group(run, groups or [1] * len(answers))
    return Persona.objects.select_related("run__experiment").get(run=run, position=1)


def test_a_passage_is_the_sentence_with_the_words_and_where_it_stands(persona: Persona) -> None:
    cell = CELLS[2]

    [passage] = Answers(persona).find("SLIPS everything")

    assert passage.evidence == evidence(2, start=0, end=len(cell), quote=cell)
    assert (passage.place, passage.before, passage.after) == (f"2.0.0.{len(cell)}", "", "")


def test_only_the_sentence_that_holds_the_words_is_the_quote_and_the_rest_stands_around_it(alice: User) -> None:
    persona = of_answers(alice, SENTENCES)

    found = [(p.before, p.evidence.quote, p.after) for p in Answers(persona).find("plan")]

    assert found == [
        ("", "I plan.", " Then the plan breaks!  Why?\nA new plan。 最後"),
        ("I plan. ", "Then the plan breaks!", "  Why?\nA new plan。 最後"),
        ("I plan. Then the plan breaks!  Why?\n", "A new plan。", " 最後"),
    ]


def test_every_place_that_is_found_leads_back_to_its_very_words(alice: User) -> None:
    answers = Answers(of_answers(alice, SENTENCES))

    assert [answers.at(passage.place) for passage in answers.find("plan")] == [
        passage.evidence for passage in answers.find("plan")
    ]


def test_others_answers_are_not_found(persona: Persona, run: Run) -> None:
    second = Persona.objects.get(run=run, position=2)

    assert places(persona, "take longer") == []
    assert places(second, "take longer") == [f"3.0.0.{len(CELLS[3])}"]
    assert [places(persona, text) for text in ("", "  ", "Porto", "no such words")] == [[]] * 4


def test_a_merged_persona_has_the_answers_of_all_its_people(alice: User, run: Run) -> None:
    edit(alice, run.pk, MergePersonas(personas=(1, 2)))

    merged = Persona.objects.get(run=run, position=3)

    assert places(merged, "the") == [f"{row}.0.0.{len(CELLS[row])}" for row in (1, 3)]


def test_one_page_has_so_many_passages_and_no_more(alice: User) -> None:
    persona = of_answers(alice, *["Too dear. Far too dear."] * (AT_MOST // 2 + 1))

    found = places(persona, "dear")

    assert (len(found), found[0], found[-1]) == (AT_MOST, "1.0.0.9", f"{AT_MOST // 2}.0.10.23")


def test_personal_data_is_neither_shown_nor_quoted(alice: User) -> None:
    persona = of_answers(alice, PERSONAL)
    answers = Answers(persona)

    found = [(p.evidence.quote, p.after) for p in answers.find("plan")]

    assert found == [("The plan breaks.", " Write to a••@•••••••.com about the plan.")]
    with pytest.raises(EditError, match=NOT_THERE):
        answers.at("1.0.17.57")


@pytest.mark.parametrize(
    "place",
    [
        "",
        "1.0.0",
        "1.0.0.5.6",
        " 1.0.0.5",
        "1.0.-1.5",
        "١.0.0.5",
        "1.0.5.5",  # no words
        "1.0.9.5",  # from behind
        "1.0.0.999",  # behind the end of the answer
        "1.1.0.5",  # a column that is no written answer
        "3.0.0.5",  # somebody else's
        "0.0.0.5",
        "999999999.0.0.5",
    ],
)
def test_a_place_without_words_of_these_people_is_refused(persona: Persona, place: str) -> None:
    with pytest.raises(EditError) as caught:
        Answers(persona).at(place)

    assert (caught.value.message, caught.value.code) == (NOT_THERE, "edit_passage_missing")


def test_a_button_names_a_quote_of_the_statement_or_one_of_the_data(persona: Persona) -> None:
    said = Statement.objects.get(key="1-frustration-1")

    assert quote_of(said, persona, "1") == evidence(1)
    assert quote_of(said, persona, "2.0.0.15") == evidence(2, start=0, end=15, quote=CELLS[2][:15])
    for place in ("0", "3", "99999", "123456", "٢"):
        with pytest.raises(EditError, match=NOT_THERE):
            quote_of(said, persona, place)


def test_a_row_is_the_same_value_as_in_the_result(persona: Persona) -> None:
    rows = EvidenceRow.objects.filter(statement__key="1-frustration-1")

    assert [as_value(row) for row in rows] == [evidence(1), evidence(2)]


def test_a_quote_that_is_handed_in_gets_its_line_from_the_data(run: Run) -> None:
    assert in_data(run, evidence(3, line=77)) == evidence(3)


def test_a_quote_counts_rows_within_its_own_source(run: Run) -> None:
    more = f'id,city,{COLUMN}\n9,Lyon,"Nothing,\nnever"\n10,Lyon,Prices that are hidden\n'
    DataSourceFactory(experiment=run.experiment, name="more.csv", content=more)
    said = evidence(2, start=0, end=6, quote="Prices", source="more.csv")

    assert in_data(run, said) == said.model_copy(update={"line": 4})
    with pytest.raises(EditError, match="“Prices” does not stand in row 2"):
        in_data(run, said.model_copy(update={"source": "answers.csv"}))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"quote": "the plan BREAKS"}, f"“the plan BREAKS” does not stand in row 1 of “{COLUMN}”."),
        ({"start": 0}, f"“the plan breaks” does not stand in row 1 of “{COLUMN}”."),
        ({"row": 4}, f"“the plan breaks” does not stand in row 4 of “{COLUMN}”."),
        ({"row": 5}, f"“the plan breaks” does not stand in row 5 of “{COLUMN}”."),
        ({"column": "Age"}, "“the plan breaks” does not stand in row 1 of “Age”."),
    ],
)
def test_words_that_nobody_wrote_there_are_refused(run: Run, changed: dict[str, Any], words: str) -> None:
    with pytest.raises(EditError) as caught:
        in_data(run, evidence().model_copy(update=changed))

    assert (caught.value.message, caught.value.code) == (words, "edit_quote_missing")


def test_personal_data_is_not_handed_in_either(alice: User) -> None:
    run = of_answers(alice, PERSONAL).run
    quote: Evidence = evidence(1, start=26, end=41, quote="ana@example.com")

    with pytest.raises(EditError, match="does not stand in row 1"):
        in_data(run, quote)


def test_without_files_it_is_said_that_they_have_gone(persona: Persona, run: Run) -> None:
    for path in RunFolder.open(files.run(run.experiment_id, run.pk)).path.glob("segmentation/*"):
        path.unlink()
    (files.run(run.experiment_id, run.pk) / "segmentation").rmdir()

    with pytest.raises(ConfigurationError) as caught:
        Answers(persona).find("plan")
    assert caught.value.code == "files_gone"
