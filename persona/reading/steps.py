"""What a file calls the codes of a column, in the order of these codes: chosen by somebody or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEAST, _MOST = 3, 13


def steps_of(labels: Mapping[str, str]) -> tuple[str, ...]:
    """What codes in one row are called, lowest first: the longest row that a code book names.

    >>> steps_of({"1": "Never", "2": "Sometimes", "3": "Often", "9": "Refused"})
    ('Never', 'Sometimes', 'Often')
    """
    named = {int(code): label for code, label in labels.items() if code.lstrip("-").isdecimal()}
    rows: list[list[int]] = []
    for code in sorted(named):
        if rows and code == rows[-1][-1] + 1:
            rows[-1].append(code)
        else:
            rows.append([code])
    longest = max(rows, key=len, default=[])
    steps = tuple(named[code] for code in longest)
    return steps if _LEAST <= len(set(steps)) == len(steps) <= _MOST else ()
