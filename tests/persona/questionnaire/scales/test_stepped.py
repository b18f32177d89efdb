"""Scales in words that nobody knows, in the order in which a code book names them."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.stepped import order_steps
from persona.questionnaire.scales.words import WordScale

UKRAINIAN = (
    "повністю задоволений",
    "скоріше задоволений",
    "і так, і ні",
    "скоріше незадоволений",
    "зовсім незадоволений",
)
LITHUANIAN = ("visai nepatenkintas", "greičiau nepatenkintas", "greičiau patenkintas", "visai patenkintas")
ESTONIAN = ("täiesti rahul", "pigem rahul", "pigem rahulolematu", "täiesti rahulolematu")


@pytest.mark.parametrize(("steps", "lowest_first"), [(UKRAINIAN, UKRAINIAN[::-1]), (LITHUANIAN, LITHUANIAN)])
def test_what_is_denied_is_the_lower_end(steps: tuple[str, ...], lowest_first: tuple[str, ...]) -> None:
    counts = dict.fromkeys(steps, 5) | {"kažkas": 2}
    assert order_steps(steps, counts) == WordScale(
        lowest_first, {step: at for at, step in enumerate(lowest_first, 1)}, ("kažkas",)
    )


@pytest.mark.parametrize(
    "steps",
    [
        ("Львівська", "Київська", "Одеська", "Харківська"),
        ("me", "my partner", "both", "somebody else"),
        ("satisfied", "dissatisfied", "unsure", "cannot say"),
        ("very satisfied", "dissatisfied", "satisfied", "very dissatisfied", "other", "none"),
        ("agree", "disagree", "agree with others", "disagree with others"),
        ("satisfied", "neither", "dissatisfied"),
        ESTONIAN,
    ],
)
def test_lists_that_deny_nothing_step_by_step_are_no_scale(steps: tuple[str, ...]) -> None:
    assert order_steps(steps, dict.fromkeys(steps, 5)) is None


def test_a_scale_of_which_one_step_was_chosen_says_nothing() -> None:
    assert order_steps(LITHUANIAN, {LITHUANIAN[0]: 40}) is None
