"""Options and questions as they stand in a sentence: shortened, with a small or a capital first letter."""

from __future__ import annotations

import re

from persona.questionnaire.names.asking import plainly

_NOTE = re.compile(
    r"\s*\((?:i\.e|e\.g|IDE|please|z\.\s?B|d\.\s?h|p\.\s?ej|p\.\s?ex|ex\.)[^)]*\)|\s+--? .*$", re.IGNORECASE
)

_IN_BRACKETS = re.compile(r"(?<=\S)[\s?:.]*\[\s*([^\[\]]*[^\[\]\s])\s*\]$")
"""The item of a question about many things, as many tools write it: "How good are these? [The staff]"."""
_ITEM_FIRST = re.compile(r"([^?？]{1,80}?)\s[-–—|]\s\S[^?？]{8,}[?？]$")  # "Healthy - How well does this describe it?"
_ITEM = re.compile(r"\s+[-–—|]\s+|(?<=[?:])\s+")


def capital(text: str) -> str:
    """The text with a capital first letter; the rest as it is."""
    return text[:1].upper() + text[1:]


def short(option: str) -> str:
    """An option without the notes that a questionnaire adds in brackets or after a dash."""
    return _NOTE.sub("", option).strip().rstrip(".")


def lower(option: str) -> str:
    """With a small first letter, unless it is a name or an acronym ("Google Maps", "CSV export")."""
    found = option.split()
    if not found or len(found[0]) < 2 or not (found[0][0].isupper() and found[0][1:].islower()):
        return option
    if any(word[:1].isupper() for word in found[1:]):
        return option
    return option[0].lower() + option[1:]


def lower_role(option: str) -> str:
    """A kind of work as it stands in a sentence: "Data Scientist" -> "data scientist"; acronyms stay."""
    return " ".join(w.lower() if w[:1].isupper() and w[1:].islower() else w for w in short(option).split())


_ASIDE = re.compile(r"(?:\s+|(?<!\w))\([^)]*\)|\([^)]{4,}\)")
"""A note in brackets; an ending that hangs on its word, "Quel(s)" or "student(in)", is part of the question."""


def bare(question: str) -> str:
    """What was asked, without codes, instructions, notes in brackets and marks.

    >>> bare("3. Which of these do you use (please tick)? [Paper lists]")
    'Which of these do you use: Paper lists'
    """
    plain = _ASIDE.sub("", plainly(question)).strip().lstrip("¿ ")
    return _IN_BRACKETS.sub(r": \1", plain).rstrip("?:. \u00a0").strip()


def item_of(question: str) -> str:
    """The statement or thing that stands behind a question about many; the whole question where there is none.

    >>> item_of("How far do you agree? [The staff is helpful]")
    'The staff is helpful'
    """
    if found := _IN_BRACKETS.search(question):
        return found[1]
    if found := _ITEM_FIRST.match(question):
        return found[1]
    *stem, item = _ITEM.split(question)
    return item.strip() if stem and item.strip() else question


def shortened(text: str, words: int = 14) -> str:
    """A long statement cut after so many words."""
    found = text.split()
    return text if len(found) <= words else f"{' '.join(found[:words]).rstrip(',;:')} …"
