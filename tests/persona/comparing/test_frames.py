"""Frames: who of two waves answers like which group, learnt without themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.assigning.evidence import questions_of
from persona.comparing.frames import Block, frame, told_apart
from persona.models import Column, ColumnRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.comparing.frames import Frame

ROLES = {"c": ColumnRole.CATEGORY, "m": ColumnRole.MULTIPLE, "r": ColumnRole.RATING, "o": ColumnRole.OPEN}


def block(cells: Sequence[str], role: str = "c", name: str = "q1") -> list[Block]:
    separator = "; " if role == "m" else None
    options = tuple(
        dict.fromkeys(part for cell in cells if cell for part in (cell.split("; ") if separator else [cell]))
    )
    column = Column(
        name=name, position=0, role=ROLES[role], basis=True, question=name, filled=len(cells),
        distinct=len(options), options=options if role in "cm" else (), separator=separator,
        scale=(1.0, 5.0) if role == "r" else None,
    )  # fmt: skip
    return [Block(each, each.answers(list(cells))) for each in questions_of([column], {name: list(cells)})]


def whole(blocks: list[Block], own: Sequence[int]) -> Frame:
    return frame(blocks, np.arange(len(own)), np.array(own), len(own))


TWO = ["Soup", "Cake"] * 30
OWN = [1, 2] * 30


@pytest.mark.parametrize(
    ("role", "cells"),
    [
        ("c", TWO),
        ("m", ["Soup; Tea", "Cake; Tea"] * 30),
        ("r", ["1", "5"] * 30),
    ],
)
def test_people_are_most_like_their_own_group(role: str, cells: list[str]) -> None:
    found = whole(block(cells, role), OWN)

    assert found.personas == (1, 2)
    assert found.nearest.tolist() == OWN
    assert found.like(1).tolist() == [own == 1 for own in OWN]


def test_who_answers_like_nobody_fits_nowhere() -> None:
    """Of the others, taught by the first sixty, one answers otherwise in every question."""
    blocks = [each for at in range(8) for each in block([*TWO, "Rice", "Soup"], name=f"q{at}")]
    found = frame(blocks, np.arange(60), np.array(OWN), 62)

    assert found.fits.tolist()[60:] == [False, True]
    assert found.nearest[61] == 1
    assert not found.like(1)[60]
    assert not found.like(2)[60]


def test_who_answered_nothing_is_placed_without_a_warning() -> None:
    cells = [*TWO, ""]
    found = frame(block(cells), np.arange(60), np.array(OWN), 61)

    assert found.nearest[60] in (1, 2)


def test_without_questions_all_are_alike() -> None:
    found = whole([], [1, 2, 2])

    assert (found.nearest.tolist(), found.fits.tolist()) == ([1, 1, 1], [True] * 3)


def test_a_wave_of_one_group_holds_everybody_of_its_kind() -> None:
    found = whole(block(["Soup"] * 20), [7] * 20)

    assert (found.personas, set(found.nearest.tolist()), found.fits.all()) == ((7,), {7}, True)


def test_the_numbers_of_groups_say_nothing() -> None:
    cells = [*TWO[:57], "Cake", "Soup", "Cake"]
    one, other = whole(block(cells), OWN), whole(block(cells), [{1: 9, 2: 4}[own] for own in OWN])

    assert [{1: 9, 2: 4}[each] for each in one.nearest.tolist()] == other.nearest.tolist()
    assert one.fits.tolist() == other.fits.tolist()


def test_two_that_answer_otherwise_are_told_apart_and_two_alike_are_not() -> None:
    is_one = np.arange(60) % 2 == 0

    assert told_apart(block(TWO), is_one, ~is_one) == 1.0
    assert told_apart(block(["Soup", "Soup", "Cake", "Cake"] * 15), is_one, ~is_one) < 0.3


def test_who_is_in_neither_is_not_looked_at() -> None:
    one, two = np.arange(60) % 4 == 0, np.arange(60) % 4 == 1
    others = ["x" if not (a or b) else cell for cell, a, b in zip(TWO, one, two, strict=True)]

    assert told_apart(block(TWO), one, two) == told_apart(block(others), one, two) == 1.0


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["Soup", "Cake", ""]), min_size=20, max_size=40))
def test_how_well_two_are_told_apart_has_no_direction_and_lies_between_none_and_all(cells: list[str]) -> None:
    one = np.arange(len(cells)) % 2 == 0
    blocks = block([*cells[:-1], "Soup"])

    assert 0 <= told_apart(blocks, one, ~one) <= 1
