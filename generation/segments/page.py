"""The page of groups: each with its size, what sets it apart and what it says; who fits badly; other numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from django.utils.text import Truncator

from core import figures
from generation.personas import charts
from generation.runs.models import Run
from generation.segments import looking
from generation.segments.models import SegmentDraft
from generation.segments.numbers import NumberChoice, number_choices
from persona.segments import SegmentationPreview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generation.personas.charts import MapGroup
    from persona.models import Evidence, Fact
    from persona.segments import Misfit, SegmentSketch

SET_APART, SAID, FIT_BADLY = 4, 2, 6
MOSTLY, OF_ALL = 0.6, 0.7
"""From here on a group is mostly one answer: so many of it gave it, and so many of all who gave it are in the group."""
WAITS_MS, NUMBERS_MS = 400, 1_500
LONGEST_LABEL = 16  # letters of a name on the map


class Apart(NamedTuple):
    """One answer by which a group stands out; `bar` and `line` in per cent of the width where it is a share."""

    label: str
    value: str
    everyone: str
    bar: float | None
    line: float | None


class OneAnswer(NamedTuple):
    """A group that hardly differs from those who gave one answer."""

    group: GroupCard
    fact: Fact
    everyone: int
    """About so many of all gave that answer."""


@dataclass(frozen=True)
class GroupCard:
    """One group as the page shows it."""

    sketch: SegmentSketch

    @property
    def number(self) -> int:
        return self.sketch.index

    @property
    def called(self) -> str:
        return self.sketch.name or f"Group {self.number}"

    @property
    def mark(self) -> str:
        return charts.shape(self.number).key

    @property
    def is_hollow(self) -> bool:
        return charts.is_hollow(self.number)

    @property
    def percent(self) -> int:
        return round(100 * self.sketch.share)

    @property
    def apart(self) -> list[Apart]:
        return [_apart(fact) for fact in self.sketch.facts[:SET_APART]]

    @property
    def said(self) -> tuple[Evidence, ...]:
        return self.sketch.passages[:SAID]

    def one_answer(self, people: int, formed: set[str]) -> OneAnswer | None:
        """The answer that this group hardly is more than, of a question that formed the groups."""
        for fact in self.sketch.facts:
            if fact.column in formed and fact.count and fact.share and fact.everyone_share:
                everyone = round(fact.everyone_share * people)
                if fact.share >= MOSTLY and fact.count >= OF_ALL * everyone:
                    return OneAnswer(self, fact, max(everyone, fact.count))
        return None


class BetweenTwo(NamedTuple):
    """Somebody who fits badly, with the group they count towards and the one that would be next."""

    misfit: Misfit
    own: GroupCard
    other: GroupCard | None


@dataclass(frozen=True)
class GroupsPage:
    """All that the page of one draft shows."""

    draft: SegmentDraft
    found: SegmentationPreview

    @classmethod
    def of(cls, draft: SegmentDraft) -> GroupsPage | None:
        """None until the groups are found."""
        return cls(draft, SegmentationPreview.model_validate(draft.result)) if draft.result else None

    @classmethod
    def tried(cls, draft: SegmentDraft) -> GroupsPage | None:
        """With the edit that is looked at before it is made."""
        return cls(draft, SegmentationPreview.model_validate(draft.trial_result)) if draft.trial_result else None

    @cached_property
    def groups(self) -> list[GroupCard]:
        return [GroupCard(sketch) for sketch in self.found.segments]

    @property
    def questions(self) -> list[str]:
        """Whose answers formed the groups."""
        return [use.name for use in self.found.summary.columns if use.used]

    @property
    def one_question(self) -> str | None:
        """The question that the groups hardly differ from, until a person says that this is meant."""
        return None if self.draft.keeps_question or len(self.groups) < 2 else self.found.summary.one_question

    @cached_property
    def one_answer(self) -> OneAnswer | None:
        """The first group that is mostly one answer, where not all of them are one question."""
        if self.draft.keeps_question or self.one_question or len(self.groups) < 2:
            return None
        formed = set(self.questions)
        found = (group.one_answer(self.found.rows, formed) for group in self.groups)
        return next((one for one in found if one is not None), None)

    @property
    def by_question(self) -> list[tuple[GroupCard, Fact | None]]:
        """For groups that are one question: its most telling answer in each."""
        names = {self.one_question}
        return [(g, next((f for f in g.sketch.facts if f.column in names), None)) for g in self.groups]

    @cached_property
    def map(self) -> list[tuple[MapGroup, str]]:
        """The map with a label for each group; none of a single group."""
        if len(self.groups) < 2:
            return []
        called = {group.number: group for group in self.groups}
        drawn = charts.map_groups(self.found.summary.map)
        return [(g, _label(called[g.position])) for g in drawn if g.position in called]

    @property
    def map_words(self) -> str:
        """The map in words."""
        called = {group.number: group for group in self.groups}
        told = ((called[drawn.position], drawn.place) for drawn, _ in self.map)
        return " ".join(f"{g.called} {figures.percent(g.sketch.share)}, {place}." for g, place in told)

    @cached_property
    def between(self) -> list[BetweenTwo]:
        """The worst of those who fit badly, with words of their own first."""
        by = {group.number: group for group in self.groups}
        shown = sorted(self.found.misfits, key=lambda misfit: misfit.said is None)[:FIT_BADLY]
        return [BetweenTwo(m, by[m.segment], by.get(m.other or 0)) for m in shown]

    @cached_property
    def numbers(self) -> list[NumberChoice]:
        """This number of groups and those beside it."""
        return number_choices(self.draft, [group.called for group in self.groups])

    @property
    def awaits_numbers(self) -> bool:
        """Whether other numbers are being looked at still."""
        return any(choice.is_coming for choice in self.numbers)

    @property
    def known_numbers(self) -> int:
        return sum(choice.is_known for choice in self.numbers)

    @cached_property
    def run(self) -> Run | None:
        """The run that was started from these groups; then they stay as they are."""
        return Run.objects.filter(pk=self.draft.pk).first()

    @property
    def may_undo(self) -> bool:
        return bool(self.draft.edits or self.draft.before_id)

    @cached_property
    def is_of_now(self) -> bool:
        return self.run is not None or looking.is_of_now(self.draft)

    @property
    def smallest(self) -> GroupCard:
        return min(self.groups, key=lambda group: group.sketch.size)

    @property
    def halves(self) -> Sequence[GroupCard]:
        """Of a group that is tried to be split: its parts."""
        first = int((self.draft.trial or {}).get("segment", 1))
        return self.groups[first - 1 : first - 1 + int((self.draft.trial or {}).get("into", 2))]


def _apart(fact: Fact) -> Apart:
    if fact.share is None or fact.everyone_share is None:
        return Apart(fact.label, fact.value, fact.everyone, None, None)
    bar, line = round(100 * fact.share, 1), round(100 * fact.everyone_share, 1)
    return Apart(fact.label, figures.percent(fact.share), figures.percent(fact.everyone_share), bar, line)


def _label(group: GroupCard) -> str:
    """What stands on the map: a long name is cut, since labels must not lie on each other."""
    return f"{Truncator(group.called).chars(LONGEST_LABEL)} {figures.percent(group.sketch.share)}"
