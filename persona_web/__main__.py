"""`python -m persona_web`: starts web and worker, Ctrl-C stops both; with `manage …` it is Django's command line."""

from __future__ import annotations

import errno
import os
import socket
import sys
from typing import TYPE_CHECKING

from persona_web.checks import machine
from persona_web.checks.start import read
from persona_web.prepare import ensure_prepared
from persona_web.processes import allow_connections, is_healthy, share_numbers, web, worker
from persona_web.supervisor import Supervisor, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona_web.env import Env


def main(arguments: Sequence[str] = ()) -> int:
    env = read()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "persona_web.settings")
    os.environ["DATA_DIR"] = str(env.data_dir)  # children are started in another folder
    if arguments[:1] == ["manage"]:
        return manage(env, arguments[1:])
    return serve(env)


def manage(env: Env, arguments: Sequence[str]) -> int:
    """One of Django's commands, on a data folder that is ready for it."""
    from django.core.management import execute_from_command_line

    from persona.cli.output import tell_error
    from persona.exceptions import PersonaError

    ensure_prepared(env)
    try:
        execute_from_command_line(["persona manage", *arguments])
    except PersonaError as error:
        tell_error(error, as_json=False)
        return 1
    return 0


def serve(env: Env) -> int:
    if trouble := trouble_with_port(env.host, env.port):
        raise SystemExit(trouble)
    for trouble in (*machine.storage(env), *machine.room(env)):
        say(trouble)
    ensure_prepared(env)
    allow_connections()
    share_numbers(env)
    return Supervisor(
        [web(env), worker(env)],
        is_ready=lambda: is_healthy(env),
        greeting=f"Persona is running at {env.address} — stop with Ctrl-C",
    ).run()


def trouble_with_port(host: str, port: int) -> str | None:
    """Why nothing can listen there, in a sentence. The server itself would share the port and stay silent."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return _sentence(error, host, port)
    return None


def _sentence(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use. Stop what uses it, or choose another one: PORT={port + 1}."
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than you have. Choose one above 1023: PORT=8000."
    return f"HOST={host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
