"""Transcripts and plain texts: one row a participant with the whole talk, or one row a paragraph."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from persona.messages import data_error
from persona.models import Speaker
from persona.reading.header import Head
from persona.reading.job import ALWAYS_UTF8, Found
from persona.reading.rows import CLEAN, Row, as_records
from persona.reading.tabulate import write_table
from persona.reading.talk.captions import are_captions, spoken_lines
from persona.reading.talk.interviews import find_interviews, shared_roles
from persona.reading.talk.roles import Cast, find_roles
from persona.reading.talk.turns import Line, Turn, find_turns
from persona.reading.talk.unnamed import takes_turns
from persona.reading.talk.written import TALK, write_talk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from persona.reading.encoding import Encoding
    from persona.reading.job import Job, Written
    from persona.reading.talk.roles import Role

LONGEST = 64_000_000  # bytes of all the text, which is held whole
PROSE = ("Text",)


def read_lines(job: Job, lines: Sequence[Line], sha256: str, encoding: Encoding = ALWAYS_UTF8) -> Found:
    """Write the participants of a conversation, or else the paragraphs of a text, into parts.

    Raises:
        DataError: it is empty, or a talk that does not say who speaks.
    """
    talks = list(_talks(job, lines))
    if any(talk.cast.those_who("answers") for talk in talks):
        return Found("transcript", sha256, write_talks(job, talks), encoding, speakers=speakers_in(talks))
    rows = list(_paragraphs(lines))
    if not rows:
        raise data_error("empty")
    if not talks and takes_turns(row.cells[0] for row in rows):
        raise data_error("transcript_without_speakers", name=job.name)
    table = write_table(as_records(rows), job, CLEAN, len(PROSE), Head(PROSE, (), 0))
    return Found("text", sha256, table, encoding, speakers=speakers_in(talks))


def write_talks(job: Job, talks: Sequence[Talk]) -> Written:
    """Write a row for each participant into parts."""
    rows = [row for talk in talks for row in participants(talk)]
    return write_table(as_records(rows), job, CLEAN, len(TALK), Head(TALK, (), 0))


class Talk(NamedTuple):
    """One conversation and who asks and answers in it."""

    title: str
    turns: list[Turn]
    cast: Cast

    @classmethod
    def of(cls, title: str, turns: list[Turn], chosen: Mapping[str, Role]) -> Talk:
        """`chosen`: what people said of some of the speakers."""
        return cls(title, turns, find_roles(turns, chosen))


def _talks(job: Job, lines: Sequence[Line]) -> Iterator[Talk]:
    chosen: dict[str, Role] = dict(job.choice.speakers)
    if are_captions(lines):
        turns = find_turns(spoken_lines(lines), cues=True)
        if not turns:
            raise data_error("transcript_without_speakers", name=job.name)
        yield Talk.of(stem(job.name), turns, chosen)
        return
    interviews = find_interviews(lines)
    chosen = {**shared_roles(interviews), **chosen}
    for number, (title, turns) in enumerate(interviews, 1):
        if turns:
            name = stem(job.name) if len(interviews) == 1 else f"{stem(job.name)}, {number}"
            yield Talk.of(title or name, turns, chosen)


def speakers_in(talks: Sequence[Talk]) -> tuple[Speaker, ...]:
    """All who ask or answer, each name once."""
    found: dict[str, Speaker] = {}
    for talk in talks:
        for name, role in talk.cast.roles.items():
            if role != "passes_by":
                sure = talk.cast.sure or role == "answers"
                found.setdefault(name, Speaker(name=name, role=role, sure=sure))
    return tuple(found.values())


def stem(name: str) -> str:
    """A file's name without its endings."""
    return PurePath(name).name.split(".")[0]


def participants(talk: Talk) -> Iterator[Row]:
    """One row for an interview of one; one for each participant where more of them answer."""
    askers, answering = set(talk.cast.those_who("asks")), talk.cast.those_who("answers")
    if len(answering) == 1:
        both = [turn for turn in talk.turns if turn.speaker in askers or turn.speaker in answering]
        yield Row(both[0].line, (talk.title, write_talk(both, askers)))
        return
    for speaker in answering:
        own = _with_questions(talk.turns, speaker, askers)
        yield Row(own[0].line, (f"{talk.title}, {speaker}", write_talk(own, askers)))


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
