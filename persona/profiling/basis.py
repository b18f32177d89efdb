"""Which columns form the groups and which only describe them (Dolnicar, Grün & Leisch 2018: segmentation basis)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from persona.models import ColumnRole as Role
from persona.profiling import headings
from persona.profiling.values import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from persona.models import Column

USABLE = (Role.OPEN, Role.CATEGORY, Role.MULTIPLE, Role.RATING, Role.NUMBER)
BATTERY_ITEMS = 8
BATTERY_SHARE = 0.5
SECOND_BATTERY = 5  # items of another one; then no battery is what the questionnaire consists of
WELL_FILLED, MOST_WRITTEN = 0.3, 1  # with more open questions that many people answered, these count, too
_LONGEST_LABEL = 9  # words; a longer name is a statement, and its words tell nothing about the column's kind


def battery_key(column: Column) -> Hashable | None:
    """What the items of one battery have in common: their answer set. None: the column cannot be an item."""
    if column.role is Role.RATING:
        if column.scale_words:
            return ("words", frozenset(map(fold, column.scale_words)))
        top = column.scale[1] if column.scale else 0.0
        return ("digits", next(place for place in (3, 5, 7, 10, float("inf")) if top <= place))
    if column.role is Role.CATEGORY and 2 <= len(column.options) <= 3 and column.distinct <= 3:
        return ("options", frozenset(map(fold, column.options)))
    return None


def find_battery(columns: Sequence[Column], rows: int) -> frozenset[str]:
    """Names of the items, where one battery is what the questionnaire consists of; else empty."""
    usable = [column for column in columns if column.role in USABLE and not _is_administration(column)]
    keys = Counter(key for column in usable if (key := battery_key(column)) is not None)
    written = [column for column in usable if column.role is Role.OPEN and column.filled > WELL_FILLED * rows]
    if not keys or len(written) > MOST_WRITTEN:
        return frozenset()
    (key, items), *others = keys.most_common(2)
    second = others[0][1] if others else 0
    if items < BATTERY_ITEMS or items < BATTERY_SHARE * len(usable) or second >= SECOND_BATTERY:
        return frozenset()
    return frozenset(column.name for column in usable if battery_key(column) == key)


def set_basis(columns: Sequence[Column], rows: int) -> list[Column]:
    """The columns with `basis` set and their reason completed."""
    battery = find_battery(columns, rows)
    return [_with_basis(column, battery) for column in columns]


def _with_basis(column: Column, battery: frozenset[str]) -> Column:
    why_not = _why_not(column, battery)
    ending = f"it only describes the groups: {why_not}" if why_not else "it helps to form the groups"
    if column.role not in USABLE:
        ending = "it takes no part in the grouping"
    return column.model_copy(update={"basis": not why_not, "reason": f"{column.reason}; {ending}."})


def _why_not(column: Column, battery: frozenset[str]) -> str:
    """Why a column does not form the groups; empty when it does."""
    if column.role not in USABLE:
        return "its kind of values says nothing about what people think or do"
    if _is_administration(column):
        return "its name speaks of how the survey was run"
    if column.role is not Role.RATING and _is_label(column) and headings.names("subject", column.question):
        return "its name speaks of what the answer is about, not of the people"
    if battery and column.name not in battery:
        return f"{len(battery)} questions with the same answers make up most of this questionnaire and form the groups"
    if _is_demography(column):
        return "its name speaks of who people are, not of what they think or do"
    return ""


def _is_administration(column: Column) -> bool:
    return column.role is not Role.RATING and _is_label(column) and headings.names("administration", column.question)


def _is_demography(column: Column) -> bool:
    closed = column.role in (Role.CATEGORY, Role.NUMBER, Role.MULTIPLE)
    return closed and _is_label(column) and headings.names("demography", column.question)


def _is_label(column: Column) -> bool:
    return len(headings.spoken(column.question).split()) <= _LONGEST_LABEL
