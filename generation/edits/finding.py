"""Quotes found in the data: answers of a persona's people, by the words that somebody looks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.pages.kept import Kept
from experiments import files
from experiments.finished import data_behind
from experiments.tables import open_table
from generation.edits.log import generated
from generation.personas.models import Evidence as EvidenceRow
from persona.messages import configuration_error, edit_error
from persona.models import ColumnRole, Evidence
from persona.questionnaire.personal import mask
from persona.store import RunFolder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np

    from generation.personas.models import Persona, Statement
    from generation.runs.models import Run
    from persona.table import Row, Table

AT_MOST = 40
"""Passages on one page: who needs more looks for other words."""
ENDS = re.compile(r"(?<=[.!?。！？।؟])\s+|\n+")
PLACE = re.compile(r"(\d{1,9})\.(\d{1,5})\.(\d{1,9})\.(\d{1,9})", re.ASCII)
_assignments: Kept[np.ndarray] = Kept(size=8)


@dataclass(frozen=True)
class Passage:
    """One sentence of an answer, with the rest of the answer around it."""

    place: str
    """Row, column, start and end: what a form sends back; the words are read from the data again."""
    evidence: Evidence
    before: str
    after: str


class Answers:
    """The written answers of the people of one persona."""

    def __init__(self, persona: Persona) -> None:
        self._run: Run = persona.run
        self._result = generated(self._run)
        self._groups: Sequence[int] = persona.edited.get("groups") or [persona.position]
        self._columns = {c.position: c.name for c in self._result.columns if c.role is ColumnRole.OPEN}

    @cached_property
    def _table(self) -> Table:
        """Opened once words are looked up."""
        return _table(self._run)

    def find(self, text: str) -> list[Passage]:
        """Sentences that hold the words, at most `AT_MOST`."""
        if not text.strip() or not self._columns:
            return []
        names = list(self._columns.values())
        rows = self._table.find(text, names=names, among=self._rows(), limit=AT_MOST)
        found = (passage for row in self._table.rows_at(rows) for passage in self._sentences(row, text))
        return [passage for passage, _ in zip(found, range(AT_MOST), strict=False)]

    def at(self, place: str) -> Evidence:
        """The passage at a place that a form names; its words are those of the data.

        Raises:
            EditError: there are no words of these people.
        """
        if (match := PLACE.fullmatch(place)) is None:
            raise edit_error("edit_passage_missing")
        row, column, start, end = map(int, match.groups())
        if row not in self._rows() or column not in self._columns:
            raise edit_error("edit_passage_missing")
        [found] = self._table.rows_at([row])
        cell = found.cells.get(self._columns[column], "")
        if not 0 <= start < end <= len(cell) or self._is_personal(cell[start:end]):
            raise edit_error("edit_passage_missing")
        return self._evidence(found, self._columns[column], cell, start, end)

    def _rows(self) -> np.ndarray:
        """The numbers of the rows of the persona's people."""
        import numpy as np

        assignments = _assignments.get(self._run.pk, self._read_assignments)
        return np.flatnonzero(np.isin(assignments, self._groups)) + 1

    def _read_assignments(self) -> np.ndarray:
        found = RunFolder.open(files.run(self._run.experiment_id, self._run.pk)).segmentation()
        if found is None:
            raise configuration_error("files_gone")
        return found.assignments

    def _sentences(self, row: Row, text: str) -> Iterator[Passage]:
        for column, name in self._columns.items():
            cell = row.cells.get(name, "")
            for start, end in _sentences(cell):
                if text.casefold() in cell[start:end].casefold() and not self._is_personal(cell[start:end]):
                    said = self._evidence(row, name, cell, start, end)
                    shown = mask(cell) if self._result.config.redact else cell
                    yield Passage(f"{row.row}.{column}.{start}.{end}", said, shown[:start], shown[end:])

    def _is_personal(self, text: str) -> bool:
        return self._result.config.redact and mask(text) != text

    def _evidence(self, row: Row, column: str, cell: str, start: int, end: int) -> Evidence:
        source, number, line = self._table.locate(row.row)
        return Evidence(
            source=source, row=number, line=line, column=column, start=start, end=end, quote=cell[start:end]
        )


def _sentences(cell: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in [*ENDS.finditer(cell), None]:
        end = gap.start() if gap else len(cell)
        words = cell[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        start = gap.end() if gap else end


def quote_of(said: Statement, persona: Persona, place: str) -> Evidence:
    """The passage that a button names: one of the statement's by its number, or one found in the data.

    Raises:
        EditError: it is not there.
    """
    if place.isascii() and place.isdecimal() and len(place) < 6:
        row = EvidenceRow.objects.filter(statement=said, position=int(place)).first()
        if row is None:
            raise edit_error("edit_passage_missing")
        return as_value(row)
    return Answers(persona).at(place)


def as_value(row: EvidenceRow) -> Evidence:
    """A row as the library has it."""
    return Evidence.model_validate({name: getattr(row, name) for name in Evidence.model_fields})


def in_data(run: Run, quote: Evidence) -> Evidence:
    """A quote that somebody hands in, as it stands in the data.

    Raises:
        EditError: other words stand there, or they are personal.
    """
    table = _table(run)
    firsts: dict[str, int] = {}
    at = 0
    for report in table.reports:
        firsts.setdefault(report.name, at)
        at += report.rows
    number = firsts.get(quote.source, at) + quote.row
    [found] = table.rows_at([number]) if quote.row >= 1 and number <= table.rows else [None]
    cell = found.cells.get(quote.column, "") if found else ""
    is_masked = generated(run).config.redact and mask(quote.quote) != quote.quote
    if found is None or not quote.quote or cell[quote.start : quote.end] != quote.quote or is_masked:
        raise edit_error("edit_quote_missing", words=quote.quote[:200], row=quote.row, column=quote.column[:200])
    return quote.model_copy(update={"line": found.line})


def _table(run: Run) -> Table:
    if not (folders := data_behind(run.experiment_id, run.pk)):
        raise configuration_error("files_gone")
    return open_table(*folders)
