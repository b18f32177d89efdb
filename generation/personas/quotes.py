"""Quotes: the words behind one statement, each in its whole answer as it stands in the data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from core.pages.addresses import address
from core.prepared import Prepared
from experiments.finished import data_behind
from experiments.tables import open_table
from generation.personas.models import Evidence
from persona.exceptions import PersonaError
from persona.models import PersonaConfig
from persona.questionnaire.personal import mask
from persona.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from django.db.models import QuerySet

    from generation.personas.models import Persona, Statement
    from generation.runs.models import Run
    from persona import models as library_models
    from persona.table import Table

STEP = 5
ORDERS = {"strongest": "Strongest first", "rows": "In order of rows"}
PLACES: dict[str, Callable[[Evidence], tuple[Any, ...]]] = {
    "strongest": lambda passage: (passage.position,),
    "rows": lambda passage: (passage.source, passage.row, passage.start),
}
PIPS = {"strong": 3, "clear": 2, "weak": 1}


@dataclass(frozen=True)
class Quote:
    """One passage, and the rest of the answer around it."""

    evidence: Evidence
    before: str
    said: str
    after: str
    address: str

    @property
    def pips(self) -> int:
        return PIPS[self.evidence.strength]


@dataclass(frozen=True)
class Drawer:
    """The open drawer: some of the quotes of a statement, in the order chosen."""

    statement: Statement
    quotes: list[Quote]
    total: int
    supporting: int
    people: int
    order: str
    first: int

    @property
    def orders(self) -> dict[str, str]:
        return ORDERS

    @property
    def shown(self) -> int:
        return self.first + len(self.quotes)

    @property
    def related(self) -> int:
        """Quotes that only touch what the statement says."""
        return self.total - self.supporting

    @property
    def left(self) -> int:
        return self.total - self.shown

    @property
    def more(self) -> str:
        """The query of the page that shows some more."""
        return self._query(show=self.shown + STEP)

    def _query(self, **values: object) -> str:
        return urlencode({"e": self.statement.pk, "sort": self.order, **values})


def open_drawer(persona: Persona, statement: Statement, *, order: str, first: int, last: int) -> Drawer:
    """Quotes `first` to `last` (counted from 0, `last` left out) of a statement, read from the data in one go."""
    evidence = sorted(_evidence(statement.pk), key=PLACES[order])
    supporting = [passage for passage in evidence if passage.counted]
    people = {(passage.source, passage.row) for passage in supporting}
    shown = evidence[first:last]
    cells = _answers(persona.run, shown)
    is_redacted = PersonaConfig.model_validate(persona.run.config).redact
    quotes = [_quote(persona.run, *each, is_redacted=is_redacted) for each in zip(shown, cells, strict=True)]
    return Drawer(statement, quotes, len(evidence), len(supporting), len(people), order, first)


def _of_statement(statement: UUID) -> QuerySet[Evidence]:
    return Evidence.objects.filter(statement=statement).order_by()


_evidence = Prepared(_of_statement, UUID)


def data_address(run: Run, passage: Evidence | library_models.Evidence) -> str:
    """The page of the data browser that shows these characters."""
    query = urlencode({name: getattr(passage, name) for name in ("row", "column", "start", "end")} | _of(run))
    return f"{address('experiments:data', run.experiment_id)}?{query}#r{passage.row}"


def _of(run: Run) -> dict[str, str]:
    """Which data of the experiment it is, where answers have been added since."""
    folders = data_behind(run.experiment_id, run.pk)
    return {"of": folders[0].name} if any(Source(folder).is_aside for folder in folders) else {}


def _answers(run: Run, evidence: Sequence[Evidence]) -> list[str]:
    """The whole cells; the passages alone should the file be gone."""
    try:
        folders = data_behind(run.experiment_id, run.pk)
        return list(_cells(folders, tuple((passage.source, passage.row, passage.column) for passage in evidence)))
    except (PersonaError, OSError, IndexError):
        return ["" for _ in evidence]


@lru_cache(maxsize=200)
def _cells(folders: tuple[Path, ...], places: tuple[tuple[str, int, str], ...]) -> tuple[str, ...]:
    """The cells at (source, row, column). What was read never changes, and a drawer is often opened again."""
    table = open_table(*folders)
    rows = table.rows_at([_number(table, source, row) for source, row, _ in places])
    return tuple(row.cells.get(column, "") for row, (_, _, column) in zip(rows, places, strict=True))


def _number(table: Table, source: str, row: int) -> int:
    """The row's number over all sources; evidence counts within its own."""
    firsts = accumulate((report.rows for report in table.reports), initial=0)
    offsets = {report.name: first for report, first in zip(table.reports, firsts, strict=False)}
    return offsets.get(source, 0) + row


def _quote(run: Run, passage: Evidence, cell: str, *, is_redacted: bool) -> Quote:
    if cell[passage.start : passage.end] != passage.quote:
        before, said, after = "", passage.quote, ""
    else:
        # Masking keeps every character in its place, so the passage is where it was.
        shown = mask(cell) if is_redacted else cell
        before, said, after = shown[: passage.start], shown[passage.start : passage.end], shown[passage.end :]
    return Quote(passage, before, said, after, data_address(run, passage))
