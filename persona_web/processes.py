"""Processes: what the web server and a worker are started with, by `persona serve` and by `persona-web` alike."""

from __future__ import annotations

import http.client
import os
import resource
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from persona_web.supervisor import Child

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona_web.env import Env

HEADER_MS = 10_000  # for all headers of a request, and the longest that a connection may be idle
CONNECTIONS = 4_096  # that a process keeps open; those whose requests are still on their way cost no thread
DRAIN_SECONDS = 30  # in which requests that have begun may end before a web process goes


def allow_connections() -> None:
    """Let the children open as many files as there may be connections, and some; systems begin with 1,024."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CONNECTIONS if hard == resource.RLIM_INFINITY else min(2 * CONNECTIONS, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def share_numbers(env: Env) -> None:
    """Let web processes that are started from here leave what they count for each other (`persona_web.metrics`)."""
    folder = Path(tempfile.gettempdir()) / f"persona-metrics-{os.getuid()}-{env.port}"
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(FileExistsError):  # it is somebody else's: each process then tells its own numbers
        folder.mkdir(mode=0o700)
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def web(env: Env, *, drain: int = 2) -> Child:
    """The web server; `drain` seconds are left to requests that have begun when it is asked to stop."""
    command = [sys.executable, "-m", "granian", "persona_web.asgi:application", "--interface", "asginl", "--no-ws"]
    command += ["--host", env.host, "--port", str(env.port), "--log-level", "warning"]
    # HTTP/1 alone: whoever does not say which version it will be has no deadline to say so.
    command += ["--workers", str(env.web_workers), "--http", "1", "--http1-header-read-timeout", str(HEADER_MS)]
    command += ["--backlog", str(CONNECTIONS), "--backpressure", str(CONNECTIONS)]
    command += ["--respawn-failed-workers", "--respawn-interval", "0.5", "--workers-kill-timeout", str(drain)]
    return Child("web server", command, grace=3)


def worker(env: Env, *, queues: Sequence[str] = (), beat: bool = True) -> Child:
    """A worker of these queues, or of all; it carries the schedule too where it is the only one."""
    # Celery warns of root, but this one has the rights of the person who started it, like the web server.
    command = [sys.executable, "-W", "ignore::UserWarning:celery.platforms", "-m", "persona_web.worker", env.log_level]
    command += [] if beat else ["--no-beat"]
    command += [f"--queues={','.join(queues)}"] if queues else []
    return Child("worker", command, grace=5)


def is_healthy(env: Env) -> bool:
    connection = http.client.HTTPConnection(env.local_host.strip("[]"), env.port, timeout=2)
    try:
        connection.request("GET", "/healthz", headers={"Host": env.hosts[0].lstrip(".")})
        answer = connection.getresponse()
        return answer.status == http.HTTPStatus.OK or b'"disk": "full"' in answer.read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
