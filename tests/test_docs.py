"""What README and docs print as Python runs; what they say of the command line is true."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

import persona
from persona.cli import app
from persona.samples import sample

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CODE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ persona ([a-z]+)(?: ([a-z]+))?(.*)$", re.MULTILINE)


@pytest.mark.parametrize("page", [p for p in PAGES if CODE.search(p.read_text(encoding="utf-8"))], ids=lambda p: p.name)
def test_python_of_a_page_runs_from_top_to_bottom(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = sample("planning-invented").path.read_text(encoding="utf-8").splitlines(keepends=True)
    Path("data.csv").write_text("".join(lines[:81]), encoding="utf-8")
    names: dict[str, object] = {"__name__": page.stem}

    for code in CODE.findall(page.read_text(encoding="utf-8")):
        exec(compile(code, page.name, "exec"), names)


def test_commands_and_options_in_pages_exist() -> None:
    known = get_command(app).commands  # type: ignore[attr-defined]
    wrong = []
    for page in PAGES:
        for name, inner, rest in COMMAND.findall(page.read_text(encoding="utf-8")):
            command = known.get(name)
            command = getattr(command, "commands", {}).get(inner, command)
            options = {option for parameter in getattr(command, "params", ()) for option in parameter.opts}
            used = set(re.findall(r"(?<=\s)--?[a-z-]+", rest))
            if command is None or used - options:
                wrong.append((page.name, name, inner, sorted(used - options)))

    assert wrong == []


def test_every_command_is_described() -> None:
    text = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    known = get_command(app).commands  # type: ignore[attr-defined]
    names = [f"persona {name}" for name, command in known.items() if not hasattr(command, "commands")]
    groups = {name: command.commands for name, command in known.items() if hasattr(command, "commands")}
    names += [f"persona {group} {name}" for group, inner in groups.items() for name in inner]

    assert [name for name in names if f"`{name}`" not in text and f"$ {name}" not in text] == []


@pytest.mark.docs
def test_reference_is_built_from_docstrings(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    pages = "".join(path.read_text(encoding="utf-8") for path in sorted((tmp_path / "reference").glob("*.html")))
    described = [name for name in persona.__all__ if name not in ("Event", "__version__")]
    missing = [name for name in described if f'id="{getattr(persona, name).__module__}.{name}"' not in pages]
    assert missing == []
