"""Recounting: each counted statement is counted once more in the data; what does not come out the same is dropped."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from persona.writing.answer_counts import count_answers, people_of_any
from persona.writing.differences import AGREE, is_agreement, options_of, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from persona.grouping import Segmentation
    from persona.models import Column, Persona, Statement
    from persona.recoding.answers import PlacedAnswers
    from persona.writing.answer_counts import AnswerCounts

CLOSE = 1e-9


class Recount(NamedTuple):
    """What one group answered to one column, in people, and in what they weigh (without weights, the same)."""

    options: Counter[str]
    base: int
    numbers: int
    weighed: Mapping[str, float]
    """What those who gave each option weigh."""
    weight: float
    """What all who answered weigh."""
    total: float
    """The sum of numbers, each by its weight."""
    measured: float
    """What those who gave a number weigh."""


def false_statements(
    personas: Sequence[Persona], table: PlacedAnswers, columns: Sequence[Column], segmentation: Segmentation
) -> set[tuple[int, str]]:
    """(Persona, id) of the counted statements whose numbers are not those of the data."""
    told = [(persona, statement) for persona in personas for statement in persona.statements]
    counted = [(persona, statement) for persona, statement in told if statement.origin == "counted"]
    wanted = {name for _, statement in counted for name in statement.columns}
    asked = [column for column in columns if column.name in wanted]
    if not counted:
        return set()
    recounts = {counts.column.name: _recounts(counts) for counts in count_answers(table, asked, segmentation)}
    known = {column.name: column for column in asked}

    @cache
    def gave_any(names: tuple[str, ...]) -> Counter[int]:
        return people_of_any(table, [known[name] for name in names], segmentation)

    agreements = {column.name for column in asked if is_agreement(column)}
    return {
        (persona.index, statement.id)
        for persona, statement in counted
        if not _is_true(statement, persona.index, recounts, agreements, gave_any)
    }


def _recounts(counts: AnswerCounts) -> dict[int, Recount]:
    return {
        segment: _recount(counts.column, cells, counts.weights[segment]) for segment, cells in counts.people.items()
    }


def _recount(column: Column, cells: Mapping[str, int], weights: Mapping[str, float]) -> Recount:
    options: Counter[str] = Counter()
    weighed: defaultdict[str, float] = defaultdict(float)
    base = numbers = 0
    weight: list[float] = []
    measured: list[tuple[float, float]] = []
    for text, times in sorted(cells.items()):
        said = options_of(text, column)
        base += times if said else 0
        weight += [weights[text]] if said else []
        options.update(dict.fromkeys(said, times))
        for option in said:
            weighed[option] += weights[text]
        if (value := value_of(text, column)) is not None:
            numbers += times
            measured.append((value * weights[text], weights[text]))
    total, by = (math.fsum(part) for part in zip(*measured, strict=True)) if measured else (0.0, 0.0)
    return Recount(options, base, numbers, weighed, math.fsum(weight), total, by)


def _is_true(
    statement: Statement,
    persona: int,
    recounts: Mapping[str, Mapping[int, Recount]],
    agreements: set[str],
    gave_any: Callable[[tuple[str, ...]], Mapping[int, int]],
) -> bool:
    if not statement.columns or any(name not in recounts for name in statement.columns):
        return False
    of = [recounts[name] for name in statement.columns]
    mine = [by.get(persona) for by in of]
    if any(recount is None for recount in mine):
        return False
    own = [recount for recount in mine if recount is not None]
    every = [recount for by in of for recount in by.values()]
    if statement.mean is not None:
        base, everyone_base = own[0].numbers, sum(recount.numbers for recount in of[0].values())
        if len(of) > 1:  # of several ratings, those who answered at least one
            bases = gave_any(statement.columns)
            base, everyone_base = bases[persona], sum(size for segment, size in bases.items() if segment)
        return (base, everyone_base) == (statement.base, statement.everyone_base) and _are_close(
            (statement.mean, _mean(own)), (statement.everyone_mean, _mean(every))
        )
    option = AGREE if statement.columns[0] in agreements else statement.option or ""
    count, base = own[0].options[option], own[0].base
    if (count, base, sum(recount.base for recount in every)) != (
        statement.support, statement.base, statement.everyone_base,
    ):  # fmt: skip
        return False
    return _are_close((statement.share, _share(own, option)), (statement.everyone_share, _share(every, option)))


def _share(recounts: Sequence[Recount], option: str) -> float:
    answered = math.fsum(recount.weight for recount in recounts)
    return math.fsum(recount.weighed.get(option, 0) for recount in recounts) / answered if answered else math.nan


def _mean(recounts: Sequence[Recount]) -> float:
    measured = math.fsum(recount.measured for recount in recounts)
    return math.fsum(recount.total for recount in recounts) / measured if measured else math.nan


def _are_close(*pairs: tuple[float | None, float]) -> bool:
    return all(said is not None and math.isclose(said, found, rel_tol=CLOSE) for said, found in pairs)
