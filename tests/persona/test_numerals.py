"""Numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.numerals import counted, people, percent


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1_000, "1,000 rows"), (-1, "-1 rows")]
)
def test_only_one_is_singular(count: int, words: str) -> None:
    assert counted(count, "row") == words


@pytest.mark.parametrize(("share", "words"), [(0, "0 %"), (0.354, "35 %"), (0.356, "36 %"), (1, "100 %")])
def test_a_share_is_whole_hundredths(share: float, words: str) -> None:
    assert percent(share) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1e-9, "under 1 %"),
        (0.004, "under 1 %"),
        (0.005, "under 1 %"),
        (0.0051, "1 %"),
        (0.9949, "99 %"),
        (0.995, "over 99 %"),
        (1 - 1e-9, "over 99 %"),
    ],
)
def test_few_are_not_none_and_many_are_not_all(share: float, words: str) -> None:
    assert percent(share) == words


@given(st.floats(min_value=0, max_value=1))
def test_only_none_is_nothing_and_only_all_is_everything(share: float) -> None:
    assert (percent(share) == "0 %", percent(share) == "100 %") == (share == 0, share == 1)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (1_234, "1,234 people")]
)
def test_one_of_them_is_a_person(count: int, words: str) -> None:
    assert people(count) == words
