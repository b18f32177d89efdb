"""Tables in memory, cut into pieces like those on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Rows:
    def __init__(self, text: str, separator: str) -> None:
        head, *rows = [[cell.strip() for cell in line.split(separator)] for line in text.strip().splitlines()]
        self.names = tuple(head)
        self.cells = rows
        self.rows = len(rows)

    def batches(self, names: Sequence[str], size: int = 2) -> Iterator[tuple[int, dict[str, list[str]]]]:
        at = {name: self.names.index(name) for name in names}
        for start in range(0, self.rows, size):
            piece = self.cells[start : start + size]
            yield start + 1, {name: [row[at[name]] for row in piece] for name in names}


@pytest.fixture
def table() -> Callable[..., Rows]:
    """`table("ID,Age\\n1,34")`."""

    def make(text: str, separator: str = ",") -> Rows:
        return Rows(text, separator)

    return make
