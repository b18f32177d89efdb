"""From the features of a sample to its groups: cliques aside, the number, a solution, a second look at columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping import wording
from persona.grouping.association import association, cliques
from persona.grouping.battery import Battery, as_battery
from persona.grouping.choice import choose_count, score, strength_without_null
from persona.grouping.features import blocks
from persona.grouping.problem import Problem
from persona.grouping.shared import outside_gain
from persona.grouping.space import centred
from persona.models import ColumnUse

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.grouping.choice import Strength
    from persona.grouping.features import Feature
    from persona.grouping.shared import Gain
    from persona.grouping.solution import Groupable, Solution
    from persona.models import CountTried

MOST_GROUPS = 10
CHOICE_PEOPLE = 2_000
_PEOPLE_A_GROUP = 10
_STAYS, _RETURNS = 1.0, 4.0  # z of a column's gain: below, it leaves; above, a column set aside comes back


@dataclass(frozen=True)
class Solved:
    """The groups of the sample (`solution` None: one group), and how they came about."""

    problem: Groupable
    solution: Solution | None
    number: _Number
    uses: tuple[ColumnUse, ...]
    unusable: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Number:
    """How many groups, why, and how far to believe them."""

    count: int
    reason: str
    strength: Strength = "none"
    score: float = 0.0
    null_score: float = 0.0
    agreement: float = 0.0
    tried: tuple[CountTried, ...] = ()


def solve(features: list[Feature], count: int | None, seed: int, step: Callable[[str], None]) -> Solved:
    """Groups of the people in `features`; `count` None chooses the number."""
    items = as_battery(features)
    if items is not None:
        return _solve_battery(Battery(items, seed), count, step)
    step("Looking for columns that hang together")
    matrices = [centred(feature) for feature in features]
    columns = _Columns(Problem(features, matrices, seed), cliques(association(features, matrices)))
    problem = columns.whole.only(columns.kept)
    number = _number(problem, count, step)
    if number.count == 1:
        return Solved(problem, None, number, columns.uses(columns.kept, {}))
    step(f"Forming {number.count} groups")
    return _look_again(columns, problem, problem.solve(number.count), number)


def _solve_battery(battery: Battery, count: int | None, step: Callable[[str], None]) -> Solved:
    number = _number(battery, count, step)
    if number.count == 1:
        return Solved(battery, None, number, tuple(_used(f.name, None) for f in battery.features))
    step(f"Forming {number.count} groups")
    solution = battery.solve(number.count)
    gains = battery.gains(solution)
    uses = tuple(_used(f.name, own) for f, own in zip(battery.features, gains, strict=True))
    return Solved(battery, solution, number, uses)


def _number(problem: Groupable, count: int | None, step: Callable[[str], None]) -> _Number:
    people = len(problem.features[0].answered)
    some = problem
    if people > CHOICE_PEOPLE:
        chosen = np.random.default_rng([problem.seed, 2]).choice(people, CHOICE_PEOPLE, replace=False)
        some = problem.among(np.sort(chosen))
    if count == 1:
        return _Number(1, wording.one_asked_for())
    if count is not None:
        step(f"Trying {count} groups")
        tried = some.try_count(count)
        reason = wording.asked_for(tried)
        return _Number(count, reason, strength_without_null(tried), score(tried), 0.0, tried.agreement, (tried,))
    choice = choose_count(some, max(2, min(MOST_GROUPS, people // _PEOPLE_A_GROUP)), step)
    found = choice.best.count if choice.strength != "none" else 1
    agreement = choice.best.agreement if found > 1 else 0.0
    return _Number(
        found, wording.chosen(choice), choice.strength, score(choice.best), choice.null_score, agreement, choice.tried
    )


def _look_again(columns: _Columns, problem: Problem, solution: Solution, number: _Number) -> Solved:
    """Each column's gain is looked at once: some leave, some that were set aside come back."""
    whole, kept = columns.whole, columns.kept
    gains = dict(zip(kept, problem.gains(solution), strict=True))
    aside = [place for clique in columns.cliques for place in clique]
    gains |= {place: outside_gain(whole.features[place], solution.fit, whole.seed) for place in aside}
    stay = sorted([p for p in kept if gains[p].z > _STAYS] + [p for p in aside if gains[p].z > _RETURNS])
    if stay != kept and len(stay) >= 3 and len(blocks([whole.features[p] for p in stay])) >= 2:
        problem, kept = whole.only(stay), stay
        solution = problem.solve(number.count)
        gains |= dict(zip(stay, problem.gains(solution), strict=True))
    return Solved(problem, solution, number, columns.uses(kept, gains))


@dataclass(frozen=True)
class _Columns:
    """All columns of the basis, and the cliques among them that were set aside."""

    whole: Problem
    cliques: list[list[int]]

    @property
    def kept(self) -> list[int]:
        out = {place for clique in self.cliques for place in clique}
        return [place for place in range(len(self.whole.features)) if place not in out]

    def uses(self, used: list[int], gains: dict[int, Gain]) -> tuple[ColumnUse, ...]:
        clique_of = {place: clique for clique in self.cliques for place in clique}
        out = []
        for place, feature in enumerate(self.whole.features):
            own, clique = gains.get(place), clique_of.get(place, [])
            if place in used:
                out.append(_used(feature.name, own, came_back=bool(clique)))
            else:
                reason = wording.clique(len(clique)) if clique else wording.NO_GAIN
                out.append(ColumnUse(name=feature.name, used=False, bits=_bits(own), reason=reason))
        return tuple(out)


def _used(name: str, own: Gain | None, *, came_back: bool = False) -> ColumnUse:
    return ColumnUse(name=name, used=True, bits=_bits(own), reason=wording.used(own, came_back=came_back))


def _bits(own: Gain | None) -> float | None:
    return None if own is None else round(own.bits, 4)
