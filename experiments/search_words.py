"""Words as they are searched: case, accents and signs are no difference, and every script has words."""

from __future__ import annotations

import re
import unicodedata

# Scripts that put no space between words: each character is a word, and a word that is looked for is a phrase of them.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def plain(text: str) -> str:
    """The words of a text in lower case without accents, with one space between them."""
    return " ".join(_WORD.findall(_folded(text)))


def terms(text: str) -> list[str]:
    """What is looked for, by spaces: each a phrase of plain words, whose last may go on.

    >>> terms("Café don't")
    ['cafe', 'don t']
    """
    return [term for part in text.split() if (term := plain(part))]


def has_all(words: str, wanted: list[str]) -> bool:
    """Whether plain words hold each of the terms, from the beginning of a word."""
    padded = f" {words}"
    return all(f" {term}" in padded for term in wanted)


def hit(text: str, wanted: list[str]) -> tuple[int, int] | None:
    """Where the first of the terms stands in a text as people read it: start and end of the characters that match."""
    for word in re.finditer(r"\S+", text):
        found = f" {plain(word[0])}"
        for term in wanted:
            if f" {term}" in found:
                return _letters(text, word.start(), word.end(), term)
    return None


def _letters(text: str, start: int, end: int, term: str) -> tuple[int, int]:
    """The characters of a word that say the term; the whole word where signs keep them apart."""
    room = 2 * len(term) + 2  # a letter may be written as two
    for at in range(start, end):
        if plain(text[at : at + room]).startswith(term) and plain(text[at]):
            stop = next(stop for stop in range(at + 1, end + 1) if plain(text[at:stop]).startswith(term))
            return at, stop
    return start, end


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if unicodedata.category(c)[0] != "M")
