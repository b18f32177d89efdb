"""Times in the cells of a table of talk: since the recording began, or of a day."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

CLOCK = re.compile(r"[\[(]?(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,6}))?[\])]?(?:\s*(?:-+>?|–|—).*)?")
UNITS = re.compile(r"(?:(\d+)\s?h(?:rs?|ours?)?\s?)?(?:(\d+)\s?m(?:in)?\.?\s?)?(?:(\d+(?:[.,]\d+)?)\s?s(?:ec|ek)?\.?)?")
SECONDS = re.compile(r"\d{1,6}(?:[.,]\d+)?")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?.*")
PARSED, RISING = 0.9, 0.95
MOVING = 0.5  # share of rows whose time is another than that before
LOW = 0.2  # of the highest time; where a recording begins


class Times(NamedTuple):
    """What a column of times says of each row; None where nothing can be read."""

    seconds: tuple[float | None, ...]
    of_day: bool  # with a date, so that they tell when something was written as well as where it stands in a talk
    plain: bool  # mere numbers
    starts: bool  # early, as a recording does; times of a day begin late
    restarts: frozenset[int]  # rows at which the clock begins anew


def read_times(cells: Sequence[str]) -> Times | None:
    """The times of a column whose rows follow each other in time; None when it is none.

    >>> read_times(["0:01", "0:09", "1:20"]).seconds
    (1.0, 9.0, 80.0)
    """
    cells = [cell.strip() for cell in cells]
    found = [_seconds(cell) for cell in cells]
    known = [(at, value) for at, value in enumerate(found) if value is not None]
    if len(known) < PARSED * len(cells) or len(known) < 2:
        return None
    if sum(before != value for (_, before), (_, value) in pairwise(known)) < MOVING * len(known):
        return None
    falls = [at for (_, before), (at, value) in pairwise(known) if value < before]
    highest = max(value for _, value in known)
    lows = {at for at in falls if (found[at] or 0) <= LOW * highest}
    if len(falls) - len(lows) > (1 - RISING) * len(known) or len(lows) > len(known) / 4:
        return None
    return Times(
        tuple(found),
        of_day=any(DAY.fullmatch(cell) for cell in cells),
        plain=all(SECONDS.fullmatch(cell) for cell in cells if cell),
        starts=known[0][1] <= LOW * highest,
        restarts=frozenset(lows),
    )


def _seconds(cell: str) -> float | None:
    if found := CLOCK.fullmatch(cell):
        hours, minutes, seconds, part = found.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part or 0}")
    if SECONDS.fullmatch(cell):
        return float(cell.replace(",", "."))
    if found := DAY.fullmatch(cell):
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
        return ((year * 372.0 + month * 31 + day) * 24 + hour) * 3600 + minute * 60 + second
    if cell and (found := UNITS.fullmatch(cell)):
        hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in found.groups())
        return hours * 3600 + minutes * 60 + seconds
    return None
