"""Batteries: neighbours that are answered alike, as one question: ratings on one scale, things with yes or no."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from persona.models import ColumnRole
from persona.writing.phrasebooks.book import NO, YES, yes_or_no

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from persona.models import Column

_NUMBER = re.compile(r"\d+")
ITEMS = 3
"""So many neighbours on one scale are a battery."""
SUMMED = 0.8
"""So large a part of the items must point the same way before they are told as one."""


def battery_of(columns: Sequence[Column]) -> dict[str, str]:
    """Column name -> the name of its battery's first item, for columns that belong to one."""
    return {item.name: items[0].name for items in _runs(columns) for item in items}


def checklist_of(columns: Sequence[Column]) -> dict[str, str]:
    """The same for neighbours that are answered with yes or no."""
    yes_no = [c for c in columns if c.role is ColumnRole.CATEGORY and c.options and _says_yes_or_no(c)]
    return {item.name: items[0].name for items in _neighbours(yes_no) for item in items}


def sums(columns: Sequence[Column], battery: Mapping[str, str]) -> Iterator[list[Column]]:
    """The items of each battery."""
    for first in dict.fromkeys(battery.values()):
        yield [column for column in columns if battery.get(column.name) == first]


def stem_of(items: Sequence[Column]) -> str:
    """The question above the items: what their texts begin with; "" where they share nothing."""
    texts = [item.question for item in items]
    shared = next(
        (n for n, letters in enumerate(zip(*texts, strict=False)) if len(set(letters)) > 1), len(min(texts, key=len))
    )
    stem = texts[0][:shared]
    cut = max((stem.rfind(mark) for mark in ("[", ":", " - ", " – ", "?", "|", "/")), default=-1)
    return stem[:cut].strip(" [:-–|/?") if cut > 0 else ""


def asks_one_thing(items: Sequence[Column]) -> bool:
    """Whether one question stands above the items, or they are a series of one name: unlike things have no mean."""
    return bool(stem_of(items)) or len({_NUMBER.sub("", item.question) for item in items}) == 1


def item_of(column: Column, stem: str) -> str:
    """The text of an item without the question above it."""
    return column.question.removeprefix(stem).strip(" []:-–|/?") if stem else column.question


def _says_yes_or_no(column: Column) -> bool:
    return all(yes_or_no([option], YES, NO) is not None for option in column.options)


def _runs(columns: Sequence[Column]) -> list[list[Column]]:
    return _neighbours([column for column in columns if column.role is ColumnRole.RATING])


def _neighbours(columns: Sequence[Column]) -> list[list[Column]]:
    """Runs of columns that stand side by side and have one scale."""
    ordered = sorted(columns, key=lambda column: column.position)
    numbered = [(column, column.position - place) for place, column in enumerate(ordered)]
    runs = groupby(numbered, key=lambda pair: (pair[0].scale, pair[0].scale_words, pair[1]))
    found = [[column for column, _ in run] for _, run in runs]
    return [run for run in found if len(run) >= ITEMS]
