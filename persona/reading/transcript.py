"""Transcripts and plain texts: one row a participant with the whole talk, or one row a paragraph."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from persona.messages import data_error
from persona.reading.header import Head
from persona.reading.job import ALWAYS_UTF8, Found
from persona.reading.rows import CLEAN, Row, as_records
from persona.reading.tabulate import write_table
from persona.reading.turns import Line, find_turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.reading.encoding import Encoding
    from persona.reading.job import Job
    from persona.reading.turns import Turn

LONGEST = 64_000_000  # bytes of all the text, which is held whole
HEADING = re.compile(
    r"\W*(?:interview|participant|respondent|transcript|teilnehmer(?:in)?|proband(?:in)?)\s*#?\d+\b.{0,60}",
    re.IGNORECASE,
)
ASKERS = re.compile(
    r"(?:interviewer(?:in)?|moderator(?:in)?|facilitator|researcher|host|assistant|ai|bot|int|mod|[iqm]|fragesteller(?:in)?"
    r"|entrevistador[a]?|enqu[eê]t(?:eur|rice)|intervistatore|intervistatrice)\s*\d*",
    re.IGNORECASE,
)
TALK, PROSE = ("Participant", "Transcript"), ("Text",)


def read_lines(job: Job, lines: Sequence[Line], sha256: str, encoding: Encoding = ALWAYS_UTF8) -> Found:
    """Write the participants of a conversation, or else the paragraphs of a text, into parts."""
    rows = [row for title, part in _interviews(lines) for row in _participants(title or _stem(job.name), part)]
    kind, names = ("transcript", TALK) if rows else ("text", PROSE)
    rows = rows or list(_paragraphs(lines))
    if not rows:
        raise data_error("empty")
    table = write_table(as_records(rows), job, CLEAN, len(names), Head(names, (), 0))
    return Found(kind, sha256, table, encoding)


def _stem(name: str) -> str:
    return PurePath(name).name.split(".")[0]


def _interviews(lines: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Several interviews in one file, each under a heading; or one, without a title."""
    headings = [i for i, line in enumerate(lines) if HEADING.fullmatch(line.text.strip()) and ":" not in line.text]
    if len(headings) < 2:
        yield "", list(lines)
        return
    for start, end in zip(headings, [*headings[1:], len(lines)], strict=True):
        yield lines[start].text.strip(" #*_=-\t"), list(lines[start + 1 : end])


def _participants(title: str, lines: Sequence[Line]) -> Iterator[Row]:
    """One row for an interview of two; one for each participant where more of them talk."""
    turns = find_turns(lines)
    speakers = list(dict.fromkeys(turn.speaker for turn in turns))
    if not turns:
        return
    if len(speakers) == 2:
        yield Row(turns[0].line, (title, _written(turns)))
        return
    askers = _askers(turns)
    for speaker in speakers:
        if speaker not in askers:
            own = _with_questions(turns, speaker, askers)
            yield Row(own[0].line, (f"{title}, {speaker}", _written(own)))


def _askers(turns: Sequence[Turn]) -> set[str]:
    """Who leads a group: a known word, else whoever asks most often."""
    speakers = {turn.speaker for turn in turns}
    known = {speaker for speaker in speakers if ASKERS.fullmatch(speaker)}
    if known:
        return known
    questions = {s: [turn.text.endswith("?") for turn in turns if turn.speaker == s] for s in sorted(speakers)}
    return {max(questions, key=lambda s: sum(questions[s]) / len(questions[s]))}


def _with_questions(turns: Sequence[Turn], speaker: str, askers: set[str]) -> list[Turn]:
    """One participant's turns, each after the last question that was asked."""
    own: list[Turn] = []
    question: Turn | None = None
    for turn in turns:
        if turn.speaker in askers:
            question = turn
        elif turn.speaker == speaker:
            own += [turn] if question is None else [question, turn]
            question = None
    return own


def _written(turns: Sequence[Turn]) -> str:
    return "\n\n".join(f"{turn.speaker}: {turn.text}" for turn in turns)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Row]:
    """Paragraphs stand apart by blank lines; where there are none, each line is one."""
    blank = any(not line.text.strip() for line in lines[:-1])
    if not blank:
        yield from (Row(line.number, (line.text.strip(),)) for line in lines if line.text.strip())
        return
    for filled, group in groupby(lines, key=lambda line: bool(line.text.strip())):
        if filled:
            paragraph = list(group)
            yield Row(paragraph[0].number, (" ".join(line.text.strip() for line in paragraph),))
