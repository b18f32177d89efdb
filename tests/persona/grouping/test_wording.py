"""What people are told about the number of groups."""

from __future__ import annotations

import pytest

from persona.grouping import wording
from persona.grouping.choice import CountChoice
from persona.grouping.validation import HeldOutCheck
from persona.models import CountTried

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
