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
