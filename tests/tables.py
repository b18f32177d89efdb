"""Tables for tests of the library, really read from files."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from persona.reading import read_source
from persona.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DATA = Path(__file__).parent / "data"


def table_from(path: Path, folder: Path) -> Table:
    """The table in a file; its parts are written into `folder`."""
    read_source(path, folder)
    return Table.open([folder])


def table_of(folder: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table with these cells."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "answers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return table_from(path, folder / "read")
