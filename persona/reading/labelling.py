"""Labels in the place of codes, where a code book or the file itself has them for what stands in a column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PLACES = 11  # of a scale, at most
NEAR = 2  # from the next number without a label
NUMBER = re.compile(r"[-+]?\d{1,12}(?:\.\d+)?")
WHOLE = re.compile(r"[-+]?\d{1,6}")


def labelled(labels: Mapping[str, str], cells: Iterable[str]) -> dict[str, str]:
    """What to write for each code, given what stands in the column.

    Where every code has a label, the label alone. Where only points of a scale have one, the number stays before it:
    `1 (Not at all)`. Else only codes apart from the numbers have words: `Don't know` in a column of ages.

    >>> labelled({"1": "Never", "2": "Often"}, ["1", "2", ""])
    {'1': 'Never', '2': 'Often'}
    >>> labelled({"1": "Not at all", "5": "Very"}, "12345")
    {'1': '1 (Not at all)', '5': '5 (Very)'}
    >>> labelled({"98": "Don't know"}, ["34", "51", "98"])
    {'98': "Don't know"}
    """
    filled = {cell for cell in cells if cell}
    known = {code: label for code, label in labels.items() if label and label != code}
    bare = filled - known.keys()
    if not known or not filled:
        return {}
    if not bare:
        return known
    numbers = sorted(float(cell) for cell in bare if NUMBER.fullmatch(cell))
    if len(numbers) < len(bare):
        return known if 2 * len(bare) < len(filled) else {}
    points = _points([int(code) for code in known if WHOLE.fullmatch(code)], numbers)
    if points and max(numbers[-1], *points) - min(numbers[0], *points) < PLACES:
        return {code: _at_point(code, label, points) for code, label in known.items()}
    return {code: label for code, label in known.items() if WHOLE.fullmatch(code) is None or int(code) not in points}


def _points(codes: list[int], numbers: list[float]) -> set[int]:
    """The codes that stand among the numbers, and the next one at either end."""
    low = [code for code in codes if numbers[0] - NEAR <= code < numbers[0]]
    high = [code for code in codes if numbers[-1] < code <= numbers[-1] + NEAR]
    inside = [code for code in codes if numbers[0] <= code <= numbers[-1]]
    return {*inside, *(low and [max(low)]), *(high and [min(high)])}


def _at_point(code: str, label: str, points: set[int]) -> str:
    return f"{code} ({label})" if WHOLE.fullmatch(code) and int(code) in points else label
