"""Next steps: one action for each reason, and the settings of the run that takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest

from persona.messages.verdicts import EFFECTS, STEPS
from persona.models import CountTried, Merge, NextStep, PersonaConfig, QuestionChoice
from persona.models.verdict import Action
from persona.next_steps import (
    choices_of,
    describe_only,
    fewer_personas,
    is_by_hand,
    join_apart,
    option_of,
    settings_after,
    settle,
    step_of,
    use_question,
    use_weights,
)
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.kinds import QuestionKind
from persona.questionnaire.models import Answer, Doubt, Question, Questionnaire
from tests.generation.values import summary

if TYPE_CHECKING:
    from collections.abc import Mapping

SHOP = Question(
    id="shop", text="Where do you shop?", kind=QuestionKind.SINGLE, columns=(0,), names=("q1",), use="basis"
)
WROTE = Question(
    id="more", text="Anything else?", kind=QuestionKind.OPEN, columns=(1,), names=("q2",), use="none", answered=60
)
BEFORE = PersonaConfig(count=5, answers={"weight:w": "ignore"}, questions={"shop": QuestionChoice(text="Shop")})


def doubt(code: DoubtCode, about: str, value: str) -> Doubt:
    return Doubt(
        code=code, about=about, sentence="So?", default=value, answers=(Answer(value=value, label="", effect=""),)
    )


WEIGHT, JOIN, SCALE = (
    doubt(DoubtCode.WEIGHT, "w", "use"),
    doubt(DoubtCode.JOIN_COLUMNS, "q3", "together"),
    doubt(DoubtCode.SCALE_DIRECTION, "q4", "1_is_best"),
)
LEFT_ASIDE = {"more": QuestionChoice(use="none")}
FOUND = Questionnaire(rows=100, respondents=100, questions=(SHOP, WROTE), doubts=(WEIGHT, JOIN))


def settings(step: NextStep, config: PersonaConfig = BEFORE) -> dict[str, Any]:
    """What is different after a step."""
    after, before = settings_after(step, config, FOUND).model_dump(), config.model_dump()
    return {name: value for name, value in after.items() if value != before[name]}


def test_every_action_has_words_for_its_button_and_for_what_follows() -> None:
    actions = set(get_args(Action))

    assert actions <= set(STEPS)
    assert actions - {"fewer_personas"} <= set(EFFECTS)


def test_fewer_personas_are_those_that_come_back() -> None:
    tried = tuple(CountTried(count=n, shared_bits=1, agreement=a) for n, a in ((2, 0.9), (3, 0.85), (4, 0.5)))
    step = fewer_personas(summary(4, tried=tried), 0.8)

    assert step == NextStep(
        action="fewer_personas",
        label="Make 3 personas",
        count=3,
        effect="When half of the people are left out, the same 3 groups come back.",
    )
    assert (settings(step), option_of(step)) == ({"count": 3}, "--count 3")


def test_where_no_number_comes_back_it_is_one_less_and_of_one_group_there_are_no_fewer() -> None:
    two = fewer_personas(summary(2), 0.8)

    assert two is not None
    assert (two.label, two.count) == ("Make one persona of everyone", 1)
    assert fewer_personas(summary(1), 0.8) is None


@pytest.mark.parametrize("name", ["q1", "Where do you shop?"])
def test_a_question_that_only_describes_keeps_what_else_was_said_of_it(name: str) -> None:
    said = settings(describe_only(name))

    assert said["questions"]["shop"] == QuestionChoice(text="Shop", use="describe").model_dump()
    assert option_of(describe_only("Where to?")) == "--describe 'Where to?'"


def test_the_question_left_aside_that_most_people_answered_is_read() -> None:
    step = use_question(FOUND, LEFT_ASIDE)

    assert step is not None
    assert (step.label, step.columns) == ("Use “Anything else?”", ("q2",))
    assert step.effect == "It was left aside, and 60 people wrote there."
    assert choices_of(step, FOUND) == {"more": QuestionChoice(use="basis")}


@pytest.mark.parametrize(
    "changes", [{"answered": 29}, {"use": "basis"}, {"personal": 3}, {"kind": QuestionKind.SINGLE}, {"of": "shop"}]
)
def test_what_few_wrote_what_is_used_already_and_personal_data_are_no_such_question(changes: Mapping[str, Any]) -> None:
    other = WROTE.model_copy(update=changes)

    assert use_question(FOUND.model_copy(update={"questions": (SHOP, other)}), LEFT_ASIDE) is None
    assert use_question(None, LEFT_ASIDE) is None


def test_what_the_reader_left_aside_or_is_sensitive_is_no_such_question() -> None:
    sensitive = doubt(DoubtCode.SENSITIVE, "more", "describe")

    assert use_question(FOUND, {}) is None
    assert use_question(FOUND.model_copy(update={"doubts": (sensitive,)}), LEFT_ASIDE) is None


def test_a_question_that_only_describes_may_form_the_groups() -> None:
    other = WROTE.model_copy(update={"use": "describe"})
    step = use_question(FOUND.model_copy(update={"questions": (SHOP, other)}), {})

    assert step is not None
    assert step.effect == "It only describes the groups so far, and 60 people wrote there."


def test_weights_are_used_by_the_answer_to_their_doubt_and_by_hand_where_there_is_none() -> None:
    asked, unasked = use_weights("w", FOUND), use_weights("w", FOUND.model_copy(update={"doubts": ()}))

    assert settings(asked) == {"answers": {"weight:w": "use"}}
    assert option_of(asked) == "--answer weight:w=use"
    assert [is_by_hand(asked), is_by_hand(unasked)] == [False, True]


def test_columns_are_joined_where_that_is_all_that_is_open_or_somebody_kept_them_apart() -> None:
    together = {"join_columns:q3": "together"}

    assert (settle([JOIN]).action, settle([JOIN]).answers) == ("join_columns", together)
    assert settle([JOIN, SCALE]).action == settle([]).action == "answer_doubts"
    assert join_apart({"join_columns:q3": "apart", "weight:w": "use"}) == settle([JOIN])
    assert join_apart(together) is None


@pytest.mark.parametrize("action", ["add_answers", "use_model", "answer_doubts"])
def test_what_people_do_by_hand_changes_no_setting(action: Any) -> None:
    assert is_by_hand(step_of(action))
    assert settings(step_of(action)) == {}


def test_edits_of_groups_that_are_made_anew_are_left_behind() -> None:
    edited = BEFORE.model_copy(update={"edits": (Merge(segments=(1, 2)),)})

    assert settings(describe_only("q1"), edited)["edits"] == ()
