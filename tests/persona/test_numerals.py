"""Numbers in words."""

from __future__ import annotations

import pytest

from persona.numerals import counted, percent


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1_000, "1,000 rows"), (-1, "-1 rows")]
)
def test_only_one_is_singular(count: int, words: str) -> None:
    assert counted(count, "row") == words


@pytest.mark.parametrize(("share", "words"), [(0, "0 %"), (0.354, "35 %"), (0.356, "36 %"), (1, "100 %")])
def test_a_share_is_whole_hundredths(share: float, words: str) -> None:
    assert percent(share) == words
