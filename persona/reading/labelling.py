"""Labels in the place of codes, where a code book or the file itself has them for what stands in a column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PLACES = 11  # of a scale, at most
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
    numbers = sorted(int(cell) for cell in bare if WHOLE.fullmatch(cell))
    if len(numbers) < len(bare):
        return known if 2 * len(bare) < len(filled) else {}
    inside = [code for code in known if WHOLE.fullmatch(code) and _is_point(int(code), numbers)]
    if inside and max(numbers[-1], *map(int, inside)) - min(numbers[0], *map(int, inside)) < PLACES:
        return {code: f"{code} ({label})" if code in inside else label for code, label in known.items()}
    return {code: label for code, label in known.items() if code not in inside}


def _is_point(code: int, numbers: list[int]) -> bool:
    """Whether a code is one of the points, or the next one to them."""
    return numbers[0] - 1 <= code <= numbers[-1] + 1
