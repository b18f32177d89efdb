"""Conversations in one cell: who asks, who answers, and what was asked before each answer."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from persona.writing import lexicon
from persona.writing.lexicon import en_talk

SPEAKERS_AT_MOST = 8
TURNS_AT_LEAST = 4
QUESTION_CHARACTERS = 200
SENTENCE_CHARACTERS = 20
"""Shorter ones keep their opener."""
_OPENER = re.compile(rf"(?:(?:{en_talk.OPENERS})\s*,|to be (?:honest|fair|clear|frank)(?=\s+i\b))\s+", re.IGNORECASE)


class Spoken(NamedTuple):
    """A stretch of a cell that its respondent said, and the question it answers."""

    start: int
    end: int
    question: str


class _Turn(NamedTuple):
    speaker: str
    start: int
    end: int
    text: str


def spoken(cell: str, question: str) -> list[Spoken]:
    """What the respondent said: the whole cell, or the participant's turns of a transcript."""
    turns = _turns(cell) if ":" in cell else []
    askers = _askers(turns)
    if not askers:
        return [Spoken(0, len(cell), question)]
    said, asked = [], question
    for turn in turns:
        if turn.speaker in askers:
            asked = _last_question(turn.text)
        else:
            said.append(Spoken(turn.start, turn.end, asked))
    return said


def spoken_opener(text: str) -> int:
    """How many characters open a spoken sentence and say nothing: "Obviously, "."""
    found = _OPENER.match(text)
    return found.end() if found and len(text) - found.end() >= SENTENCE_CHARACTERS else 0


def is_talk(cell: str) -> bool:
    """Whether a cell holds a conversation, of which only some turns are the respondent's."""
    return ":" in cell and bool(_askers(_turns(cell)))


def _turns(cell: str) -> list[_Turn]:
    marks = [mark for mark in lexicon.SPEAKER.finditer(cell) if not mark[1][0].islower()]
    told = any(lexicon.TOLD_ASKER.search(mark[1]) for mark in marks)
    if (len(marks) < TURNS_AT_LEAST and not told) or len({mark[1].lower() for mark in marks}) > SPEAKERS_AT_MOST:
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(cell)]
    return [_Turn(mark[1], mark.end(), end, cell[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]


def _askers(turns: list[_Turn]) -> set[str]:
    """The interviewer: a known word, else who asks most of those that return; empty when this is no conversation."""
    if told := {turn.speaker for turn in turns if lexicon.TOLD_ASKER.search(turn.speaker)}:
        return told
    said = Counter(turn.speaker for turn in turns)
    returning = [speaker for speaker, times in said.items() if times >= 2]
    if len(returning) < 2:
        return set()
    known = {speaker for speaker in said if lexicon.ASKER.match(speaker)}
    asked = Counter(turn.speaker for turn in turns if turn.text.rstrip().endswith("?"))
    return known or {max(returning, key=lambda speaker: asked[speaker] / said[speaker])}


def _last_question(text: str) -> str:
    questions = [s for s in re.split(r"(?<=[.?!])\s+", text.strip()) if s.endswith("?")]
    return questions[-1] if questions else text.strip()[-QUESTION_CHARACTERS:]
