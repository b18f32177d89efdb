"""Recounting: each counted statement is counted once more in the data; what does not come out the same is dropped."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from persona.writing.differences import AGREE, count_answers, is_agreement, options_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from persona.grouping import Segmentation
    from persona.models import Column, Persona, Statement
    from persona.recoding.answers import PlacedAnswers
    from persona.writing.differences import Values

CLOSE = 1e-9


class Recount(NamedTuple):
    """What one group answered to one column: how often each option, how many people, the sum of numbers."""

    options: Counter[str]
    base: int
    total: float
    numbers: int


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
    recounts = {c.name: _recounts(c, values) for c, values in count_answers(table, asked, segmentation)}
    agreements = {column.name for column in asked if is_agreement(column)}
    return {
        (persona.index, statement.id)
        for persona, statement in counted
        if not _is_true(statement, persona.index, recounts, agreements)
    }


def _recounts(column: Column, values: Values) -> dict[int, Recount]:
    return {segment: _recount(column, cells) for segment, cells in values.items()}


def _recount(column: Column, cells: Mapping[str, int]) -> Recount:
    options: Counter[str] = Counter()
    base = numbers = 0
    total: list[float] = []
    for text, times in sorted(cells.items()):
        said = options_of(text, column)
        base += times if said else 0
        options.update(dict.fromkeys(said, times))
        if (value := value_of(text, column)) is not None:
            numbers += times
            total.append(value * times)
    return Recount(options, base, math.fsum(total), numbers)


def _is_true(
    statement: Statement, persona: int, recounts: Mapping[str, Mapping[int, Recount]], agreements: set[str]
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
        base = max(recount.numbers for recount in own)
        everyone_base = max(sum(recount.numbers for recount in by.values()) for by in of)
        return (base, everyone_base) == (statement.base, statement.everyone_base) and _are_close(
            (statement.mean, _mean(own)), (statement.everyone_mean, _mean(every))
        )
    option = AGREE if statement.columns[0] in agreements else statement.option or ""
    count, base = own[0].options[option], own[0].base
    everyone, everyone_base = sum(recount.options[option] for recount in every), sum(recount.base for recount in every)
    if (count, base, everyone_base) != (statement.support, statement.base, statement.everyone_base) or not base:
        return False
    return _are_close((statement.share, count / base), (statement.everyone_share, everyone / everyone_base))


def _mean(recounts: Iterable[Recount]) -> float:
    recounts = list(recounts)
    return math.fsum(recount.total for recount in recounts) / max(1, sum(recount.numbers for recount in recounts))


def _are_close(*pairs: tuple[float | None, float]) -> bool:
    return all(said is not None and math.isclose(said, found, rel_tol=CLOSE) for said, found in pairs)
