"""Words, their language, and the stems that carry an answer's meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from persona.writing import lexicon

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HINTS: dict[str, tuple[str, ...]] = {}
for _code, _words in lexicon.HINTS.items():
    for _word in _words:
        _HINTS[_word] = (*_HINTS.get(_word, ()), _code)


def words(text: str) -> list[str]:
    """The words of a text as they stand there."""
    return WORD.findall(text)


def folded(text: str) -> list[str]:
    """The words of a text in lower case, with straight apostrophes."""
    return WORD.findall(text.lower().replace("’", "'"))


@cache
def is_negation(word: str) -> bool:
    """Whether a lower-case word turns a sentence around: not, don't, kein, jamais …"""
    return lexicon.NEGATION.search(word) is not None


def language(text: Iterable[str], default: str = "en") -> str:
    """The language of these lower-case words; `default` unless another one is plain to see."""
    seen = Counter(code for word in text for code in _HINTS.get(word, ()))
    if not seen:
        return default
    best = max(seen, key=lambda code: (seen[code], -list(lexicon.BY_CODE).index(code)))
    return best if seen[best] >= 3 and seen[best] >= 2 * seen[default] + 1 else default


class Spelling:
    """Rare words that are a slip of the finger away from a frequent one of the same data.

    Changes are looked for inside a word only: other endings are grammar more often than slips.
    """

    FREQUENT = 8
    RARE = 2

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self._frequent = {w for w, n in counts.items() if n >= self.FREQUENT and len(w) >= 4 and w.isalpha()}
        self._shortened: dict[str, str] = {}
        for word in sorted(self._frequent, key=lambda w: (-counts[w], w)):
            for short in _deletions(word):
                self._shortened.setdefault(short, word)
        self._known: dict[str, str] = {}

    def correct(self, word: str) -> str:
        """The frequent word that was meant, or the word itself."""
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def is_slip(self, word: str) -> bool:
        """Whether this word is probably mistyped."""
        return self.correct(word) != word

    def _look_up(self, word: str) -> str:
        if len(word) < 4 or self.counts.get(word, 0) > self.RARE or not word.isalpha():
            return word
        for meant in self._candidates(word):
            if (
                meant[0] == word[0]
                and _differs_inside(word, meant)
                and (len(word) > 4 or sorted(word) == sorted(meant))
            ):
                return meant
        return word

    def _candidates(self, word: str) -> Iterable[str]:
        shorter = _deletions(word)
        yield from (s for s in shorter if s in self._frequent)
        if word in self._shortened:
            yield self._shortened[word]
        yield from (self._shortened[s] for s in shorter if s in self._shortened)


def _deletions(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def _differs_inside(word: str, meant: str) -> bool:
    """One letter more, less, other or swapped, but not at the end, where grammar changes words."""
    stem = min(len(word), len(meant)) - 1
    if word[: stem + 1] == meant[: stem + 1] or (len(word) == len(meant) and word[:-1] == meant[:-1]):
        return False
    return word[-1] == meant[-1] or sorted(word) == sorted(meant)


class Stemmer:
    """Stems of the words that carry meaning; function words and digits are left out, negations are kept."""

    def __init__(self, spelling: Spelling | None = None) -> None:
        import snowballstemmer

        self._stemmers = {code: snowballstemmer.stemmer(lang.stemmer) for code, lang in lexicon.BY_CODE.items()}
        self._spelling = spelling
        self._stems: dict[tuple[str, str], str] = {}

    def stem(self, word: str, code: str) -> str:
        """The stem of one lower-case word; '' when the word carries no meaning."""
        key = (word, code)
        if key not in self._stems:
            self._stems[key] = self._look_up(word, code)
        return self._stems[key]

    def stems(self, text: Iterable[str], code: str) -> tuple[str, ...]:
        """The stems of lower-case words, in order."""
        return tuple(stem for word in text if (stem := self.stem(word, code)))

    def _look_up(self, word: str, code: str) -> str:
        if word.isdigit() or (len(word) < 2) or (word in lexicon.STOP[code] and word not in lexicon.NEGATIONS):
            return ""
        if self._spelling:
            word = self._spelling.correct(word)
        stem: str = self._stemmers[code].stemWord(word)
        return stem
