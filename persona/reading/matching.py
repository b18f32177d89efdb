"""Columns of several files of one study: which of them ask the same, by text and by name, in whatever order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.reading.naming import fold, free_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.models import SourceReport

CORE = 0.5
"""More than this share of the narrower table's columns must be in both, or two files are no waves of one study."""
SAME_WORDS = 0.5
"""Of two texts below one name: with fewer words in common, the name was given to another question."""
_BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class MatchedColumns:
    """The columns of all files: those of the first, then new ones of later files."""

    names: tuple[str, ...]
    labels: tuple[str, ...] | None
    places: tuple[Mapping[str, int], ...]
    """For each file, where in it the columns stand that it has, by their names here."""
    new: tuple[tuple[str, ...], ...]
    """For each file, its questions that no file before it has."""
    gone: tuple[tuple[str, ...], ...]
    """For each file, the questions of those before it that it lacks."""
    misfit: int | None = None
    """The first file that shares too little with those before it; it and later ones are not matched."""


@dataclass(frozen=True)
class _Asked:
    """One column: its name, and the words of its question where the file tells them beside the name."""

    name: str
    label: str | None

    @property
    def text(self) -> str:
        return _plain(self.label or self.name)


def match_columns(reports: Sequence[SourceReport]) -> MatchedColumns:
    """The columns of files one after the other; `misfit` tells where it does not work out."""
    known: list[_Asked] = []
    places: list[Mapping[str, int]] = []
    new: list[tuple[str, ...]] = []
    gone: list[tuple[str, ...]] = []
    for number, report in enumerate(reports):
        asked = _asked(report)
        found = _same(known, asked)
        if number and len(found) <= CORE * min(len(known), len(asked)):
            return _matched(known, reports, places, new, gone, misfit=number)
        place = {known[at].name: here for here, at in found.items()}
        gone.append(tuple(_shown(each) for each in known if each.name not in place) if number else ())
        taken = {each.name for each in known}
        added = [here for here in range(len(asked)) if here not in found]
        new.append(tuple(_shown(asked[here]) for here in added) if number else ())
        for here in added:
            free = free_name(asked[here].name, taken)
            taken.add(free)
            known.append(_Asked(free, asked[here].label))
            place[free] = here
        places.append(place)
    return _matched(known, reports, places, new, gone)


def _matched(
    known: Sequence[_Asked],
    reports: Sequence[SourceReport],
    places: list[Mapping[str, int]],
    new: list[tuple[str, ...]],
    gone: list[tuple[str, ...]],
    misfit: int | None = None,
) -> MatchedColumns:
    told = any(report.labels for report in reports)
    labels = tuple(each.label or each.name for each in known) if told else None
    names = tuple(each.name for each in known)
    return MatchedColumns(names, labels, tuple(places), tuple(new), tuple(gone), misfit)


def _asked(report: SourceReport) -> list[_Asked]:
    labels = report.labels or report.names
    return [
        _Asked(name, label if label and label != name else None)
        for name, label in zip(report.names, labels, strict=True)
    ]


def _same(known: Sequence[_Asked], asked: Sequence[_Asked]) -> dict[int, int]:
    """Place in this file -> place among the known columns: first by text, where it is one of its kind, then by name."""
    found: dict[int, int] = {}
    exact = {each.name: at for at, each in enumerate(known)}
    before, here = (_by_text(columns) for columns in (known, asked))
    for text, at in here.items():
        if text in before:
            found[at] = before[text]
    for at, each in enumerate(asked):
        there = exact.get(each.name)
        free = there is not None and at not in found and there not in found.values()
        if there is not None and free and _may_be_one(known[there], each):
            found[at] = there
    return found


def _by_text(columns: Sequence[_Asked]) -> dict[str, int]:
    """The place of each text that only one column has."""
    often = Counter(column.text for column in columns)
    return {column.text: at for at, column in enumerate(columns) if often[column.text] == 1 and column.text}


def _may_be_one(one: _Asked, other: _Asked) -> bool:
    """Whether columns of one name ask the same, as far as the files say what they ask."""
    if one.label is None or other.label is None:
        return True
    first, second = set(one.text.split()), set(other.text.split())
    return len(first & second) >= SAME_WORDS * len(first | second)


def _plain(text: str) -> str:
    return _BETWEEN.sub(" ", fold(text)).strip()


def _shown(column: _Asked) -> str:
    return column.label or column.name
