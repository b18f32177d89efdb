"""Findings: every option, mean and battery of closed questions beside everyone's, with guards against chance."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from persona.counted.batteries import SUMMED, asks_one_thing, battery_of, checklist_of, sums
from persona.counted.derived import was_not_asked
from persona.models import Column, ColumnRole, GroupCount
from persona.questionnaire import headings
from persona.writing.statistics import discoveries, p_value

if TYPE_CHECKING:
    from persona.models import Standing
    from persona.writing.differences import Differences, Measure, Share

GaveAny = Callable[[Sequence[Column]], Mapping[int, int]]
BASE_AT_LEAST = 10
"""Below, a share says more about who happened to answer."""
EFFECT = 0.2
"""Cohen's h or d from which a difference is worth telling: "small", by his own words."""
POINTS = 0.05
MOST = 0.5
"""A share from which an answer is simply big."""
MANY = 1 / 3
"""A share from which the most frequent answer is worth telling where there is little else to tell."""
TELLING_SHARE = 0.25
PART_ASKED = 0.5
"""What is simply big must be so among so many of a group's people, or only those who tick a box are counted."""
FALSE_AT_MOST = 0.05
ADD_UP = 0.005
"""So far from the total the sum of means may lie where some of those who shared it out miscounted."""
_YEARS = (1900, 2100)
_NEVER = ("demography", "process", "administration", "identifier", "place", "owner", "weight", "wave", "subject")


@dataclass(frozen=True)
class Finding:
    """One answer of one group: a share of an option, or a mean of one column or of a battery."""

    columns: tuple[Column, ...]
    option: str | None
    segment: int
    groups: tuple[GroupCount, ...]
    everyone: float
    everyone_base: int
    effect: float
    block: str
    """What findings of one battery or checklist have in common; of other questions the column's name."""
    standing: Standing | None = None
    design: float | None = None
    """The design effect of the weights that shares and means are counted with; None: people as they are."""
    shared_out: int = 0
    """Among so many things everybody shared out one total, of which this is one; 0: nothing was shared out."""
    worth: tuple[float, float, float, float] | None = None
    """Of a weighted share: count and base, others' count and base, in people's worth."""

    @property
    def column(self) -> Column:
        return self.columns[0]

    @property
    def own(self) -> GroupCount:
        return next(group for group in self.groups if group.persona == self.segment)

    @property
    def value(self) -> float:
        own = self.own
        return (own.mean if own.share is None else own.share) or 0.0

    @property
    def more(self) -> float:
        """The effect, as more or less of what is asked: on a scale of which 1 is the most, a lower mean is more."""
        is_turned = self.option is None and self.column.higher_is == "less"
        return -self.effect if is_turned else self.effect

    @property
    def rank(self) -> float:
        """How much it tells: how far it stands from the others, and of how many it is true."""
        if self.option is None:
            return abs(self.effect) * (1.2 if len(self.columns) > 1 else 0.9)
        weight = 1.0 if self.effect > 0 else 0.4
        return abs(self.effect) * weight * (0.4 + 0.6 * min(1.0, self.value / MOST))


def find(differences: Mapping[int, Differences], gave_any: GaveAny | None = None) -> dict[int, list[Finding]]:
    """Segment -> what sets it apart (held under 5 % false in all), and what is simply big, strongest first.

    `gave_any`: how many people of each segment answered at least one of several ratings, the base of what these have
    in common; without it, batteries are told item by item only.
    """
    found = [*_shares(differences), *_measures(differences, gave_any)]
    chances = [_chance(finding) for finding in found]
    kept = discoveries(chances, FALSE_AT_MOST) if len(differences) > 1 else set()
    asked = {segment: max((f.own.base for f in found if f.segment == segment), default=0) for segment in differences}
    told: dict[int, list[Finding]] = {segment: [] for segment in differences}
    for place, finding in enumerate(found):
        standing: Standing | None = "distinctive" if place in kept and _is_far(finding) else None
        if standing is None and _is_big(finding) and finding.own.base >= PART_ASKED * asked[finding.segment]:
            standing = "big"
        if standing:
            told[finding.segment].append(replace(finding, standing=standing))
    return {segment: sorted(mine, key=_order) for segment, mine in told.items()}


