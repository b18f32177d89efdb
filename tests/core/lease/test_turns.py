"""Fair turns: the line by hand, and as workers take it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

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


# -- laws ----------------------------------------------------------------------------------------------------
def _standing(name: str, waiting: int, held: int, served: int | None, first: int) -> Standing:
    return standing(name, waiting, held=held, served=served, first=first)


STANDINGS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.tuples(st.integers(1, 5), st.integers(0, 3), st.none() | st.integers(0, 9), st.integers(0, 9)),
    max_size=6,
).map(lambda found: [_standing(name, *each) for name, each in found.items()])


@given(STANDINGS)
def test_everybody_has_as_many_turns_as_rows(line: list[Standing]) -> None:
    assert Counter(turns(line)) == {each.whose: each.waiting for each in line}


@given(STANDINGS, st.randoms())
def test_the_order_in_which_they_are_named_says_nothing(line: list[Standing], random: object) -> None:
    mixed = list(line)
    random.shuffle(mixed)  # type: ignore[attr-defined]

    assert list(turns(mixed)) == list(turns(line))
    assert following(mixed) == following(line)


@given(STANDINGS)
def test_who_follows_is_the_first_in_the_line(line: list[Standing]) -> None:
    found = following(line)

    assert next(turns(line), None) == (found.whose if found else None)


@given(STANDINGS)
def test_nobody_waits_for_more_than_one_turn_of_each_other_who_has_as_much_at_work(line: list[Standing]) -> None:
    """However many rows somebody has, those with nothing at work come before their second one."""
    idle = {each.whose for each in line if not each.held}
    seen = list(turns(line))[: len(idle)]

    assert set(seen) == idle


@given(STANDINGS)
def test_places_are_those_of_the_line(line: list[Standing]) -> None:
    whole = list(turns(line))
    for each in line:
        places = [place(line, each.whose, before) for before in range(each.waiting)]
        assert places == [at for at, whose in enumerate(whole, start=1) if whose == each.whose]
        assert place(line, each.whose, each.waiting) is None
    assert place(line, "nobody", 0) is None
