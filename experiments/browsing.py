"""Looking into the data: which rows, which columns, and what is marked in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.utils.safestring import SafeString, mark_safe

from core.pages.kept import Kept
from core.prepared import Prepared
from experiments import files
from experiments.columns import columns_of
from experiments.data_report import ROLES
from experiments.data_table import NOBODY, Heading, Piece, TableLine, persona_cell
from experiments.finished import data_behind, finished
from experiments.models import Experiment
from experiments.quote_filters import Closed, closed_questions
from experiments.tables import open_table
from persona.exceptions import ConfigurationError
from persona.models import ColumnRole
from persona.models.asking import QuoteFilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from django.db.models import QuerySet

    from experiments.models import DataSource
    from persona.finished import Finished
    from persona.table import Row, Table

SIZES = (25, 50, 100)  # each divides the rows of a part, so that a page lies in one Parquet file
FOUND = 10_000
COLUMNS = 40
LOOKED_AT = 20
"""Runs, the newest first, among which is one of the data that is shown."""
_ORDER = {ColumnRole.OPEN: 0, ColumnRole.PERSONAL: 2, ColumnRole.IGNORE: 3}


@dataclass(frozen=True)
class Asked:
    """What a person wants to see."""

    text: str = ""
    persona: int | None = None
    first: int = 1
    size: int = SIZES[0]
    columns: tuple[int, ...] = ()
    answers: QuoteFilter | None = None
    row: int | None = None
    column: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Rows:
    """The rows that were asked for, one page of them ready to show."""

    lines: list[TableLine]
    headings: list[Heading]
    total: int
    is_cut: bool
    is_elsewhere: bool
    start: int
    earlier: int | None
    later: int | None

    groups: Groups | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.lines) - 1

    @property
    def head(self) -> SafeString:
        return mark_safe("".join(heading.markup for heading in self.headings))  # noqa: S308 -- escaped

    @property
    def body(self) -> SafeString:
        """All rows of the page."""
        cells = self.groups.cells if self.groups else {}
        nobody = NOBODY if cells else ""
        return mark_safe("".join(line.markup(cells.get(line.persona, nobody)) for line in self.lines))  # noqa: S308


class Groups(NamedTuple):
    """Who belongs to which persona: by row, and the rows of each."""

    run: Any
    personas: list[Any]
    assignments: np.ndarray
    study: Finished

    @property
    def cells(self) -> dict[int, str]:
        """What the row of a person says of the persona it belongs to, by position."""
        return {persona.position: persona_cell(persona.position, persona.name) for persona in self.personas}

    def rows_of(self, persona: int) -> np.ndarray:
        return (self.assignments == persona).nonzero()[0] + 1

    def who_answered(self, wanted: QuoteFilter) -> np.ndarray:
        """The rows of people who answered so."""
        from persona.asking.filtering import rows_wanted

        return rows_wanted(self.study.rows, self.study.segmentation(), wanted).nonzero()[0] + 1

    @property
    def closed(self) -> tuple[Closed, ...]:
        """The questions that people may be chosen by."""
        return closed_questions(self.study.columns)


class Support(NamedTuple):
    """What the marked words are there for: a statement, or the portrait itself where `text` is empty."""

    persona_id: UUID
    name: str
    statement_id: UUID | None = None
    text: str = ""


def groups_of(source: DataSource) -> Groups | None:
    """The personas of the newest finished run of this data, and who belongs to them; None when there is none."""
    experiment = source.experiment
    run = newest_run_of(source, _done(experiment.pk))
    if run is None:
        return None
    try:
        study = finished(experiment, run.pk)
        assignments = _assignments.get(run.pk, lambda: study.segmentation().assignments)
    except ConfigurationError:  # its folder has gone: the rows can still be read
        return None
    return Groups(run, list(run.personas.only("name", "position", "run")), assignments, study)


def newest_run_of(source: DataSource, runs: Iterable[Any]) -> Any | None:
    """The first of these runs that was made from this data, and not before answers were added or after."""
    folder = files.source(source.experiment_id, source.pk)
    return next((run for run in runs if folder in data_behind(source.experiment_id, run.pk)), None)


def _newest_done(experiment: UUID) -> QuerySet[Any]:
    runs: Any = Experiment.runs.rel.related_model
    newest = runs.objects.filter(experiment=experiment, status="done").order_by("-number")
    return newest.only("number", "experiment")[:LOOKED_AT]


_done = Prepared(_newest_done, UUID)


_assignments: Kept[np.ndarray] = Kept(size=16)


def support_of(asked: Asked, groups: Groups | None) -> Support | None:
    """The statement that the marked words support, or the persona that they let speak."""
    if groups is None or asked.row is None:
        return None
    place = {"row": asked.row, "column": asked.column, "start": asked.start, "end": asked.end}
    passage = {f"statements__evidence__{name}": value for name, value in (place | {"counted": True}).items()}
    found = groups.run.personas.filter(statements__shown=True, **passage).order_by("position", "statements__position")
    for row in found.values_list("pk", "name", "statements__pk", "statements__text")[:1]:
        return Support(*row)
    speaking = groups.run.personas.only("name", "quotes")
    return next((Support(persona.pk, persona.name) for persona in speaking if _lets_speak(persona, place)), None)


def _lets_speak(persona: Any, place: dict[str, Any]) -> bool:
    return any(place.items() <= quote.items() for quote in persona.quotes)


def shown_headings(every: list[Heading], chosen: Sequence[int]) -> list[Heading]:
    """The columns that a person chose; without a choice the first, at most `COLUMNS`."""
    return [heading for heading in every if heading.column.position in chosen] or every[:COLUMNS]


def all_headings(source: DataSource) -> list[Heading]:
    """Every column, open answers first, personal data last."""
    every = sorted(columns_of(source), key=lambda column: (_ORDER.get(column.role, 1), column.position))
    return [Heading(column, ROLES[column.role]) for column in every]


def rows_of(source: DataSource, asked: Asked, headings: list[Heading], groups: Groups | None) -> Rows:
    """The page of rows that was asked for."""
    table = open_table(files.source(source.experiment_id, source.pk))
    among = groups.rows_of(asked.persona) if groups and asked.persona else None
    if groups and asked.answers:
        import numpy as np

        answered = groups.who_answered(asked.answers)
        among = answered if among is None else np.intersect1d(among, answered)
    numbers, is_elsewhere = None if among is None else among.tolist(), False
    if asked.text:
        numbers, is_elsewhere = _search(table, asked.text, headings, among)
    total = table.rows if numbers is None else len(numbers)
    at = _position(asked, numbers, table.rows)
    return Rows(
        lines=[_line(row, headings, asked, groups) for row in _page(table, numbers, at, asked.size)],
        headings=headings,
        total=min(total, FOUND) if asked.text else total,
        is_cut=bool(asked.text) and total > FOUND,
        is_elsewhere=is_elsewhere,
        start=at + 1,
        earlier=_number(numbers, at - asked.size) if at else None,
        later=_number(numbers, at + asked.size) if at + asked.size < total else None,
        groups=groups,
    )


def _search(table: Table, text: str, headings: list[Heading], among: np.ndarray | None) -> tuple[Sequence[int], bool]:
    """Rows with the text in an open answer; where there are none, in any column that may be seen."""
    names = [heading.column.name for heading in headings if heading.column.role is ColumnRole.OPEN]
    if names and (found := table.find(text, names=names, among=among, limit=FOUND + 1)):
        return found, False
    rest = [heading.column.name for heading in headings if not heading.is_hidden and heading.column.name not in names]
    found = table.find(text, names=rest, among=among, limit=FOUND + 1) if rest else []
    return found, bool(names and found)


def _position(asked: Asked, numbers: Sequence[int] | None, rows: int) -> int:
    """Where the page begins that holds the row asked for."""
    wanted = asked.row or asked.first
    last = rows if numbers is None else len(numbers)
    index = wanted - 1 if numbers is None else bisect_left(numbers, wanted)
    return max(0, min(index, last - 1)) // asked.size * asked.size


def _page(table: Table, numbers: Sequence[int] | None, at: int, size: int) -> list[Row]:
    return table.page(at + 1, size) if numbers is None else table.rows_at(numbers[at : at + size])


def _number(numbers: Sequence[int] | None, index: int) -> int:
    return index + 1 if numbers is None else numbers[max(index, 0)]


def _line(row: Row, headings: list[Heading], asked: Asked, groups: Groups | None) -> TableLine:
    is_hit = row.row == asked.row
    persona = int(groups.assignments[row.row - 1]) if groups and row.row <= len(groups.assignments) else 0
    pieces = _pieces if is_hit or asked.text else _whole
    cells = [(heading, pieces(row.cells[heading.column.name], heading, asked, is_hit)) for heading in headings]
    return TableLine(row.row, persona, cells, is_hit)


def _pieces(text: str, heading: Heading, asked: Asked, is_hit: bool) -> list[Piece]:
    if heading.is_hidden:
        return []
    if is_hit and heading.column.name == asked.column and 0 <= asked.start < asked.end <= len(text):
        parts = (text[: asked.start], ""), (text[asked.start : asked.end], "evidence"), (text[asked.end :], "")
        return [Piece(*part) for part in parts if part[0]]
    return list(_found(text, asked.text)) if asked.text else [Piece(text)]


def _whole(text: str, heading: Heading, *_: object) -> list[Piece]:
    """A cell in which nothing can be marked, as most are."""
    return [] if heading.is_hidden else [Piece(text)]


def _found(text: str, wanted: str) -> Iterator[Piece]:
    """The text in pieces, those that were searched for marked."""
    at = 0
    for match in re.finditer(re.escape(wanted), text, re.IGNORECASE):
        if match.start() > at:
            yield Piece(text[at : match.start()])
        yield Piece(match.group(), "find")
        at = match.end()
    if at < len(text):
        yield Piece(text[at:])
