"""Two runs on the same rows: who is with whom again. Nothing that differs is chance, so nothing is tested."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from persona.comparing.models import GroupChange, QuestionsCompared, WhatChanged
from persona.comparing.wording import amount
from persona.messages import sentence
from persona.numerals import people
from persona.recoding.variables import USABLE

if TYPE_CHECKING:
    from persona.comparing.reading import Wave

AGAIN = 0.5
"""Share of the people of either group who are in both, from which one is the other."""


def grouped_twice(first: Wave, second: Wave) -> WhatChanged:
    """The groups of one run beside those of another."""
    before = dict(zip(first.places.tolist(), first.own.tolist(), strict=True))
    after = dict(zip(second.places.tolist(), second.own.tolist(), strict=True))
    both = Counter((before[place], after[place]) for place in before.keys() & after.keys())
    pairs = _pairs(first, second, both)
    same = sum(both[pair] for pair in pairs.items())
    groups = [_again(first, second, one, two, both[one, two]) for one, two in pairs.items()]
    groups += [_lone(first, second, one, both, is_first=True) for one in first.personas if one not in pairs]
    groups += [_lone(second, first, two, both, is_first=False) for two in second.personas if two not in pairs.values()]
    asked = [sum(column.role in USABLE for column in wave.output.finished.columns) for wave in (first, second)]
    return WhatChanged(
        sentence=sentence("grouped_twice", same=f"{same:,}", people=people(both.total())),
        people=(first.people, second.people),
        same_rows=True,
        shared_people=both.total(),
        questions=QuestionsCompared(alike=min(asked), first=asked[0], second=asked[1]),
        groups=tuple(sorted(groups, key=lambda each: (each.second is None, each.second or each.first or 0))),
        everyone=(),
        inside=(),
        tested=0,
    )


def _pairs(first: Wave, second: Wave, both: Counter[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for (one, two), shared in sorted(both.items(), key=lambda each: (-each[1], each[0])):
        either = first.size(one) + second.size(two) - shared
        if shared >= AGAIN * either and one not in found and two not in found.values():
            found[one] = two
    return found


def _again(first: Wave, second: Wave, one: int, two: int, shared: int) -> GroupChange:
    name, was = second.names[two], first.names[one]
    told = sentence("group_again", name=name, shared=f"{shared:,}", people=people(first.size(one)))
    return GroupChange(
        status="same" if shared == first.size(one) == second.size(two) else "redrawn",
        first=one,
        second=two,
        name=name,
        was=was if was != name else None,
        sentence=f"{told} {sentence('called_before', was=was)}" if was != name else told,
        before=amount(first.size(one), first.people),
        after=amount(second.size(two), second.people),
        sure="none",
        chance=1.0,
    )


def _lone(mine: Wave, other: Wave, group: int, both: Counter[tuple[int, int]], *, is_first: bool) -> GroupChange:
    shared = {each: both[(group, each) if is_first else (each, group)] for each in other.personas}
    within = max(shared, key=lambda each: (shared[each], -each))
    size, there = amount(mine.size(group), mine.people), amount(shared[within], other.people)
    code = "group_split_up" if is_first else "group_put_together"
    return GroupChange(
        status="part",
        first=group if is_first else None,
        second=None if is_first else group,
        name=mine.names[group],
        within=other.names[within],
        sentence=sentence(code, name=mine.names[group], within=other.names[within]),
        before=size if is_first else there,
        after=there if is_first else size,
        sure="none",
        chance=1.0,
    )
