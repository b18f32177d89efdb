"""Programs that others make from the document of the API: they are generated, typed, and work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from accounts.tokens.models import SCOPES, ApiToken
from tests.services import program

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

    from accounts.models import User

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).parent
TOOLS = ROOT / "build" / "clients"  # made by scripts/clients
DOCUMENT = ROOT / "docs" / "openapi.json"

pytestmark = [pytest.mark.clients, pytest.mark.xdist_group("clients"), pytest.mark.django_db(transaction=True)]


def run(*command: str | Path, cwd: Path, **settings: str) -> str:
    """What a program prints; that it fails is a failure here."""
    done = subprocess.run(command, cwd=cwd, env=os.environ | settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def tool(folder: str, name: str) -> Path:
    """A program of the tools; without them the test is left out, and in CI it fails."""
    if not (found := TOOLS / folder / name).exists():
        leave_out = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        leave_out(f"{name} is not there: make client-test installs it")
    return found


@pytest.fixture
def token(alice: User) -> str:
    return ApiToken.objects.issue(alice, name="generated", scopes=list(SCOPES))[1]


def expected(language: str) -> dict[str, object]:
    return {
        "created": 201,
        "uploaded": 202,
        "listed": [[f"From {language}", "Asked in spring"]],
        "refused": [422, "invalid_input", ["body.name"]],
    }


def test_a_python_client_is_made_and_works(live_server: LiveServer, token: str, tmp_path: Path) -> None:
    python = tool("venv/bin", "python")
    generate = (tool("venv/bin", "openapi-python-client"), "generate", "--path", DOCUMENT, "--fail-on-warning")
    run(*generate, "--config", HERE / "generator.yml", "--output-path", tmp_path / "client", cwd=tmp_path)

    told = run(
        python, HERE / "use_client.py", live_server.url, token, cwd=tmp_path, PYTHONPATH=str(tmp_path / "client")
    )

    assert json.loads(told) == expected("Python")


def test_a_typescript_client_is_typed_and_works(live_server: LiveServer, token: str, tmp_path: Path) -> None:
    node, bin_folder = program("node", package="nodejs"), "node_modules/.bin"
    compiler = tool(bin_folder, "tsc")
    for name in ("use_client.ts", "tsconfig.json", "package.json"):
        shutil.copy(HERE / name, tmp_path)
    (tmp_path / "node_modules").symlink_to(TOOLS / "node_modules")
    make_types = (tool(bin_folder, "openapi-typescript"), DOCUMENT, "--default-non-nullable=false")
    run(*make_types, "--output", "api.d.ts", cwd=tmp_path)
    run(compiler, "-p", ".", cwd=tmp_path)

    assert json.loads(run(node, "use_client.js", live_server.url, token, cwd=tmp_path)) == expected("TypeScript")