def may_be_told(column: Column) -> bool:
    """Whether a column may become a statement: never who people are, and never how the survey was run."""
    if was_not_asked(column):
        return False
    names = {column.name, column.question}
    short = [name for name in names if len(headings.spoken(name).split()) <= headings.LONGEST_LABEL]
    return not any(headings.names(kind, name) for kind in _NEVER for name in short)


def _order(finding: Finding) -> tuple[bool, float, int, str]:
    strength = finding.rank if finding.standing == "distinctive" else _bigness(finding)
    return finding.standing != "distinctive", -strength, finding.column.position, finding.option or ""


def _bigness(finding: Finding) -> float:
    """Shares by their size; behind what most answer sets of ratings, then items far from the middle of their scale."""
    if finding.option is not None:
        return finding.value
    if len(finding.columns) > 1:
        return MOST
    low, high = finding.column.scale or (0.0, 0.0)
    if finding.shared_out:
        return finding.value / high - 1 / finding.shared_out
    return abs(finding.value - (low + high) / 2) / (high - low) / 2 if low < high else 0.0


def _is_far(finding: Finding) -> bool:
    if abs(finding.effect) < EFFECT:
        return False
    if finding.option is None:
        return True
    enough = finding.value >= TELLING_SHARE if finding.effect > 0 else finding.everyone >= MOST
    return enough and abs(finding.value - finding.everyone) >= POINTS


def _is_big(finding: Finding) -> bool:
    if finding.shared_out and len(finding.groups) == 1:
        return _bigness(finding) >= POINTS
    if finding.option is None:  # of everybody's ratings nothing stands apart; they are still what people said
        return len(finding.groups) == 1 and finding.column.role is ColumnRole.RATING
    return finding.value >= MANY and finding.effect > -EFFECT


def _chance(finding: Finding) -> float:
    """The chance of such a difference between this group and the rest, if there were none."""
    own, others = finding.own, [group for group in finding.groups if group.persona != finding.segment]
    base, other_base = own.base, sum(group.base for group in others)
    if not other_base:
        return 1.0
    if finding.option is not None:
        if finding.worth:
            return p_value(*finding.worth)
        return p_value(own.count or 0, base, sum(group.count or 0 for group in others), other_base)
    spread = math.sqrt((finding.design or 1.0) * (1 / base + 1 / other_base))
    return math.erfc(abs(finding.effect) / spread / math.sqrt(2))


# -- shares --------------------------------------------------------------------------------------------
def _shares(differences: Mapping[int, Differences]) -> list[Finding]:
    of: defaultdict[tuple[str, str], list[Share]] = defaultdict(list)
    for segment in sorted(differences):
        for share in differences[segment].usual:
            of[share.column.name, share.option].append(share)
    columns = list({shares[0].column.name: shares[0].column for shares in of.values()}.values())
    blocks = battery_of(columns) | checklist_of(columns)
    found: list[Finding] = []
    for shares in of.values():
        if not may_be_told(shares[0].column):
            continue
        groups = tuple(_group(share) for share in shares)
        found += [
            Finding(
                (share.column,),
                share.option,
                share.segment,
                groups,
                share.everyone,
                share.base + share.others_base,
                share.effect,
                blocks.get(share.column.name, share.column.name),
                design=share.design if share.weighted else None,
                worth=share.compared if share.weighted else None,
            )
            for share in shares
            if share.base >= BASE_AT_LEAST and share.everyone < 1  # what all say was hardly a question
        ]
    return found


def _group(share: Share) -> GroupCount:
    return GroupCount(persona=share.segment, base=share.base, count=share.count, share=share.share)


