"""Batteries: neighbouring columns, one scale."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from persona.questionnaire.drafts import Draft
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Option
from persona.questionnaire.options import silent
from persona.questionnaire.scaling import ScaleReading, read_scale
from persona.questionnaire.values.blanks import Blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.context import Context
    from persona.questionnaire.names.stems import Run

_MOST_PLACES = 14
_ALIKE = 0.5
_FEW_ANSWERS = 30  # with fewer of them the ends of a scale may not have been chosen by anybody
_PAIR = 2  # more columns than these are a set
_NEAR = 1  # place that may be missing at an end
_WORD = 3  # letters of a beginning from which it is a word, and not the letter of question numbers


def batteries(runs: Sequence[Run], columns: Sequence[ColumnView], taken: set[int], context: Context) -> Iterator[Draft]:
    """Runs whose columns hold the same few answers, where these are a scale."""
    for run in runs:
        for stretch in _alike(run, columns, taken):
            if not _may_be_one(run, stretch):
                continue
            if (found := _battery(run, stretch, context)) is not None:
                yield found


def _may_be_one(run: Run, stretch: Sequence[tuple[ColumnView, str]]) -> bool:
    """Whether a name ties columns together; a letter and a number alone ("Q10", "v_11") tie no two of them."""
    if run.strength > 1 and not _only_numbers(run):
        return True
    return (len(stretch) > _PAIR or not is_bare(run.stem)) and _same_ends(stretch, run.stem)


def _only_numbers(run: Run) -> bool:
    """Whether a tool gave its columns a letter and a running number: "v_1", "v_2"; "Q5_1" has its question's."""
    return is_bare(run.stem) and all(item.isdigit() for item in run.items)


def is_bare(stem: str) -> bool:
    """Whether a stem only numbers questions: "Q", "F" or "V" before their numbers.

    >>> is_bare("Q"), is_bare("Q5"), is_bare("Presenters")
    (True, False, False)
    """
    return sum(map(str.isalpha, stem)) < _WORD and stem.isascii() and not any(map(str.isdigit, stem))


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


def _same_ends(stretch: Sequence[tuple[ColumnView, str]], stem: str) -> bool:
    """Whether numbers run from the same lowest to the same highest: "Q9" and "Q10" may be two questions.

    Of three columns and more some may miss an end that nobody chose, but no more than one place of it; below a word
    that they share ("presenters"), one end that all have is enough: few people say the worst.
    """
    columns = [column for column, _ in stretch]
    codes = [{float(text) for text in column.sides if text.isdigit()} for column in columns]
    if not all(len(found) == len(column.sides) and found for found, column in zip(codes, columns, strict=True)):
        return True
    lows, highs = [min(found) for found in codes], [max(found) for found in codes]
    spreads = (max(lows) - min(lows), max(highs) - min(highs))
    if len(columns) > _PAIR and sum(map(str.isalpha, stem)) >= _WORD and min(spreads) == 0:
        return True
    apart = max(spreads)
    few = min(column.filled for column in columns) < _FEW_ANSWERS
    return apart == 0 or (apart <= _NEAR and (few or len(columns) > _PAIR)) or (few and len(columns) == _PAIR)


def _overlap(answers: set[str], union: set[str]) -> bool:
    return len(answers & union) >= _ALIKE * min(len(answers), len(union)) and len(answers | union) <= _MOST_PLACES + 2


_BOTH_ENDS = re.compile(r"\W*([^\W\d][^–—|]{0,60}?)\s*(?:\s[-–—|]+|\.{2,}|…|↔|<->)\s*([^\W\d][^–—|]{0,60})")


def _names_both_ends(items: Iterable[str]) -> bool:
    """Whether each item names its own two ends ("slow – fast"): no end is more of anything, so none is asked about."""
    found = [_BOTH_ENDS.fullmatch(item.strip()) for item in items]
    return all(match is not None and match[1].casefold() != match[2].casefold() for match in found) and len(found) > 1


def _battery(run: Run, stretch: Sequence[tuple[ColumnView, str]], context: Context) -> Draft | None:
    columns = [column for column, _ in stretch]
    found = read_scale(columns, run.stem, context)
    if not isinstance(found, ScaleReading):
        return None
    if _names_both_ends(item for _, item in stretch):
        found = replace(found, scale=found.scale.model_copy(update={"higher_is": None}), unsure=())
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
        options=_beside(every, blanks, found),
        no_answer=(*found.no_answer, *silent(every, blanks)),
        unsure=found.unsure,
    )


def _beside(counts: Mapping[str, int], blanks: Mapping[str, Blank], found: ScaleReading) -> tuple[Option, ...]:
    """Answers that take no side, counted over all items: they stand beside the scale, as those of one rating do."""
    texts = [text for text, kind in blanks.items() if kind is Blank.NO_OPINION and text not in found.no_answer]
    outside = [text for text in found.outside if text in counts]
    return tuple(Option(label=text, count=counts[text], no_opinion=True) for text in dict.fromkeys([*texts, *outside]))
