"""A real server with web, worker and queue, and somebody's token for it."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.invented import invented_answers
from tests.prepared import copy_of
from tests.services import free_port, served

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).parent
ISSUE = """
import django
django.setup()
from accounts.tokens.models import ApiToken, SCOPES
from accounts.models import User
user = User.objects.create_user("ana@supper.example", "a-long-enough-pass-phrase", name="Ana Berg")
print(ApiToken.objects.issue(user, name="tests", scopes=list(SCOPES))[1])
print(ApiToken.objects.issue(user, name="reader", scopes=["read"])[1])
"""


@pytest.hookimpl(tryfirst=True)  # before the others are grouped by their files
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those with a server run in one process: they share it."""
    for item in items:
        if HERE in item.path.parents and "server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.integration)
            item.add_marker(pytest.mark.xdist_group("client"))


@dataclass(frozen=True)
class Server:
    """Where it is, and what opens it."""

    url: str
    token: str
    reader: str  # a token that may only read
    receiver: int  # a port on this machine that webhooks may reach

    def is_well(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:  # nobody listens yet, or the first answer takes long on a busy machine
            return False


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    port, receiver = free_port(), free_port()
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    environment = {
        **kept,
        "DJANGO_SETTINGS_MODULE": "persona_web.settings",
        "PORT": str(port),
        "DATA_DIR": str(copy_of(prepared, folder / "data")),
        "WEBHOOK_HOSTS": f"127.0.0.1:{receiver}",
        "OMP_NUM_THREADS": "1",
    }
    starting = Server(f"http://127.0.0.1:{port}", "", "", receiver)
    with served(
        [sys.executable, "-m", "persona_web"], starting.is_well, environment=environment, log=folder / "log.txt"
    ):
        issued = subprocess.run(
            [sys.executable, "-c", ISSUE], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        )
        yield Server(starting.url, *issued.stdout.split(), receiver)
    assert "Traceback" not in (words := (folder / "log.txt").read_text(encoding="utf-8")), words


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Sixty answers to a survey."""
    path = tmp_path / "data.csv"
    path.write_text(invented_answers(60), encoding="utf-8")
    return path
