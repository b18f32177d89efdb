"""Answers of two waves: an option's share and the mean of numbers, of everyone and inside a group."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.comparing.testing import agreed, of_means, of_shares
from persona.crosstables import CLOSED
from persona.models import ColumnRole as Role
from persona.reading.yes_no import NO
from persona.recoding.cells import fold, is_missing, number, rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from persona.comparing.groups import Groups, Pair
    from persona.comparing.models import Amount
    from persona.comparing.reading import Alike
    from persona.comparing.testing import Difference
    from persona.models import Column, Persona

    Bools = NDArray[np.bool_]

MOST_OPTIONS = 40
LEAST_SHARE = 0.02
"""An option that so few of all people gave is not looked at."""
LEAST_BASE = 20
"""Smaller groups are not tested."""


class Told(NamedTuple):
    """One thing that people of both waves answered, before it is put into words."""

    column: Column
    option: str | None
    before: Amount
    after: Amount
    size: Difference
    statement: str | None = None


class AnswerTable:
    """The closed questions of both waves by person."""

    def __init__(self, alike: Alike) -> None:
        self._alike = alike
        self.is_first = alike.is_first
        self.columns = {column.name: column for column in alike.columns if column.role in CLOSED}
        self._read: dict[str, tuple[Bools, dict[str, Bools], NDArray[np.float64]]] = {}

    def everyone(self) -> list[Told]:
        """Every option and every mean of all people."""
        found = []
        for name in self.columns:
            found += [told for key in self.keys(name) if (told := self._told(name, key, [self._sides()])) is not None]
        return found

    def inside(self, pair: Pair, groups: Groups, personas: tuple[Persona | None, Persona | None]) -> list[Told]:
        """What the two personas of a pair tell in numbers, in the people of each wave who belong to it."""
        before, after = groups.members(pair.first, first=True), groups.members(pair.second, first=False)
        like = groups.like(pair.second, first=False)
        ways = [(before, after), (like & self.is_first, like & ~self.is_first)]
        found = []
        for (name, key), statement in self._statements(*personas).items():
            told = self._told(name, key, ways)
            if told is not None and min(told.before.base, told.after.base) >= LEAST_BASE:
                found.append(told._replace(statement=statement))
        return found

    def keys(self, name: str) -> list[str | None]:
        """The options of a question, commonest first, and None for its mean."""
        column, (answered, options, _) = self.columns[name], self._of(name)
        common = [key for key, who in options.items() if who.sum() >= LEAST_SHARE * max(answered.sum(), 1)]
        if column.role in (Role.RATING, Role.NUMBER):
            return [None]
        if column.role is Role.CATEGORY and len(options) == 2:  # one falls as the other rises: "Yes" is told, not "No"
            return [next((key for key in common if key not in NO), common[0])] if common else []
        return [*common]

    def _statements(self, first: Persona | None, second: Persona | None) -> dict[tuple[str, str | None], str | None]:
        """What either persona tells of one question: column and option -> the second's statement, if it has one."""
        names = {before: now for now in self.columns if (before := self._alike.named_before(now)) is not None}
        found: dict[tuple[str, str | None], str | None] = {}
        for persona, as_now in ((second, {name: name for name in self.columns}), (first, names)):
            for said in persona.statements if persona else ():
                if len(said.columns) != 1 or said.evidence or said.columns[0] not in as_now:
                    continue
                name = as_now[said.columns[0]]
                key = None if said.mean is not None else fold(said.option or "")
                if key is None or key in self._of(name)[1]:
                    found.setdefault((name, key), said.id if persona is second else None)
        return found

    def _sides(self) -> tuple[Bools, Bools]:
        return self.is_first, ~self.is_first

    def _told(self, name: str, key: str | None, ways: Sequence[tuple[Bools, Bools]]) -> Told | None:
        column = self.columns[name]
        answered, options, values = self._of(name)
        if key is None:
            known = ~np.isnan(values)
            size = agreed([of_means(values[one & known], values[two & known]) for one, two in ways])
            before, after = (_mean(values[side & known]) for side in ways[0])
            return Told(column, None, before, after, size) if before.base and after.base else None
        gave = options[key]
        size = agreed([of_shares(_count(gave, answered, one), _count(gave, answered, two)) for one, two in ways])
        before, after = (_share(*_count(gave, answered, side)) for side in ways[0])
        if not before.base or not after.base:
            return None
        return Told(column, self._spelt[name][key], before, after, size)

    def _of(self, name: str) -> tuple[Bools, dict[str, Bools], NDArray[np.float64]]:
        if name not in self._read:
            self._read[name] = self._reading(self.columns[name], self._alike.cells[name])
        return self._read[name]

    @cached_property
    def _spelt(self) -> dict[str, dict[str, str]]:
        return {}

    def _reading(self, column: Column, cells: Sequence[str]) -> tuple[Bools, dict[str, Bools], NDArray[np.float64]]:
        from persona.crosstables import options_in

        answered = np.array([not is_missing(cell) for cell in cells])
        values = np.full(len(cells), np.nan)
        options: dict[str, list[int]] = {}
        spelt = self._spelt.setdefault(column.name, {})
        for place, cell in enumerate(cells):
            if not answered[place]:
                continue
            if column.role in (Role.RATING, Role.NUMBER):
                value = rating(cell, column) if column.role is Role.RATING else number(cell)
                values[place] = np.nan if value is None else value
            if column.role is not Role.NUMBER:
                for option in options_in(cell, column):
                    spelt.setdefault(fold(option), option)
                    options.setdefault(fold(option), []).append(place)
        common = sorted(options.items(), key=lambda each: (-len(each[1]), each[0]))[:MOST_OPTIONS]
        return answered, {key: _at(places, len(cells)) for key, places in common}, values


def _at(places: Iterable[int], length: int) -> Bools:
    found = np.zeros(length, bool)
    found[list(places)] = True
    return found


def _count(gave: Bools, answered: Bools, side: Bools) -> tuple[int, int]:
    return int((gave & side).sum()), int((answered & side).sum())


def _share(people: int, base: int) -> Amount:
    from persona.comparing.models import Amount

    return Amount(base=base, people=people, share=people / base if base else None)


def _mean(values: NDArray[np.float64]) -> Amount:
    from persona.comparing.models import Amount

    return Amount(base=len(values), mean=float(values.mean()) if len(values) else None)
