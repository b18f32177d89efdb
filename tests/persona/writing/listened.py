"""A small study of two groups, really heard: shared by the tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.models import ColumnRole
from persona.writing.listening import Study
from tests.answers import segmentation_of
from tests.persona.evidence.shop import BREAD, PARKING, QUEUES
from tests.persona.writing.cells import column, table

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST, BEST = column("least", ColumnRole.OPEN), column("best", ColumnRole.OPEN, 1)
STARS = column("stars", ColumnRole.RATING, 2, scale=(1, 5), higher_is="more")
SAID = [*QUEUES, *PARKING, *BREAD, "", "ok"]
CELLS = {
    "least": SAID,
    "best": ["", "The friendly staff", *[""] * 15],
    "stars": ["1"] * 5 + ["5"] * 12,
}
# The first group waits, and parks twice; the second parks and eats.
SEGMENTS = [1] * 7 + [2] * 10


def heard(
    segments: Sequence[int] = SEGMENTS, people: Sequence[int] | None = None, cells: dict[str, list[str]] = CELLS
) -> Study:
    """The study with each row in its segment; each is a person's unless told."""
    return Study(table(cells, at_once=4), [LEAST, BEST, STARS], segmentation_of(segments, people=people))
