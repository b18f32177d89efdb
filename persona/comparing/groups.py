"""Groups of two waves: which are the same, which grew or shrank, which are new or gone.

Groups that are found anew never have the same borders. So sizes are measured twice, and a change must show in both: in
the groups as each wave has them, and in one frame for both, in which every group of either wave competes for every
person and nobody is placed by what was learnt from themselves. In that frame two equal waves differ only by chance,
whatever their groups are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.comparing.frames import blocks_of, frame, told_apart
from persona.comparing.testing import agreed, of_shares

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.comparing.reading import Alike, Wave
    from persona.comparing.testing import Difference

    Bools = NDArray[np.bool_]
    Ints = NDArray[np.int64]

SAME = 0.4
"""Share of either group's people who answer like the other one, from which the two are the same group."""
HALFWAY = 0.5
"""How well two groups may be told apart to be one still, of how well groups of one wave usually are."""
FEWER = 1 / 3
"""A group is new, or gone, where at most this part of its share answers like it in the other wave."""


class Pair(NamedTuple):
    """A group that both waves have, with its sizes tested in three ways."""

    first: int
    second: int
    size: Difference
    raw: Difference


class Lone(NamedTuple):
    """A group of one wave, how many of each wave answer like it, and where its people would go in the other."""

    persona: int
    is_first: bool
    like: tuple[int, int]
    size: Difference
    fitting: float
    """Share of its people who answer like some group of the other wave."""
    within: int | None
    """That group of the other wave which most of them answer like."""


class Matched(NamedTuple):
    pairs: list[Pair]
    lone: list[Lone]


class Groups:
    """The groups of both waves in the frame of each."""

    def __init__(self, alike: Alike) -> None:
        self.first, self.second, self.is_first = alike.first, alike.second, alike.is_first
        blocks, people = blocks_of(alike), len(alike.is_first)
        before, after = np.flatnonzero(self.is_first), np.flatnonzero(~self.is_first)
        self._blocks, self._people = blocks, people
        self.by_first = frame(blocks, before, self.first.own, people)
        self.by_second = frame(blocks, after, self.second.own, people)
        self.couples = self._couples()
        self.by_both = frame(blocks, np.arange(people), self._labels(), people)

    def members(self, persona: int, *, first: bool) -> Bools:
        """Whom a wave has in a group, among all people."""
        found = np.zeros(len(self.is_first), bool)
        wave = self.first if first else self.second
        found[self.is_first if first else ~self.is_first] = wave.own == persona
        return found

    def matched(self) -> Matched:
        """Pairs of groups, and those that have no partner."""
        pairs = [self._pair(one, two) for one, two in self.couples.items()]
        alone = [self._lone(each, is_first=True) for each in self.first.personas if each not in self.couples]
        there = self.couples.values()
        alone += [self._lone(each, is_first=False) for each in self.second.personas if each not in there]
        return Matched(pairs, alone)

    def like(self, persona: int, *, first: bool) -> Bools:
        """Who of both waves answers most like this group of a wave, among the groups of both."""
        return self.by_both.like(self._label(persona, first=first))

    def _label(self, persona: int, *, first: bool) -> int:
        """One number for both groups of a couple: that of the second wave; below 0 those of the first alone."""
        return self.couples.get(persona, -persona) if first else persona

    def _labels(self) -> Ints:
        first = [self._label(own, first=True) for own in self.first.own.tolist()]
        return np.array(first + self.second.own.tolist(), np.int64)

    def _couples(self) -> dict[int, int]:
        scores = {(one, two): self._overlap(one, two) for one in self.first.personas for two in self.second.personas}
        found: dict[int, int] = {}
        for (one, two), score in sorted(scores.items(), key=lambda each: (-each[1], each[0])):
            if score < SAME or one in found or two in found.values():
                continue
            if self._is_one(one, two):
                found[one] = two
        return dict(sorted(found.items()))

    def _is_one(self, one: int, two: int) -> bool:
        """Whether the people of the two are told apart less than half as well as groups of one wave usually are."""
        mine, theirs = self.members(one, first=True), self.members(two, first=False)
        others = [self.members(each, first=True) for each in self.first.personas if each != one]
        apart = [told_apart(self._blocks, mine, other) for other in others]
        others = [self.members(each, first=False) for each in self.second.personas if each != two]
        apart += [told_apart(self._blocks, theirs, other) for other in others]
        usual = float(np.median(apart)) if apart else 1.0
        return told_apart(self._blocks, mine, theirs) < HALFWAY * usual

    def _overlap(self, one: int, two: int) -> float:
        """The smaller share of either group that answers like the other."""
        there = self.by_second.like(two)[self.members(one, first=True)].mean()
        back = self.by_first.like(one)[self.members(two, first=False)].mean()
        return float(min(there, back))

    def _pair(self, one: int, two: int) -> Pair:
        raw = of_shares(_part(self.first, one), _part(self.second, two))
        return Pair(one, two, agreed([raw, of_shares(*self._counts(two, first=False))]), raw)

    def _counts(self, persona: int, *, first: bool) -> tuple[tuple[int, int], tuple[int, int]]:
        like = self.like(persona, first=first)
        before, after = int(like[self.is_first].sum()), int(like[~self.is_first].sum())
        return (before, self.first.people), (after, self.second.people)

    def _lone(self, persona: int, *, is_first: bool) -> Lone:
        other = self.by_second if is_first else self.by_first
        before, after = self._counts(persona, first=is_first)
        size = of_shares(before, after)
        mine = self.members(persona, first=is_first)
        fits = other.fits[mine]
        nearest = other.nearest[mine][fits]
        within = int(np.bincount(nearest).argmax()) if len(nearest) else None
        there, here = (after, before) if is_first else (before, after)
        by_mistake = self._taken_for(persona, is_first=is_first)
        if there[0] / there[1] - by_mistake > FEWER * (here[0] / here[1] - by_mistake):
            size = size._replace(chance=1.0)  # people like them are in the other wave, too
        return Lone(persona, is_first, (before[0], after[0]), size, float(fits.mean()), within)

    def _taken_for(self, persona: int, *, is_first: bool) -> float:
        """Share of the same wave's other people who answer like this group: so many do where the group is not."""
        others = ~self.members(persona, first=is_first) & (self.is_first == is_first)
        return float(self.like(persona, first=is_first)[others].mean()) if others.any() else 0.0


def _part(wave: Wave, persona: int) -> tuple[int, int]:
    return wave.size(persona), wave.people
