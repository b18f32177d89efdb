"""What forms about questions send: only what was changed is wanted, whatever else came along."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from experiments.doubt_cards import DoubtCard, cards_of
from experiments.question_forms import NotOffered, Wanted, choice_of, originals, signature, wanted_of
from persona.models import OptionsChoice, QuestionChoice, ScaleChoice
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Answer, Doubt, Option, Question, Questionnaire, Scale

DIRECTION = "scale_direction:ease"


def question(key: str, kind: Kind = Kind.SINGLE, **changes: Any) -> Question:
    fields: dict[str, Any] = {"columns": (0,), "names": (key.upper(),), "use": "basis", "text": f"What of {key}?"}
    return Question(id=key, kind=kind, **fields | changes)


FOUND = Questionnaire(
    rows=9,
    respondents=9,
    questions=(
        question("city", options=(Option(label="Porto", count=5), Option(label="Lyon", count=3))),
        question("ease", Kind.RATING, scale=Scale(low=1, high=5)),
        question("why", Kind.OPEN, use="describe"),
    ),
    doubts=(
        Doubt(
            code=DoubtCode.SCALE_DIRECTION,
            about="ease",
            sentence="Is 1 the best?",
            default="unknown",
            answers=(
                Answer(value="unknown", label="Not known", effect="It stays as it is."),
                Answer(value="1_is_best", label="1 is best", effect="It is turned."),
            ),
        ),
    ),
)
CARDS: list[DoubtCard] = cards_of(FOUND, {})
SHOWN = {
    f"answer-{DIRECTION}": "unknown",
    "kind-city": "single_choice",
    "use-city": "basis",
    "kind-ease": "rating",
    "use-ease": "basis",
    "kind-why": "open_answer",
    "use-why": "describe",
}


def post(**fields: Any) -> QueryDict:
    sent = QueryDict(mutable=True)
    for name, value in fields.items():
        sent.setlist(name, [value] if isinstance(value, str) else value)
    return sent


def whole(**changes: Any) -> QueryDict:
    """The whole form, as a browser without JavaScript sends it."""
    return post(**{"was": signature(FOUND, CARDS), **SHOWN, **changes})


def test_the_signature_holds_what_every_menu_shows() -> None:
    assert dict(QueryDict(signature(FOUND, CARDS)).items()) == SHOWN


def test_a_form_in_which_nothing_was_changed_wants_nothing() -> None:
    wanted = wanted_of(whole(), FOUND, is_single=False)

    assert (wanted, wanted.is_nothing) == (Wanted({}, {}, ""), True)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind-city": "open_answer"}, Wanted({}, {"city": QuestionChoice(kind=Kind.OPEN)}, "CITY: Open answer")),
        ({"use-ease": "none"}, Wanted({}, {"ease": QuestionChoice(use="none")}, "EASE: Left out")),
        ({"use-why": "basis"}, Wanted({}, {"why": QuestionChoice(use="basis")}, "WHY: Forms groups")),
        ({f"answer-{DIRECTION}": "1_is_best"}, Wanted({DIRECTION: "1_is_best"}, {}, "1 is best")),
        (
            {"kind-city": "open_answer", "use-city": "none"},
            Wanted({}, {"city": QuestionChoice(kind=Kind.OPEN, use="none")}, "CITY: Open answer"),
        ),
        (
            {"use-city": "none", "use-ease": "none", f"answer-{DIRECTION}": "1_is_best"},
            Wanted(
                {DIRECTION: "1_is_best"},
                {"city": QuestionChoice(use="none"), "ease": QuestionChoice(use="none")},
                "1 answer, 2 questions",
            ),
        ),
    ],
)
def test_what_differs_from_what_was_shown_is_wanted(changes: dict[str, str], expected: Wanted) -> None:
    assert wanted_of(whole(**changes), FOUND, is_single=False) == expected


def test_one_menu_is_wanted_though_it_shows_the_same() -> None:
    assert wanted_of(post(**{"use-city": "basis"}), FOUND, is_single=True) == Wanted(
        {}, {"city": QuestionChoice(use="basis")}, "CITY: Forms groups"
    )


def test_what_was_not_saved_is_sent_again() -> None:
    wanted = wanted_of(whole(unsaved=["use-why"]), FOUND, is_single=False)

    assert wanted.questions == {"why": QuestionChoice(use="describe")}


def test_fields_of_questions_that_are_not_there_are_not_heard() -> None:
    assert wanted_of(post(**{"use-gone": "none", "csrf": "x"}), FOUND, is_single=True).is_nothing


@pytest.mark.parametrize(
    ("bulk", "choice", "words"),
    [
        ({"bulk": "out"}, QuestionChoice(use="none"), "2 questions"),
        ({"bulk": "change", "bulk-use": "describe"}, QuestionChoice(use="describe"), "2 questions"),
        (
            {"bulk": "change", "bulk-kind": "number", "bulk-use": "basis"},
            QuestionChoice(kind=Kind.NUMBER, use="basis"),
            "2 questions",
        ),
    ],
)
def test_the_chosen_ones_are_changed_alike(bulk: dict[str, str], choice: QuestionChoice, words: str) -> None:
    wanted = wanted_of(whole(q=["city", "why", "gone"], **bulk), FOUND, is_single=False)

    assert wanted == Wanted({}, {"city": choice, "why": choice}, words)


def test_to_change_none_of_them_is_nothing() -> None:
    assert wanted_of(whole(bulk="out"), FOUND, is_single=False).is_nothing


def test_a_menu_of_the_bulk_without_its_button_changes_nothing() -> None:
    assert wanted_of(whole(q=["city"], **{"bulk-use": "none"}), FOUND, is_single=False).is_nothing


@pytest.mark.parametrize("fields", [{"kind-city": "colour"}, {"use-city": "perhaps"}])
def test_what_no_menu_has_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(NotOffered):
        wanted_of(whole(**fields), FOUND, is_single=False)


# -- one question's own page -----------------------------------------------------------------------
CITY = question(
    "city",
    options=(Option(label="Porto", count=5), Option(label="Lyon", count=3), Option(label="Rome", count=1)),
    no_answer=("-9",),
    columns=(0, 1),
    names=("C1", "C2"),
)
NOTHING = QuestionChoice()


def said(fields: dict[str, Any], before: QuestionChoice = NOTHING, of: Question = CITY) -> QuestionChoice:
    return choice_of(post(**fields), of, before, FOUND)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, QuestionChoice()),
        ({"text": CITY.text, "kind": "single_choice", "use": "basis"}, QuestionChoice()),
        ({"text": "   "}, QuestionChoice()),
        ({"text": " Where? "}, QuestionChoice(text="Where?")),
        ({"kind": "open_answer", "use": "none"}, QuestionChoice(kind=Kind.OPEN, use="none")),
        ({"silent-shown": "1", "silent": ["-9"]}, QuestionChoice()),
        ({"silent-shown": "1"}, QuestionChoice(no_answer=())),
        ({"silent-shown": "1", "silent": ["-9"], "out-2": "on"}, QuestionChoice(no_answer=("-9", "Rome"))),
        (
            {"silent-shown": "1", "silent": ["-9"], "more-silent": " 99;; -9 ; n/a "},
            QuestionChoice(no_answer=("-9", "99", "n/a")),
        ),
        ({"columns-shown": "1", "column": ["C1", "C2"]}, QuestionChoice()),
        ({"columns-shown": "1", "column": ["C2"]}, QuestionChoice(columns=("C2",))),
        ({"columns-shown": "1"}, QuestionChoice()),
        ({"join": "why"}, QuestionChoice(columns=("C1", "C2", "WHY"))),
        ({"join": "gone"}, QuestionChoice()),
    ],
)
def test_only_what_differs_is_said(fields: dict[str, Any], expected: QuestionChoice) -> None:
    assert said(fields) == expected


def test_an_option_gets_another_name() -> None:
    choice = said({"label-0": "Oporto"})

    assert choice.options == OptionsChoice(rename={"Porto": "Oporto"})


def test_options_with_the_same_name_become_one() -> None:
    choice = said({"label-2": "Lyon"})

    assert choice.options == OptionsChoice(rename={"Rome": "Lyon"})


@pytest.mark.parametrize(
    ("places", "order"),
    [
        (("3", "1", "2"), ("Lyon", "Rome", "Porto")),
        (("2.5", "1", "3"), ("Lyon", "Porto", "Rome")),
        (("first", "0", "3"), ("Lyon", "Porto", "Rome")),
    ],
)
def test_options_are_put_in_order_by_their_places(places: tuple[str, ...], order: tuple[str, ...]) -> None:
    choice = said({f"place-{at}": place for at, place in enumerate(places)})

    assert choice.options == OptionsChoice(order=order)


def test_a_name_that_was_taken_away_stays() -> None:
    assert said({"label-0": "  "}).options is None


def test_options_that_are_others_by_now_are_refused() -> None:
    with pytest.raises(NotOffered):
        said({"option-0": "Berlin"})


def test_what_was_renamed_before_is_known_by_the_words_of_the_file() -> None:
    before = QuestionChoice(options=OptionsChoice(rename={"1": "Porto", "2": "Lyon"}, merge={"Porto": ("Oporto",)}))

    assert originals("Porto", before) == ("1", "Porto", "Oporto")
    assert originals("Rome", before) == ("Rome",)
    assert said({"label-0": "North"}, before).options == OptionsChoice(
        rename={"1": "North", "Porto": "North", "Oporto": "North", "2": "Lyon"}
    )


EASE = question("ease", Kind.RATING, scale=Scale(low=1, high=5, low_label="hard", higher_is="more"))


@pytest.mark.parametrize(
    ("fields", "scale"),
    [
        ({"higher_is": "more", "low_label": "hard", "high_label": ""}, None),
        ({"higher_is": "less"}, ScaleChoice(higher_is="less")),
        ({"higher_is": "sideways"}, None),
        ({"higher_is": ""}, None),
        ({"low_label": " very hard ", "high_label": "easy"}, ScaleChoice(low_label="very hard", high_label="easy")),
        ({"low_label": " "}, None),
    ],
)
def test_the_ends_and_the_direction_of_a_scale_are_said(fields: dict[str, Any], scale: ScaleChoice | None) -> None:
    assert said(fields, of=EASE).scale == scale


def test_what_was_said_of_a_scale_before_stays() -> None:
    before = QuestionChoice(scale=ScaleChoice(low=0, high_label="easy"))

    assert said({"higher_is": "less"}, before, EASE).scale == ScaleChoice(low=0, high_label="easy", higher_is="less")


def test_a_question_without_a_scale_hears_nothing_of_one() -> None:
    assert said({"higher_is": "less", "low_label": "hard"}) == QuestionChoice()


@pytest.mark.parametrize("fields", [{"kind": "colour"}, {"use": "perhaps"}])
def test_what_no_field_has_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(NotOffered):
        said(fields)
