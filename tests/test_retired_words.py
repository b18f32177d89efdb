"""No retired word of the glossary stands in names of code, on pages, in messages or documents."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from persona.messages import MESSAGES, NOTES
from persona.terms import TERMS, Column
from tests.source_trees import nodes

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("persona", "core", "accounts", "experiments", "generation", "persona_web")
EXCEPTED = {
    "persona/reading": "its ledger of lines is renamed with the room",
    "persona/questionnaire": "looks for such words in the names of columns",
    "persona/_deprecated.py": "holds the old names",
    "persona/terms.py": "holds the retired words",
    "docs/glossary.md": "lists the retired words",
    "docs/upgrading.md": "says what replaced old names",
    "docs/decisions": "say what was decided, in the words of then",
    "docs/benchmarks.md": "its figures were taken under the names of then",
}
OF_DJANGO = {"SESSION_ENGINE"}
"""Names of settings that are not ours to choose."""
PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


def retired(*columns: Column) -> re.Pattern[str]:
    words = sorted(word.word for term in TERMS for word in term.retired if word.column in columns)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def files(folder: str, pattern: str) -> Iterator[tuple[str, Path]]:
    for path in sorted((ROOT / folder).rglob(pattern)):
        name = path.relative_to(ROOT).as_posix()
        if not any(name == kept or name.startswith(f"{kept}/") for kept in EXCEPTED) and "/migrations/" not in name:
            yield name, path


def names(path: Path) -> Iterator[str]:
    """All names that a module gives or uses; no text."""
    for node in nodes(path):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
                yield name
            case ast.alias(name=name, asname=other):
                yield from (name, other or "")


def apart(name: str) -> str:
    """`KeptAnswer` and `kept_answer` as "kept answer"."""
    return " ".join(PART.findall(name)).lower()


def found(words: re.Pattern[str], text: str) -> list[str]:
    return sorted({match.group().lower() for match in words.finditer(" ".join(text.split()))})


@pytest.mark.parametrize("room", ROOMS)
def test_code_bears_no_retired_name(room: str) -> None:
    words = retired("code", "both")
    wrong = {
        name: hits
        for name, path in files(room, "*.py")
        if (hits := sorted({n for n in {*names(path), name} - OF_DJANGO if words.search(apart(n))}))
    }

    assert wrong == {}


def test_pages_say_no_retired_word() -> None:
    words = retired("pages", "both")
    pages = {name: found(words, MARKUP.sub(" ", path.read_text("utf-8"))) for name, path in files("templates", "*.*")}

    assert {name: hits for name, hits in pages.items() if hits} == {}


def test_documents_say_no_retired_word() -> None:
    words = retired("both")
    documents = [
        *files("docs", "*.md"),
        ("README.md", ROOT / "README.md"),
        ("CONTRIBUTING.md", ROOT / "CONTRIBUTING.md"),
    ]
    said = {name: found(words, CODE.sub(" ", path.read_text("utf-8"))) for name, path in documents}

    assert {name: hits for name, hits in said.items() if hits} == {}


def test_messages_say_no_retired_word() -> None:
    words = retired("both")
    said = {code: f"{message.text} {message.hint}" for code, message in MESSAGES.items()}
    said |= {code: " ".join(note) for code, note in NOTES.items()}

    assert {code: hits for code, text in said.items() if (hits := found(words, text))} == {}


def test_exceptions_are_still_there() -> None:
    assert [name for name in EXCEPTED if not (ROOT / name).exists()] == []


@pytest.mark.parametrize(
    ("name", "hit"),
    [("KeptAnswer", True), ("kept_answers_of", False), ("ENGINES", True), ("mended", True), ("amended", False)],
)
def test_names_are_taken_by_their_words(name: str, hit: bool) -> None:
    assert bool(retired("code", "both").search(apart(name))) is hit
