"""Conversations on paper: who speaks in which line, however the transcript marks it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?"
NAME = r"[^\W\d_][\w .,'’&#()/-]{0,39}?"
BOLD = r"(?:\*\*|__)?"
SPOKEN = re.compile(
    rf"\s*(?:{TIME}\s*[-–]?\s*)?{BOLD}(?P<name>{NAME})\s*(?:{TIME})?\s*{BOLD}\s*:{BOLD}(?:\s+(?P<text>.*))?"
)
NAME_ABOVE = re.compile(rf"\s*{BOLD}(?P<name>{NAME})\s*{BOLD}\s+{TIME}\s*")
TURNS_AT_LEAST = 4
SPEAKERS_AT_MOST = 20
RETURNING_SHARE = 0.8  # of the marked lines: those who speak once only are no speakers but words before a colon
MARKED_SHARE = 0.15  # of all lines: a turn may go on over many


class Line(NamedTuple):
    """A line of text, or a paragraph of a document, with its number."""

    number: int
    text: str


class Turn(NamedTuple):
    """What somebody says until another one speaks."""

    line: int
    speaker: str
    text: str


def find_turns(lines: Sequence[Line]) -> list[Turn]:
    """The turns of a conversation; none when the lines are no conversation."""
    filled = [line for line in lines if line.text.strip()]
    marks = {line.number: mark for line in filled if (mark := _mark(line.text))}
    said = Counter(speaker for speaker, _ in marks.values())
    speakers = {speaker for speaker, times in said.items() if times > 1}
    marked = sum(said[speaker] for speaker in speakers)
    if not 2 <= len(speakers) <= SPEAKERS_AT_MOST or marked < TURNS_AT_LEAST:
        return []
    if marked < RETURNING_SHARE * len(marks) or marked < MARKED_SHARE * len(filled):
        return []
    return _joined(filled, {number: mark for number, mark in marks.items() if mark[0] in speakers})


def _mark(text: str) -> tuple[str, str] | None:
    """The speaker a line names, and what else it says."""
    if found := SPOKEN.fullmatch(text):
        return found["name"].strip(), (found["text"] or "").strip()
    if found := NAME_ABOVE.fullmatch(text):
        return found["name"].strip(), ""
    return None


def _joined(lines: Iterable[Line], marks: dict[int, tuple[str, str]]) -> list[Turn]:
    """Lines without a speaker go on with the turn before; those above the first turn are no part of the talk."""
    turns: list[Turn] = []
    for line in lines:
        mark = marks.get(line.number)
        if mark is not None and (not turns or turns[-1].speaker != mark[0]):
            turns.append(Turn(line.number, *mark))
        elif turns:
            more = line.text.strip() if mark is None else mark[1]
            turns[-1] = turns[-1]._replace(text=f"{turns[-1].text}\n{more}".strip())
    return [turn for turn in turns if turn.text]
