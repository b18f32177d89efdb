"""Interviews of a source that holds talk: who asks, who answers, how much is said in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from persona.reading.talk.written import TALK, read_talk
from persona.table import Table
from persona.text.languages import language_of
from persona.text.words import word_count

if TYPE_CHECKING:
    from persona.source import Source
    from persona.table import Row

AT_MOST = 200
"""Interviews told of in full; more are for the table of rows."""


class Stretch(NamedTuple):
    """A turn of a talk by its length in words."""

    words: int
    asks: bool


class Interview(NamedTuple):
    """One participant's talk."""

    title: str
    """The heading or the name of the file, and the participant where several answer."""
    stretches: tuple[Stretch, ...]
    asked_by: tuple[str, ...]
    language: str
    """Two letters, or "" where nothing tells."""

    @property
    def words(self) -> int:
        """What the participant said; only this counts and is quoted."""
        return sum(stretch.words for stretch in self.stretches if not stretch.asks)


def interviews(source: Source) -> list[Interview]:
    """The first 200 interviews of a source; none where it holds no talk.

    Raises:
        DataError: the folder holds no complete source.
    """
    report = source.report
    if report.names != TALK or not report.speakers:
        return []
    return [_interview(row) for row in Table.open([source.path]).page(1, AT_MOST)]


def _interview(row: Row) -> Interview:
    title, talk = TALK
    turns = list(read_talk(row.cells[talk]))
    said = " ".join(turn.text for turn in turns if not turn.asks)
    return Interview(
        row.cells[title],
        tuple(Stretch(word_count(turn.text), turn.asks) for turn in turns),
        tuple(dict.fromkeys(turn.speaker for turn in turns if turn.asks)),
        language_of(said),
    )
