"""A quick look at an answer before it is cut: most answers share no words with any chosen passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from persona.writing import lexicon
from persona.writing.words import Stemmer, folded

SHORT = 8
"""An answer of so few words may back a passage with one shared stem; a longer one needs two."""


class Sieve:
    """Lets through what may say the same as one of some passages; the exact measure decides afterwards."""

    def __init__(self, passages: Sequence[tuple[Iterable[str], str | None]], stemmer: Stemmer, language: str) -> None:
        self._stemmer, self._language = stemmer, language
        self._passages: dict[str, int] = {}
        """Stem -> passages that hold it, one bit each."""
        self._topics: set[str] = set()
        for number, (stems, topic) in enumerate(passages):
            for stem in set(stems) - lexicon.GENERIC:
                self._passages[stem] = self._passages.get(stem, 0) | 1 << number
            self._topics |= set(topic.split()) if topic else set()
        self._words: dict[str, tuple[int, bool]] = {}

    def lets_through(self, text: str) -> bool:
        """Whether an answer shares two stems with a passage (one, if it is short), or a stem with a topic."""
        words = folded(text)
        once = 0
        for word in words:
            found = self._words.get(word)
            if found is None:
                found = self._words[word] = self._look_up(word)
            passages, is_topic = found
            if is_topic or once & passages:
                return True
            once |= passages
        return once > 0 and len(words) <= SHORT

    def _look_up(self, word: str) -> tuple[int, bool]:
        stem = self._stemmer.stem(word, self._language)
        return self._passages.get(stem, 0), stem in self._topics
