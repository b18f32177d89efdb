"""What is needed of a table to look through its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class RowTable(Protocol):
    """Rows of text, numbered from 1."""

    names: tuple[str, ...]
    rows: int

    def batches(self, names: Sequence[str], size: int = ...) -> Iterator[tuple[int, dict[str, list[str]]]]:
        """Columns in pieces of at most `size` rows, each with the number of its first row."""
        ...
