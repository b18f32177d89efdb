"""The result of a run."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal, Protocol

from pydantic import Field, PrivateAttr

from persona.exceptions import ConfigurationError
from persona.models.base import Frozen
from persona.models.columns import Column
from persona.models.config import PersonaConfig
from persona.models.personas import Persona, Usage
from persona.models.quality import Quality
from persona.models.reading import SourceReport
from persona.models.sections import Sections
from persona.models.segmentation import SegmentationSummary
from persona.models.verdict import Verdict
from persona.notebook import ShownAsHtml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from persona.models.asking import AskedAnswer, QuoteFilter
    from persona.models.assigning import Assigned, ShortForm
    from persona.models.brought import BroughtPersona, BroughtPlaces
    from persona.models.crosstables import CrossTable


# Messages are made of these models, so what a result says itself stands here.
ALONE = "This result was read from a file, without the rows behind it."
REOPEN = "Open its folder, Output.open(folder).result(), or make the personas anew."


class Rows(Protocol):
    """The rows behind a result: `persona.finished.Finished`."""

    def cross_tables(self) -> tuple[CrossTable, ...]: ...

    def short_form(self) -> ShortForm: ...

    def place_among(self, personas: Sequence[BroughtPersona]) -> BroughtPlaces: ...

    def assign(self, data: str | Path | Sequence[Mapping[str, str]]) -> Assigned: ...

    def ask(self, question: str, *, wanted: QuoteFilter | None = None, limit: int = 5) -> AskedAnswer: ...


class RowsBehind:
    """Holds the rows of a result where they are at hand; two results are the same with and without them."""

    rows: Rows | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RowsBehind)

    def __hash__(self) -> int:
        return hash(RowsBehind)

    def __reduce__(self) -> tuple[type[RowsBehind], tuple[()]]:
        return RowsBehind, ()


class GenerationResult(ShownAsHtml, Frozen):
    """Everything one run found. The same data and settings give the same bytes (built-in writer)."""

    schema_version: Literal["1"] = "1"
    library_version: str
    experiment: str
    config: PersonaConfig
    rows: int
    sources: tuple[SourceReport, ...]
    columns: tuple[Column, ...]
    segmentation: SegmentationSummary
    personas: tuple[Persona, ...]
    quality: Quality
    verdict: Verdict | None = Field(default=None, description="None: written by a version that gave none.")
    usage: Usage = Usage()
    warnings: tuple[str, ...] = ()
    weight: str | None = Field(
        default=None, description="The column by which shares and means are weighted; bases and counts never are."
    )
    sections: Sections | None = Field(
        default=None,
        description="Which sections of personas are shown, and in which order; None: nobody chose.",
    )
    _behind: RowsBehind = PrivateAttr(default_factory=RowsBehind)

    def with_rows(self, rows: Rows) -> GenerationResult:
        """This result, with the rows behind it at hand; the library does it wherever it has them."""
        self._behind = RowsBehind()  # a copy of this result may share the one it had
        self._behind.rows = rows
        return self

    def tables(self) -> tuple[CrossTable, ...]:
        """Every closed question beside all personas, with bases, shares, means and letters of tests; counted anew.

        Raises:
            ConfigurationError: the result was read from a file alone.
        """
        return self._rows().cross_tables()

    def short_form(self) -> ShortForm:
        """The five to eight questions that place people best, and how well they do.

        Raises:
            ConfigurationError: the result was read from a file alone, or has one persona only.
        """
        return self._rows().short_form()

    def place_among(self, personas: Sequence[BroughtPersona]) -> BroughtPlaces:
        """Place the people of this study among personas that were made elsewhere.

        Args:
            personas: what each of them answers and says: `persona.assigning.bringing.read_personas` has them from JSON.

        Raises:
            ConfigurationError: the result was read from a file alone; there are none, too many, or nothing of them
                can be compared with the study.
        """
        return self._rows().place_among(personas)

    def assign(self, data: str | Path | Sequence[Mapping[str, str]]) -> Assigned:
        """Place the people of other data among the personas, with how sure that is for each.

        Args:
            data: a file with the study's columns (others are passed over), or people as mappings from the name of a
                column to its cell.

        Raises:
            DataError: the file cannot be read, or has none of the questions.
            ConfigurationError: as `short_form`.

        Example:
            >>> result.assign("new.csv").assignments[0].persona                     # doctest: +SKIP
            2
        """
        return self._rows().assign(data)

    async def aassign(self, data: str | Path | Sequence[Mapping[str, str]]) -> Assigned:
        """`assign` on a thread, so that the event loop goes on."""
        return await asyncio.to_thread(self.assign, data)

    def ask(self, question: str, *, wanted: QuoteFilter | None = None, limit: int = 5) -> AskedAnswer:
        """What the data says to a question in plain words: passages and counts by persona, each with its place.

        Args:
            question: of any language that the library knows; one of another language than the answers' finds less.
            wanted: whose words count; everybody's where nothing is given.
            limit: how many passages are given; all are counted.

        Raises:
            ConfigurationError: the question is empty or too long, the filter names what the study has not, or the
                result was read from a file alone.

        Example:
            >>> result.ask("Why do people stop using an app?").sentence             # doctest: +SKIP
            '69 of 87 people who wrote something speak of this, in 74 passages.'
        """
        return self._rows().ask(question, wanted=wanted, limit=limit)

    async def aask(self, question: str, *, wanted: QuoteFilter | None = None, limit: int = 5) -> AskedAnswer:
        """`ask` on a thread, so that the event loop goes on."""
        return await asyncio.to_thread(self.ask, question, wanted=wanted, limit=limit)

    def _rows(self) -> Rows:
        if self._behind.rows is None:
            raise ConfigurationError(ALONE, hint=REOPEN, code="rows_missing")
        return self._behind.rows
