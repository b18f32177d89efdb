"""What changed, in sentences: one and many, small changes of many people, parts and names."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.comparing import wording
from persona.comparing.answers import Told
from persona.comparing.groups import Lone, Matched, Pair
from persona.comparing.models import Amount, AnswerChange, GroupChange
from persona.comparing.testing import Difference
from persona.comparing.wording import amount, answer_told, both_told, could_be, groups_told, in_short, numbers, points
from persona.models import Column, ColumnRole

SURE, UNSURE = 0.0001, 0.9


class Sizes(NamedTuple):
    """A wave of which only the groups are known."""

    sizes: dict[int, int]
    names: dict[int, str]

    @property
    def people(self) -> int:
        return sum(self.sizes.values())

    @property
    def personas(self) -> tuple[int, ...]:
        return tuple(self.sizes)

    def size(self, persona: int) -> int:
        return self.sizes[persona]


def sizes(*of_groups: int, names: str = "abcdefgh") -> Sizes:
    return Sizes(dict(enumerate(of_groups, 1)), dict(zip(range(1, 1 + len(of_groups)), names, strict=False)))


def difference(by: float, chance: float = SURE) -> Difference:
    return Difference(by, chance, by - 0.05, by + 0.05)


def pair(first: int, second: int, by: float = 0.0, chance: float = UNSURE, raw: float = UNSURE) -> Pair:
    return Pair(first, second, difference(by, chance), difference(by, raw))


def lone(persona: int, *, is_first: bool, like: int = 0, chance: float = SURE, fitting: float = 0.0, within: int = 1):
    counts = (50, like) if is_first else (like, 50)
    return Lone(persona, is_first, counts, difference(-0.2 if is_first else 0.2, chance), fitting, within)


def told(found: Matched, first: Sizes, second: Sizes) -> list[tuple[str, str, str]]:
    """Name, status and sentence of every group."""
    return [(each.name, each.status, each.sentence) for each in groups_told(found, first, second)]  # type: ignore[arg-type]


# -- groups --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("after", "chance", "raw", "status", "sentence"),
    [
        (100, UNSURE, UNSURE, "same", "“a” stayed as it was."),
        (120, SURE, SURE, "grown", "“a” grew by 10 points."),
        (102, SURE, SURE, "grown", "“a” grew by 1 point."),
        (80, SURE, SURE, "shrunk", "“a” shrank by 10 points."),
        (
            120,
            UNSURE,
            SURE,
            "redrawn",
            "“a” has other borders now: 50 % of the first wave and 60 % of the second answer like its people.",
        ),
    ],
)
def test_a_group_of_both(after: int, chance: float, raw: float, status: str, sentence: str) -> None:
    found = Matched([pair(1, 1, after / 200 - 0.5, chance, raw)], [])

    assert told(found, sizes(100, 100), sizes(after, 200 - after)) == [("a", status, sentence)]


def test_a_group_that_has_another_name_tells_the_old_one() -> None:
    [group] = groups_told(Matched([pair(1, 1)], []), sizes(10), sizes(10, names="z"))  # type: ignore[arg-type]

    assert (group.name, group.was) == ("z", "a")
    assert group.sentence == "“z” stayed as it was. Before, it was called “a”."


@pytest.mark.parametrize(
    ("alone", "status", "sentence"),
    [
        (lone(1, is_first=False), "new", "“a” is new. Before, nobody answered like this."),
        (lone(1, is_first=False, like=1), "new", "“a” is new. Before, only 1 person answered like this."),
        (lone(1, is_first=False, like=7), "new", "“a” is new. Before, only 7 people answered like this."),
        (lone(1, is_first=True), "gone", "“a” is gone. Now, nobody answers like this."),
        (lone(1, is_first=True, like=1), "gone", "“a” is gone. Now, only 1 person still answers like this."),
        (lone(1, is_first=True, like=2), "gone", "“a” is gone. Now, only 2 people still answer like this."),
        (
            lone(1, is_first=True, chance=UNSURE),
            "unclear",
            "“a” has no group like it now, but too few people to say that it is gone.",
        ),
        (
            lone(1, is_first=False, chance=UNSURE),
            "unclear",
            "“a” has no group like it before, but too few people to say that it is new.",
        ),
        (
            lone(1, is_first=True, chance=UNSURE, fitting=0.5, within=2),
            "part",
            "“a” is part of “b” now: its people answer as they did.",
        ),
        (
            lone(1, is_first=False, chance=UNSURE, fitting=1.0, within=2),
            "part",
            "“a” was part of “b” before: its people answered as they do now.",
        ),
        (
            lone(1, is_first=False, chance=UNSURE, fitting=0.49, within=2),
            "unclear",
            "“a” has no group like it before, but too few people to say that it is new.",
        ),
    ],
)
def test_a_group_of_one_wave(alone: Lone, status: str, sentence: str) -> None:
    assert told(Matched([], [alone]), sizes(50, 50), sizes(50, 50)) == [("a", status, sentence)]


@pytest.mark.parametrize("is_first", [True, False])
def test_bounds_and_amounts_are_told_of_what_is_sure_only(is_first: bool) -> None:
    [sure] = groups_told(Matched([], [lone(1, is_first=is_first)]), sizes(50, 50), sizes(50, 50))  # type: ignore[arg-type]
    part = lone(1, is_first=is_first, chance=UNSURE, fitting=1.0)
    [unsure] = groups_told(Matched([], [part]), sizes(50, 50), sizes(50, 50))  # type: ignore[arg-type]
    mine, other = ("before", "after") if is_first else ("after", "before")

    assert (sure.low is None, unsure.low, unsure.high) == (False, None, None)
    assert (getattr(sure, mine), getattr(sure, other)) == (amount(50, 100), amount(0, 100))
    assert (getattr(unsure, mine), getattr(unsure, other)) == (amount(50, 100), Amount(base=100))


def test_a_group_that_is_several_now_is_told_once_with_them() -> None:
    alone = [
        lone(1, is_first=True, chance=UNSURE, fitting=1.0, within=1),
        lone(1, is_first=False, chance=UNSURE, fitting=1.0, within=1),
        lone(2, is_first=False, chance=UNSURE, fitting=1.0, within=1),
    ]

    assert told(Matched([], alone), sizes(80, names="w"), sizes(40, 40, names="xy")) == [
        ("x", "part", "“x” was part of “w” before: its people answered as they do now."),
        ("y", "part", "“y” was part of “w” before: its people answered as they do now."),
        ("w", "part", "“w” is several groups now: “x” and “y”."),
    ]


def test_a_group_that_puts_several_together_names_them() -> None:
    alone = [lone(at, is_first=True, chance=UNSURE, fitting=1.0, within=1) for at in (1, 2, 3)]
    alone.append(lone(1, is_first=False, chance=UNSURE, fitting=1.0, within=2))
    found = told(Matched([], alone), sizes(30, 30, 30, names="abc"), sizes(90, names="w"))

    assert found[0] == ("w", "part", "“w” holds people of groups that were apart before: “a”, “b” and “c”.")


def test_groups_stand_in_the_order_of_the_second_wave_and_then_of_the_first() -> None:
    found = Matched([pair(3, 2), pair(1, 3)], [lone(2, is_first=True), lone(1, is_first=False)])

    groups = groups_told(found, sizes(1, 2, 3), sizes(3, 2, 1))  # type: ignore[arg-type]
    assert [(group.first, group.second) for group in groups] == [(None, 1), (3, 2), (1, 3), (2, None)]


def test_all_groups_are_corrected_together() -> None:
    """Of three groups, in one of three families, a chance counts nine times."""
    found = Matched([pair(at, at, 0.1, 0.001) for at in (1, 2, 3)], [])

    groups = groups_told(found, sizes(10, 10, 10), sizes(10, 10, 10))  # type: ignore[arg-type]
    assert [(group.chance, group.sure) for group in groups] == [(pytest.approx(0.009), "likely")] * 3


# -- in short ------------------------------------------------------------------------------------------------
def group(status: str, name: str = "a", second: int | None = 1) -> GroupChange:
    return GroupChange.model_construct(status=status, name=name, first=1, second=second)


@pytest.mark.parametrize(
    ("before", "pairs", "groups", "sentence"),
    [
        (1, 1, [], "The one group is still there. Nothing else changed that we could see."),
        (1, 0, [], "The one group is not there any more. Nothing else changed that we could see."),
        (2, 2, [], "All two groups are still there. Nothing else changed that we could see."),
        (3, 0, ["gone"] * 3, "None of the three groups is there any more. Three are gone."),
        (3, 1, ["gone", "gone"], "One of three groups is still there. Two are gone."),
        (3, 2, ["new", "gone"], "Two of three groups are still there. One is new and one is gone."),
        (13, 13, [], "All 13 groups are still there. Nothing else changed that we could see."),
        (2, 2, ["grown", "shrunk"], "All two groups are still there. “a” grew and “a” shrank."),
        (4, 4, ["grown"] * 4, "All four groups are still there. Four grew."),
        (3, 3, ["grown"] * 3, "All three groups are still there. “a”, “a” and “a” grew."),
        (
            2,
            2,
            ["same", "redrawn", "unclear"],
            "All two groups are still there. Nothing else changed that we could see.",
        ),
    ],
)
def test_all_in_a_sentence(before: int, pairs: int, groups: list[str], sentence: str) -> None:
    found = Matched([pair(at, at) for at in range(pairs)], [])

    assert in_short([group(status) for status in groups], found, sizes(*[5] * before)) == sentence  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "told"),
    [(1, "One is part of other groups now."), (2, "Two are part of other groups now.")],
)
def test_groups_of_before_that_are_parts_now_are_counted(parts: int, told: str) -> None:
    groups = [group("part", second=None)] * parts + [group("part", second=2)]

    assert in_short(groups, Matched([], []), sizes(5, 5)).endswith(f"any more. {told}")  # type: ignore[arg-type]


# -- answers -------------------------------------------------------------------------------------------------
def asked(*words: str) -> Column:
    return Column(
        name="q1", position=0, role=ColumnRole.RATING, basis=True, question="", filled=1, distinct=1, scale_words=words
    )


def share(people: int, base: int = 100) -> Amount:
    return Amount(base=base, people=people, share=people / base)


def mean(value: float) -> Amount:
    return Amount(base=100, mean=value)


@pytest.mark.parametrize(
    ("option", "before", "after", "by", "chance", "direction", "sentence"),
    [
        ("Yes", share(31), share(45), 0.14, SURE, "up", "“Yes” rose from 31 % to 45 %."),
        ("Yes", share(45), share(31), -0.14, SURE, "down", "“Yes” fell from 45 % to 31 %."),
        ("Yes", share(0), share(100), 1.0, SURE, "up", "“Yes” rose from 0 % to 100 %."),
        (
            "Yes",
            share(31),
            share(33),
            0.02,
            UNSURE,
            "same",
            "“Yes”: 31 % before, 33 % now, no change that we could see.",
        ),
        (None, mean(3.1), mean(4.25), 1.1, SURE, "up", "The mean rose from 3.1 to 4.2."),
        (None, mean(4.2), mean(3.1), -1.1, SURE, "down", "The mean fell from 4.2 to 3.1."),
        (None, mean(3.0), mean(3.0), 0, UNSURE, "same", "The mean was 3.0 and is 3.0, no change that we could see."),
        ("{x}", share(1), share(2), 0.01, SURE, "up", "“{x}” rose from 1 % to 2 %."),
        ("Yes", share(3_010, 100_000), share(3_380, 100_000), 0.01, SURE, "up", "“Yes” rose from 3.0 % to 3.4 %."),
        ("Yes", share(30_000, 10**6), share(30_400, 10**6), 0.01, SURE, "up", "“Yes” rose from 3.00 % to 3.04 %."),
        (None, mean(3.11), mean(3.14), 0.03, SURE, "up", "The mean rose from 3.11 to 3.14."),
        (None, mean(1985.1), mean(1985.4), 0.3, SURE, "up", "The mean rose from 1985.1 to 1985.4."),
    ],
)
def test_an_answer_in_a_sentence(
    option: str | None, before: Amount, after: Amount, by: float, chance: float, direction: str, sentence: str
) -> None:
    found = answer_told(Told(asked(), option, before, after, difference(by), "1-need-1"), chance)

    assert (found.sentence, found.direction, found.option, found.statement) == (
        sentence, direction, option, "1-need-1",
    )  # fmt: skip
    assert (found.question, found.column) == ("q1", "q1")


def test_a_scale_in_words_tells_its_ends() -> None:
    found = answer_told(Told(asked("Never", "Rarely", "Often"), None, mean(1.5), mean(2.5), difference(1)), SURE)

    assert found.sentence == "The mean rose from 1.5 to 2.5. On this scale 1 is “Never”, 3 is “Often”."


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_shares_that_differ_never_read_alike(before: int, after: int) -> None:
    one, two = both_told(share(before, 10**6), share(after, 10**6))

    assert (one == two) == (before == after)


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6))
def test_means_that_differ_never_read_alike(value: float, by: float) -> None:
    one, two = both_told(mean(value), mean(value + by))

    assert one != two


# -- numbers -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("by", "told"),
    [
        (0.0, "0 points"),
        (0.004, "under 1 point"),
        (-0.004, "under 1 point"),
        (0.005, "under 1 point"),
        (0.006, "1 point"),
        (0.014, "1 point"),
        (-0.07, "7 points"),
        (1.0, "100 points"),
    ],
)
def test_points(by: float, told: str) -> None:
    assert points(by) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0.0, "0.0"),
        (-3.14, "-3.1"),
        (999.94, "999.9"),
        (1000.0, "1000"),
        (-1985.2, "-1985"),
        (9999.4, "9999"),
        (10_000.0, "10,000"),
        (-12345.6, "-12,346"),
    ],
)
def test_means(value: float, told: str) -> None:
    assert wording.number_told(value) == told


@pytest.mark.parametrize(("count", "word"), [(0, "none"), (1, "one"), (12, "twelve"), (13, "13"), (1_000, "1,000")])
def test_numbers_up_to_twelve_are_words(count: int, word: str) -> None:
    assert wording.number_word(count) == word


def change(before: Amount, after: Amount, sure: str, low: float | None, high: float | None) -> AnswerChange:
    return AnswerChange.model_construct(before=before, after=after, sure=sure, low=low, high=high)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (change(share(31), share(45), "clear", 0.01, 0.27), "31 % → 45 %, could be 1 to 27 points; clear"),
        (change(share(45), share(31), "likely", -0.27, -0.01), "45 % → 31 %, could be 1 to 27 points; likely"),
        (change(share(31), share(33), "none", -0.1, 0.14), "31 % → 33 %; no change"),
        (change(share(31), share(33), "likely", -0.01, 0.05), "31 % → 33 %, could be 0 to 5 points; likely"),
        (change(mean(3.1), mean(4.2), "clear", 0.5, 1.7), "3.1 → 4.2, could be 0.5 to 1.7; clear"),
        (change(share(31), share(45), "clear", None, None), "31 % → 45 %; clear"),
        (change(Amount(base=100), share(45), "none", None, None), "45 %"),
        (change(share(45), Amount(base=100), "none", None, None), "45 %"),
    ],
)
def test_what_stands_behind_a_sentence(found: AnswerChange, told: str) -> None:
    assert numbers(found) == told


def test_bounds_are_told_of_what_is_named_only() -> None:
    assert could_be(change(share(1), share(2), "none", 0.01, 0.02)) == ""
    assert could_be(change(share(1), share(2), "clear", None, 0.02)) == ""


def test_a_share_of_nobody_is_none() -> None:
    assert amount(0, 0) == Amount(base=0, people=0, share=None)
