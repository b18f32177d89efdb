"""The command line: parses, calls one public function, prints. Data to stdout, words to stderr."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from persona.cli import (
    annotate,
    ask,
    assign,
    editing,
    experiments,
    files,
    personas,
    quality_gate,
    results,
    segments,
    web,
)

app = typer.Typer(
    name="persona",
    help="Personas from what people said, every statement backed by their own words.",
    no_args_is_help=True,
    rich_markup_mode=None,  # loading Rich would triple the time of --help
    pretty_exceptions_enable=False,
)
app.command()(personas.demo)
app.command()(files.inspect)
app.command()(files.check)
app.command()(segments.group)
app.command()(personas.generate)
app.command()(results.compare)
app.command()(assign.assign)
app.command()(ask.ask)
app.command()(editing.edit)
app.command()(editing.edits)
app.command()(results.export)
app.command()(results.verify)
app.command()(quality_gate.gate)
app.command()(annotate.annotate)
app.add_typer(experiments.app, name="experiment")
app.command(hidden=not web.is_installed())(web.serve)
app.add_typer(web.user, name="user", hidden=not web.is_installed())
app.add_typer(web.operator, name="operator", hidden=not web.is_installed())
app.add_typer(web.token, name="token", hidden=not web.is_installed())
app.command(hidden=not web.is_installed(), context_settings={"ignore_unknown_options": True})(web.manage)


def _version(wanted: bool) -> None:
    if wanted:
        from persona.version import __version__

        print(__version__)
        raise typer.Exit


@app.callback()
def options(
    ctx: typer.Context,
    server: Annotated[
        str | None, typer.Option(help="Let this server do the work: https://persona.example.com", show_default=False)
    ] = None,
    token: Annotated[
        str, typer.Option(envvar="PERSONA_TOKEN", help="What opens the server; better in the environment.")
    ] = "",
    version: Annotated[  # noqa: ARG001 -- its own callback acts
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Personas from what people said, every statement backed by their own words."""
    if server is None:
        return
    if ctx.invoked_subcommand != "generate":
        raise typer.BadParameter("--server works with “generate”.")
    from persona.cli.elsewhere import Server

    ctx.obj = Server(server, token)


def main() -> None:
    """Run the command line; an error of ours is one line and a hint, a traceback only with PERSONA_DEBUG=1."""
    from persona.exceptions import PersonaError

    try:
        app()
    except PersonaError as exc:
        if os.environ.get("PERSONA_DEBUG"):
            raise
        from persona.cli.output import tell_error

        tell_error(exc, as_json="--json" in sys.argv)
        sys.exit(1)
