"""The two doors of the SDK, for callers that wait and for those that do not: the same names, arguments and words."""

from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING

import pytest

from persona.client import asynchronous, synchronous
from persona.exceptions import PersonaError
from persona.generator import AsyncPersonaGenerator, PersonaGenerator
from persona.models import PersonaConfig

if TYPE_CHECKING:
    from persona.experiment import Experiment

DOORS = (
    (PersonaGenerator, AsyncPersonaGenerator),
    (synchronous.Client, asynchronous.AsyncClient),
    (synchronous.RemoteExperiment, asynchronous.AsyncRemoteExperiment),
    (synchronous.RemoteExperiments, asynchronous.AsyncRemoteExperiments),
    (synchronous.RemoteGenerator, asynchronous.AsyncRemoteGenerator),
)
RENAMED = {"generate": "agenerate", "create": "acreate"}
ONLY_WHILE_WAITING = {"stream"}


def verbs(door: type) -> dict[str, list[tuple[str, object, object]]]:
    """Public method -> its arguments with their kinds and defaults."""
    found = {name: member for name, member in inspect.getmembers(door, callable) if not name.startswith("_")}
    return {
        name: [(each.name, each.kind, each.default) for each in inspect.signature(member).parameters.values()]
        for name, member in found.items()
    }


@pytest.mark.parametrize(("waiting", "other"), DOORS, ids=lambda door: str(door.__name__))
def test_both_doors_have_the_same_verbs_with_the_same_arguments(waiting: type, other: type) -> None:
    expected = {RENAMED.get(name, name): arguments for name, arguments in verbs(waiting).items()}
    found = verbs(other)

    assert {name: found.get(name) for name in expected} == expected
    assert found.keys() - expected.keys() <= ONLY_WHILE_WAITING


@pytest.mark.parametrize(
    "config",
    [
        PersonaConfig(model="nobody:x"),
        PersonaConfig(model="openai:gpt-5-mini", template="poetry"),
        PersonaConfig(answers={"nonsense:q1": "yes"}),
    ],
    ids=["model", "template", "doubt"],
)
def test_both_doors_refuse_in_the_same_words(experiment: Experiment, config: PersonaConfig) -> None:
    told = []
    for estimate in (
        lambda: PersonaGenerator(experiment).estimate(config),
        lambda: asyncio.run(AsyncPersonaGenerator(experiment).estimate(config)),
    ):
        try:
            told.append(estimate().model_dump_json())
        except PersonaError as error:
            told.append(f"{type(error).__name__} {error.code} {error.message} {error.hint}")

    assert told[0] == told[1]


def test_both_doors_reckon_the_same(experiment: Experiment) -> None:
    config = PersonaConfig(count=2)

    waited = PersonaGenerator(experiment).estimate(config)

    assert waited == asyncio.run(AsyncPersonaGenerator(experiment).estimate(config))
