"""The glossary is the registry's; every term stands in it once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from persona.terms import TERMS

ROOT = Path(__file__).resolve().parents[2]


def test_committed_glossary_is_made_from_the_registry() -> None:
    made = subprocess.run(
        [sys.executable, "scripts/glossary.py"], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )

    assert (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8") == made.stdout


def test_terms_are_in_order_and_each_stands_once() -> None:
    names = [term.term for term in TERMS]

    assert names == sorted(set(names))


def test_what_replaces_a_retired_word_is_a_word_in_use() -> None:
    by_column = {
        column: {word.word for term in TERMS for word in term.retired if word.column in {column, "both"}}
        for column in ("code", "pages")
    }
    words = {"code": {term.term for term in TERMS}, "pages": {term.page for term in TERMS}}

    assert {column: by_column[column] & words[column] for column in words} == {"code": set(), "pages": set()}


def test_meaning_is_one_sentence() -> None:
    assert [term.term for term in TERMS if not term.meaning.endswith(".") or ". " in term.meaning] == []
