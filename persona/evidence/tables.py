"""themes.csv and placements.csv: every number of people is a count over the second."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from persona.evidence.models import Themes

THEME_COLUMNS = ("theme", "level", "parent", "label", "kind", "polarity", "people", "precision", "opposite")
PLACEMENT_COLUMNS = ("theme", "row", "column", "start", "end", "score", "counted")


def write_themes(found: Themes, folder: Path) -> None:
    """Write both tables into a folder; `counted` is 1 or 0, row 1 the first answer."""
    with (folder / "themes.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(THEME_COLUMNS)
        for one in found.themes:
            precision = "" if one.precision is None else one.precision
            rest = (one.label, one.kind, one.polarity, one.people, precision, one.opposite)
            table.writerow((one.id, one.level, one.parent, *rest))
    with (folder / "placements.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(PLACEMENT_COLUMNS)
        for place in found.placements:
            table.writerow((*place[:-1], int(place.counted)))
