"""What changed, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.comparing.models import Amount, AnswerChange, GroupChange
from persona.comparing.testing import FAMILIES, corrected, sure_of
from persona.messages import sentence
from persona.numerals import people, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.comparing.answers import Told
    from persona.comparing.groups import Lone, Matched, Pair
    from persona.comparing.models import Change, Direction, GroupStatus
    from persona.comparing.reading import Wave

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
YEARS, MANY = 1_000, 10_000
"""From the first on a number is told whole, from the second on with a comma."""
MOST_DECIMALS = 4
LISTED = 3
"""Names in one sentence; more of them are counted."""


def groups_told(found: Matched, first: Wave, second: Wave) -> list[GroupChange]:
    """What became of every group; the largest of the second wave first, then those that only the first has."""
    chances = corrected(
        [*(pair.size.chance for pair in found.pairs), *(lone.size.chance for lone in found.lone)], families=FAMILIES
    )
    told = [pair_told(pair, chance, first, second) for pair, chance in zip(found.pairs, chances, strict=False)]
    told += [
        lone_told(lone, chance, first, second)
        for lone, chance in zip(found.lone, chances[len(found.pairs) :], strict=True)
    ]
    told = [_with_parts(group, told) for group in told]
    return sorted(told, key=lambda each: (each.second is None, each.second or each.first or 0))


def _with_parts(group: GroupChange, told: Sequence[GroupChange]) -> GroupChange:
    """A group of one wave that holds several of the other says so, and not that it is a part itself."""
    if group.status != "part":
        return group
    parts = [
        each.name
        for each in told
        if each.status == "part" and each.within == group.name and (each.first is None) != (group.first is None)
    ]
    if len(parts) < 2:
        return group
    code = "group_puts_together" if group.first is None else "group_is_several"
    names = _listed([f"“{name}”" for name in parts])
    return group.model_copy(update={"sentence": sentence(code, name=group.name, names=names), "within": None})


def pair_told(pair: Pair, chance: float, first: Wave, second: Wave) -> GroupChange:
    """What became of a group that both have."""
    sure = sure_of(chance)
    before, after = amount(first.size(pair.first), first.people), amount(second.size(pair.second), second.people)
    by = (after.share or 0.0) - (before.share or 0.0)
    status: GroupStatus = "same"
    if sure != "none":
        status = "grown" if by > 0 else "shrunk"
    elif sure_of(pair.raw.chance) == "clear":
        status = "redrawn"
    name = second.names[pair.second]
    was = first.names[pair.first] if first.names[pair.first] != name else None
    told = sentence(
        f"group_{status}",
        name=name,
        points=points(by),
        before=percent(before.share or 0.0),
        after=percent(after.share or 0.0),
    )
    return GroupChange(
        status=status,
        first=pair.first,
        second=pair.second,
        name=name,
        was=was,
        sentence=f"{told} {sentence('called_before', was=was)}" if was else told,
        before=before,
        after=after,
        low=pair.size.low,
        high=pair.size.high,
        sure=sure,
        chance=chance,
    )


def lone_told(lone: Lone, chance: float, first: Wave, second: Wave) -> GroupChange:
    """What became of a group that one wave has."""
    mine, other = (first, second) if lone.is_first else (second, first)
    name, size = mine.names[lone.persona], amount(mine.size(lone.persona), mine.people)
    like = amount(lone.like[1] if lone.is_first else lone.like[0], other.people)
    status: GroupStatus = "unclear"
    sure = sure_of(chance)
    if sure != "none":
        status = "gone" if lone.is_first else "new"
    elif lone.fitting >= 0.5 and lone.within is not None:
        status = "part"
    nobody = Amount(base=other.people)  # of a part nobody can say how many there were of the whole
    within = other.names.get(lone.within) if status == "part" and lone.within is not None else None
    return GroupChange(
        status=status,
        first=lone.persona if lone.is_first else None,
        second=None if lone.is_first else lone.persona,
        name=name,
        within=within,
        sentence=_lone_sentence(status, lone, name, like, within),
        before=size if lone.is_first else like if status != "part" else nobody,
        after=size if not lone.is_first else like if status != "part" else nobody,
        low=lone.size.low if sure != "none" else None,
        high=lone.size.high if sure != "none" else None,
        sure=sure,
        chance=chance,
    )


def _lone_sentence(status: GroupStatus, lone: Lone, name: str, like: Amount, within: str | None) -> str:
    if status == "part":
        return sentence("group_now_within" if lone.is_first else "group_was_within", name=name, within=within)
    if status == "unclear":
        return sentence("group_unclear_gone" if lone.is_first else "group_unclear_new", name=name)
    if not like.people:
        return sentence(f"group_{status}_nobody", name=name)
    said = sentence(f"group_{status}", name=name, people=people(like.people))
    return said.replace("still answer like", "still answers like") if like.people == 1 else said


def answer_told(told: Told, chance: float) -> AnswerChange:
    """What became of an answer or a mean."""
    sure = sure_of(chance)
    direction: Direction = "same" if sure == "none" else "up" if told.size.by > 0 else "down"
    word = {"up": "rose", "down": "fell", "same": "same"}[direction]
    kind = "mean" if told.option is None else "share"
    words = told.column.scale_words
    before, after = both_told(told.before, told.after)
    return AnswerChange(
        sentence=sentence(
            f"{kind}_{word}",
            option=told.option,
            before=before,
            after=after,
            scale=f" {sentence('of_scale', low=words[0], high=words[-1], last=len(words))}" if words else "",
        ),
        before=told.before,
        after=told.after,
        low=told.size.low,
        high=told.size.high,
        sure=sure,
        chance=chance,
        question=told.column.question or told.column.name,
        column=told.column.name,
        option=told.option,
        direction=direction,
        statement=told.statement,
    )


def in_short(groups: Sequence[GroupChange], found: Matched, first: Wave) -> str:
    """One paragraph: how many groups are still there, and what is named of the rest."""
    all_of, there = len(first.personas), len(found.pairs)
    values = {
        "groups": f"{number_word(all_of)} groups",
        "some": number_word(there).capitalize(),
    }
    if all_of == 1:
        code = "one_still_there" if there else "one_not_there"
    elif there == all_of:
        code = "all_still_there"
    elif there == 1:
        code = "one_of_some_still_there"
    else:
        code = "some_still_there" if there else "none_still_there"
    named = [
        words
        for status, verb in (("new", "new"), ("gone", "gone"), ("grown", "grew"), ("shrunk", "shrank"))
        if (words := _named(groups, status, verb))
    ]
    parts = sum(group.status == "part" and group.second is None for group in groups)
    if parts:
        named.append(f"{number_word(parts)} {'is' if parts == 1 else 'are'} part of other groups now")
    rest = f"{_listed(named)}." if named else sentence("nothing_changed")
    return f"{sentence(code, **values)} {rest[:1].upper()}{rest[1:]}"


def _named(groups: Sequence[GroupChange], status: str, verb: str) -> str:
    names = [group.name for group in groups if group.status == status]
    if not names:
        return ""
    if status in ("new", "gone"):
        return f"{number_word(len(names))} {'is' if len(names) == 1 else 'are'} {verb}"
    if len(names) > LISTED:
        return f"{number_word(len(names))} {verb}"
    return f"{_listed([f'“{name}”' for name in names])} {verb}"


def _listed(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


def amount(size: int, base: int) -> Amount:
    """People of a wave."""
    return Amount(base=base, people=size, share=size / base if base else None)


def amount_told(found: Amount) -> str:
    """A share or a mean as it is read."""
    if found.mean is not None:
        return number_told(found.mean)
    return percent(found.share or 0.0)


def both_told(before: Amount, after: Amount) -> tuple[str, str]:
    """Two shares or means, with as many decimals as it needs for what differs to be read as different."""
    told = amount_told(before), amount_told(after)
    if told[0] != told[1] or (before.share, before.mean) == (after.share, after.mean):
        return told
    for decimals in range(1, MOST_DECIMALS + 1):
        finer = _finely(before, decimals), _finely(after, decimals)
        if finer[0] != finer[1]:
            return finer
    return told


def _finely(found: Amount, decimals: int) -> str:
    if found.mean is not None:
        return f"{found.mean:.{decimals}f}"
    return f"{100 * (found.share or 0.0):.{decimals}f} %"


def number_told(value: float) -> str:
    """A mean: a year has no comma, and no decimals that nobody would say.

    >>> number_told(3.14), number_told(1985.2), number_told(12345.6)
    ('3.1', '1985', '12,346')
    """
    if abs(value) < YEARS:
        return f"{value:.1f}"
    return f"{value:.0f}" if abs(value) < MANY else f"{value:,.0f}"


def numbers(change: Change) -> str:
    """What stands behind a sentence: both amounts, how large the change could be, and how sure it is."""
    if change.before.share is None and change.before.mean is None:
        return amount_told(change.after)
    if change.after.share is None and change.after.mean is None:
        return amount_told(change.before)
    before, after = both_told(change.before, change.after)
    bounds = could_be(change)
    sure = {"clear": "clear", "likely": "likely", "none": "no change"}[change.sure]
    return f"{before} → {after}{f', could be {bounds}' if bounds else ''}; {sure}"


def could_be(change: Change) -> str:
    """The bounds of a change that is named: "1 to 13 points"; "" where none is."""
    if change.sure == "none" or change.low is None or change.high is None:
        return ""
    low, high = sorted((abs(change.low), abs(change.high)))
    if change.low * change.high < 0:
        low = 0.0
    if change.before.mean is not None:
        return f"{number_told(low)} to {number_told(high)}"
    return f"{round(100 * low)} to {points(high)}"


def points(by: float) -> str:
    """A difference of two shares: "7 points"."""
    size = round(100 * abs(by))
    if by and not size:
        return "under 1 point"
    return "1 point" if size == 1 else f"{size} points"


def number_word(count: int) -> str:
    """Up to twelve in letters."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
