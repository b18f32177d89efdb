"""Talk in a cell: who reads it knows who asks, and what was written is read again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.reading.talk.turns import Turn
from persona.reading.talk.written import WrittenTurn, read_talk, write_talk


def turns(*said: tuple[str, str]) -> list[Turn]:
    return [Turn(number, name, text) for number, (name, text) in enumerate(said, 1)]


FOUR = (("{}", "How?"), ("Ann", "On paper."), ("{}", "Why?"), ("Ann", "It is quick."))


def talk(asks: str, answers: str = "Ann", count: int = 4) -> list[Turn]:
    return turns(*((name.replace("{}", asks).replace("Ann", answers), text) for name, text in FOUR[:count]))


@pytest.mark.parametrize("name", ["Interviewer", "Moderator", "facilitator", "Researcher", "Host", "AI", "Q", "I", "M"])
def test_a_name_that_says_who_asks_stands_alone(name: str) -> None:
    assert write_talk(talk(name), {name}) == f"{name}: How?\n\nAnn: On paper.\n\n{name}: Why?\n\nAnn: It is quick."


@pytest.mark.parametrize(
    ("asks", "answers", "count"),
    [
        pytest.param("Robin", "Ann", 4, id="a person's name"),
        pytest.param("Interviewer 1", "Ann", 4, id="a number behind the word"),
        pytest.param("Interviewer", "Ann", 2, id="a talk too short to be known as one"),
        pytest.param("Interviewer", "Host", 4, id="who answers is called like one who asks"),
    ],
)
def test_another_name_has_a_word_behind_it(asks: str, answers: str, count: int) -> None:
    written = write_talk(talk(asks, answers, count), {asks})
    assert written.split("\n\n")[:2] == [f"{asks} (interviewer): How?", f"{answers}: On paper."]


def test_two_who_ask_are_told_each_by_its_own_name() -> None:
    said = turns(("Mod", "How?"), ("Ann", "On paper."), ("Robin", "Why?"), ("Ann", "It is quick."))
    assert write_talk(said, {"Mod", "Robin"}) == (
        "Mod: How?\n\nAnn: On paper.\n\nRobin (interviewer): Why?\n\nAnn: It is quick."
    )


def test_nobody_asks() -> None:
    assert write_talk(turns(("Ann", "On paper."), ("Bo", "In my head.")), set()) == "Ann: On paper.\n\nBo: In my head."


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("", []),
        ("Ann: On paper.", [WrittenTurn("Ann", "On paper.", asks=False)]),
        ("Interviewer: How?", [WrittenTurn("Interviewer", "How?", asks=True)]),
        ("Robin (interviewer): How?", [WrittenTurn("Robin", "How?", asks=True)]),
        ("Ann: one\ntwo: three", [WrittenTurn("Ann", "one\ntwo: three", asks=False)]),
        ("Ann: It is so: quick.", [WrittenTurn("Ann", "It is so: quick.", asks=False)]),
        ("\n\nAnn: a\n\n\n\nQ: b", [WrittenTurn("Ann", "a", asks=False), WrittenTurn("Q", "b", asks=True)]),
        ("no colon at all", [WrittenTurn("no colon at all", "", asks=False)]),
    ],
)
def test_turns_are_read_from_a_cell(cell: str, wanted: list[WrittenTurn]) -> None:
    assert list(read_talk(cell)) == wanted


NAMES = st.sampled_from(["Ann", "Bo Lee", "P1", "Interviewer", "Mod", "安", "Q", "Speaker 2", "Dr. Ann (she/her)"])
TEXTS = st.text(st.sampled_from("abc .:?!\n(安)'"), min_size=1, max_size=20).map(
    lambda text: "w" + text.replace("\n\n", "\n").replace("\n\n", "\n").strip("\n")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, TEXTS), min_size=4, max_size=8), st.sets(NAMES))
def test_what_was_written_is_read_again(said: list[tuple[str, str]], names: set[str]) -> None:
    """Whoever asks is known again; another one who is called like an interviewer is taken for one."""
    askers = names & {name for name, _ in said}
    found = list(read_talk(write_talk(turns(*said), askers)))

    assert [(turn.speaker, turn.text) for turn in found] == said
    assert {turn.speaker for turn in found if turn.asks} >= askers
