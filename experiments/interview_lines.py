"""Interviews as the check page shows them: one line each, with a picture of who speaks when."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from django.conf.locale import LANG_INFO

from experiments import files
from persona.models import Speaker
from persona.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from experiments.models import DataSource
    from persona.interviews import Interview, Stretch

BINS, WIDTH, GAP = 50, 100.0, 0.6


class Mark(NamedTuple):
    """A stretch of the picture in which one side speaks."""

    side: str
    """"me" is the participant, "iv" who asks."""
    x: float
    width: float


class InterviewLine(NamedTuple):
    """One interview on one line."""

    interview: Interview
    is_unsure: bool
    """Whether who asks is not beyond doubt."""

    @property
    def marks(self) -> list[Mark]:
        return marks_of(self.interview.stretches)

    @property
    def language(self) -> str:
        """In English words; "" where nothing tells it."""
        return str(LANG_INFO.get(self.interview.language, {}).get("name", ""))


class Interviews(NamedTuple):
    """All of them, with what they come to."""

    lines: list[InterviewLine]
    total: int

    @property
    def words(self) -> int:
        return sum(line.interview.words for line in self.lines)

    @property
    def unsure(self) -> int:
        return sum(line.is_unsure for line in self.lines)

    @property
    def more(self) -> int:
        return self.total - len(self.lines)

    @property
    def languages(self) -> int:
        return len({line.language for line in self.lines} - {""})


def interviews_of(source: DataSource) -> Interviews | None:
    """The interviews of a source; None where it holds no talk."""
    told = (source.report or {}).get("speakers", ())
    if not told:
        return None
    from persona.interviews import interviews  # heavy, and most sources hold no talk

    found = interviews(Source(files.source(source.experiment_id, source.pk)))
    unsure = {speaker.name for speaker in map(Speaker.model_validate, told) if not speaker.sure}
    lines = [InterviewLine(each, not unsure.isdisjoint(each.asked_by)) for each in found]
    return Interviews(lines, source.rows or len(lines)) if lines else None


def marks_of(stretches: Sequence[Stretch]) -> list[Mark]:
    """The talk from left to right in fifty steps, each of the side that speaks in its middle."""
    ends = list(accumulate(stretch.words for stretch in stretches))
    if not ends or not ends[-1]:
        return []
    middles = ((step + 0.5) * ends[-1] / BINS for step in range(BINS))
    sides = ["iv" if stretches[bisect_right(ends, middle)].asks else "me" for middle in middles]
    found, done = [], 0
    for side, run in groupby(sides):
        steps = len(list(run))
        found.append(Mark(side, round(done * WIDTH / BINS, 1), round(steps * WIDTH / BINS - GAP, 1)))
        done += steps
    return found
