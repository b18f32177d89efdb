"""What the cells of one column look like, measured over how often each was given."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.questionnaire.values.cells import shown, spelling_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from persona.questionnaire.columns import ColumnView

_LOOKED_AT = 3_000  # distinct cells, for what costs time
_ENDS, _CLOSING = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔"), " \"'”’)»"
_LEAST_WORDS, _MOST_SAY = 3, 0.6
_LETTERS_A_WORD = 2.2  # of scripts that write no blanks between words


@dataclass(frozen=True)
class Evidence:
    """Measures of one column; each is taken when first asked for."""

    column: ColumnView

    @cached_property
    def answers(self) -> Mapping[str, int]:
        """Cells with a side, or all answers where nobody takes one."""
        return self.column.sides or self.column.answers

    @cached_property
    def some(self) -> dict[str, int]:
        step = max(1, len(self.answers) // _LOOKED_AT)
        return dict(islice(self.answers.items(), 0, None, step))

    @cached_property
    def cells(self) -> int:
        return sum(self.answers.values()) + self.column.uncounted

    @cached_property
    def words(self) -> float:
        """Words an answer, on average."""
        return self._mean(words_of)

    @cached_property
    def longest(self) -> float:
        return max((words_of(text) for text in self.some), default=0)

    @cached_property
    def distinct_share(self) -> float:
        return (len(self.answers) + self.column.uncounted) / max(1, self.cells)

    @cached_property
    def repeated_share(self) -> float:
        """Share of answers that somebody else gave in the same words."""
        folded: dict[str, int] = {}
        for text, n in self.some.items():
            key = spelling_key(text)
            folded[key] = folded.get(key, 0) + n
        return sum(n for n in folded.values() if n > 1) / max(1, sum(folded.values()))

    def share(self, holds: Callable[[str], bool]) -> float:
        """Share of cells of which something holds."""
        return self._mean(lambda text: float(holds(text)))

    def names(self, kind: str) -> bool:
        """Whether the name of the column, or the text of its question, speaks of `kind`."""
        return headings.names(kind, self.column.text) or headings.names(kind, self.column.name)

    def _mean(self, measure: Callable[[str], float]) -> float:
        total = sum(self.some.values())
        return sum(measure(text) * n for text, n in self.some.items()) / total if total else 0.0


def are_sentences(seen: Evidence) -> bool:
    """Whether most different answers of some words end as sentences do, which options in forms seldom do."""
    said = [text for text in seen.some if words_of(text) >= _LEAST_WORDS]
    ended = sum(text.rstrip(_CLOSING).endswith(_ENDS) for text in said)
    return len(said) >= _MOST_SAY * len(seen.some) and ended >= _MOST_SAY * max(1, len(said))


def words_of(text: str) -> float:
    """Words of a text; of scripts without blanks, letters by the usual length of a word."""
    letters = sum(_unspaced(letter) for letter in text) if not text.isascii() else 0
    return len(text.split()) + letters / _LETTERS_A_WORD - (1 if letters else 0)


def _unspaced(letter: str) -> bool:
    return letter > "\u0e00" and unicodedata.name(letter, "").startswith(
        ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "MYANMAR", "KHMER")
    )


def plain(text: str, limit: int = 90) -> str:
    """A cell as an example: one line, not endless."""
    text = " ".join(shown(text).split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
