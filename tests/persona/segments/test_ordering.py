"""Edits made while looking at one preview."""

from __future__ import annotations

import pytest

from persona import ConfigurationError, Merge, Rename, Split
from persona.segments import in_order


def test_numbers_follow_the_edits_before() -> None:
    shown = [Split(segment=1, into=3), Merge(segments=(5, 2)), Merge(segments=(4, 3)), Split(segment=6)]

    assert in_order(shown) == (
        Split(segment=1, into=3),
        Merge(segments=(4, 7)),
        Merge(segments=(5, 6)),
        Split(segment=6),
    )


def test_names_are_given_first() -> None:
    assert in_order([Merge(segments=(1, 3)), Rename(segment=3, name="Late")]) == (
        Rename(segment=3, name="Late"),
        Merge(segments=(1, 3)),
    )


@pytest.mark.parametrize(
    "edits",
    [
        [Merge(segments=(1, 2)), Merge(segments=(2, 3))],
        [Split(segment=1), Split(segment=1)],
        [Rename(segment=1, name="One"), Split(segment=1)],
    ],
)
def test_two_changes_of_one_segment_are_refused(edits: list[Merge | Split | Rename]) -> None:
    with pytest.raises(ConfigurationError) as caught:
        in_order(edits)

    assert caught.value.code == "edits_overlap"


def test_merging_a_segment_with_itself_is_left_to_be_refused() -> None:
    assert in_order([Merge(segments=(2, 2))]) == (Merge(segments=(2, 2)),)
