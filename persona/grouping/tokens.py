"""Answers as words: many texts at once, lower case, letters only, without the words every text holds."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp

from persona.profiling.values import says_nothing

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


def tokenise(texts: Sequence[str]) -> tuple[list[str], IntArray]:
    """All words of all texts in one list, and for each word the number of its text.

    One pass in C over the joined texts instead of one expression a text: placing a million rows depends on it.
    """
    joined = f" {_BREAK} ".join("" if says_nothing(t) else t.replace(_BREAK, " ") for t in texts).lower()
    table = {ord(c): " " for c in set(joined) if not c.isalpha() and c not in f"'’{_BREAK}"}
    words = joined.translate(table | {ord("'"): None, ord("’"): None}).split()
    is_break = np.fromiter((word == _BREAK for word in words), bool, len(words))
    text_of = np.cumsum(is_break)
    return words, text_of.astype(np.int64)


class Vocabulary:
    """Words that can tell people apart, and texts as rows of a sparse 0/1 matrix over them."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        self._index = {word: place for place, word in enumerate(self.words)}

    @classmethod
    def learn(cls, texts: Sequence[str], size: int = 800) -> Vocabulary:
        """The `size` most frequent words in at least 4 (and 1 in 400) and less than half of the texts."""
        words, text_of = tokenise(texts)
        kept = [(word, at) for word, at in zip(words, text_of.tolist(), strict=True) if 2 <= len(word) <= 30]
        pairs = {(word, at) for word, at in kept if word not in STOP_WORDS}
        frequency: dict[str, int] = {}
        for word, _ in pairs:
            frequency[word] = frequency.get(word, 0) + 1
        filled = len({at for _, at in pairs})
        least = max(4, filled // 400) if filled >= 100 else 2
        usable = [(count, word) for word, count in frequency.items() if least <= count < max(3, 0.5 * filled)]
        best = sorted(usable, key=lambda pair: (-pair[0], pair[1]))[:size]
        return cls([word for _, word in best])

    def matrix(self, texts: Sequence[str]) -> sp.csr_matrix:
        """One row a text: 1 where it holds the word."""
        words, text_of = tokenise(texts)
        unknown = len(self.words)
        places = np.fromiter(map(self._index.get, words, repeat(unknown)), np.int64, len(words))
        known = places < unknown
        cells = np.unique(text_of[known] * (unknown + 1) + places[known])
        rows, columns = np.divmod(cells, unknown + 1)
        return sp.csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(texts), unknown))
