"""What holds for the repository as a whole: its templates, its files, its locks and its documents."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from persona_web.env import Env

ROOT = Path(__file__).resolve().parent.parent
CODE = {".py", ".html", ".js", ".css"}
MOST_LINES = 400

FORBIDDEN_IN_TEMPLATES = {
    "inline style": re.compile(r"<style|\sstyle\s*="),
    "inline handler": re.compile(r"(?<!\{% with)\son[a-z]+\s*=|hx-on"),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>"),
    "evaluated value": re.compile(r"""hx-(vals|headers)\s*=\s*["']js:|hx-trigger\s*=\s*["'][^"']*\["""),
    "address elsewhere": re.compile(r"""(src|href|action|hx-get|hx-post)\s*=\s*["'](https?:)?//"""),
}


def files(*suffixes: str) -> list[Path]:
    """The project's own files with these suffixes (none: all), as git knows them or would add them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\n")
    paths = [ROOT / name for name in listed if name]
    return [path for path in paths if path.is_file() and (not suffixes or path.suffix in suffixes)]


def found(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Each line in which the pattern stands, as `file:line: text`."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("what", FORBIDDEN_IN_TEMPLATES)
def test_templates_keep_to_the_content_policy(what: str) -> None:
    assert found(FORBIDDEN_IN_TEMPLATES[what], files(".html")) == []


def test_no_file_is_too_long_to_read_in_one_sitting() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_bytes().count(b"\n") for path in files(*CODE)}

    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES and "/migrations/" not in name} == {}


@pytest.mark.parametrize("held", [b"\x00\x01", b"\x00\x02"])
def test_no_test_is_named_by_bytes(held: bytes, request: pytest.FixtureRequest) -> None:
    """They may hold the time at which they were made, and two processes must find tests of the same names."""
    assert request.node.name.split("@")[0] == f"test_no_test_is_named_by_bytes[held{held[1] - 1}]"


def test_the_tests_of_a_file_stay_in_one_process(request: pytest.FixtureRequest) -> None:
    """What they share is made once; a pytest that its helper for two processes does not know makes it twice unseen."""
    is_divided = hasattr(request.config, "workerinput")

    assert request.node.nodeid.endswith("@tests/test_tooling.py") == is_divided


# -- locks -----------------------------------------------------------------------------------------

LOCKS = {
    "base": ((), ()),
    "web": (("web",), ("build",)),
    "dev": (("web", "client", "export", "saml", "sentry"), ("build", "dev")),
    "installer": (None, ("installer",)),
    "clients": (None, ("clients",)),
}


def wanted(name: str) -> list[Requirement]:
    """What pyproject.toml asks of the lock `name`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras, groups = LOCKS[name]
    lines = [] if extras is None else list(project["project"]["dependencies"])
    lines += [line for extra in extras or () for line in project["project"]["optional-dependencies"][extra]]
    lines += [line for group in groups for line in project["dependency-groups"][group]]
    asked = [Requirement(line) for line in lines]
    own = {extra for each in asked if each.name == project["project"]["name"] for extra in each.extras}
    named = [line for extra in sorted(own) for line in project["project"]["optional-dependencies"][extra]]
    asked += [Requirement(line) for line in named]  # what these extras bring in turn, those of `extras` name, too
    return [each for each in asked if each.name != project["project"]["name"]]


def locked(name: str) -> dict[str, list[tuple[Requirement, int]]]:
    """The locked packages with the number of their hashes; several versions where Pythons differ."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    pins: dict[str, list[tuple[Requirement, int]]] = {}
    for entry in re.split(r"(?<!\\)\n", text.strip()):
        line, *hashes = re.split(r"\s*\\\n\s*", entry)
        pin = Requirement(line)
        pins.setdefault(canonicalize_name(pin.name), []).append((pin, len(hashes)))
    return pins


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    pins = [pin for versions in locked(name).values() for pin in versions]

    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=sha256:)", text, re.MULTILINE)
    assert [str(pin) for pin, hashes in pins if hashes == 0 or not str(pin.specifier).startswith("==")] == []


@pytest.mark.parametrize("name", LOCKS)
def test_lock_satisfies_pyproject(name: str) -> None:
    pins = locked(name)
    unmet = []
    for requirement in wanted(name):
        versions = [next(iter(pin.specifier)).version for pin, _ in pins.get(canonicalize_name(requirement.name), [])]
        if not versions or not all(version in requirement.specifier for version in versions):
            unmet.append(str(requirement))

    assert unmet == []


@pytest.mark.parametrize("smaller", ["base", "web"])
def test_dev_lock_holds_the_same_versions(smaller: str) -> None:
    dev, small = versions("dev"), versions(smaller)

    assert {name: found for name, found in small.items() if not found <= dev.get(name, set())} == {}


def versions(name: str) -> dict[str, set[str]]:
    """Whatever the platforms and Pythons that each is for."""
    return {package: {str(pin.specifier) for pin, _ in pins} for package, pins in locked(name).items()}


# -- documents -------------------------------------------------------------------------------------


def test_documents_link_only_to_files_that_exist() -> None:
    link = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in files(".md")
        for target in link.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]

    assert broken == []


def test_documents_name_only_commands_that_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        (str(path.relative_to(ROOT)), command)
        for path in files(".md")
        for command in re.findall(r"[`\n]make ([a-z-]+)", path.read_text(encoding="utf-8"))
    }

    assert {(path, command) for path, command in named if command not in targets} == set()


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    names = [name for row in re.findall(r"^\| (`.+?) \|", text, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]

    assert sorted(names) == sorted(name.upper() for name in Env.model_fields)


def test_decisions_are_short_and_numbered_without_gaps() -> None:
    notes = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in notes]

    assert numbers == [f"{number:04}" for number in range(1, len(notes) + 1)]
    assert {path.name for path in notes if len(path.read_text(encoding="utf-8").splitlines()) > 25} == set()


def test_nothing_names_the_machine_it_was_made_on() -> None:
    mine = Path(__file__)
    texts = [path for path in files(".py", ".md", ".toml", ".html", ".js", ".css") if path != mine]

    assert found(re.compile(r"(?<![\w.])/(work|root|home)/"), texts) == []
