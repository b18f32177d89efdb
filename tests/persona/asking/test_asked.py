"""What is answered from a small study: which words, of whom, in what sentence; and what must not be shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from persona.asking import answer, checked
from persona.asking.answering import shown
from persona.asking.index import Place
from persona.exceptions import ConfigurationError
from persona.models.asking import LONGEST, AskedAnswer, GivenAnswer, QuoteFilter, SaidBy
from tests.persona.asking.studies import GROUPS, KITCHEN, LIKES, OPEN, ROLE, SINGLE, TOOLS, WHY, study

if TYPE_CHECKING:
    from pathlib import Path

    from persona.asking import Study

ALLERGIES, FISH, PRICE = "Who speaks about allergies?", "wrong fish?", "Is it too expensive?"
QUESTIONS = (ALLERGIES, FISH, PRICE, WHY, "How many are cooks?", "What about quantum physics?")
FORGETS = "The app forgets my allergies every week"


def quotes(found: AskedAnswer) -> list[tuple[str, int]]:
    return [(passage.evidence.quote, passage.row) for passage in found.passages]


def filtered(*personas: int, language: str | None = None, **answers: str) -> QuoteFilter:
    given = tuple(GivenAnswer(column=column, option=option) for column, option in answers.items())
    return QuoteFilter(personas=personas, answers=given, language=language)


# -- the question --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("  Who\n plans\t meals? ", "Who plans meals?"),
        ("x", "x"),
        ("谁在做饭？", "谁在做饭？"),
        ("w" * LONGEST, "w" * LONGEST),
        ("  " + "w" * LONGEST + " ", "w" * LONGEST),
    ],
)
def test_spaces_of_a_question_are_evened(question: str, found: str) -> None:
    assert checked(question) == found


@pytest.mark.parametrize(
    ("question", "code", "message"),
    [
        ("", "ask_empty", "There is no question."),
        (" \n ", "ask_empty", "There is no question."),
        ("42?!", "ask_empty", "There is no question."),
        ("🍞", "ask_empty", "There is no question."),
        ("w" * (LONGEST + 1), "ask_long", "The question has more than 300 characters."),
    ],
)
def test_what_is_no_question_is_refused(question: str, code: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        checked(question)
    assert (refused.value.code, refused.value.message) == (code, message)


# -- passages and people -------------------------------------------------------------------------------------
def test_a_wording_that_two_wrote_is_told_once_and_both_are_counted(kitchen: Study) -> None:
    found = answer(kitchen, ALLERGIES)
    [passage] = found.passages

    assert found.model_dump(exclude={"passages"}) == AskedAnswer(
        question=ALLERGIES,
        found=True,
        sentence="2 of 6 people who wrote something speak of this, in 2 passages.",
        total=2,
        people=2,
        base=6,
        personas=(
            SaidBy(persona=1, label="Bakers", people=2, base=3),
            SaidBy(persona=2, label="Cooks", people=0, base=2),
        ),
    ).model_dump(exclude={"passages"})
    assert passage.evidence.model_dump(exclude={"score"}) == {
        "source": "answers.csv", "row": 1, "line": 2, "column": WHY, "start": 0, "end": 39, "quote": FORGETS,
        "strength": "strong", "counted": True,
    }  # fmt: skip
    assert passage.model_dump(exclude={"evidence"}) == {
        "row": 1, "question": WHY, "cell": FORGETS, "persona": 1, "language": "en", "same": 2,
    }  # fmt: skip


def test_who_is_in_no_group_is_counted_and_belongs_to_no_persona(kitchen: Study) -> None:
    found = answer(kitchen, FISH)

    assert {passage.row: passage.persona for passage in found.passages} == {5: 2, 8: None}
    assert (found.people, sum(said.people for said in found.personas)) == (2, 1)


def test_one_person_is_told_as_one(kitchen: Study) -> None:
    found = answer(kitchen, "What of the oven that burns the crust?")

    assert found.people == 1
    assert found.sentence == "One of 6 people who wrote something speaks of this."


def test_a_person_with_several_rows_counts_once(tmp_path: Path) -> None:
    made = study(tmp_path, KITCHEN, [1, 1, 1, 2, 2, 2, 2, 2], people=[0, 1, 0, 2, 3, 3, 3, 4])
    found = answer(made, ALLERGIES)

    assert (found.total, found.people, found.base) == (2, 1, 5)
    assert found.personas[0] == SaidBy(persona=1, label="Bakers", people=1, base=2)


@pytest.mark.parametrize("limit", [-1, 0, 1, 2, 50])
def test_no_more_passages_are_given_than_wanted_and_all_are_counted(kitchen: Study, limit: int) -> None:
    found = answer(kitchen, FISH, limit=limit)

    assert len(found.passages) == max(0, min(limit, 2))
    assert (found.total, found.people) == (2, 2)


def test_no_answer_is_shown_twice(kitchen: Study) -> None:
    """One wrote of the oven and the price; each passage stands alone, and those of one cell but once."""
    found = answer(kitchen, WHY, limit=50)
    cells = [passage.row for passage in found.passages]

    assert sorted(cells) == sorted(set(cells))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_asked_twice_is_answered_alike(kitchen: Study, question: str) -> None:
    assert answer(kitchen, question, limit=50) == answer(kitchen, f"  {question} ", limit=50)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_passage_stands_where_it_says(kitchen: Study, question: str) -> None:
    found = answer(kitchen, question, limit=50)
    for passage in (*found.passages, *found.closest):
        place = passage.evidence
        assert passage.cell[place.start : place.end] == place.quote
        assert kitchen.table.values(place.column)[passage.row - 1][place.start : place.end] == place.quote


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_some_say_is_part_of_what_all_say(kitchen: Study, question: str) -> None:
    whole = {(each.row, each.evidence.start) for each in answer(kitchen, question, limit=50).passages}
    parts = [answer(kitchen, question, wanted=filtered(number), limit=50) for number in (1, 2)]

    assert all((each.row, each.evidence.start) in whole or each.same > 0 for part in parts for each in part.passages)
    assert sum(part.total for part in parts) <= answer(kitchen, question, limit=50).total
    assert [{each.persona for each in part.passages} - {number} for number, part in enumerate(parts, 1)] == [set()] * 2


# -- whose words ---------------------------------------------------------------------------------------------
def test_only_words_of_those_who_are_wanted(kitchen: Study) -> None:
    found = answer(kitchen, FISH, wanted=filtered(2))

    assert quotes(found) == [("Suppliers deliver the wrong fish", 5)]
    assert (found.people, found.base, found.personas) == (
        1, 2, (SaidBy(persona=2, label="Cooks", people=1, base=2),),
    )  # fmt: skip
    assert found.filter == filtered(2)


def test_words_of_those_who_answered_so(kitchen: Study) -> None:
    wanted = QuoteFilter(answers=(GivenAnswer(column=TOOLS, option="Scale"),))

    assert quotes(answer(kitchen, FISH, wanted=wanted)) == [("The supplier brings the wrong fish again", 8)]


def test_where_those_say_nothing_of_it_it_is_said_of_them(kitchen: Study) -> None:
    found = answer(kitchen, FISH, wanted=filtered(1))

    assert (found.found, found.passages, found.personas) == (False, (), ())
    assert found.sentence == "Nothing that these people wrote speaks of this."


def test_closed_questions_are_counted_for_everybody_only(kitchen: Study) -> None:
    assert answer(kitchen, "How many are cooks?").counts != ()
    assert answer(kitchen, "How many are cooks?", wanted=filtered(1)).counts == ()


def test_words_in_one_language(tmp_path: Path) -> None:
    said = ("The queue at the desk is far too long", "Die Schlange an der Kasse ist viel zu lang", "Ok")
    made = study(tmp_path, {WHY: (OPEN, said), ROLE: (SINGLE, ("Cook", "Chef", "Cook"))})

    for code, row in (("en", 1), ("de", 2)):
        found = answer(made, "How long is the queue?", wanted=filtered(language=code))
        assert [passage.row for passage in (*found.passages, *found.closest)] == [row]
    nobody = answer(made, "How long is the queue?", wanted=filtered(language="fr"))
    assert (nobody.passages, nobody.closest) == ((), ())


# -- the study's own question --------------------------------------------------------------------------------
def test_an_open_question_of_the_study_is_answered_by_all_its_answers(kitchen: Study) -> None:
    found = answer(kitchen, WHY, limit=50)

    assert found.sentence == (
        f"6 people answered “{WHY}” in words of their own; what most of them speak of stands first."
    )
    assert quotes(found)[0] == (FORGETS, 1)
    assert (found.total, found.people, found.counts, found.notes) == (7, 6, (), ())


def test_of_one_persona_its_answers_alone(kitchen: Study) -> None:
    found = answer(kitchen, WHY, wanted=filtered(1), limit=50)

    assert {passage.persona for passage in found.passages} == {1}
    assert found.sentence.startswith("3 people answered")


def test_in_a_language_that_nobody_answered_in_there_is_nothing(kitchen: Study) -> None:
    found = answer(kitchen, WHY, wanted=filtered(language="fr"))

    assert (found.found, found.total) == (False, 0)
    assert found.sentence == "Nothing that these people wrote speaks of this."


# -- the sentence --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many are cooks?", f"2 of 7 people who answered “{ROLE}” said “Cook” (29 %)."),
        (ROLE, f"7 people answered “{ROLE}”; most often “Chef” (29 %)."),
        ("How old are they?", "On average, people answer 41.8 to “Age” (6 answered)."),
        (LIKES, f"On average, people answer 3.2 to “{LIKES}” (6 answered)."),
        (
            "What about quantum physics?",
            "Nothing in the data speaks of this. We looked through 7 passages of 6 people.",
        ),
    ],
)
def test_the_answer_in_a_sentence(kitchen: Study, question: str, told: str) -> None:
    assert answer(kitchen, question).sentence == told


def test_a_study_of_one_person_is_told_as_of_one(tmp_path: Path) -> None:
    said = ("The bread is dry", "", "")
    made = study(tmp_path, {WHY: (OPEN, said), ROLE: (SINGLE, ("Cook", "Chef", "Cook"))}, [1, 0, 0])

    assert answer(made, "Is the bread dry?").sentence == "One of 1 person who wrote something speaks of this."
    assert answer(made, "How many are cooks?").sentence == (f"1 of 1 person who answered “{ROLE}” said “Cook” (100 %).")
    assert answer(made, "What about quantum physics?").sentence == (
        "Nothing in the data speaks of this. We looked through 1 passage of 1 person."
    )


def test_where_nobody_wrote_that_is_the_answer(tmp_path: Path) -> None:
    made = study(tmp_path, {name: KITCHEN[name] for name in (ROLE, TOOLS)}, GROUPS)
    found = answer(made, "Does the oven burn the crust of the loaf?")

    if not found.counts:
        assert found.sentence == "Nothing in the data speaks of this, and nobody wrote in words of their own."
    nothing = answer(made, "What about quantum physics?")
    assert nothing == AskedAnswer(
        question="What about quantum physics?",
        found=False,
        sentence="Nothing in the data speaks of this, and nobody wrote in words of their own.",
        notes=("Nobody writes “quantum” or “physics”.",),
    )


def test_words_that_are_rare_are_told_with_how_often(kitchen: Study) -> None:
    found = answer(kitchen, "Do suppliers like crust, or quantum physics of loaves and boats?")

    assert not found.found
    assert found.notes[0].startswith("Nobody writes “")
    assert "“crust” is written once." in found.notes


def test_a_question_in_a_language_that_is_not_named_is_told_by_its_code(kitchen: Study) -> None:
    index = replace(kitchen.index, languages={"xx": 100})
    found = answer(replace(kitchen, index=index), "Wer schreibt hier etwas über Allergien?")

    assert [note.partition(":")[0] for note in found.notes] == [
        "Your question is in German, the answers are mostly in xx"
    ]


# -- what must not be shown ----------------------------------------------------------------------------------
def test_personal_data_beside_a_passage_is_masked_sign_for_sign(kitchen: Study) -> None:
    [passage] = answer(kitchen, FISH, wanted=QuoteFilter(answers=(GivenAnswer(column=TOOLS, option="Scale"),))).passages

    assert passage.cell == "Write to •••••••••••••••. The supplier brings the wrong fish again"
    assert passage.cell[passage.evidence.start : passage.evidence.end] == passage.evidence.quote


@pytest.mark.parametrize(
    ("before", "masked"),
    [
        ("Mail ana@example.com. ", "Mail •••••••••••••••. "),
        ("Call +44 20 7946 0958. ", "Call ••••••••••••••••. "),
        ("See https://example.com/ana?x=1 now. ", "See ••••••••••••••••••••••••••• now. "),
        ("Nothing here. ", "Nothing here. "),
        ("", ""),
    ],
)
def test_masking_keeps_every_place(before: str, masked: str) -> None:
    text = f"{before}The bread is dry. {before}"
    place = Place(1, len(before), len(before) + 17)

    assert shown(text, place, redact=True) == f"{masked}The bread is dry. {masked}".replace("  ", " ")
    assert shown(text, place, redact=False) == text


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_answer_holds_an_address(kitchen: Study, question: str) -> None:
    assert "ana@" not in answer(kitchen, question, limit=50).model_dump_json()


def test_where_nothing_is_hidden_it_is_shown(tmp_path: Path) -> None:
    open_ = study(tmp_path, KITCHEN, GROUPS, redact=False)

    assert any("ana@example.com" in passage.cell for passage in answer(open_, FISH).passages)
