"""The state of an experiment: the first rule that fits decides, and every state leads somewhere."""

from __future__ import annotations

from itertools import product

import pytest
from django.urls import get_resolver

from experiments.models import DataSource
from experiments.states import RULES, STATES, shown, state_of
from generation.models import Run

RUNS = [None, *Run.Status.values]
SOURCES = [None, *DataSource.Status.values]


@pytest.mark.parametrize(
    ("run", "has_result", "source", "state"),
    [
        (None, False, None, "empty"),
        (None, False, "waiting", "reading"),
        (None, False, "reading", "reading"),
        (None, False, "failed", "unreadable"),
        (None, False, "ready", "check"),
        ("queued", False, "ready", "running"),
        ("running", True, "ready", "running"),
        ("done", True, "ready", "ready"),
        ("failed", False, "ready", "failed"),
        ("failed", True, "ready", "failed"),
        ("cancelled", False, "ready", "stopped"),
        ("cancelled", True, "ready", "ready"),
        ("cancelled", False, "failed", "stopped"),
    ],
)
def test_state_of(run: str | None, has_result: bool, source: str | None, state: str) -> None:
    assert state_of(run=run, has_result=has_result, source=source) == state


@pytest.mark.parametrize(("run", "has_result", "source"), list(product(RUNS, [False, True], SOURCES)))
def test_whatever_comes_together_is_a_state(run: str | None, has_result: bool, source: str | None) -> None:
    assert state_of(run=run, has_result=has_result, source=source) in STATES


def test_rules_speak_of_states_that_runs_and_sources_can_have() -> None:
    known = {"newest run": Run.Status.values, "any run": Run.Status.values, "source": DataSource.Status.values}

    assert [rule for rule in RULES if not set(rule.values) <= set(known[rule.what])] == []


def test_every_state_can_come_about() -> None:
    assert {rule.state for rule in RULES} | {"empty"} == set(STATES)


def test_every_state_leads_to_a_page() -> None:
    names = {
        f"{space}:{name}"
        for space, (_, resolver) in get_resolver().namespace_dict.items()
        for name in resolver.reverse_dict
        if isinstance(name, str)
    }

    assert [state.url for state in STATES.values() if state.url not in names] == []


@pytest.mark.parametrize(
    ("choice", "states"),
    [
        ("ready", ("ready",)),
        ("running", ("reading", "running")),
        ("attention", ("unreadable", "failed")),
        ("all", ()),
        ("x", ()),
    ],
)
def test_the_choice_above_the_list_holds_states(choice: str, states: tuple[str, ...]) -> None:
    assert shown(choice) == states
