"""The glossary's page from the registry of terms, on standard output."""

from __future__ import annotations

import sys

from persona.terms import TERMS, Retired, Term

HEAD = """# Glossary

One idea, one pair of words. Code, API and command line use the field's term; pages use the word beside it.
Made from `persona/terms.py` by `scripts/glossary`; tests hold that both keep to it.

| Term | On pages | What it is |
| --- | --- | --- |
"""
OLD = """
## Words that are not used any more

| Not | But | Where |
| --- | --- | --- |
"""
WHERE = {"code": "names in code", "pages": "pages", "both": "everywhere"}


def page() -> str:
    """The whole page as Markdown."""
    retired = sorted((word for term in TERMS for word in term.retired), key=lambda word: word.word)
    return HEAD + "".join(map(_line, TERMS)) + OLD + "".join(map(_old, retired))


def _line(term: Term) -> str:
    return f"| **{term.term}** | {term.page} | {term.meaning} |\n"


def _old(word: Retired) -> str:
    return f"| {word.word} | {word.instead} | {WHERE[word.column]} |\n"


if __name__ == "__main__":
    sys.stdout.write(page())