# -- means ---------------------------------------------------------------------------------------------
def _measures(differences: Mapping[int, Differences], gave_any: GaveAny | None) -> list[Finding]:
    of: defaultdict[str, dict[int, Measure]] = defaultdict(dict)
    for segment in sorted(differences):
        for measure in differences[segment].measures:
            of[measure.column.name][segment] = measure
    columns = [by[min(by)].column for by in of.values() if may_be_told(by[min(by)].column)]
    battery = battery_of(columns)
    every = list(sums(columns, battery))
    shared = {item.name: len(items) for items in every if _add_up(items, of) for item in items}
    found = [_mean(of[column.name], segment, battery) for column in columns for segment in of[column.name]]
    plain = [replace(one, shared_out=shared.get(one.column.name, 0)) for one in found if one is not None]
    one_thing = (items for items in every if _have_a_mean(items) and items[0].name not in shared)
    if gave_any is None:
        return plain
    summed = [finding for items in one_thing for finding in _summed(items, of, battery, gave_any(items))]
    return [*summed, *plain]


def _mean(by: Mapping[int, Measure], segment: int, battery: Mapping[str, str]) -> Finding | None:
    mine = by[segment]
    if mine.base < BASE_AT_LEAST or _says_nothing(mine):
        return None
    groups = tuple(GroupCount(persona=s, base=m.base, mean=m.mean) for s, m in by.items())
    name = mine.column.name
    return Finding(
        (mine.column,),
        None,
        segment,
        groups,
        mine.everyone,
        mine.everyone_base,
        mine.distance,
        battery.get(name, name),
        design=mine.design,
    )


def _add_up(items: Sequence[Column], of: Mapping[str, Mapping[int, Measure]]) -> bool:
    """Whether people shared out one total: the means of the items add up to the end of their scale, in every group.

    Their common mean is that total divided by their number, whoever answers: only their shares tell something.
    """
    low, high = items[0].scale or (0.0, 0.0)
    by_segment = [[of[item.name][s] for item in items if s in of[item.name]] for s in sorted(of[items[0].name])]
    return low == 0 < high and all(
        len(measures) == len(items) and math.isclose(math.fsum(m.mean for m in measures), high, rel_tol=ADD_UP)
        for measures in by_segment
    )


def _says_nothing(measure: Measure) -> bool:
    """Years, and means that a few very large numbers push away from what is typical."""
    if measure.column.role is ColumnRole.RATING:
        return False
    if _YEARS[0] <= measure.everyone_median <= _YEARS[1]:
        return True
    median, difference = measure.quartiles[1], measure.mean - measure.everyone
    return (measure.distance > 0) != (difference > 0) or (median - measure.everyone_median) * difference < 0


def _have_a_mean(items: Sequence[Column]) -> bool:
    """Whether a mean of these says something: the places of all things have one mean, whoever ranks them."""
    return asks_one_thing(items) and not items[0].is_place


def _summed(
    items: Sequence[Column],
    of: Mapping[str, Mapping[int, Measure]],
    battery: Mapping[str, str],
    bases: Mapping[int, int],
) -> list[Finding]:
    """A battery as a whole, for each group in which most items point the same way."""
    segments = [s for s in of[items[0].name] if all(s in of[item.name] for item in items)]
    groups = tuple(_mean_of_items([of[item.name][s] for item in items], bases[s]) for s in segments)
    everybody = sum(bases[segment] for segment in sorted(bases) if segment)
    found = []
    for segment in segments:
        measures = [of[item.name][segment] for item in items]
        effects = [measure.distance for measure in measures]
        up = sum(effect > 0 for effect in effects)
        base = min(measure.base for measure in measures)
        apart = len(segments) > 1 and max(up, len(items) - up) < SUMMED * len(items)
        if base < BASE_AT_LEAST or apart:
            continue
        answers = sum(measure.everyone_weight for measure in measures)
        everyone = sum(measure.everyone * measure.everyone_weight for measure in measures) / answers
        found.append(
            Finding(
                tuple(items),
                None,
                segment,
                groups,
                everyone,
                everybody,
                sum(effects) / len(effects),
                battery[items[0].name],
                design=measures[0].design,
            )
        )
    return found


def _mean_of_items(measures: Sequence[Measure], base: int) -> GroupCount:
    """All answers of a group to all items together; its base are the people who answered at least one."""
    answers = sum(measure.weight for measure in measures)
    mean = sum(measure.mean * measure.weight for measure in measures) / answers
    return GroupCount(persona=measures[0].segment, base=base, mean=mean)
