"""Answers as words: many texts at once, lower case, letters only, without the words every text holds."""

from __future__ import annotations

from itertools import pairwise, repeat
from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp

from persona.recoding.cells import says_nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    IntArray = NDArray[np.int64]

_BREAK = "\x00"
_STOP = """
a about after all also an and any are as at be because been but by can cant could did do does doesnt dont done for
from get got had has have he her him his how i id if ill im in into is isnt it its ive just like me more most my no
not now of on one or our out really she so some such than that thats the their them then there these they this those
to too up us very was we were what when where which who why will with wont would you your de la el los las un una y
en que por para con se es mi al lo del le su como pero más mas muy hay sin sobre der die das und ich ist nicht ein
eine mit zu auf für den dem von wir wie auch mir mich mein meine zum zur als oder aber les des du et est je pas une
dans pour sur mon ma mes ce qui ne au aux avec sont plus tout o os um uma da em não na ao dos seu sua mais muito il
gli per non si che sono della di più nel alla
"""
STOP_WORDS = frozenset(_STOP.split())
_LONGEST = 30  # letters; longer is no word
_MANY_TEXTS = 100  # below, a word in two texts is already kept


def tokenise(texts: Sequence[str]) -> list[str]:
    """All words of all texts in one list, with a break between two texts.

    One pass in C over the joined texts instead of one expression a text: placing a million rows depends on it.
    """
    joined = f" {_BREAK} ".join("" if says_nothing(t) else t.replace(_BREAK, " ") for t in texts).lower()
    table = {ord(c): " " for c in set(joined) if not c.isalpha() and c not in f"'’{_BREAK}"}
    return joined.translate(table | {ord("'"): None, ord("’"): None}).split()


def text_numbers(words: Sequence[str]) -> IntArray:
    """For each word the number of its text; a break belongs to the text before it."""
    return np.cumsum(np.fromiter((word == _BREAK for word in words), np.int64, len(words)))


def with_pairs(words: Sequence[str]) -> list[str]:
    """The same without stop words, and after each word the pair it makes with the next one ("top up")."""
    telling = [w for w in words if w == _BREAK or (2 <= len(w) <= _LONGEST and w not in STOP_WORDS)]
    out = []
    for word, following in pairwise([*telling, _BREAK]):
        out.append(word)
        if _BREAK not in (word, following):
            out.append(f"{word} {following}")
    return out


class Vocabulary:
    """Words that can tell people apart, and texts as rows of a sparse 0/1 matrix over them."""

    def __init__(self, words: Sequence[str], *, pairs: bool = False) -> None:
        self.words, self._pairs = tuple(words), pairs
        self._index = {word: place for place, word in enumerate(self.words)} | {_BREAK: len(self.words) + 1}

    @classmethod
    def learn(cls, texts: Sequence[str], *, size: int = 1_200, pairs: bool = False) -> Vocabulary:
        """The `size` most frequent words in at least 3 (and 1 in 400) and less than half of the texts; pairs in 4."""
        words = with_pairs(tokenise(texts)) if pairs else tokenise(texts)
        known: dict[str, int] = {}
        places = np.fromiter((known.setdefault(word, len(known)) for word in words), np.int64, len(words))
        skipped = np.fromiter((word in STOP_WORDS or word == _BREAK for word in known), bool, len(known))
        numbers = text_numbers(words)
        counted = ~skipped[places]
        held = np.unique(numbers[counted] * len(known) + places[counted])
        frequency = dict(zip(known, np.bincount(held % len(known), minlength=len(known)).tolist(), strict=True))
        filled = len(np.unique(held // len(known)))
        least = 2 if filled < _MANY_TEXTS else 4 if pairs else max(3, filled // 400)
        usable = [
            (count, word)
            for word, count in frequency.items()
            if least <= count < max(3, filled / 2) and 2 <= len(word) <= (2 if pairs else 1) * _LONGEST
        ]
        return cls([word for _, word in sorted(usable, key=lambda u: (-u[0], u[1]))[:size]], pairs=pairs)

    def matrix(self, texts: Sequence[str]) -> sp.csr_matrix:
        """One row a text: 1 where it holds the word."""
        words = with_pairs(tokenise(texts)) if self._pairs else tokenise(texts)
        size = len(self.words)
        places = np.fromiter(map(self._index.get, words, repeat(size)), np.int64, len(words))
        text_of = np.cumsum(places == size + 1)
        known = places < size
        cells = np.sort(text_of[known] * size + places[known], kind="stable")  # all but sorted: faster than by hashes
        cells = cells[np.diff(cells, prepend=-1) > 0]
        rows, columns = np.divmod(cells, size)
        return sp.csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(texts), size))
