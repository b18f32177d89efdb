"""Names of respondents inside answers: what columns of personal data hold must not be sent along with a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from persona.models import Column, ColumnRole
from persona.writing import lexicon

if TYPE_CHECKING:
    from persona.recoding.answers import PlacedAnswers

_WORD = re.compile(r"[^\W\d_]{3,}")
HIDDEN = "•••"
_NAME_WORDS = 4  # a cell with more words is no name


class Written(Protocol):
    """Words, and the row of who wrote them."""

    @property
    def row(self) -> int: ...
    @property
    def text(self) -> str: ...


class Names:
    """Words of the columns that hold personal data; read once, when they are first asked for."""

    def __init__(self, table: PlacedAnswers, columns: Sequence[Column]) -> None:
        self._table = table
        self._columns = [column.name for column in columns if column.role is ColumnRole.PERSONAL]

    def hidden(self, text: str) -> str:
        """The text without words that are written as somebody's name."""
        if not self._columns:
            return text
        return _WORD.sub(lambda found: HIDDEN if self._is_name(found[0]) else found[0], text)

    def within(self, passages: Sequence[Written]) -> tuple[str, ...]:
        """Words of these passages, as they stand there, that are somebody's name.

        Of the one who is quoted in whatever case; of all others where they are written as names are.
        """
        if not self._columns or not passages:
            return ()
        rows = self._table.rows_at(sorted({passage.row for passage in passages}))
        own = {row.row: self._of(row.cells[name] for name in self._columns) for row in rows}
        found = {
            word
            for passage in passages
            for word in _WORD.findall(passage.text)
            if word.lower() in own[passage.row] or self._is_name(word)
        }
        return tuple(sorted(found))

    def _is_name(self, word: str) -> bool:
        return word[0].isupper() and word.lower() in self._everybody

    @cached_property
    def _everybody(self) -> frozenset[str]:
        return frozenset().union(*(self._of(set(self._table.values(name))) for name in self._columns))

    def _of(self, cells: Iterable[str]) -> frozenset[str]:
        """Words of cells that may be names: few words, no address and no number among them."""
        names = (cell for cell in cells if cell and "@" not in cell and not any(c.isdigit() for c in cell))
        words = (found for name in names if len(found := _WORD.findall(name.lower())) <= _NAME_WORDS)
        return frozenset(word for found in words for word in found) - lexicon.STOP_ANYWHERE
