"""What people say of a question: every key of `QuestionChoice` changes the reading."""

from __future__ import annotations

import pytest

from persona.models import OptionsChoice, QuestionChoice, QuestionKind, ScaleChoice
from persona.questionnaire.identifiers import slug
from persona.questionnaire.models import NumberRange, Scale
from tests.questionnaires import Rows, cells, columns, counts, notes, read


def one(name: str, *given: str, **choice: object):
    questions = {slug(name): QuestionChoice(**choice)} if choice else None
    found = read(columns(**{name: cells(*given), "cook": cells("Yes", "No"), "note": notes()}), questions=questions)
    return found.questions[0]


KINDS = {
    QuestionKind.OPEN: "basis",
    QuestionKind.SINGLE: "basis",
    QuestionKind.MULTIPLE: "basis",
    QuestionKind.RANKING: "basis",
    QuestionKind.RATING: "basis",
    QuestionKind.BATTERY: "basis",
    QuestionKind.NUMBER: "basis",
    QuestionKind.DATE: "describe",
    QuestionKind.IDENTIFIER: "none",
    QuestionKind.ADMINISTRATION: "none",
    QuestionKind.PERSONAL: "none",
    QuestionKind.WEIGHT: "none",
    QuestionKind.UNUSED: "none",
}


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_kind_can_be_chosen(kind: QuestionKind) -> None:
    question = one("v7", "11", "12", "35", "17", "28", kind=kind)

    assert (question.kind, question.use, question.confidence) == (kind, KINDS[kind], "sure")


@pytest.mark.parametrize("use", ["basis", "describe", "none"])
def test_use(use: str) -> None:
    assert one("pet", "Cat", "Dog", "Fish", use=use).use == use


@pytest.mark.parametrize("name", ["Religion", "Shop"])
def test_a_use_that_is_chosen_settles_the_doubt_about_it(name: str) -> None:
    table = columns(**{name: cells("Catholic", "Muslim"), "cook": cells("Yes", "No"), "note": notes()})
    found = read(table, questions={name.casefold(): QuestionChoice(use="basis")})

    assert (found.questions[0].use, found.doubts) == ("basis", ())


def test_text_and_kind_together() -> None:
    question = one("v7", "1", "2", "2", text="Which pet?", kind="single_choice")

    assert (question.text, counts(question)) == ("Which pet?", {"2": 40, "1": 20})


def test_codes_that_are_no_answer_leave_numbers_and_scales() -> None:
    number = one("Hours?", "5", "12", "20", "33", "77", no_answer=("77",))
    rating = one("Satisfied? (1 = not at all, 5 = very)", "1", "2", "3", "4", "5")
    table = columns(**{"How satisfied are you?": cells("1", "2", "3", "4", "5", "6"), "note": notes()})
    less = read(table, questions={"how-satisfied-are-you": QuestionChoice(no_answer=("6",))}).questions[0]

    assert (number.numbers, number.no_answer, number.answered) == (
        NumberRange(min=5, median=16, max=33), ("77",), 48,
    )  # fmt: skip
    assert rating.answered == 60
    assert (less.scale.low, less.scale.high, less.no_answer, less.answered) == (1, 5, ("6",), 50)


def test_words_that_are_no_answer_leave_the_options_and_those_not_named_come_back() -> None:
    question = one("pet", "Cat", "Dog", "n/a", "None of it", no_answer=("None of it",))

    assert (counts(question), question.no_answer) == ({"Cat": 15, "Dog": 15}, ("None of it",))


def test_labels_of_codes_make_a_single_choice_of_numbers() -> None:
    question = one(
        "v7",
        "1",
        "2",
        "3",
        "4",
        "5",
        options=OptionsChoice(rename={"1": "Cat", "2": "Dog", "3": "Fish", "4": "Bird", "5": "Horse"}),
    )

    assert (question.kind, question.scale) == ("single_choice", None)
    assert counts(question) == {"Cat": 12, "Dog": 12, "Fish": 12, "Bird": 12, "Horse": 12}


def test_labels_of_degree_name_the_ends_of_a_scale() -> None:
    question = one(
        "How satisfied are you?",
        "1",
        "2",
        "3",
        "4",
        "5",
        options=OptionsChoice(rename={"1": "Very satisfied", "5": "Very dissatisfied"}),
    )

    assert question.scale == Scale(
        low=1, high=5, low_label="Very satisfied", high_label="Very dissatisfied", higher_is="less"
    )


def test_order_of_options_and_of_a_scale() -> None:
    pets = one("pet", "Cat", "Dog", "Fish", options=OptionsChoice(order=("Fish", "Cat")))
    mood = one("mood", "so so", "fine", "awful", kind="rating", options=OptionsChoice(order=("awful", "so so", "fine")))

    assert list(counts(pets)) == ["Fish", "Cat", "Dog"]
    assert (mood.scale.words, mood.scale.low, mood.scale.high, mood.scale.higher_is) == (
        ("awful", "so so", "fine"),
        1,
        3,
        "more",
    )


@pytest.mark.parametrize(
    ("key", "value"), [("low", 0.0), ("high", 7.0), ("low_label", "bad"), ("high_label", "good"), ("higher_is", "less")]
)
def test_each_key_of_a_scale(key: str, value: object) -> None:
    question = one("How satisfied are you?", "1", "2", "3", "4", "5", scale=ScaleChoice(**{key: value}))

    assert question.scale == Scale(low=1, high=5, higher_is="more").model_copy(update={key: value})


def test_a_battery_joined_of_single_ratings_and_a_column_taken_out_of_it() -> None:
    rows = [[str(1 + at % 5), str(5 - at % 5), str(1 + at % 4), f"Word {at}"] for at in range(60)]
    table = Rows(["Speed ok?", "Price ok?", "Looks ok?", "note"], rows)
    joined = read(
        table,
        questions={
            "speed-ok": QuestionChoice(columns=("Speed ok?", "Price ok?"), kind="rating_battery", text="All ok?")
        },
    )
    battery = Rows(["Ok? [Speed]", "Ok? [Price]", "Ok? [Looks]", "note"], rows)
    apart = read(battery, questions={"ok": QuestionChoice(columns=("Ok? [Speed]", "Ok? [Price]"))})

    first = joined.questions[0]
    assert (first.kind, first.columns, first.text) == ("rating_battery", (0, 1), "All ok?")
    assert [i.label for i in joined.questions[0].items] == ["Speed ok?", "Price ok?"]
    assert [q.columns for q in apart.questions] == [(0, 1), (2,), (3,)]
    assert apart.questions[0].kind == "rating_battery"
