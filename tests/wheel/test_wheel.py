"""What the built package holds, and that it serves the first page from a fresh environment."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import persona
from tests.processes import PATIENCE
from tests.services import free_port
from tests.test_tooling import files
from tests.wheel.conftest import ROOT, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.wheel.conftest import Installed

pytestmark = [pytest.mark.wheel, pytest.mark.xdist_group("wheel")]

LIBRARY = ("persona", "persona_web")
BELOW = ("core", "accounts", "experiments", "generation", "templates", "static")


def test_the_wheel_holds_all_of_the_code_and_nothing_else(wheel: Path) -> None:
    names = {str(path.relative_to(ROOT)) for path in files()}
    wanted = {name for name in names if name.partition("/")[0] in LIBRARY}
    wanted |= {f"persona_web/_site/{name}" for name in names if name.partition("/")[0] in BELOW}

    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert held == wanted


def test_the_source_distribution_holds_what_is_needed_to_build_and_to_read(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}

    tops = {name.partition("/")[0] for name in held}
    assert {
        *LIBRARY,
        *BELOW,
        "tests",
        "docs",
        "requirements",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "Makefile",
    } <= tops
    assert tops & {".git", ".venv", "var", "build", "dist", ".github", ".ci"} == set()


def test_the_metadata_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        told = Parser().parsestr(archive.read(name).decode("utf-8"))

    assert (told["Name"], told["Version"], told["License-Expression"]) == (
        "persona-web",
        persona.__version__,
        "Apache-2.0",
    )
    assert told.get_all("Provides-Extra") == [
        "client",
        "export",
        "llm",
        "saml",
        "sentry",
        "web",
    ]
    assert (told["Description-Content-Type"], told["Requires-Python"]) == ("text/markdown", ">=3.11")


def test_the_page_of_the_index_has_no_links_that_lead_nowhere(built: Path, wheel: Path) -> None:
    run(sys.executable, "-m", "twine", "check", "--strict", *built.glob("persona_web-*"))
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        page = Parser().parsestr(archive.read(name).decode("utf-8")).get_payload()

    assert re.findall(r"\]\((?!https?://)[^)]*\)", page) == []
    assert "As a library" in page


def test_only_two_names_appear_at_the_top_of_site_packages(installed: Installed) -> None:
    assert installed.added == {"persona", "persona_web", f"persona_web-{persona.__version__}.dist-info"}


def test_the_library_is_the_installed_one_and_typed(installed: Installed, tmp_path: Path) -> None:
    folder = Path(
        run(installed.program("python"), "-c", "import persona; print(persona.__path__[0])", cwd=tmp_path).strip()
    )

    assert (folder.is_relative_to(installed.folder), (folder / "py.typed").exists()) == (True, True)


@pytest.fixture
def served(installed: Installed, tmp_path: Path) -> Iterator[str]:
    """The address of `persona serve` as a person starts it, in a folder with nothing in it."""
    port, log = free_port(), tmp_path / "log"
    here = tmp_path / "here"
    here.mkdir()
    with log.open("w") as output:
        process = subprocess.Popen(
            [installed.program("persona"), "serve", "--port", str(port), "--data-dir", "data"],
            cwd=here,
            env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "WEB_WORKERS": "1", "LOG_LEVEL": "INFO"},
            stdout=output,
            stderr=output,
        )
    try:
        deadline = time.monotonic() + 5 * PATIENCE
        while not re.search(r"celery@\S+ ready", log.read_text()) or "is running at" not in log.read_text():
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"it did not start:\n{log.read_text()}")
            time.sleep(0.05)
        assert sorted(path.name for path in here.iterdir()) == ["data"]
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


def test_the_first_page_comes_with_its_style(served: str) -> None:
    with urllib.request.urlopen(served) as page:
        html = page.read().decode()
    (style,) = re.findall(r'href="(/static/css/app\.[0-9a-f]{12}\.css)"', html)
    with urllib.request.urlopen(served + style) as answer:
        kept = answer.headers["Cache-Control"]

    assert ("<h1" in html, kept) == (True, "max-age=315360000, public, immutable")


def test_people_and_tokens_are_made_without_a_browser(installed: Installed, served: str, tmp_path: Path) -> None:
    """On the data folder of the server that runs, and the token opens it."""
    persona_, settings = (
        installed.program("persona"),
        {"HOME": str(tmp_path), "DATA_DIR": str(tmp_path / "here" / "data")},
    )

    run(persona_, "user", "create", "ana@supper.example", given="four words in a row\n", **settings)
    token = run(persona_, "token", "create", "ana@supper.example", **settings).strip()

    asked = urllib.request.Request(f"{served}/api/v1/experiments", headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(asked) as answer:
        assert json.load(answer) == {"items": [], "next": None}
