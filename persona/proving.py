"""Proving counts: each number of a result beside a cross-table that was counted for this alone, from the files anew."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from persona.crosstables import count_cells, moments, options_in, people_of_any
from persona.models import ColumnRole
from persona.recoding.cells import fold, rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from persona.crosstables import GroupCells, Moments
    from persona.grouping import Segmentation
    from persona.models import Column, GenerationResult
    from persona.recoding.table import RecodedTable

CLOSE = 1e-9
_AGREE = "agree"


class Told(NamedTuple):
    """Numbers that a result tells of one question, of a statement or a fact alike."""

    persona: int
    what: str
    columns: tuple[str, ...]
    option: str | None
    gave: int | None
    base: int
    value: float | None
    everyone: float | None
    everyone_base: int | None


def told_in(result: GenerationResult) -> Iterator[Told]:
    """Every count, share and mean of the counted statements and facts of a result."""
    for persona in result.personas:
        for said in persona.statements:
            if said.origin == "counted":
                share = said.mean is None
                yield Told(
                    persona.index, said.text, said.columns, said.option if share else None,
                    said.support if share else None, said.base, said.share if share else said.mean,
                    said.everyone_share if share else said.everyone_mean, said.everyone_base,
                )  # fmt: skip
        for fact in persona.facts:
            share = fact.kind == "share"
            yield Told(
                persona.index, fact.label, (fact.column,), fact.option if share else None, fact.count, fact.base,
                fact.share if share else fact.mean, fact.everyone_share if share else fact.everyone_mean, None,
            )  # fmt: skip


def false_counts(
    told: Sequence[Told], table: RecodedTable, columns: Sequence[Column], segmentation: Segmentation
) -> list[Told]:
    """Those whose numbers are not those of the data."""
    known = {column.name: column for column in columns}
    wanted = {name for each in told for name in each.columns if name in known}
    by_group = {name: count_cells(table, name, segmentation) for name in sorted(wanted)}
    together = {each.columns for each in told if len(each.columns) > 1 and set(each.columns) <= by_group.keys()}
    bases = {names: people_of_any(table, [known[name] for name in names], segmentation) for names in sorted(together)}
    return [each for each in told if not _is_true(each, known, by_group, bases)]


def _is_true(
    told: Told,
    columns: Mapping[str, Column],
    by_group: Mapping[str, Mapping[int, GroupCells]],
    bases: Mapping[tuple[str, ...], Mapping[int, int]],
) -> bool:
    if not told.columns or any(name not in by_group for name in told.columns):
        return False
    asked = [columns[name] for name in told.columns]
    if told.option is None:
        return _is_mean(told, asked, by_group, bases.get(told.columns))
    column, by = asked[0], by_group[told.columns[0]]
    own, every = _share_of(told.option, column, [by.get(told.persona)]), _share_of(told.option, column, by.values())
    if (told.gave, told.base) != own[:2] or told.everyone_base not in (None, every[1]):
        return False
    return _are_close((told.value, own[2]), (told.everyone, every[2]))


def _is_mean(
    told: Told,
    asked: Sequence[Column],
    by_group: Mapping[str, Mapping[int, GroupCells]],
    gave_any: Mapping[int, int] | None,
) -> bool:
    own = [moments(column, by_group[column.name].get(told.persona)) for column in asked]
    every = [[moments(column, each) for each in by_group[column.name].values()] for column in asked]
    base, everyone_base = own[0].people, sum(each.people for each in every[0])
    if gave_any is not None:
        base, everyone_base = gave_any.get(told.persona, 0), sum(gave_any.values())
    if told.base != base or told.everyone_base not in (None, everyone_base):
        return False
    return _are_close(
        (told.value, _mean(own)), (told.everyone, _mean([each for of_column in every for each in of_column]))
    )


def _share_of(option: str, column: Column, by_group: Iterable[GroupCells | None]) -> tuple[int, int, float]:
    """How many gave an option, how many answered, and the share, by weights where there are any."""
    wanted = {fold(word) for word in _options(option, column)}
    count = base = 0
    gave: list[float] = []
    answered: list[float] = []
    for cells in by_group:
        if cells is None:
            continue
        for text, times in cells.people.items():
            if _takes_no_side(text, column):
                continue
            base += times
            answered.append(cells.weights[text])
            if wanted & {fold(said) for said in options_in(text, column)}:
                count += times
                gave.append(cells.weights[text])
    whole = math.fsum(answered)
    return count, base, math.fsum(gave) / whole if whole else math.nan


def _options(option: str, column: Column) -> list[str]:
    """The words behind an option; who agree are named by all words that agree."""
    if column.role is ColumnRole.RATING and column.scale_words:
        from persona.writing.differences import agreeing

        return agreeing(column) if option == _AGREE else option.split(" / ")
    return [option]


def _takes_no_side(text: str, column: Column) -> bool:
    return column.role is ColumnRole.RATING and bool(column.scale_words) and rating(text, column) is None


def _mean(found: Sequence[Moments]) -> float:
    weight = math.fsum(each.weight for each in found)
    return math.fsum(each.total for each in found) / weight if weight else math.nan


def _are_close(*pairs: tuple[float | None, float]) -> bool:
    return all(said is not None and math.isclose(said, found, rel_tol=CLOSE) for said, found in pairs)
