"""Commands of the server: handed over to `persona_web` as a program, for the library knows nothing of the web."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, NoReturn

import typer

PROGRAM = "persona_web"
WEB_SERVER = "granian"  # comes with the extra `web`, and with nothing else of ours


def is_installed() -> bool:
    """Whether the extra `web` is there."""
    return find_spec(WEB_SERVER) is not None


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; else HOST, or 127.0.0.1.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; else PORT, or 8000.")] = None,
    data_dir: Annotated[
        Path | None, typer.Option(help="Folder of database, uploads and keys; else DATA_DIR, or one of your own.")
    ] = None,
) -> None:
    """Start the web app here; Ctrl-C stops it. Settings come from the environment."""
    given = {"HOST": host, "PORT": port, "DATA_DIR": data_dir}
    hand_over(**{name: str(value) for name, value in given.items() if value is not None})


Email = Annotated[str, typer.Argument(help="Who it is for: the address to sign in with.")]
Name = Annotated[str, typer.Option(help="What to call them.")]

user = typer.Typer(help="People of the web app.", no_args_is_help=True)
operator = typer.Typer(help="People who may open the administration of the web app.", no_args_is_help=True)
token = typer.Typer(help="Tokens of the API.", no_args_is_help=True)


@user.command("create")
def create_user(
    email: Email,
    name: Name = "",
    team: Annotated[str, typer.Option(help="Name or id of a team that they are put into.")] = "",
    role: Annotated[str, typer.Option(help="What they are there: owner, editor or viewer.")] = "editor",
) -> None:
    """Make an account; the password is asked for, or is the first line of standard input."""
    put_in = ("--team", team, "--role", role) if team else ()
    hand_over("manage", "create_user", email, "--name", name, *put_in)


@operator.command("create")
def create_operator(email: Email, name: Name = "") -> None:
    """Make an account for an operator, or make an operator of somebody who has an account."""
    hand_over("manage", "create_operator", email, "--name", name)


@token.command("create")
def create_token(
    email: Email,
    name: Annotated[str, typer.Option(help="What it is for.")] = "Command line",
    scope: Annotated[list[str] | None, typer.Option(help="read, write, run, admin; several times.")] = None,
    days: Annotated[int, typer.Option(help="How long it lasts.")] = 90,
    team: Annotated[str, typer.Option(help="Name or id of the team it acts in, where they are in several.")] = "",
) -> None:
    """Print a new token for somebody who has an account: it reads, unless --scope says more."""
    scopes = [word for each in scope or () for word in ("--scope", each)]
    where = ("--team", team) if team else ()
    hand_over("manage", "create_token", email, "--name", name, "--days", str(days), *scopes, *where)


def manage(
    arguments: Annotated[list[str] | None, typer.Argument(help="A command of Django, and what it takes.")] = None,
) -> None:
    """Run one of Django's commands on the web app: migrate, reencrypt, createcachetable …"""
    hand_over("manage", *(arguments or ["help"]))


def hand_over(*arguments: str, **settings: str) -> NoReturn:
    """Become the web app's own program, with these settings in its environment.

    Raises:
        ConfigurationError: the extra `web` is not installed.
    """
    from persona.messages import configuration_error

    if not is_installed():
        raise configuration_error("extra_missing", what="The web app", extra="web")
    os.environ.update(settings)
    os.execv(sys.executable, [sys.executable, "-m", PROGRAM, *arguments])  # noqa: S606 -- this very Python, arguments of ours
