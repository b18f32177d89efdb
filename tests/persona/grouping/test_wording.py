"""What people are told about the number of groups."""

from __future__ import annotations

import pytest

from persona.grouping import wording
from persona.grouping.choice import CountChoice
from persona.grouping.shared import Gain
from persona.grouping.validation import HeldOutCheck
from persona.models import ColumnRole, CountTried, Merge, Split
from tests.persona.counted.values import column

TWO = CountTried(count=2, shared_bits=0.3, agreement=0.02)

DRAWN_OTHERWISE = (
    " The answers do hang together, but 2 groups can be drawn in more than one way: half-samples drew other ones. "
    "Another number of groups may come back better."
)
NOTHING_THERE = (
    " They are not reliable: halves of the people form different groups, or groups that tell nothing about the others."
)


def choice(held: HeldOutCheck) -> CountChoice:
    return CountChoice((TWO,), TWO, held, null_score=0.01)


@pytest.mark.parametrize(
    ("held", "ending"),
    [
        (HeldOutCheck(bits=0.4, agreement=0.5), ""),
        (HeldOutCheck(bits=0.2, agreement=0.0), DRAWN_OTHERWISE),
        (HeldOutCheck(bits=-0.1, agreement=0.0), NOTHING_THERE),
    ],
    ids=["reliable", "drawn otherwise", "nothing there"],
)
def test_a_number_that_was_asked_for_is_judged_all_the_same(held: HeldOutCheck, ending: str) -> None:
    start = "2 groups, as you asked. In 10 half-samples they came back with an agreement of 0.02 "

    assert wording.asked_for(choice(held)) == f"{start}(1 is the same groups, 0 is chance).{ending}"


def other(count: int, bits: float, agreement: float) -> CountTried:
    return CountTried(count=count, shared_bits=bits, agreement=agreement)


BEST = other(3, 0.5, 0.8)
SAID = (
    "3 groups. Knowing someone's group from the other answers tells most about each question with 3; "
    "in 10 half-samples the same groups came back (agreement 0.80)."
)


@pytest.mark.parametrize(
    ("neighbour", "told"),
    [
        (other(4, 0.52, 0.78), "4 comes back as well (0.78) but tells hardly more."),
        (other(4, 0.50, 0.78), "4 comes back as well (0.78) but tells less."),
        (other(2, 0.60, 0.50), "2 tells a little more but comes back less (0.50)."),
        (other(2, 0.30, 0.50), "2 tells no more and comes back less (0.50)."),
        (other(6, 0.30, 0.50), None),
    ],
)
def test_a_number_that_was_chosen_is_told_beside_its_neighbours(neighbour: CountTried, told: str | None) -> None:
    chosen = CountChoice((neighbour, BEST), BEST, HeldOutCheck(0.4, 0.6), 0.0)

    assert wording.chosen(chosen) == (f"{SAID} {told}" if told else SAID)


def test_groups_that_shade_into_each_other_and_none_at_all_say_so() -> None:
    weak = CountChoice((BEST,), BEST, HeldOutCheck(0.2, 0.3), 0.0)
    none = CountChoice((BEST,), BEST, HeldOutCheck(0.0, 0.3), 0.0)

    assert wording.chosen(weak) == f"Weak: groups shade into each other. {SAID}"
    assert wording.chosen(none) == (
        "No reliable groups: halves of the people form different groups, or groups that tell nothing about the others."
        " One portrait of everybody is shown."
    )


@pytest.mark.parametrize(
    ("people", "told"), [(1, "Only 1 person: looking"), (0, "Only 0 people: looking"), (19, "Only 19 people: looking")]
)
def test_too_few_people_are_counted(people: int, told: str) -> None:
    assert wording.too_few_people(people, 20).startswith(told)


@pytest.mark.parametrize(
    ("gain", "told"),
    [
        (None, "used: it tells about the groups that the other answers make"),
        (Gain(0.2, 2.1), "used: it tells about the groups that the other answers make"),
        (Gain(0.2, 2.0), "used, though it tells little about the groups"),
        (Gain(-0.1, -9.0), "used, though it tells little about the groups"),
    ],
)
def test_a_column_is_told_what_it_had_to_do_with_the_groups(gain: Gain | None, told: str) -> None:
    assert wording.used(gain) == told


@pytest.mark.parametrize(
    ("role", "unusable", "told"),
    [
        (ColumnRole.ID, (), "takes no part"),
        (ColumnRole.PERSONAL, (), "takes no part"),
        (ColumnRole.DATE, (), "takes no part"),
        (ColumnRole.IGNORE, (), "takes no part"),
        (ColumnRole.NUMBER, (), "describes the groups only"),
        (ColumnRole.NUMBER, ("Trips",), "set aside: too few people answered it, or all alike"),
    ],
)
def test_a_column_that_took_no_part_is_told_why(role: ColumnRole, unusable: tuple[str, ...], told: str) -> None:
    assert wording.unused(column("Trips", role), unusable) == told


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Merge(segments=(3, 1)), "Groups 1 and 3 were put together by hand."),
        (Merge(segments=(4, 1, 2, 1)), "Groups 1, 2 and 4 were put together by hand."),
        (
            Split(segment=2, into=3),
            "Group 2 was split into 3 by hand; in 10 half-samples these parts came back with an agreement of 0.00.",
        ),
    ],
)
def test_what_people_changed_is_told(edit: Merge | Split, told: str) -> None:
    assert wording.edit_made(edit, -0.2) == told


@pytest.mark.parametrize(
    ("agreement", "told"),
    [(0.22, "groups came back that are only partly the same"), (0.71, "the same groups came back")],
)
def test_what_came_back_in_part_is_not_called_the_same(agreement: float, told: str) -> None:
    tried = CountTried(count=2, shared_bits=0.3, agreement=agreement)
    found = CountChoice((tried,), tried, HeldOutCheck(bits=0.4, agreement=agreement), null_score=0.01)

    assert f"in 10 half-samples {told} (agreement {agreement})." in wording.chosen(found)
