"""Words of the verdict: each level, measure, step and option has its own, and each is used."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path
from typing import get_args

import pytest

import persona.verdict
from persona.messages import verdicts
from persona.messages.verdicts import (
    BUTTONS,
    CAPS,
    EFFECTS,
    LEVEL_TITLES,
    OPTIONS,
    READY,
    RULE_TITLES,
    STEPS,
    VERDICTS,
)
from persona.models import Level, NextStep
from persona.models.verdict import Action
from persona.next_steps import fewer_personas, option_of, step_of
from persona.verdict import RULES
from tests.generation.values import summary

ACTIONS = get_args(Action)
# A step that may be said in two ways: one of many, and of one.
OTHER_WORDS = {"one_persona": "fewer_personas", "same_again": "fewer_personas", "larger_groups": "fewer_personas"}
OTHER_WORDS |= {"read_question": "use_question"}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def measures() -> set[str]:
    """The names that the code measures: the first word given to `measured`, and those of the table of rules."""
    tree = ast.parse(Path(persona.verdict.__file__).read_text(encoding="utf-8"))
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "measured"
    ]
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)} | set(RULES)


def test_every_level_has_a_title_and_no_other() -> None:
    assert set(LEVEL_TITLES) == set(get_args(Level))
    assert len(set(LEVEL_TITLES.values())) == 3


def test_every_measure_has_words_and_all_words_are_of_a_measure() -> None:
    assert set(VERDICTS) == measures()


def test_rules_have_titles_for_documentation() -> None:
    assert set(RULE_TITLES) == set(RULES) - {"people_counted"}  # said of those who wrote, where most did


@pytest.mark.parametrize("name", sorted(VERDICTS))
def test_a_measure_is_labelled_in_small_letters_and_explained_in_a_sentence(name: str) -> None:
    label, why = VERDICTS[name]

    assert re.fullmatch(r"[a-z][^.]*", label)
    assert re.fullmatch(r"[A-Z].*[.}]\.?", why)
    assert places(label) == set()


def test_every_action_has_words_and_all_words_are_of_an_action() -> None:
    assert {OTHER_WORDS.get(name, name) for name in STEPS} == set(ACTIONS)
    assert {OTHER_WORDS.get(name, name) for name in EFFECTS} == set(ACTIONS)
    assert {*OPTIONS, *BUTTONS} <= set(ACTIONS)


@pytest.mark.parametrize("name", sorted(STEPS))
def test_a_button_is_an_order_and_its_effect_a_sentence(name: str) -> None:
    assert re.fullmatch(r"[A-Z][^.]*", STEPS[name])
    assert all(re.fullmatch(r"[A-Z].*\.", EFFECTS[other]) for other in EFFECTS if OTHER_WORDS.get(other, other) == name)


@pytest.mark.parametrize("name", ["add_answers", "use_model", "answer_doubts"])
def test_a_step_that_people_take_by_hand_needs_nothing_to_be_said(name: Action) -> None:
    assert step_of(name) == NextStep(action=name, label=STEPS[name], effect=EFFECTS[name])


@pytest.mark.parametrize(
    ("step", "option"),
    [
        (NextStep(action="fewer_personas", label="", count=3), "--count 3"),
        (
            NextStep(action="describe_only", label="", columns=("a b", "it's", "$x")),
            "--describe 'a b' --describe 'it'\"'\"'s' --describe '$x'",
        ),
        (
            NextStep(action="join_columns", label="", answers={"join:q1": "together", "join:q 2": "together"}),
            "--answer join:q1=together --answer 'join:q 2=together'",
        ),
        (NextStep(action="use_weights", label="", answers={"weight:w": "use"}), "--answer weight:w=use"),
        (NextStep(action="use_weights", label=""), ""),
        (NextStep(action="use_model", label=""), "--model PROVIDER:NAME"),
        (NextStep(action="answer_doubts", label=""), "--answer CODE:ABOUT=VALUE"),
        (NextStep(action="use_question", label="", columns=("q",)), ""),
        (NextStep(action="add_answers", label=""), ""),
    ],
    ids=lambda value: value.action if isinstance(value, NextStep) else "",
)
def test_the_option_of_a_step_can_be_typed_into_a_shell(step: NextStep, option: str) -> None:
    assert option_of(step) == option


@pytest.mark.parametrize(
    ("groups", "label", "effect"),
    [
        (2, "Make one persona of everyone", EFFECTS["larger_groups"]),
        (3, "Make 2 personas", EFFECTS["larger_groups"]),
    ],
)
def test_fewer_personas_are_one_or_many(groups: int, label: str, effect: str) -> None:
    step = fewer_personas(summary(groups, tried=()), 0.8)

    assert step is not None
    assert (step.label, step.effect, step.count) == (label, effect, groups - 1)


def test_one_persona_cannot_become_fewer() -> None:
    assert fewer_personas(summary(1), 0.8) is None


@pytest.mark.parametrize("text", [READY, *EFFECTS.values(), *(why for _, why in VERDICTS.values())])
def test_sentences_have_no_words_of_programmers(text: str) -> None:
    assert not re.search(r"\b(?:null|none|index|boolean|cluster|silhouette|exception)\b", text)


def test_what_keeps_a_result_from_being_ready_reads_as_one_list() -> None:
    assert all(re.fullmatch(r"[a-z{].*[,.]", line) for line in CAPS)
    assert [line for line in CAPS if line.endswith(".")] == [CAPS[-1]]


def test_nothing_is_written_here_that_nobody_asks_for() -> None:
    names = {name for name in vars(verdicts) if name.isupper()}
    root = Path(persona.verdict.__file__).parents[1]
    used = "".join(
        path.read_text(encoding="utf-8")
        for room in ("persona", "generation", "experiments", "scripts")
        for path in (root / room).rglob("*.py")
        if path.name != "verdicts.py" or path.parent.name != "messages"
    )

    assert {name for name in names if name not in used} == set()
