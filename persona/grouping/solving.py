"""From the features of a sample to its groups: cliques aside, the number chosen, a solution, and columns looked at again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from persona.grouping import wording
from persona.grouping.association import association, cliques
from persona.grouping.battery import Battery, as_battery
from persona.grouping.choice import MOST_GROUPS, Choice, choose_count
from persona.grouping.features import blocks
from persona.grouping.outside import outside_gain
from persona.grouping.problem import Problem, Solution
from persona.grouping.shared import Gain, gain
from persona.grouping.space import centred
from persona.models import ColumnUse, CountTried

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.grouping.features import Feature

P = TypeVar("P", Problem, Battery)

CHOICE_PEOPLE = 2_000
_STAYS, _RETURNS = 1.0, 4.0  # z of a column's gain: below, it leaves; above, a column set aside comes back


@dataclass(frozen=True)
class Solved:
    """The groups of the sample, and how they came about."""

    problem: Problem | Battery
    solution: Solution | None  # None: one group
    choice: Choice | None
    tried: CountTried | None  # of the count that was asked for
    uses: tuple[ColumnUse, ...]


def solve(features: list[Feature], count: int | None, seed: int, step: Callable[[str], None]) -> Solved:
    """Groups of the people in `features`; `count` None chooses the number."""
    items = as_battery(features)
    if items is not None:
        return _solve_battery(Battery(items, seed), count, step)
    step("Looking for columns that hang together")
    matrices = [centred(feature) for feature in features]
    whole = Problem(features, matrices, seed)
    aside = cliques(association(features, matrices))
    out = {place for clique in aside for place in clique}
    kept = [place for place in range(len(features)) if place not in out]
    problem = whole.only(kept)
    choice = tried = None
    if count is None:
        choice = choose_count(_some_people(problem), _most(problem), step)
        count = 1 if choice.strength == "none" else choice.best.count
    elif count > 1:
        tried = _some_people(problem).try_count(count)
    if count == 1:
        return Solved(problem, None, choice, tried, _uses(whole, kept, aside, {}))
    step(f"Forming {count} groups")
    return _solve_mixed(whole, kept, aside, Solved(problem, problem.solve(count), choice, tried, ()), count)


def _solve_battery(battery: Battery, count: int | None, step: Callable[[str], None]) -> Solved:
    choice = tried = None
    if count is None:
        choice = choose_count(_some_people(battery), _most(battery), step)
        count = 1 if choice.strength == "none" else choice.best.count
    solution = None
    if count > 1:
        step(f"Forming {count} groups")
        tried = tried or _some_people(battery).try_count(count)
        solution = battery.solve(count)
    gains = {}
    if solution is not None:
        gains = {f.name: gain(battery.model, solution.fit, [i]) for i, f in enumerate(battery.features)}
    uses = tuple(_used(f.name, gains.get(f.name)) for f in battery.features)
    return Solved(battery, solution, choice, tried, uses)


def _solve_mixed(whole: Problem, kept: list[int], aside: list[list[int]], first: Solved, count: int) -> Solved:
    """Once more after looking at each column's gain: some leave, some that were set aside come back."""
    solution, problem = first.solution, first.problem
    assert solution is not None and isinstance(problem, Problem)
    gains = {kept[i]: gain(problem.model, solution.fit, [i]) for i in range(len(kept))}
    out = [place for clique in aside for place in clique]
    gains |= {p: outside_gain(whole.features[p], solution.fit, whole.seed) for p in out}
    stay = sorted([p for p in kept if gains[p].z > _STAYS] + [p for p in out if gains[p].z > _RETURNS])
    if stay != kept and len(blocks([whole.features[p] for p in stay])) >= 2 and len(stay) >= 3:
        problem = whole.only(stay)
        solution = problem.solve(count)
        gains |= {place: gain(problem.model, solution.fit, [i]) for i, place in enumerate(stay)}
        kept = stay
    return replace(first, problem=problem, solution=solution, uses=_uses(whole, kept, aside, gains))


def _uses(whole: Problem, kept: list[int], aside: list[list[int]], gains: dict[int, Gain]) -> tuple[ColumnUse, ...]:
    clique_of = {place: clique for clique in aside for place in clique}
    found = []
    for place, feature in enumerate(whole.features):
        own = gains.get(place)
        if place in kept:
            use = _used(feature.name, own)
            found.append(use.model_copy(update={"reason": wording.CAME_BACK}) if place in clique_of else use)
            continue
        names = [whole.features[p].name for p in clique_of.get(place, [])]
        reason = wording.clique_reason(names) if names else wording.NO_GAIN
        found.append(ColumnUse(name=feature.name, used=False, bits=_bits(own), reason=reason))
    return tuple(found)


def _used(name: str, own: Gain | None) -> ColumnUse:
    strong = own is None or own.z > 2
    return ColumnUse(name=name, used=True, bits=_bits(own), reason=wording.USED if strong else wording.USED_LITTLE)


def _bits(own: Gain | None) -> float | None:
    return None if own is None else round(own.bits, 4)


def _some_people(problem: P) -> P:
    people = len(problem.features[0].answered)
    if people <= CHOICE_PEOPLE:
        return problem
    chosen = np.random.default_rng([problem.seed, 2]).choice(people, CHOICE_PEOPLE, replace=False)
    return problem.among(np.sort(chosen))


def _most(problem: Problem | Battery) -> int:
    """At least ten people a group on average."""
    return max(2, min(MOST_GROUPS, len(problem.features[0].answered) // 10))
