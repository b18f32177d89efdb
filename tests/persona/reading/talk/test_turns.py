from __future__ import annotations

import pytest

from persona.reading.talk.turns import Line, Turn, find_turns


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


PLAIN = """Interview of 3 May

Interviewer: How do you plan?
Ann: On paper, mostly.
And a bit in my head.

Interviewer: Why?
Ann: It is quick: no menus."""
TURNS = [
    Turn(3, "Interviewer", "How do you plan?"),
    Turn(4, "Ann", "On paper, mostly.\nAnd a bit in my head."),
    Turn(7, "Interviewer", "Why?"),
    Turn(8, "Ann", "It is quick: no menus."),
]


def test_find_turns_joins_what_one_says_until_another_speaks() -> None:
    assert find_turns(lines(PLAIN)) == TURNS


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("Interviewer:", "**Interviewer:**").replace("Ann:", "**Ann**:"),
        PLAIN.replace("Interviewer:", "[00:01:10] Interviewer:").replace("Ann:", "00:12 - Ann:"),
        PLAIN.replace("Interviewer:", "Interviewer (00:10):"),
    ],
    ids=["bold", "time before", "time behind"],
)
def test_find_turns_sees_through_marks_and_times(text: str) -> None:
    assert find_turns(lines(text)) == TURNS


def test_find_turns_reads_names_above_what_is_said() -> None:
    text = "Ann Lee  0:03\nHow do you plan?\n\nBo  0:07\nOn paper.\n\nAnn Lee  0:12\nWhy?\n\nBo 1:00:09\nQuick."
    assert find_turns(lines(text)) == [
        Turn(1, "Ann Lee", "How do you plan?"),
        Turn(4, "Bo", "On paper."),
        Turn(7, "Ann Lee", "Why?"),
        Turn(10, "Bo", "Quick."),
    ]


def test_find_turns_joins_a_speaker_who_is_named_twice_in_a_row() -> None:
    assert find_turns(lines("A: one?\nB: two\nB: three\nA: four?\nB: five"))[1] == Turn(2, "B", "two\nthree")


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\nhere is the plan: nothing.\nNote: bring paper.\nRemember: be on time.\nYours, Ann",
        "Name: Ann\nAge: 34\nCity: Porto\nWhy: It is warm",
        "Ann: hello\nBo: hi",
        "",
    ],
    ids=["letter", "form", "too short", "nothing"],
)
def test_find_turns_of_other_texts_finds_none(text: str) -> None:
    assert find_turns(lines(text)) == []
