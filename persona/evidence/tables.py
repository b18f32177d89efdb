"""themes.csv and placements.csv: every number of people is a count over the second."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from persona.evidence.models import Theme, Themes

THEME_COLUMNS = ("theme", "level", "parent", "label", "kind", "polarity", "people", "precision", "opposite")
LINES_AT_ONCE = 20_000
PLACEMENT_COLUMNS = ("theme", "row", "column", "start", "end", "score", "counted")


def themes_csv(found: Themes) -> str:
    """A line a theme, the largest first in each column."""
    lines = (
        (one.id, one.level, one.parent, one.label, one.kind, one.polarity, one.people, _precision(one), one.opposite)
        for one in found.themes
    )
    return _table(THEME_COLUMNS, lines)


def placements_csv(found: Themes) -> Iterator[str]:
    """A line a passage of a theme; `counted` is 1 or 0, row 1 the first answer. In parts of some thousand lines."""
    yield _table(PLACEMENT_COLUMNS, ())
    names: dict[str, str] = {}
    left = iter(found.placements)
    while some := list(islice(left, LINES_AT_ONCE)):
        names |= {one.column: _cell(one.column) for one in some if one.column not in names}
        yield "".join(
            [
                f"{theme},{row},{names[column]},{start},{end},{score!r},{counted:d}\n"
                for theme, row, column, start, end, score, counted in some
            ]
        )


def _cell(text: str) -> str:
    """One cell as the table holds it."""
    return _table((text, ""), ()).removesuffix(",\n")


def _precision(theme: Theme) -> float | str:
    return "" if theme.precision is None else theme.precision


def _table(names: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    text = StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(names)
    table.writerows(lines)
    return text.getvalue()
