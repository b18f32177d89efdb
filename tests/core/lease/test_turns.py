"""Fair turns: the line by hand, and as workers take it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.lease.turns import NEVER, Standing, following, place, turns

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def standing(whose: str, waiting: int, *, held: int = 0, served: int | None = None, first: int = 0) -> Standing:
    """Minutes after noon."""
    last = NEVER if served is None else NOON + timedelta(minutes=served)
    return Standing(whose, waiting, held, last, NOON + timedelta(minutes=first))


def test_nobody_waits() -> None:
    assert (following([]), list(turns([]))) == (None, [])


def test_one_of_hers_comes_before_the_second_of_his() -> None:
    line = [standing("bob", 4, first=0), standing("alice", 1, first=9)]

    assert list(turns(line)) == ["bob", "alice", "bob", "bob", "bob"]


def test_who_has_nothing_at_work_comes_first() -> None:
    line = [standing("bob", 2, held=1, served=1), standing("alice", 1, served=5)]

    assert list(turns(line)) == ["alice", "bob", "bob"]


def test_whose_last_turn_is_longest_ago_comes_first() -> None:
    line = [standing("bob", 2, served=3), standing("alice", 2, served=1), standing("carol", 1)]

    assert following(line) == line[2]
    assert list(turns(line)) == ["carol", "alice", "bob", "alice", "bob"]


def test_the_place_is_where_the_line_has_it() -> None:
    line = [standing("bob", 100), standing("alice", 2, first=1)]

    assert [place(line, "alice", before) for before in (0, 1, 2)] == [2, 4, None]
    assert [place(line, "bob", before) for before in (0, 1, 2, 99)] == [1, 3, 5, 102]
