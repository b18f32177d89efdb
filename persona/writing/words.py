"""Words, their language, and the stems that carry an answer's meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from persona.writing import lexicon

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HINTS: dict[str, tuple[str, ...]] = {}
for _code, _words in lexicon.HINTS.items():
    for _word in _words:
        _HINTS[_word] = (*_HINTS.get(_word, ()), _code)


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


class Stemmer:
    """Stems of the words that carry meaning; function words and digits are left out, negations are kept."""

    def __init__(self) -> None:
        import snowballstemmer

        self._stemmers = {code: snowballstemmer.stemmer(lang.stemmer) for code, lang in lexicon.BY_CODE.items()}
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
        stem: str = self._stemmers[code].stemWord(word)
        return stem
