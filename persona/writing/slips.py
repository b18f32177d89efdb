"""Slips of the finger that only the company shows: a rare word where others, saying the same, have another one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np

from persona.writing import lexicon
from persona.writing.corpus import Corpus

RARE = 4
NEARLY_SAYS_THE_SAME = 0.25
NEIGHBOURS = 12
LITTLE = 3
OFTEN = 5


def has_odd_word(corpus: Corpus, index: int) -> bool:
    """A rare word where others, saying nearly the same, have a frequent one of nearly the same letters: a slip."""
    if _has_odd_little_word(corpus, index) or _lacks_a_partner(corpus, index):
        return True
    seen, mine = corpus.word_units, corpus.units[index].words
    odd = [word for word in mine if seen[word] <= RARE and not word.isdigit()]
    if not odd:
        return False
    theirs = sorted({word for i in _near(corpus, index) for word in corpus.units[i].words} - set(mine))
    return any(
        (seen[other] >= 8 * seen[word] and _nearly(word, other))
        or (seen[other] > seen[word] and (_swapped(word, other) or (seen[other] >= 3 and _misses_one(word, other))))
        for word in odd
        for other in theirs
    )


def _has_odd_little_word(corpus: Corpus, index: int) -> bool:
    """ "The editor us great": nobody else says "editor us", many say "editor is"."""
    words, said = corpus.units[index].words, corpus.word_pairs
    for place, word in enumerate(words):
        if len(word) > LITTLE or word not in lexicon.STOP_ANYWHERE:
            continue
        before = words[place - 1] if place else ""
        after = words[place + 1] if place + 1 < len(words) else ""
        if before and said[before, word] <= 1 and _meant(said, [(before, w) for w in _one_letter_off(word)]):
            return not after or said[word, after] <= 1
        if after and said[word, after] <= 1 and _meant(said, [(w, after) for w in _one_letter_off(word)]):
            return not before or said[before, word] <= 1
    return False


def _lacks_a_partner(corpus: Corpus, index: int) -> bool:
    """ "My top is pending": where nearly everybody says "top up", half of it is missing."""
    words = corpus.units[index].words
    missing = (corpus.partners[word] for word in words if word in corpus.partners)
    return any(not any(word.startswith(particle) for word in words) for particle in missing)


def _meant(said: Mapping[tuple[str, str], int], pairs: Iterable[tuple[str, str]]) -> bool:
    return any(said[pair] >= OFTEN for pair in pairs)


@cache
def _one_letter_off(word: str) -> tuple[str, ...]:
    """Other little words that differ by one letter, or by two that changed places."""
    return tuple(
        other
        for other in sorted(lexicon.STOP_ANYWHERE)
        if other != word
        and len(other) == len(word)
        and (sorted(other) == sorted(word) or sum(a != b for a, b in zip(word, other, strict=True)) == 1)
    )


def _misses_one(word: str, other: str) -> bool:
    return (
        len(word) >= 6
        and word[0] == other[0]
        and any(other[:i] + other[i + 1 :] == word for i in range(1, len(other) - 2))
    )


def _near(corpus: Corpus, index: int) -> list[int]:
    weighted = corpus.vectors.weighted
    near = (weighted @ weighted[index].T).toarray().ravel()
    near[index] = 0
    best = np.argsort(-near, kind="stable")[:NEIGHBOURS]
    return [int(i) for i in best if near[i] >= NEARLY_SAYS_THE_SAME]


def _swapped(word: str, other: str) -> bool:
    return len(word) > 3 and sorted(word) == sorted(other)


def _nearly(word: str, other: str) -> bool:
    if word == other + "s" or other == word + "s":
        return False
    return sorted(word) == sorted(other) or difflib.SequenceMatcher(None, word, other).ratio() >= 0.74
