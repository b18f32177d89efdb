"""Who says the same: shared rare words count, one shared word or a turned-around sentence does not."""

from __future__ import annotations

import pytest

from persona.writing.similarity import SAME, Space
from persona.writing.units import Unit
from tests.answers import units

BACKGROUND = (
    "The error messages are hard to read",
    "reading the error messages is hard",
    "I copy dates from the syllabus by hand",
    "copying the dates of the syllabus by hand, slow",
    "The parser works",
    "the parser does not work",
    "Explain the errors better",
    "self explaining code",
    "Notes get lost between meetings",
    "Documentation",
    "The documentation",
    "Maps and documentation",
    "Nobody updates the board",
)


def same(a: str, b: str) -> float:
    every: list[Unit] = units(BACKGROUND)
    space = Space(every)
    vectors = space.vectors(every)
    return float(space.same(vectors.take([BACKGROUND.index(a)]), vectors.take([BACKGROUND.index(b)]))[0, 0])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("I copy dates from the syllabus by hand", "copying the dates of the syllabus by hand, slow"),
        ("The error messages are hard to read", "reading the error messages is hard"),
        ("Documentation", "The documentation"),
    ],
)
def test_same_words_say_the_same(a: str, b: str) -> None:
    assert same(a, b) >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Explain the errors better", "self explaining code"),  # one rare word only
        ("The parser works", "the parser does not work"),  # turned around
        ("Maps and documentation", "Documentation"),  # half of two things
        ("Notes get lost between meetings", "Nobody updates the board"),
    ],
)
def test_other_words_do_not(a: str, b: str) -> None:
    assert same(a, b) < SAME


def test_a_unit_is_the_same_as_itself() -> None:
    assert same(BACKGROUND[2], BACKGROUND[2]) == pytest.approx(1.0)


def test_words_that_the_sample_does_not_know_make_a_unit_less_alike() -> None:
    every = units(BACKGROUND)
    space = Space(every)
    known, unknown = units(["copy dates from the syllabus", "copy dates from the syllabus xylophone quartz zebra"])
    a, b = space.same(space.vectors([every[2]]), space.vectors([known, unknown]))[0]
    assert a > b > 0
