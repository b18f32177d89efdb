"""Batteries: neighbouring columns, one scale."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from persona.questionnaire.drafts import Draft
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.options import silent
from persona.questionnaire.scaling import ScaleReading, read_scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.context import Context
    from persona.questionnaire.names.stems import Run
    from persona.questionnaire.values.blanks import Blank

_MOST_PLACES = 14
_ALIKE = 0.5
_FEW_ANSWERS, _PAIR = 30, 2  # with fewer answers the ends may not have been chosen; with more columns they are a set


def batteries(runs: Sequence[Run], columns: Sequence[ColumnView], taken: set[int], context: Context) -> Iterator[Draft]:
    """Runs whose columns hold the same few answers, where these are a scale."""
    for run in runs:
        for stretch in _alike(run, columns, taken):
            if (run.strength > 1 or _same_ends(stretch)) and (found := _battery(run, stretch, context)) is not None:
                yield found


def _alike(run: Run, columns: Sequence[ColumnView], taken: set[int]) -> Iterator[list[tuple[ColumnView, str]]]:
    """Stretches of neighbours with few answers of which most are common to all."""
    stretch: list[tuple[ColumnView, str]] = []
    union: set[str] = set()
    for at, item in zip(range(run.start, run.stop), run.items, strict=True):
        column = columns[at]
        answers = set(column.sides)
        fits = at not in taken and answers and not column.uncounted and len(answers) <= _MOST_PLACES
        if fits and (not stretch or _overlap(answers, union)):
            stretch.append((column, item))
            union |= answers
            continue
        if len(stretch) > 1:
            yield stretch
        stretch, union = ([(column, item)], set(answers)) if fits else ([], set())
    if len(stretch) > 1:
        yield stretch


def _same_ends(stretch: Sequence[tuple[ColumnView, str]]) -> bool:
    """Whether numbers run from the same lowest to the same highest: "Q9" and "Q10" may be two questions."""
    columns = [column for column, _ in stretch]
    codes = [{float(text) for text in column.sides if text.isdigit()} for column in columns]
    if not all(len(found) == len(column.sides) and found for found, column in zip(codes, columns, strict=True)):
        return True
    few = min(column.filled for column in columns) < _FEW_ANSWERS
    return few or len({(min(found), max(found)) for found in codes}) == 1 or len(columns) > _PAIR


def _overlap(answers: set[str], union: set[str]) -> bool:
    return len(answers & union) >= _ALIKE * min(len(answers), len(union)) and len(answers | union) <= _MOST_PLACES + 2


def _battery(run: Run, stretch: Sequence[tuple[ColumnView, str]], context: Context) -> Draft | None:
    columns = [column for column, _ in stretch]
    found = read_scale(columns, run.stem, context)
    if not isinstance(found, ScaleReading):
        return None
    every: Counter[str] = Counter()
    blanks: dict[str, Blank] = {}
    for column in columns:
        every.update(column.counts)
        blanks |= column.blanks
    return Draft(
        tuple(columns),
        run.stem,
        Kind.BATTERY,
        "its columns share a beginning and a scale",
        items=tuple(item for _, item in stretch),
        scale=found.scale,
        recoding=found.recoding,
        no_answer=(*found.no_answer, *silent(every, blanks)),
        unsure=found.unsure,
    )
