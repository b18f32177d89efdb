"""Times in the cells of a table of talk: read, or no times at all."""

from __future__ import annotations

import pytest

from persona.reading.talk.clock import Times, read_times
from tests.questionnaires import table_of

# One cell as it is written ~ the seconds that it tells.
WRITTEN = """
0:09 ~ 9
1:20 ~ 80
01:02:03 ~ 3723
00:01:02.5 ~ 62.5
00:01:02,250 ~ 62.25
[0:09] ~ 9
(1:20) ~ 80
0:09 --> 0:12 ~ 9
0:09 – 0:12 ~ 9
102:03 ~ 6123
٠:٠٩ ~ 9
75 ~ 75
75.5 ~ 75.5
75,5 ~ 75.5
1h 2m 3s ~ 3723
2 min ~ 120
3 min 5 sec ~ 185
9s ~ 9
1h ~ 3600
2 hours ~ 7200
"""


@pytest.mark.parametrize(("cell", "seconds"), table_of(WRITTEN))
def test_a_time(cell: str, seconds: str) -> None:
    found = read_times(["0:01", cell, f" {cell} ", "999:00"])

    assert found is not None
    assert found.seconds == (1.0, float(seconds), float(seconds), 59940.0)


def test_days_with_a_time_rise_from_row_to_row() -> None:
    found = read_times(["2024-03-05 10:00:00", "2024-03-05T10:00:30.250Z", "2024-03-05 10:02", "2024-03-06 09:00"])

    first = found.seconds[0]
    assert [value - first for value in found.seconds] == [0, 30, 120, 23 * 3600]
    assert (found.of_day, found.plain, found.starts, found.restarts) == (True, False, False, frozenset())


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("0:01", "0:09", "1:20"), Times((1, 9, 80), False, False, True, frozenset())),
        (("1", "9", "80"), Times((1, 9, 80), False, True, True, frozenset())),
        (("10:00:01", "10:00:09", "10:01:20"), Times((36001, 36009, 36080), False, False, False, frozenset())),
        (("0:01", "0:09", "1:20", "2:10", "0:02", "0:40", "3:00", "3:10"),
         Times((1, 9, 80, 130, 2, 40, 180, 190), False, False, True, frozenset({4}))),
        (("0:01", *[f"0:{at:02}" for at in range(2, 20)], ""),
         Times((*map(float, range(1, 20)), None), False, False, True, frozenset())),
    ],
    ids=["clock", "plain seconds", "time of day", "begins anew", "one cell is blank"],
)  # fmt: skip
def test_a_column_of_times(cells: tuple[str, ...], found: Times) -> None:
    assert read_times(cells) == found


@pytest.mark.parametrize(
    "cells",
    [
        (), ("0:01",), ("soon", "later", "never"), ("0:01", "yes", "no", "0:04"), ("3", "1", "2", "1", "3", "2", "1"),
        ("5", "5", "5", "5", "6"), ("0:50", "0:40", "0:30", "0:20", "0:10"), ("0:01", "0:01", "0:01", "0:02"),
        ("1/2", "2/2", "3/2"),
    ],
    ids=["none", "one", "words", "some words", "codes", "one number", "falling", "hardly moving", "parts"],
)  # fmt: skip
def test_what_is_no_column_of_times(cells: tuple[str, ...]) -> None:
    assert read_times(cells) is None
