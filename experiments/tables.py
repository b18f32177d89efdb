"""Open tables: a process keeps those it used last, for opening one takes longer than reading a page of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from persona.table import Table

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 16


@lru_cache(maxsize=KEPT)
def open_table(*folders: Path) -> Table:
    """The rows of these sources. How a file was read never changes: another reading is another source and folder."""
    return Table.open(folders)
