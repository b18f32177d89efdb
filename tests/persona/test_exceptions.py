"""The tree of errors: each knows its code, survives a journey to another process, and is told apart by its kind."""

from __future__ import annotations

import copy
import inspect
import pickle
import re
from datetime import UTC, datetime

import pytest

from persona import exceptions
from persona.edits import Wording
from persona.exceptions import (
    BudgetExceededError,
    Cancelled,
    ConfigurationError,
    DataError,
    EditConflict,
    EditError,
    GenerationError,
    PersonaError,
    ProviderAuthError,
    ProviderBusy,
    ProviderError,
    ProviderReplyError,
)
from persona.models import Problem

PROBLEM = Problem(code="padded", message="Line 3: 2 of 4 cells.", line=3)
WORDING = Wording(edit="e1", who="Ana", when=datetime(2026, 11, 30, tzinfo=UTC), text="One plan")
ERRORS = [
    PersonaError("Something."),
    ConfigurationError("A setting.", hint="Change it.", code="run_exists"),
    DataError("A file.", hint="Mend it.", problems=[PROBLEM]),
    ProviderError("A provider."),
    ProviderBusy("Wait.", retry_after=2.5),
    ProviderAuthError("No key."),
    ProviderReplyError("No reply."),
    BudgetExceededError("Too dear.", spent=0.5, budget=1.0, estimate=0.75),
    EditError("Locked."),
    EditConflict("Ana was first.", theirs=WORDING, yours=WORDING),
    GenerationError("A step."),
    Cancelled("Stopped."),
]
KINDS = {name: kind for name, kind in vars(exceptions).items() if inspect.isclass(kind) and issubclass(kind, Exception)}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("journey", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])
def test_an_error_arrives_as_it_left(error: PersonaError, journey: object) -> None:
    """A worker, a sandbox and a pool of processes hand errors on by pickle."""
    arrived = journey(error)  # type: ignore[operator]

    assert (type(arrived), str(arrived), vars(arrived)) == (type(error), str(error), vars(error))


def test_every_kind_is_among_those_tried() -> None:
    assert {type(error) for error in ERRORS} == set(KINDS.values())


def test_the_tree_in_the_documentation_is_the_tree_of_the_classes() -> None:
    drawn = re.findall(r"^[│ ├└─]*(\w+)(?:  |$)", exceptions.__doc__ or "", re.MULTILINE)
    depth = {
        name: (line.index(name) // 4)
        for line in (exceptions.__doc__ or "").splitlines()
        for name in KINDS
        if re.search(rf"\b{name}\b", line)
    }

    assert set(drawn) >= set(KINDS)
    assert depth == {name: kind.mro().index(PersonaError) for name, kind in KINDS.items()}


def test_codes_are_each_ones_own() -> None:
    codes = {name: kind.code for name, kind in KINDS.items()}

    assert len(set(codes.values())) == len(codes)
    assert [code for code in codes.values() if not re.fullmatch(r"[a-z_]+", code)] == []


def test_only_waiting_helps_with_a_busy_provider() -> None:
    assert [name for name, kind in KINDS.items() if kind.retryable] == ["ProviderBusy"]


def test_a_code_of_its_own_is_the_errors_and_not_the_kinds() -> None:
    error = ConfigurationError("There is a run.", code="run_exists")

    assert (error.code, ConfigurationError.code, ConfigurationError("x").code) == (
        "run_exists",
        "configuration_error",
        "configuration_error",
    )


def test_problems_cannot_be_added_afterwards() -> None:
    problems = [PROBLEM]
    error = DataError("A file.", problems=problems)

    problems.append(PROBLEM)

    assert error.problems == (PROBLEM,)
