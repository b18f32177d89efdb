"""Search: from the features of a sample to its groups: cliques aside, the number of groups, a solution."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping import wording
from persona.grouping.association import association, cliques
from persona.grouping.battery import Battery, as_battery
from persona.grouping.choice import choose_among, choose_count, judge_count
from persona.grouping.mixed import Mixed
from persona.grouping.one_text import as_one_text
from persona.grouping.shared import outside_gain
from persona.grouping.sizes import is_large_enough
from persona.grouping.space import centred
from persona.models import ColumnUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from persona.grouping.choice import CountChoice, Judge, Strength
    from persona.grouping.features import Feature
    from persona.grouping.problem import SegmentationProblem, Solution
    from persona.grouping.shared import Gain

MOST_GROUPS = 10  # that are tried where the number is chosen
CHOICE_PEOPLE = 2_000  # on whom numbers are tried, so that choosing takes as long at any size
TELLING = 4.0  # z of what a column set aside shares with the groups, from which it belongs to the rest after all
PEOPLE_A_GROUP = 25  # at least, on average, where the number is chosen


@dataclass(frozen=True)
class _Number:
    """How many groups, why, and how far to believe them."""

    count: int
    reason: str
    strength: Strength = "none"
    choice: CountChoice | None = None


@dataclass(frozen=True)
class Solved:
    """The groups of the sample (`solution` None: one group), and how they came about."""

    problem: SegmentationProblem
    solution: Solution | None
    number: _Number
    uses: tuple[ColumnUse, ...] = ()
    unusable: tuple[str, ...] = ()


def solve(
    features: list[Feature],
    texts: Sequence[str],
    count: int | None,
    seed: int,
    step: Callable[[str], None],
    *,
    judge: Judge = judge_count,
) -> Solved:
    """Groups of the people in `features`.

    Args:
        texts: the answers to the open question, where it is the only feature.
        count: how many groups; None chooses the number.
        judge: what is found out about a number that was asked for.
    """
    simple = as_battery(features, seed) or as_one_text(features, texts, seed)
    if simple is not None:
        solved = _solve(simple, count, step, judge)
        gains = simple.gains(solved.solution) if solved.solution else [None] * len(features)
        uses = [_use(f.name, own) for f, own in zip(features, gains, strict=True)]
        return replace(solved, uses=tuple(uses))
    step("Looking for columns that hang together")
    whole = Mixed(features, seed, [centred(feature) for feature in features])
    aside = {place for clique in cliques(association(features, whole.matrices)) for place in clique}
    kept = [place for place in range(len(features)) if place not in aside]
    solved = _solve(whole.only(kept), count, step, judge)
    if solved.solution is not None and (back := _telling(whole, sorted(aside), solved.solution)):
        step("Taking columns back in")
        more = sorted([*kept, *back])
        again = _again(solved, whole.only(more), is_automatic=count is None)
        solved, kept = again, kept if again is solved else more
    return replace(solved, uses=tuple(_uses(whole, kept, solved)))


def solve_on(
    features: list[Feature], count: int | None, seed: int, step: Callable[[str], None], *, one_scale: bool
) -> Solved:
    """Groups by questions that part people: inside a group each speaks for itself (latent class analysis).

    Args:
        one_scale: whether all are ratings on one scale, whose answers can be compared as they are.
    """
    apart = [replace(feature, block=feature.name) for feature in features]
    problem: SegmentationProblem = (
        Battery(apart, seed) if one_scale else Mixed(apart, seed, [centred(feature) for feature in apart])
    )
    solved = _solve(problem, count, step, judge_count)
    gains = problem.gains(solved.solution) if solved.solution else [None] * len(apart)
    return replace(solved, uses=tuple(_use(f.name, own) for f, own in zip(apart, gains, strict=True)))


def _again(solved: Solved, problem: SegmentationProblem, *, is_automatic: bool) -> Solved:
    """The same number of groups with more columns, unless one of them gets too small."""
    solution = problem.solve(solved.number.count)
    if is_automatic and not is_large_enough(solution):
        return solved
    return replace(solved, problem=problem, solution=solution)


def _telling(whole: Mixed, aside: Sequence[int], solution: Solution) -> list[int]:
    """Those of the columns set aside that tell about the groups which the others make."""
    gains = {place: outside_gain(whole.features[place], solution.fit, whole.seed) for place in aside}
    return [place for place, own in gains.items() if own.z > TELLING]


def _solve(problem: SegmentationProblem, count: int | None, step: Callable[[str], None], judge: Judge) -> Solved:
    number = _number(problem, count, step, judge)
    while number.count > 1:
        step(f"Forming {number.count} groups")
        solution = problem.solve(number.count)
        if count is not None or is_large_enough(solution):
            return Solved(problem, solution, number)
        number = _fewer(problem, number, solution.smallest)
    return Solved(problem, None, number)


def _fewer(problem: SegmentationProblem, number: _Number, people: int) -> _Number:
    """The next best smaller number that holds; the group that was too small is told."""
    told = wording.too_small(number.count, people)
    some = _some(problem)
    choice = number.choice
    tried = [t for t in choice.tried if t.count < number.count] if choice else []
    if choice is None or not tried:
        return _Number(1, told, choice=choice)
    fewer = choose_among(some, tried)
    found = 1 if fewer.strength == "none" else fewer.best.count
    return _Number(found, f"{wording.chosen(fewer)} {told}", fewer.strength, fewer)


def _number(problem: SegmentationProblem, count: int | None, step: Callable[[str], None], judge: Judge) -> _Number:
    if count == 1:
        return _Number(1, wording.one_asked_for())
    some = _some(problem)
    if count is not None:
        step(f"Trying {count} groups")
        choice = judge(some, count)
        strength: Strength = "weak" if choice.strength == "none" else choice.strength
        return _Number(count, wording.asked_for(choice), strength, choice)
    choice = choose_count(some, max(2, min(MOST_GROUPS, some.people // PEOPLE_A_GROUP)), step)
    found = 1 if choice.strength == "none" else choice.best.count
    return _Number(found, wording.chosen(choice), choice.strength, choice)


def _some(problem: SegmentationProblem) -> SegmentationProblem:
    """The people on whom numbers are tried."""
    if problem.people <= CHOICE_PEOPLE:
        return problem
    chosen = np.random.default_rng([problem.seed, 2]).choice(problem.people, CHOICE_PEOPLE, replace=False)
    return problem.among(np.sort(chosen))


def _uses(whole: Mixed, kept: list[int], solved: Solved) -> Iterator[ColumnUse]:
    """What became of each column of the basis; those set aside are told what they would have shared."""
    solution = solved.solution
    gains = dict(zip(kept, solved.problem.gains(solution), strict=True)) if solution else {}
    for place, feature in enumerate(whole.features):
        if place in kept:
            yield _use(feature.name, gains.get(place))
        else:
            own = outside_gain(feature, solution.fit, whole.seed) if solution else None
            yield ColumnUse(name=feature.name, used=False, bits=_bits(own), reason=wording.CLIQUE)


def _use(name: str, own: Gain | None) -> ColumnUse:
    return ColumnUse(name=name, used=True, bits=_bits(own), reason=wording.used(own))


def _bits(own: Gain | None) -> float | None:
    return None if own is None else round(own.bits, 4)
