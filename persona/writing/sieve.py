"""A quick look at an answer before it is cut: most answers share no words with any chosen passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from persona.writing import lexicon
from persona.writing.words import Stemmer

TOPIC = -1
"""All passages: a word of a topic that people mention."""
SHORT = 8
"""An answer of so few words may back a passage with one shared stem; a longer one needs two."""


class Sieve:
    """Lets through what may say the same as one of some passages; the exact measure decides afterwards."""

    def __init__(
        self, passages: Sequence[tuple[Iterable[str], str | None]], stemmer: Stemmer, languages: Sequence[str]
    ) -> None:
        stems: dict[str, int] = {}
        for number, (told, topic) in enumerate(passages):
            for stem in set(told) - lexicon.GENERIC:
                stems[stem] = stems.get(stem, 0) | 1 << number
            for stem in topic.split() if topic else ():
                stems[stem] = TOPIC
        self._marks = _Marks(stems, stemmer, languages)

    def lets_through(self, words: Sequence[str]) -> bool:
        """Whether an answer shares two stems with a passage (one, if it is short), or a stem with a topic."""
        marks = self._marks
        once = 0
        for passages in [found for word in words if (found := marks[word])]:
            if once & passages or passages == TOPIC:
                return True
            once |= passages
        return once > 0 and len(words) <= SHORT


class _Marks(dict[str, int]):
    """Word -> the passages that hold its stem in some language, one bit each; every word is stemmed once."""

    def __init__(self, stems: Mapping[str, int], stemmer: Stemmer, languages: Sequence[str]) -> None:
        self._stems, self._stemmer, self._languages = stems, stemmer, languages

    def __missing__(self, word: str) -> int:
        found = (self._stems.get(self._stemmer.stem(word, code), 0) for code in self._languages)
        self[word] = reduce(or_, found)
        return self[word]
