"""`python -m persona_web`: starts web and worker, Ctrl-C stops both; with `manage …` it is Django's command line."""

from __future__ import annotations

import errno
import http.client
import os
import resource
import socket
import sys
from typing import TYPE_CHECKING

from core import disk
from persona_web import env as environment
from persona_web.prepare import ensure_prepared
from persona_web.supervisor import Child, Supervisor, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

HEADER_MS = 10_000  # for all headers of a request, and the longest that a connection may be idle
CONNECTIONS = 4_096  # that a process keeps open; those whose requests are still on their way cost no thread


def main(arguments: Sequence[str] = ()) -> int:
    env = environment.read()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "persona_web.settings")
    os.environ["DATA_DIR"] = str(env.data_dir)  # children are started in another folder
    if arguments[:1] == ["manage"]:
        return manage(env, arguments[1:])
    return serve(env)


def manage(env: environment.Env, arguments: Sequence[str]) -> int:
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


def serve(env: environment.Env) -> int:
    if trouble := trouble_with_port(env.host, env.port):
        raise SystemExit(trouble)
    for trouble in troubles_with_folder(env.data_dir):
        say(trouble)
    ensure_prepared(env)
    allow_connections()
    return Supervisor(
        [web(env), worker(env)],
        is_ready=lambda: is_healthy(env),
        greeting=f"Persona is running at {env.address} — stop with Ctrl-C",
    ).run()


def allow_connections() -> None:
    """Let the children open as many files as there may be connections, and some; systems begin with 1,024."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CONNECTIONS if hard == resource.RLIM_INFINITY else min(2 * CONNECTIONS, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def web(env: environment.Env) -> Child:
    command = [sys.executable, "-m", "granian", "persona_web.asgi:application", "--interface", "asginl", "--no-ws"]
    command += ["--host", env.host, "--port", str(env.port), "--log-level", "warning"]
    # HTTP/1 alone: whoever does not say which version it will be has no deadline to say so.
    command += ["--workers", str(env.web_workers), "--http", "1", "--http1-header-read-timeout", str(HEADER_MS)]
    command += ["--backlog", str(CONNECTIONS), "--backpressure", str(CONNECTIONS)]
    command += ["--respawn-failed-workers", "--respawn-interval", "0.5", "--workers-kill-timeout", "2"]
    return Child("web server", command, grace=3)


def worker(env: environment.Env) -> Child:
    """The worker carries the schedule too (-B): there is only one of it here."""
    # Celery warns of root, but this one has the rights of the person who started it, like the web server.
    command = [sys.executable, "-W", "ignore::UserWarning:celery.platforms", "-m", "persona_web.worker", env.log_level]
    return Child("worker", command, grace=5)


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


def troubles_with_folder(folder: Path) -> Iterator[str]:
    """What a person should know of their data folder; with PRODUCTION the first ends the start (env.py)."""
    if environment.is_open_to_others(folder):
        yield f"Others on this machine can look into {folder}, where answers lie. To change that: chmod 700 {folder}"
    if folder.exists() and not disk.has_room(folder):
        yield f"The disk of {folder} is full: less than {disk.LEAST_ROOM // 1_000_000} MB are left."


def _sentence(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use. Stop what uses it, or choose another one: PORT={port + 1}."
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than you have. Choose one above 1023: PORT=8000."
    return f"HOST={host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them."


def is_healthy(env: environment.Env) -> bool:
    connection = http.client.HTTPConnection(env.local_host.strip("[]"), env.port, timeout=2)
    try:
        connection.request("GET", "/healthz", headers={"Host": env.hosts[0].lstrip(".")})
        answer = connection.getresponse()
        return answer.status == http.HTTPStatus.OK or b'"disk": "full"' in answer.read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
