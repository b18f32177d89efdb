"""Conversations in one cell: who asks, and who answers."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from persona.reading.talk.written import ROLE

SPEAKERS_AT_MOST = 8
TURNS_AT_LEAST = 4
_INTERVIEWER = re.compile(
    r"^(?:ai|bot|assistant|interviewer|moderator|researcher|facilitator|host|i|q|m|int|mod|interviewerin|moderatorin"
    r"|befrager\w*|fragesteller\w*|entrevistador\w*|enqu[eê]t\w+|chercheu\w+)\s*\d*$",
    re.IGNORECASE,
)
_TOLD_INTERVIEWER = re.compile(rf"{re.escape(ROLE.strip())}$", re.IGNORECASE)
"""Whoever reading marked as the one who asks in a transcript; then nobody else does."""
_SPEAKER = re.compile(
    r"(?m)^[ \t]*([^\W\d_a-z][\w\u0300-\u036f\u0591-\u0fff .,'’&#()/-]{0,59}?)[ \t]*:(?:[ \t]+|[ \t]*\n)"
)


class Spoken(NamedTuple):
    """A stretch of a cell that its respondent said."""

    start: int
    end: int


class _Turn(NamedTuple):
    speaker: str
    start: int
    end: int
    text: str


def spoken(cell: str) -> list[Spoken]:
    """What the respondent said: the whole cell, or the participant's turns of a transcript."""
    turns = _turns(cell) if ":" in cell else []
    asking = _interviewers(turns) if turns else set[str]()
    if not asking:
        return [Spoken(0, len(cell))]
    return [Spoken(turn.start, turn.end) for turn in turns if turn.speaker not in asking]


def _turns(cell: str) -> list[_Turn]:
    marks = [mark for mark in _SPEAKER.finditer(cell) if not mark[1][0].islower()]
    told = any(_TOLD_INTERVIEWER.search(mark[1]) for mark in marks)
    if (len(marks) < TURNS_AT_LEAST and not told) or len({mark[1].lower() for mark in marks}) > SPEAKERS_AT_MOST:
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(cell)]
    return [_Turn(mark[1], mark.end(), end, cell[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]


def _interviewers(turns: list[_Turn]) -> set[str]:
    """The interviewer: a known word, else who asks most of those that return; empty when this is no conversation."""
    if told := {turn.speaker for turn in turns if _TOLD_INTERVIEWER.search(turn.speaker)}:
        return told
    said = Counter(turn.speaker for turn in turns)
    returning = [speaker for speaker, times in said.items() if times >= 2]
    if len(returning) < 2:
        return set()
    known = {speaker for speaker in said if _INTERVIEWER.match(speaker)}
    asked = Counter(turn.speaker for turn in turns if turn.text.rstrip().endswith("?"))
    return known or {max(returning, key=lambda speaker: asked[speaker] / said[speaker])}
