"""Listening: what a study wrote, found once over all of it, and read out for one segment at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import count
from operator import or_
from typing import TYPE_CHECKING

import numpy as np

from persona.evidence.models import Answers, Themes
from persona.evidence.remembering import hear_once
from persona.evidence.themes import Placements
from persona.models import ColumnRole
from persona.writing.moods import moods
from persona.writing.people import NOBODY, People
from persona.writing.statistics import ALONE, apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from persona.evidence.heard import Backed, Heard
    from persona.evidence.models import Theme
    from persona.grouping import Segmentation
    from persona.models import Column
    from persona.recoding.answers import PlacedAnswers

    Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Part:
    """A theme in one segment: its passages there, who they are, and how far the segment says it more than others.

    `places` and `near` are places in what was gathered of the column; `people` holds each person once.
    """

    theme: Theme
    heard: Heard
    places: Numbers
    scores: NDArray[np.float64]
    near: Numbers
    near_scores: NDArray[np.float64]
    people: People
    base: int
    z: float


class Study:
    """The themes of a data set, and the segment and the person behind each passage."""

    def __init__(
        self,
        table: PlacedAnswers,
        columns: Sequence[Column],
        segmentation: Segmentation,
        *,
        seed: int = 0,
        redact: bool = True,
        tick: Callable[[], None] = lambda: None,
    ) -> None:
        self.table = table
        self._parts: dict[int, list[Part]] = {}
        self._shared: dict[str, dict[int, list[int]]] = {}
        self._counted: dict[tuple[int, str], tuple[NDArray[np.int16], NDArray[np.int32]]] = {}
        self.segment_of = segmentation.assignments
        known = segmentation.person_of
        self.person_of: Numbers = np.arange(len(self.segment_of)) if known is None else known
        self.questions: Mapping[str, str] = {c.name: c.question for c in columns if c.role is ColumnRole.OPEN}
        self.moods = moods(table, columns, len(self.segment_of))
        answers = [self._answers(name, question) for name, question in self.questions.items()]
        self._answers_of = {one.column: one for one in answers}
        self.heard, self.told = hear_once(answers, seed=seed, redact=redact, people=self.person_of, tick=tick)

    def key_of(self, segment: int) -> Iterator[bytes]:
        """What tells the people of a segment, and what is known of them, from all other groups of this study."""
        yield np.packbits(self.segment_of == segment).tobytes()
        yield self.moods.tobytes()

    def themes(self) -> Themes:
        """Themes and placements as they are written beside a result."""
        themes = tuple(one.theme for some in self.heard for one in some.themes)
        return Themes(themes, Placements(self.heard))

    def cell(self, column: str, row: int) -> str:
        """An answer as it is stored."""
        answers = self._answers_of[column]
        return answers.texts[bisect_left(answers.rows, row)]

    def wrote(self, segment: int) -> int:
        """How many people of a segment wrote something in any column."""
        return len(reduce(or_, (self._writers(place, segment) for place in range(len(self.heard))), NOBODY))

    def parts(self, segment: int) -> list[Part]:
        """Every theme that somebody of this segment is counted under."""
        if segment not in self._parts:
            self._parts[segment] = [
                part
                for place, heard in enumerate(self.heard)
                for backed in heard.themes
                if (part := self._part(place, heard, backed, segment)) is not None
            ]
        return self._parts[segment]

    def foremost(self, heard: Heard, theme: str, wording: int) -> int | None:
        """Of the segments that use the same words, the one that makes a claim most beside the others; None: one does.

        Words are shown in one persona only, and there they say most.
        """
        column = heard.gathered.column
        if column not in self._shared:
            many = int(self.segment_of.max(initial=0)) + 1
            segments = self.segment_at(heard, np.arange(len(heard.gathered.rows)))
            pairs = np.unique(heard.gathered.wording * many + segments)
            by = np.split(pairs % many, np.flatnonzero(np.diff(pairs // many)) + 1)
            numbers = np.unique(pairs // many).tolist()
            self._shared[column] = {n: some.tolist() for n, some in zip(numbers, by, strict=True) if len(some) > 1}
        these = self._shared[column].get(wording, [])
        told = [(part.z, -segment) for segment in these for part in self.parts(segment) if part.theme.id == theme]
        return -max(told)[1] if told else None

    def segment_at(self, heard: Heard, places: Numbers) -> NDArray[np.int16]:
        """The segment of each passage."""
        return self.segment_of[heard.gathered.rows[places] - 1]

    def people_at(self, heard: Heard, places: Numbers) -> Numbers:
        """Who said each passage."""
        people: Numbers = self.person_of[heard.gathered.rows[places] - 1]
        return people

    def mood_at(self, heard: Heard, place: int) -> float:
        """How content the one who said a passage is, in standard deviations of the rating beside the answers."""
        return float(self.moods[heard.gathered.rows[place] - 1])

    # -- inside -------------------------------------------------------------------------------------
    def _answers(self, name: str, question: str) -> Answers:
        rows, texts = array("q"), list[str]()
        alike: dict[str, str] = {}  # so that what many wrote is held once
        grouped = self.segment_of > 0
        for first, found in self.table.batches((name,)):
            cells = found[name]
            for row, text, counts in zip(count(first), cells, grouped[first - 1 : first - 1 + len(cells)].tolist()):
                if text and counts:
                    rows.append(row)
                    texts.append(alike.setdefault(text, text))
        return Answers(name, question, rows, texts)

    def _part(self, place: int, heard: Heard, backed: Backed, segment: int) -> Part | None:
        segments, people = self._people_by_segment(place, heard, backed)
        mine = people[segments == segment]
        if not len(mine):
            return None
        inside = self.segment_at(heard, backed.places) == segment
        places, scores = backed.places[inside], backed.scores[inside]
        others = int(np.count_nonzero(np.diff(people[segments != segment], prepend=-1)))
        close = self.segment_at(heard, backed.near) == segment
        base, rest = len(self._writers(place, segment)), self._everybody[place] - len(self._writers(place, segment))
        z = apart(len(mine), base, others, rest) if rest else ALONE
        return Part(
            backed.theme, heard, places, scores, backed.near[close], backed.near_scores[close],
            People(mine), base, z,
        )  # fmt: skip

    def _people_by_segment(
        self, place: int, heard: Heard, backed: Backed
    ) -> tuple[NDArray[np.int16], NDArray[np.int32]]:
        """Segment and person of everybody counted under a theme, each pair once, people rising."""
        key = place, backed.theme.id
        if key not in self._counted:
            many = int(self.segment_of.max(initial=0)) + 1
            people = self.people_at(heard, backed.places)
            pairs = np.sort(people * many + self.segment_at(heard, backed.places))
            once = pairs[np.diff(pairs, prepend=-1) > 0]
            self._counted[key] = (once % many).astype(np.int16), (once // many).astype(np.int32)
        return self._counted[key]

    def _writers(self, place: int, segment: int) -> People:
        return self._by_segment[place].get(segment, NOBODY)

    @cached_property
    def mood_ranks(self) -> Numbers:
        """The moods as whole numbers, the same for those in the same mood."""
        ranks: Numbers = np.unique(self.moods, return_inverse=True)[1]
        return ranks

    @cached_property
    def _by_segment(self) -> list[dict[int, People]]:
        found = []
        for heard in self.heard:
            rows = heard.gathered.rows[np.diff(heard.gathered.rows, prepend=0) > 0]
            segments, people = self.segment_of[rows - 1], self.person_of[rows - 1]
            found.append({s: People(np.unique(people[segments == s])) for s in np.unique(segments).tolist()})
        return found

    @cached_property
    def _everybody(self) -> list[int]:
        return [sum(map(len, by.values())) for by in self._by_segment]
