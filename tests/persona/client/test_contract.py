"""The client and a real server: the same script, the same personas, the same errors as on this computer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

import persona as here
from persona.client import AsyncClient, Client
from persona.events import Completed, PersonaCreated, Progress, Started
from persona.exceptions import Cancelled, ConfigurationError, DataError
from persona.models import ColumnChoice, ColumnRole, GenerationResult, PersonaConfig

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.persona.client.conftest import Server


@pytest.fixture
def client(server: Server) -> Iterator[Client]:
    with Client(server.url, server.token) as client:
        yield client


def script(persona: Any, data: Path, **more: Any) -> GenerationResult:
    """A script as people write it. `persona` is the library, or a client: the one line that differs."""
    experiment = persona.Experiment.create(name="my-exp", data_sources=[data], **more)
    generator = persona.PersonaGenerator(experiment=experiment)
    result: GenerationResult = generator.generate(PersonaConfig(count=2, seed=3))
    return result


def test_a_script_finds_the_same_here_and_there(client: Client, answers: Path, tmp_path: Path) -> None:
    there = script(client, answers)

    assert there == script(here, answers, root=tmp_path)


def test_events_are_those_of_the_library_and_roles_are_chosen_before_the_run(client: Client, answers: Path) -> None:
    experiment = client.Experiment.create("events", [answers])
    name = next(column.name for column in experiment.columns() if column.role is ColumnRole.OPEN)
    config = PersonaConfig(count=2, columns={name: ColumnChoice(role=ColumnRole.IGNORE)})
    heard: list[Any] = []

    result = client.PersonaGenerator(experiment).generate(config, on_event=heard.append)

    assert {column.name: column.role for column in result.columns}[name] is ColumnRole.IGNORE
    assert isinstance(heard[0], Started)
    assert isinstance(heard[-1], Completed)
    assert heard[-1].result == result
    stages = {event.stage for event in heard if isinstance(event, Progress)}
    assert stages == {"read", "profile", "group", "write", "check"}
    shown = [event.persona for event in heard if isinstance(event, PersonaCreated)]
    assert [(persona.index, persona.name) for persona in shown] == [(p.index, p.name) for p in result.personas]
    assert [_words(persona) for persona in shown] == [_words(persona) for persona in result.personas]


def _words(persona: Any) -> list[Any]:
    return [(s.kind, s.text, s.support, [(e.row, e.column, e.quote) for e in s.evidence]) for s in persona.statements]


def test_what_is_on_the_server_can_be_found_read_and_removed(client: Client, answers: Path) -> None:
    experiment = client.Experiment.create("kept", [answers], description="For later")
    run = client.PersonaGenerator(experiment).start(PersonaConfig(count=2))
    result = client.PersonaGenerator(experiment).generate(resume=run.id)

    again = client.Experiment.open("kept")
    assert (again.id, again.info.description) == (experiment.id, "For later")
    assert client.Experiment.open(experiment.id).name == "kept"
    assert experiment.id in [each.id for each in client.Experiment.list()]
    assert (again.source.name, again.source.rows, again.source.status) == ("data.csv", 60, "ready")
    (done,) = again.runs()
    assert (done.id, done.status, done.quality) == (run.id, "done", result.quality)
    assert client.result(run.id) == result
    assert [persona.name for persona in client.personas(run.id)] == [persona.name for persona in result.personas]
    assert client.export(run.id, "quotes").startswith(b"\xef\xbb\xbf") or b"quote" in client.export(run.id, "quotes")
    again.delete()
    with pytest.raises(ConfigurationError, match="There is no experiment “kept”"):
        client.Experiment.open("kept")


def test_file_that_cannot_be_used_is_the_error_of_the_library(client: Client, tmp_path: Path) -> None:
    broken = tmp_path / "picture.csv"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    raised = []
    for persona, more in ((here, {"root": tmp_path}), (client, {})):
        with pytest.raises(DataError) as caught:
            script(persona, broken, **more)
        raised.append((caught.value.code, caught.value.message, caught.value.hint))

    assert raised[0] == raised[1]


@pytest.mark.parametrize("what", ["stranger", "reader", "nobody"])
def test_what_a_token_may_not_do_is_told(server: Server, answers: Path, what: str) -> None:
    token = {"stranger": "pw_nonsense", "reader": server.reader, "nobody": server.token[:-1] + "x"}[what]
    with Client(server.url, token) as client, pytest.raises(ConfigurationError) as caught:
        client.Experiment.create("mine", [answers])

    assert caught.value.code == ("scope_missing" if what == "reader" else "bad_token")
    assert token not in repr(client) + str(caught.value)


def test_a_run_that_is_stopped_ends_as_in_the_library(client: Client, answers: Path) -> None:
    experiment = client.Experiment.create("stopped", [answers])
    generator = client.PersonaGenerator(experiment)
    run = generator.start(PersonaConfig(count=2))
    client.cancel(run.id)

    try:
        ended = generator.generate(resume=run.id)
    except Cancelled:  # it was still at work, and the wish to stop came after we asked
        ended = generator.generate(resume=run.id)

    assert len(ended.personas) == 2


def test_the_asynchronous_client_says_the_same(server: Server, answers: Path, tmp_path: Path) -> None:
    async def main() -> tuple[GenerationResult, list[str]]:
        async with AsyncClient(server.url, server.token) as persona:
            experiment = await persona.Experiment.acreate(name="my-exp", data_sources=[answers])
            generator = persona.AsyncPersonaGenerator(experiment=experiment)
            heard = [event.type async for event in generator.stream(PersonaConfig(count=2, seed=3))]
            (run,) = await experiment.runs()
            found = await persona.result(run.id)
            again = await generator.agenerate(resume=run.id)
            assert (again, (await persona.personas(run.id))[0].name) == (found, found.personas[0].name)
            assert (await persona.run(run.id)).status == "done"
            assert (await persona.Experiment.open(experiment.id)).id in [e.id for e in await persona.Experiment.list()]
            assert len(await experiment.columns()) == len(found.columns)
            await experiment.delete()
            return found, heard

    found, heard = asyncio.run(main())

    assert found == script(here, answers, root=tmp_path)
    assert (heard[0], heard[-1], heard.count("persona.created")) == ("generation.started", "generation.completed", 2)
