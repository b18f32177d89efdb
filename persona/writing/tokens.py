"""Answers as numbers of words: many texts are read in one pass, each different word is looked at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BREAK = "\x00"
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[.!?…]+(?=[\s\"”')])|\n+|;(?=\s)|\x00")


@dataclass(frozen=True)
class Tokens:
    """Lower-case words and ends of sentences of some answers, one after the other."""

    words: NDArray[np.int64]
    """The number of each in a word list."""
    answer: NDArray[np.int64]
    """Which answer each stands in."""
    answers: int

    @cached_property
    def lengths(self) -> NDArray[np.int64]:
        """How many stand in each answer."""
        return np.bincount(self.answer, minlength=self.answers)

    def take(self, chosen: NDArray[np.bool_]) -> Tokens:
        """Only those answers, numbered anew."""
        kept = chosen[self.answer]
        place = np.cumsum(chosen) - 1
        return Tokens(self.words[kept], place[self.answer[kept]], int(chosen.sum()))


class Wordlist(dict[str, int]):
    """Words by number, in the order in which they were first read."""

    def __init__(self) -> None:
        super().__init__({_BREAK: 0})
        self.names = [_BREAK]

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self.names)
        self.names.append(word)
        return number

    def read(self, texts: Sequence[str]) -> Tokens:
        """One pass in C over the joined texts instead of one a text."""
        joined = _BREAK.join(texts)
        if joined.count(_BREAK) >= max(len(texts), 1):
            joined = _BREAK.join(text.replace(_BREAK, " ") for text in texts)
        found = _TOKEN.findall(joined.lower().replace("’", "'"))
        words = np.fromiter(map(self.__getitem__, found), np.int64, len(found))
        breaks = words == 0
        return Tokens(words[~breaks], np.cumsum(breaks)[~breaks], len(texts))
