"""Interviews of a source: who asks, who answers, how much is said in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import persona
from persona.interviews import Interview, Stretch, interviews
from persona.reading.talk.turns import Turn
from persona.reading.talk.written import WrittenTurn, read_talk, write_talk

if TYPE_CHECKING:
    from pathlib import Path

    from persona.source import Source

TALK = """Lena: Wie planen Sie die Woche?
Jo: Ich schreibe alles auf einen Zettel, und der Zettel hängt dann an der Tür.
Lena: Und warum?
Jo: Es geht schnell, und ich kann es nicht verlieren.
"""


def source_of(file: Path) -> Source:
    return persona.Experiment.create("Planning", file, root=file.parent / "experiments").sources[0]


def test_interviews_tell_who_asks_and_what_the_participant_says(tmp_path: Path) -> None:
    file = tmp_path / "07-jo.txt"
    file.write_text(TALK)
    expected = Interview(
        "07-jo", (Stretch(5, True), Stretch(14, False), Stretch(2, True), Stretch(9, False)), ("Lena",), "de"
    )
    assert interviews(source_of(file)) == [expected]
    assert expected.words == 23


def test_table_has_no_interviews(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("Participant,Transcript\nP1,It is slow.\nP2,It is quick.\n")
    assert interviews(source_of(file)) == []


def test_written_talk_is_read_as_it_was_written() -> None:
    said = [("Mo", "Why?", True), ("Ann: B", "It is: quick.", False), ("Mo", "Ah.", True)]
    cell = write_talk([Turn(line, name, text) for line, (name, text, _) in enumerate(said, start=1)], {"Mo"})
    assert list(read_talk(cell.replace("Ann: B", "Ann B"))) == [
        WrittenTurn(name.replace(":", ""), text, asks) for name, text, asks in said
    ]


@pytest.mark.parametrize(
    ("stretches", "words"),
    [((), 0), ((Stretch(4, True),), 0), ((Stretch(4, True), Stretch(3, False), Stretch(2, False)), 5)],
)
def test_only_what_the_participant_says_counts(stretches: tuple[Stretch, ...], words: int) -> None:
    assert Interview("01", stretches, (), "en").words == words
