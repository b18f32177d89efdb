"""`persona --server … generate`: the work is done there, the result is written here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from persona.cli.answers import read_answers
from persona.cli.files import read_codebook
from persona.cli.output import print_json, say
from persona.cli.progress import Unseen, progress
from persona.cli.roles import read_roles
from persona.cli.working import INTERRUPTED
from persona.numerals import counted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from persona.client import Client, RemoteExperiment, RunInfo
    from persona.models import GenerationResult, PersonaConfig

# What needs the data, or a key, on this computer.
ONLY_HERE = ("base_url", "price", "dry_run", "rename", "merge", "split")


@dataclass(frozen=True)
class Server:
    """Where to, and what opens it; the token is shown nowhere."""

    url: str
    token: str = field(repr=False)


def generate(server: Server, given: Mapping[str, Any]) -> None:
    """As `persona generate`, with its parameters by name; a stopped run goes on with --resume."""
    from persona.client import Client
    from persona.messages import configuration_error

    if unknown := next((name for name in ONLY_HERE if given[name]), None):
        raise configuration_error("not_on_server", name=f"--{unknown.replace('_', '-')}")
    with Client(server.url, server.token) as client:
        with progress() as follower:
            run = _run(client, given)
            result = _follow(client, run, follower)
        if given["out"]:
            _write(given["out"], client, run, result)
    if given["as_json"]:
        print_json(result)
    people = f"{counted(len(result.personas), 'persona')} from {counted(result.rows, 'answer')}"
    say(f"{people}: {given['out'] or f'{client.url}/runs/{run.id}/results/'}")


def _run(client: Client, given: Mapping[str, Any]) -> RunInfo:
    """The run to follow: a new one, or one that goes on."""
    if given["resume"]:
        return client.carry(client.steps.go_on(given["resume"]))
    experiment = _experiment(client, given)
    return client.PersonaGenerator(experiment).start(_config(experiment, given))


def _experiment(client: Client, given: Mapping[str, Any]) -> RemoteExperiment:
    files: list[Path] = given["files"] or []
    if bool(given["experiment"]) == bool(files):
        raise typer.BadParameter("Give a file, or --experiment with a name.")
    if files:
        return client.Experiment.create(given["name"] or files[0].stem, files)
    return client.Experiment.open(given["experiment"])


def _config(experiment: RemoteExperiment, given: Mapping[str, Any]) -> PersonaConfig:
    from persona.column_overrides import choose
    from persona.models import PersonaConfig

    _settle(experiment, given)
    lists = {name: given[name] or () for name in ("basis", "describe", "ignore")}
    columns = choose(experiment.columns(), roles=read_roles(given["role"] or []), **lists)
    settings = {name: given[name] for name in ("count", "seed", "detail", "model", "template", "verify", "redact")}
    return PersonaConfig(columns=columns, budget_usd=given["budget"], **settings)


def _settle(experiment: RemoteExperiment, given: Mapping[str, Any]) -> None:
    """What people say of doubts and questions, which the server keeps; a file that is read anew is waited for."""
    answers, path = read_answers(given["answer"] or []), given["codebook"]
    if answers or path:
        found = experiment.questionnaire(answers)
        if path and (told := read_codebook(path, found)):
            experiment.questionnaire(questions=told)


def _follow(client: Client, run: RunInfo, follower: Unseen) -> GenerationResult:
    try:
        return client.carry(client.steps.follow(run.id, run.events), follower.on_event)
    except KeyboardInterrupt:
        _stop(client, run)


def _stop(client: Client, run: RunInfo) -> NoReturn:
    client.cancel(run.id)
    say(f"Stopped; finished personas are kept. Go on with --resume {run.id}.")
    raise typer.Exit(INTERRUPTED)


def _write(folder: Path, client: Client, run: RunInfo, result: GenerationResult) -> None:
    """The same files as a run on this computer writes."""
    from persona.exporting.formats import FORMATS, export
    from persona.files import write_bytes

    folder.mkdir(parents=True, exist_ok=True)
    for kind, about in FORMATS.items():
        if about.kept:
            write_bytes(folder / about.kept, client.export(run.id, kind) if about.is_whole else export(result, kind))
