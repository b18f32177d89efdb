"""What a table in text should be read as, in one value."""

from __future__ import annotations

from dataclasses import dataclass, field

from persona.reading.options import DialectChoice
from tests.persona.reading.plain import plain

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Wanted:
    """A table, and what is said of it."""

    names: Cells
    rows: list[Cells]
    sep: str = ","
    titles: Cells = ()
    labels: Cells | None = None
    left_out: list[tuple[int, str]] = field(default_factory=list)
    mended: list[tuple[int, str]] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)


def found_in(text: str | bytes, choice: DialectChoice | None = None) -> Wanted:
    found = plain(text, choice=choice or DialectChoice())
    return Wanted(
        found.names,
        found.rows,
        found.dialect.delimiter.decode(),
        found.head.titles,
        found.head.labels,
        found.left_out,
        [(line or 0, code) for line, code in found.mended],
        found.notes,
    )


TWO = ("ID", "Why")
