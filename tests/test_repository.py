"""The files that a forge reads: they parse, name what exists, and promise what the package promises."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FORGE = ROOT / ".github"
FORMS = sorted(path for path in (FORGE / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def parsed(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def commands(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def test_every_python_of_the_package_is_tested() -> None:
    promised = [
        name.rpartition(" ")[2] for name in PROJECT["classifiers"] if re.fullmatch(r".* :: Python :: 3\.\d+", name)
    ]
    jobs = parsed(FORGE / "workflows" / "ci.yml")["jobs"]

    assert jobs["test"]["strategy"]["matrix"]["python"] == promised
    assert PROJECT["requires-python"] == f">={promised[0]}"
    setup = (ROOT / "scripts" / "setup").read_text(encoding="utf-8")
    assert f"(3, {promised[0][2:]}) <= sys.version_info[:2] <= (3, {promised[-1][2:]})" in setup


def test_the_forge_runs_commands_of_the_makefile() -> None:
    jobs = parsed(FORGE / "workflows" / "ci.yml")["jobs"]
    made = {
        name: [line.split()[1:] for line in commands(job) if line.startswith("make ")] for name, job in jobs.items()
    }

    assert made == {
        "test": [["check", "test"], ["chaos-test", 'ARGS="-k', 'folder"']],
        "long": [["long-test"]],
        "package": [["wheel-test", "build"]],
        "clients": [["client-test"]],
        "docs": [["docs-test", "docs"]],
    }
    assert {name for lists in made.values() for each in lists for name in each if "-k" not in name} <= {
        *TARGETS,
        'folder"',
    }


def test_the_workflow_may_only_read() -> None:
    assert parsed(FORGE / "workflows" / "ci.yml")["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_a_forge_can_show(path: Path) -> None:
    form = parsed(path)
    asked = [part for part in form["body"] if part["type"] != "markdown"]

    assert sorted(form) == ["body", "description", "labels", "name"]
    assert {part["type"] for part in form["body"]} <= {"markdown", "textarea", "input", "dropdown", "checkboxes"}
    assert len({part["id"] for part in asked}) == len(asked)
    assert [part["id"] for part in asked if not part["attributes"]["label"]] == []
    assert any(part.get("validations", {}).get("required") for part in asked)


def test_dependabot_looks_where_there_is_something_to_look_at() -> None:
    places = {each["package-ecosystem"]: each["directory"] for each in parsed(FORGE / "dependabot.yml")["updates"]}

    assert places == {"pip": "/", "npm": "/tests/clients", "github-actions": "/"}
    assert (ROOT / "tests" / "clients" / "package-lock.json").exists()


def test_hooks_use_the_programs_of_the_project() -> None:
    (repository,) = parsed(ROOT / ".pre-commit-config.yaml")["repos"]
    entries = [hook["entry"] for hook in repository["hooks"]]

    assert repository["repo"] == "local"
    assert [entry for entry in entries if not entry.startswith(".venv/bin/")] == []
    assert [name for entry in entries for name in re.findall(r"tests/\S+", entry) if not (ROOT / name).exists()] == []


def test_the_changelog_is_dated_and_falls() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    released = [heading for heading in headings if heading != "Unreleased"]
    numbers = [tuple(map(int, heading.split(" – ")[0].split("."))) for heading in released]

    assert headings.index(released[0]) <= 1
    assert numbers == sorted(numbers, reverse=True)
    assert re.fullmatch(r"\d+\.\d+\.\d+ – \d{4}-\d{2}-\d{2}", released[0])
