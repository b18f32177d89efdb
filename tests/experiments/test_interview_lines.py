"""Interviews on the check page: the picture of who speaks when, and how sure the reading is."""

from __future__ import annotations

import pytest

from experiments.interview_lines import InterviewLine, Interviews, Mark, marks_of
from persona.interviews import Interview, Stretch


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([], []),
        ([Stretch(0, True)], []),
        ([Stretch(10, False)], [Mark("me", 0.0, 99.4)]),
        ([Stretch(26, True), Stretch(74, False)], [Mark("iv", 0.0, 25.4), Mark("me", 26.0, 73.4)]),
    ],
)
def test_picture_is_filled_from_left_to_right(stretches: list[Stretch], expected: list[Mark]) -> None:
    assert marks_of(stretches) == expected


def test_long_talk_is_no_more_than_fifty_stretches() -> None:
    assert len(marks_of([Stretch(3, at % 2 == 0) for at in range(5000)])) <= 50


def test_interviews_come_to_words_languages_and_how_many_more() -> None:
    said = [
        InterviewLine(Interview("01", (Stretch(4, True), Stretch(30, False)), ("Lena",), "en"), is_unsure=False),
        InterviewLine(Interview("02", (Stretch(12, False),), (), "de"), is_unsure=True),
        InterviewLine(Interview("03", (Stretch(1, False),), (), ""), is_unsure=False),
    ]
    found = Interviews(said, 5)
    assert (found.words, found.languages, found.unsure, found.more) == (43, 2, 1, 2)
    assert [line.language for line in found.lines] == ["English", "German", ""]


@pytest.mark.parametrize(
    ("stretches", "sides"),
    [
        ([Stretch(1, True), Stretch(1, False)], [("iv", 0.0), ("me", 50.0)]),
        ([Stretch(1, False), Stretch(0, True), Stretch(1, False)], [("me", 0.0)]),
        ([Stretch(1, True), Stretch(999, False)], [("me", 0.0)]),
        ([Stretch(2, False), Stretch(4, True), Stretch(4, False)], [("me", 0.0), ("iv", 20.0), ("me", 60.0)]),
    ],
    ids=["halves", "a turn without words", "a word among a thousand", "three turns"],
)
def test_a_stretch_belongs_to_who_speaks_in_its_middle(
    stretches: list[Stretch], sides: list[tuple[str, float]]
) -> None:
    found = marks_of(stretches)

    assert [(mark.side, mark.x) for mark in found] == sides
    assert found[-1].x + found[-1].width == pytest.approx(99.4)


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("ja", "Japanese"), ("uk", "Ukrainian"), ("xx", ""), ("", "")]
)
def test_languages_are_called_in_english(code: str, name: str) -> None:
    assert InterviewLine(Interview("1", (), (), code), is_unsure=False).language == name


def test_nobody_speaks_in_no_interview() -> None:
    none = Interviews([], 0)

    assert (none.words, none.unsure, none.more, none.languages) == (0, 0, 0, 0)
