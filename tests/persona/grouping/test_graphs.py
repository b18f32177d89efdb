"""Sets of columns in graphs made by hand: where they part, and which of them are put aside."""

from __future__ import annotations

import numpy as np
import pytest

from persona.grouping.association import cliques, communities


def graph(size: int, *links: tuple[str, float]) -> np.ndarray:
    """Links of a strength between all of the columns that stand in one text: ("abc", 0.5)."""
    strength = np.zeros((size, size))
    for columns, how in links:
        for a in columns:
            for b in columns.replace(a, ""):
                strength[ord(a) - 97, ord(b) - 97] = max(strength[ord(a) - 97, ord(b) - 97], how)
    return strength


def named(sets: list[list[int]]) -> list[str]:
    return ["".join(chr(97 + column) for column in columns) for columns in sets]


GRAPHS = {
    "nothing hangs together": (4, (), ["a", "b", "c", "d"]),
    "all hang together": (4, (("abcd", 0.4),), ["abcd"]),
    "two sets": (6, (("abc", 0.4), ("def", 0.4)), ["abc", "def"]),
    "two sets and one link": (8, (("abcd", 0.5), ("efgh", 0.5), ("ae", 0.02)), ["abcd", "efgh"]),
    "two sets and strong links": (6, (("abc", 0.5), ("def", 0.5), ("ad", 0.5), ("be", 0.5)), ["abcdef"]),
    "one stands alone": (5, (("abcd", 0.4),), ["abcd", "e"]),
    "three sets in a row": (
        12, (("abcd", 0.5), ("efgh", 0.5), ("ijkl", 0.5), ("ae", 0.02), ("hi", 0.02)), ["abcd", "efgh", "ijkl"],
    ),
    "a set of three is not cut": (3, (("ab", 0.5), ("bc", 0.01)), ["abc"]),
}  # fmt: skip


@pytest.mark.parametrize("name", GRAPHS)
def test_where_sets_part(name: str) -> None:
    size, links, sets = GRAPHS[name]

    assert sorted(named(communities(graph(size, *links), list(range(size))))) == sets


ASIDE = {
    "a tight set beside many": (12, (("abcdefghi", 0.3), ("jkl", 0.5)), ["jkl"]),
    "a loose set beside many": (12, (("abcdefghi", 0.3), ("jkl", 0.15)), []),
    "a tight pair": (12, (("abcdefghij", 0.3), ("kl", 0.26)), ["kl"]),
    "a pair that is less than tight": (12, (("abcdefghij", 0.3), ("kl", 0.24)), []),
    "more than a third of all": (6, (("abc", 0.3), ("def", 0.5)), []),
    "a third of all": (6, (("abcd", 0.3), ("ef", 0.5)), ["ef"]),
    "columns without links": (12, (("abcdefghi", 0.3),), []),
    "two tight sets": (12, (("abcdef", 0.3), ("ghi", 0.5), ("jkl", 0.5)), ["ghi", "jkl"]),
}


@pytest.mark.parametrize("name", ASIDE)
def test_what_is_put_aside(name: str) -> None:
    size, links, sets = ASIDE[name]

    assert sorted(named(cliques(graph(size, *links)))) == sets


def test_the_order_of_columns_does_not_matter() -> None:
    size, links, _ = GRAPHS["two sets and one link"]
    order = np.array([4, 0, 5, 1, 6, 2, 7, 3])
    found = communities(graph(size, *links)[np.ix_(order, order)], list(range(size)))

    assert sorted(sorted(order[column].item() for column in columns) for columns in found) == [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
    ]
