"""`persona-web`: the commands of an installation of several processes; each is one process, which a signal stops."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from persona_web import env as environment
from persona_web.checks.kinds import Finding, Weight
from persona_web.checks.registry import examine
from persona_web.checks.services import migrations
from persona_web.checks.start import read
from persona_web.layout import ROOT
from persona_web.prepare import make_ready
from persona_web.processes import DRAIN_SECONDS, allow_connections, is_healthy, share_numbers
from persona_web.processes import web as web_server
from persona_web.processes import worker as worker_process

if TYPE_CHECKING:
    from collections.abc import Sequence

SETTINGS = "persona_web.settings"

app = typer.Typer(
    help="Run Persona as several processes, on one machine or many. Settings come from the environment.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def web() -> None:
    """Answer people and programs at HOST and PORT. Requests that have begun may end when it is asked to stop."""
    env = _ready()
    allow_connections()
    share_numbers(env)
    _become(web_server(env, drain=DRAIN_SECONDS).command)


@app.command()
def worker(
    queues: Annotated[str, typer.Option(help="Which queues it serves, with commas between; else all of them.")] = "",
) -> None:
    """Read files, carry out runs and send what is to be sent. Work that has begun is given back when it is stopped."""
    env = _ready()
    _become(
        worker_process(env, queues=[name.strip() for name in queues.split(",") if name.strip()], beat=False).command
    )


@app.command()
def beat() -> None:
    """Tell workers every few seconds to look for what was lost. One of it is enough, two do no harm."""
    env = _ready()
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    from persona_web.celery import app as celery

    celery.Beat(quiet=True, loglevel=env.log_level).run()


@app.command()
def migrate() -> None:
    """Bring tables and pages up to date; old processes may serve meanwhile. It may run again at any time."""
    make_ready(read())


@app.command()
def createoperator(
    email: Annotated[str, typer.Argument(help="The address to sign in with.")],
    name: Annotated[str, typer.Option(help="What to call them.")] = "",
) -> None:
    """Make an account for an operator; the password is asked for, or is the first line of standard input."""
    _ready()
    _become([sys.executable, "-m", "persona_web", "manage", "create_operator", email, "--name", name])


@app.command()
def doctor(*, as_json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False) -> None:
    """Say in sentences what is unsafe or broken; ends with status 1 if something is."""
    env, sentences = environment.given()
    findings = list(examine(env))
    if as_json:
        typer.echo(json.dumps(_listed(sentences, findings), indent=2, ensure_ascii=False))
    else:
        _print(sentences, findings)
    raise typer.Exit(1 if sentences or any(finding.is_trouble for finding in findings) else 0)


@app.command()
def healthy() -> None:
    """End with status 0 if the web process of this machine answers and can work, else 1: for containers."""
    raise typer.Exit(0 if is_healthy(read()) else 1)


def _print(sentences: Sequence[str], findings: Sequence[Finding]) -> None:
    for sentence in sentences:
        _line("setting", sentence)
    for finding in findings:
        for sentence in finding.sentences:
            _line(finding.about if finding.weight is not Weight.TOLD else f"{finding.about} (to know)", sentence)
    well = [finding.about for finding in findings if not finding.sentences and finding.weight is not Weight.TOLD]
    typer.echo(f"In order: {', '.join(well)}." if well else "Nothing is in order.")


def _line(about: str, sentence: str) -> None:
    typer.echo(f"{about}: {sentence}")


def _listed(sentences: Sequence[str], findings: Sequence[Finding]) -> list[dict[str, object]]:
    values = [Finding("setting", Weight.REFUSED, tuple(sentences))] if sentences else []
    return [
        {"about": each.about, "weight": each.weight.value, "sentences": list(each.sentences)}
        for each in (*values, *findings)
    ]


def _ready() -> environment.Env:
    """The environment of a process that needs the tables; it makes none itself, for many start at once."""
    env = read()
    if missing := list(migrations(env)):
        raise SystemExit("\n".join(missing))
    return env


def _become(command: Sequence[str]) -> NoReturn:
    """Be that program from now on, under the same process id, so that whoever started this one stops that one."""
    os.environ["DATA_DIR"] = str(read().data_dir)  # which may be meant from the folder that is left now
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execv(command[0], list(command))  # noqa: S606 -- this very Python, arguments of ours


def main() -> None:
    """What `persona-web` runs."""
    with suppress(KeyboardInterrupt):
        app()
