"""Real servers for the tests, one each a process: on a free port, over a folder that goes away."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
import redis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

PATIENCE = 300  # seconds: a busy machine starts slowly, and waiting costs nothing when it does not


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program(name: str, *, package: str, folders: Sequence[Path] = ()) -> str:
    """Where `name` is; without it the test is left out, and in CI it fails."""
    found = shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *map(str, folders)]))
    if found is None:
        leave_out = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        leave_out(f"{name} is not installed (package {package})")
    return found


@contextlib.contextmanager
def served(
    command: Sequence[str],
    answers: Callable[[], bool],
    *,
    user: str | None = None,
    environment: Mapping[str, str] = os.environ,
    log: Path = Path(os.devnull),
    end: signal.Signals = signal.SIGTERM,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the block ends; it is there once `answers` says so."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=output, user=user, env=environment, start_new_session=True
        )
    try:
        deadline = time.monotonic() + PATIENCE
        while not answers():
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"{command[0]} did not start\n{log.read_text()}")
            time.sleep(0.05)
        yield process
    finally:
        process.send_signal(end)
        process.wait(PATIENCE)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[str]:
    with redis_running() as url:
        yield url


@contextlib.contextmanager
def redis_running(port: int | None = None) -> Iterator[str]:
    """The address of a Redis of one's own."""
    server, port = program("redis-server", package="redis-server"), port or free_port()
    client = redis.Redis(port=port)

    def answers() -> bool:
        with contextlib.suppress(redis.ConnectionError):
            return bool(client.ping())
        return False

    command = [server, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with served(command, answers):
        yield f"redis://127.0.0.1:{port}/0"
    client.close()


@pytest.fixture
def redis_url(redis_server: str) -> Iterator[str]:
    """The address of a Redis that is empty, and left so."""
    yield redis_server
    with redis.Redis.from_url(redis_server) as client:
        client.flushdb()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with postgres() as url:
        yield url


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """The address of an empty PostgreSQL database, owned by `persona`."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    initdb = program("initdb", package="postgresql", folders=folders)
    server = program("postgres", package="postgresql", folders=[Path(initdb).parent])
    # PostgreSQL refuses to run as root, and its user could not reach a folder below pytest's own.
    user = "postgres" if os.geteuid() == 0 else None
    port = free_port()
    url = f"postgres://persona@127.0.0.1:{port}/postgres"

    def answers() -> bool:
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(url):
            return True
        return False

    with tempfile.TemporaryDirectory(prefix="persona-postgres-") as folder:
        if user:
            shutil.chown(folder, user)
        setup = [initdb, "-D", folder, "-U", "persona", "--auth", "trust", "--no-sync", "-E", "UTF8", "--locale", "C"]
        subprocess.run(setup, check=True, stdout=subprocess.DEVNULL, user=user)
        command = [server, "-D", folder, "-p", str(port), "-h", "127.0.0.1", "-k", folder, "-c", "fsync=off"]
        # As an interrupt it ends at once; otherwise it waits for those who are connected.
        with served(command, answers, user=user, end=signal.SIGINT):
            yield url
