"""What people say of a question: as little as they like, and nothing that makes no sense."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from persona.models import OptionsChoice, PersonaConfig, QuestionChoice, QuestionKind, ScaleChoice
from persona.questionnaire.kinds import KINDS


def faults(kind: Any, given: dict[str, Any]) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(given)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


def test_kinds_are_those_of_the_registry_in_its_order() -> None:
    assert list(KINDS) == list(QuestionKind)


@pytest.mark.parametrize("kind", QuestionKind)
def test_a_kind_is_its_word_in_files_and_addresses(kind: QuestionKind) -> None:
    assert (f"{kind}", QuestionKind(str(kind)), kind == kind.value) == (kind.value, kind, True)


def test_who_says_nothing_changes_nothing() -> None:
    assert QuestionChoice().model_dump(exclude_none=True) == {}
    assert ScaleChoice().model_dump(exclude_none=True) == {}
    assert OptionsChoice().model_dump() == {"rename": {}, "merge": {}, "order": ()}


WHOLE = {
    "text": "How satisfied are you?",
    "kind": "rating",
    "use": "describe",
    "columns": ["q1", "q2"],
    "options": {"rename": {"1": "Bad"}, "merge": {"Good": ["4", "5"]}, "order": ["Bad", "Good"]},
    "scale": {"low": 1.0, "high": 5.0, "low_label": "Bad", "high_label": "Good", "higher_is": "more"},
    "no_answer": ["99", "Don't know"],
}


def test_all_that_can_be_said_survives_json() -> None:
    choice = QuestionChoice.model_validate(WHOLE)

    assert choice.model_dump(mode="json") == WHOLE
    assert QuestionChoice.model_validate_json(choice.model_dump_json()) == choice


def test_nobody_has_no_answer_is_not_the_same_as_nothing_said() -> None:
    """Of a question that was read with "99" as no answer, an empty list says that 99 is one."""
    said, silent = QuestionChoice.model_validate({"no_answer": []}), QuestionChoice()

    assert (said.no_answer, silent.no_answer) == ((), None)
    assert said.model_dump(exclude_none=True) == {"no_answer": ()}


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"text": ""}, [(("text",), "string_too_short")]),
        ({"kind": "slider"}, [(("kind",), "enum")]),
        ({"use": "maybe"}, [(("use",), "literal_error")]),
        ({"columns": []}, [(("columns",), "too_short")]),
        ({"options": {"sort": []}}, [(("options", "sort"), "extra_forbidden")]),
        ({"options": {"merge": {"Good": "4"}}}, [(("options", "merge", "Good"), "tuple_type")]),
        ({"scale": {"low": "least"}}, [(("scale", "low"), "float_parsing")]),
        ({"scale": {"higher_is": "better"}}, [(("scale", "higher_is"), "literal_error")]),
        ({"note": "x"}, [(("note",), "extra_forbidden")]),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused_with_its_place(given: dict[str, Any], where: list[Any]) -> None:
    assert faults(QuestionChoice, given) == where


def test_settings_name_the_question_of_a_fault() -> None:
    assert faults(PersonaConfig, {"questions": {"q1": {"use": "basis"}, "q2": {"use": "maybe"}}}) == [
        (("questions", "q2", "use"), "literal_error")
    ]


def test_settings_with_what_is_said_of_questions_survive_json() -> None:
    config = PersonaConfig.model_validate({"questions": {"q1": WHOLE}, "answers": {"weight:w": "use"}})

    assert PersonaConfig.model_validate_json(config.model_dump_json()) == config


def test_a_choice_cannot_be_changed_only_copied() -> None:
    choice = QuestionChoice(use="basis")
    with pytest.raises(ValidationError, match="frozen"):
        choice.use = "none"  # type: ignore[misc]
    assert (choice.model_copy(update={"use": "none"}).use, choice.use) == ("none", "basis")
