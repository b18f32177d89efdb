"""A finished run with its rows: what can be counted anew, and who of other data belongs to its personas."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from persona.messages import configuration_error, edit_error
from persona.models import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from persona.asking import Study
    from persona.assigning.placer import Placer
    from persona.experiment import Experiment
    from persona.grouping import Segmentation
    from persona.models import Column
    from persona.models.asking import AskedAnswer, AskedPassage, QuoteFilter
    from persona.models.assigning import Assigned, ShortForm
    from persona.models.brought import BroughtPersona, BroughtPlaces
    from persona.models.crosstables import CrossTable
    from persona.questionnaire.models import Questionnaire
    from persona.recoding.table import RecodedTable
    from persona.store import RunFolder
    from persona.writers.llm.access import Access
    from persona.writers.llm.masking import Mask

LEARNT_FROM = 3_000
"""People, evenly spread over the study: more of them would not place others better."""


class Finished:
    """The rows behind a result, as its run understood them.

    Example:
        >>> result.assign("new.csv").sentence                                        # doctest: +SKIP
        'With these questions, 91 % of the study's own people are placed right …'
    """

    def __init__(self, experiment: Experiment, run: RunFolder) -> None:
        self.experiment, self.run = experiment.as_of(run), run

    def segmentation(self) -> Segmentation:
        """Who is in which persona.

        Raises:
            ConfigurationError: the run is not done.
        """
        if (found := self.run.segmentation()) is None:
            raise configuration_error("run_unfinished", name=self.run.id)
        return found

    @cached_property
    def questionnaire(self) -> Questionnaire:
        config = self.run.config
        return self.run.questionnaire() or self.experiment.understood(config)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The questions, without opening the rows."""
        from persona.recoding.variables import variables

        return tuple(variable.column for variable in variables(self.questionnaire))

    @cached_property
    def rows(self) -> RecodedTable:
        from persona.recoding.table import RecodedTable

        return RecodedTable(self.experiment.table(self.run.config.answers), self.questionnaire)

    def cross_tables(self, names: Sequence[str] | None = None) -> tuple[CrossTable, ...]:
        """Closed questions beside all personas, counted anew; `names`: those of these columns only."""
        from persona.crosstables import cross_tables

        columns = [column for column in self.rows.columns if names is None or column.name in names]
        return tuple(cross_tables(self.rows, columns, self.segmentation()))

    def quote(self, row: int, column: str, words: str) -> Evidence:
        """Words of a cell as a quote, with their place; for statements that people make or correct.

        Args:
            row: of the data, from 1 over all sources.

        Raises:
            EditError: they do not stand there, or hold what is masked as personal.
        """
        from persona.writers.llm.masking import Mask

        table = self.experiment.table(self.run.config.answers)
        found = table.rows_at([row]) if 1 <= row <= table.rows else []
        start = found[0].cells.get(column, "").find(words) if found and words else -1
        if start < 0:
            raise edit_error("edit_quote_missing", words=words, row=row, column=column)
        if Mask(active=self.run.config.redact)(words) != words:
            raise edit_error("edit_quote_personal")
        source, own, line = table.locate(row)
        return Evidence(
            source=source, row=own, line=line, column=column, start=start, end=start + len(words), quote=words
        )

    # -- asking ----------------------------------------------------------------------------------------
    def study(self) -> Study:
        """What questions are answered from; made once a run, in seconds, and kept in its folder.

        Raises:
            ConfigurationError: the run is not done.
        """
        from persona.asking import Study, index_of

        if self.run.result() is None:
            raise configuration_error("run_unfinished", name=self.run.id)
        redact = self.run.config.redact
        labels = {persona.index: persona.label or persona.name for persona in self.run.edited().result.personas}
        index = index_of(self.run.path, self.rows, redact=redact)
        return Study(index, self.rows, self.segmentation(), labels, redact)

    def ask(self, question: str, *, wanted: QuoteFilter | None = None, limit: int = 5) -> AskedAnswer:
        """What the data says to a question: passages and counts by persona, each with its place.

        Args:
            question: in plain words.
            wanted: whose words count; everybody's where nothing is given.
            limit: how many passages are given.

        Raises:
            ConfigurationError: the run is not done, the question is empty or too long, or the filter names what the
                study has not.
        """
        from persona.asking import answer

        return answer(self.study(), question, wanted=wanted, limit=limit)

    async def aask(
        self,
        question: str,
        *,
        wanted: QuoteFilter | None = None,
        limit: int = 5,
        model: str = "builtin",
        access: Access | None = None,
        budget_usd: float | None = None,
    ) -> AskedAnswer:
        """`ask`, on a thread; with a `model` ("provider:name") also its few sentences, each proved by the passages.

        At most twelve passages are sent to it, masked and as data; replies are kept in the experiment.

        Raises:
            ConfigurationError: as `ask`, or the model or key cannot be used.
            ProviderError, BudgetExceededError: no answer could be had of the model.
        """
        from asyncio import to_thread

        if model == "builtin":
            return await to_thread(self.ask, question, wanted=wanted, limit=limit)
        from persona.asking.phrasing import READ, phrased

        found = await to_thread(self.ask, question, wanted=wanted, limit=max(limit, READ))
        return await phrased(
            found, model, access, budget_usd=budget_usd, replies=self.experiment.path / "replies",
            mask=self._mask(found.passages),
        )  # fmt: skip

    def _mask(self, passages: Sequence[AskedPassage]) -> Mask:
        """What hides personal data in these passages, and the words of columns that hold nothing else."""
        from persona.writers.llm.masking import Mask
        from persona.writing.private import Names

        if not self.run.config.redact:
            return Mask(active=False)
        names = Names(self.rows, self.rows.columns)
        return Mask(names.within([_Said(each.row, each.cell) for each in passages]))

    # -- placing others --------------------------------------------------------------------------------
    @cached_property
    def placer(self) -> Placer:
        """What tells the personas apart, learnt from the study's own people.

        Raises:
            ConfigurationError: the run is not done, or has one persona only.
        """
        from persona.assigning.placer import Placer
        from persona.grouping.members import Members

        segmentation = self.segmentation()
        if len(segmentation.summary.segments) < 2:
            raise configuration_error("one_persona_only")
        places = segmentation.first_rows()
        places = places[:: -(-len(places) // LEARNT_FROM)]
        columns = _telling(self.rows.columns)
        cells = _cells(Members(self.rows, places + 1), [column.name for column in columns])
        return Placer(columns, cells, segmentation.assignments[places].astype("int64"))

    def short_form(self) -> ShortForm:
        """The five to eight questions that place people best, with how well.

        Raises:
            ConfigurationError: as `placer`.
        """
        from persona.assigning.form import short_form

        return short_form(self.placer)

    def assign(self, data: str | Path | Experiment | Sequence[Mapping[str, str]]) -> Assigned:
        """Place the people of other data among the personas.

        Args:
            data: a file with the study's columns (others are passed over), an experiment, or people as mappings from
                the name of a column to its cell.

        Raises:
            DataError: the file cannot be read, or has none of the questions.
            ConfigurationError: as `placer`.
        """
        if isinstance(data, (str, Path)):
            with TemporaryDirectory() as folder:
                return self._assign(type(self.experiment).create("new", [data], root=folder).table())
        return self._assign(Rows(data) if isinstance(data, (list, tuple)) else data.table())  # type: ignore[union-attr]

    def place_answers(self, answers: Mapping[str, str]) -> Assigned:
        """Place one person by answers to `short_form`: the column of a question and what was answered."""
        from persona.assigning.assigning import assign

        return assign(self.placer, {name: [cell] for name, cell in answers.items()}, 1)

    def place_among(self, personas: Sequence[BroughtPersona]) -> BroughtPlaces:
        """The people of the study among personas that were made elsewhere.

        Raises:
            ConfigurationError: there are none, too many, or nothing of them can be compared with the study.
        """
        from persona.assigning.brought import Known, place_among
        from persona.crosstables import CLOSED

        closed = [column for column in self.rows.columns if column.role in CLOSED]
        known = Known(closed, _cells(self.rows, [column.name for column in closed]), self.rows.rows)
        segmentation = self.segmentation()
        found = [segment.index for segment in segmentation.summary.segments]
        return place_among(personas, known, self.study().index, segmentation.assignments, found)

    def _assign(self, table: object) -> Assigned:
        from persona.assigning.assigning import assign
        from persona.recoding.table import RecodedTable

        placer, wanted = self.placer, self.questionnaire
        there = set(table.names)  # type: ignore[attr-defined]
        asked = tuple(question for question in wanted.questions if there >= set(question.names))
        known = wanted.model_copy(update={"questions": asked, "excluded": (), "weighted": False})
        recoded = RecodedTable(table, known)  # type: ignore[arg-type]
        names = [name for name in placer.names() if name in recoded.names]
        return assign(placer, _cells(recoded, names) if names else {}, recoded.rows)


class _Said(NamedTuple):
    """What the person in a row wrote."""

    row: int
    text: str


class Rows:
    """People as mappings, read like a table; what a person lacks is no answer."""

    def __init__(self, people: Sequence[Mapping[str, str]]) -> None:
        self._people = people
        self.names = tuple(dict.fromkeys(name for person in people for name in person))
        self.rows = len(people)

    def batches(self, names: Sequence[str], size: int = 50_000) -> Iterator[tuple[int, dict[str, list[str]]]]:
        for start in range(0, self.rows, size):
            some = self._people[start : start + size]
            yield start + 1, {name: [str(person.get(name, "")) for person in some] for name in names}


def _telling(columns: Sequence[Column]) -> list[Column]:
    """The questions that formed the groups, where there are enough of them; else all that was answered."""
    return [column for column in columns if column.basis] or list(columns)


def _cells(table: object, names: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in names}
    for _, cells in table.batches(list(names)):  # type: ignore[attr-defined]
        for name in names:
            found[name] += cells[name]
    return found
