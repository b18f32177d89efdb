"""Understand: a table becomes questions, doubts, excluded rows and notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from persona.questionnaire.answering import check_answers, check_codes, offered_by
from persona.questionnaire.assembling import Assembled, assemble
from persona.questionnaire.batteries import batteries
from persona.questionnaire.best_and_worst import find_best_and_worst
from persona.questionnaire.blocks.coded import CODES, ticked_by
from persona.questionnaire.blocks.drafting import draft_block
from persona.questionnaire.blocks.finding import column_runs, find_blocks
from persona.questionnaire.codes import DoubtCode, NoteCode
from persona.questionnaire.columns import sample_rows, view_columns
from persona.questionnaire.completing import with_completing
from persona.questionnaire.context import Context, Settings
from persona.questionnaire.derived import with_derived
from persona.questionnaire.entries import find_people, many_rows_notes
from persona.questionnaire.gates import find_gates
from persona.questionnaire.held import hold
from persona.questionnaire.identifiers import GivenAnswers, question_ids
from persona.questionnaire.named_people import with_named_people
from persona.questionnaire.neighbours import code_neighbours, find_reviewed
from persona.questionnaire.overrides import apply_choices
from persona.questionnaire.protected import with_protected
from persona.questionnaire.repairs import repair_notes
from persona.questionnaire.rows.finding import find_rows
from persona.questionnaire.rows.summary import refuse_summary
from persona.questionnaire.scales.anchors import common_anchors
from persona.questionnaire.scales.direction import marks_of
from persona.questionnaire.single import read_column
from persona.questionnaire.spreading import spread
from persona.questionnaire.sums import shared_out
from persona.questionnaire.totals import with_totals
from persona.questionnaire.values.numbers import common_mark, read_numbers
from persona.questionnaire.whereabouts import with_whereabouts
from persona.questionnaire.worded import words_of_all
from persona.remembering import Remembered, digest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from persona.models import QuestionChoice
    from persona.questionnaire.blocks.shapes import Block
    from persona.questionnaire.columns import Cells, ColumnView, RowSample
    from persona.questionnaire.drafts import Draft
    from persona.questionnaire.models import Questionnaire
    from persona.questionnaire.names.stems import Run
    from persona.questionnaire.rows.finding import FoundRows
    from persona.questionnaire.values.numerals import Mark

_NUMBER_COLUMNS = 400  # looked at for the decimal mark of a file
_MOST_CELLS = 500_000
"""Of a table whose reading is kept: some 50 MB where all its cells differ. A larger one is read anew each time."""
_TABLES = 2

_readings = Remembered["_Reading"](most=_TABLES)
_found = Remembered["FoundRows"](most=_TABLES)


def understand(
    table: Cells,
    answers: Mapping[str, str] | None = None,
    questions: Mapping[str, QuestionChoice] | None = None,
    *,
    key: str = "",
) -> Questionnaire:
    """The questions of a table, as they stand after defaults, answers to doubts and people's changes.

    `answers`: what people said to doubts, by "code:about" or, for all of a kind, by "code". `questions`: what they say
    of questions, by id. `key`: tells this table from all others; with one, what does not depend on what people say is
    read once a process.

    Raises:
        ConfigurationError: an answer that a doubt does not offer, an answer to a doubt that the table does not raise,
            or a question or column that is not there.
        DataError: the table holds totals and shares, and no respondents.
    """
    check_codes(answers or {})
    habit, steps, person = _habit(table), _steps(table), _person(table)
    table = hold(table)
    refuse_summary(table)
    found = _rows(table, answers or {}, key)
    left_out = {row for rows in found.excluded if rows.default == "left_out" for row in rows.rows}
    read = _reading(table, left_out, Told(habit, steps, person), key)
    drafts = read.drafts(GivenAnswers())
    given = GivenAnswers()
    if answers:
        ids = read.final_ids(drafts)
        offered = offered_by(found.doubts, drafts, ids)
        given = GivenAnswers(spread(answers, drafts, ids))
        drafts = read.drafts(given)
    if questions:
        drafts = apply_choices(drafts, questions, read.final_ids(drafts), read.columns, read.context(given))
    ids = read.final_ids(drafts)
    repeated = () if NoteCode.MANY_ROWS_EACH in {note.code for note in found.notes} else read.repeated
    found = replace(found, notes=(*found.notes, *read.repairs, *repeated))
    questionnaire = assemble(table, Assembled(drafts, read.blocks, ids, found, read.gates, given))
    if answers:
        check_answers(answers, offered | offered_by(questionnaire.doubts, drafts, ids))
    return questionnaire


def _rows(table: Cells, answers: Mapping[str, str], key: str) -> FoundRows:
    def find() -> FoundRows:
        return find_rows(table, answers, labels=table.labels)

    said = (text for pair in sorted(answers.items()) for text in pair)
    return _found.of(digest([key, *said]), find) if key and _is_small(table) else find()


class Told(NamedTuple):
    """What the files of a table tell besides their cells."""

    habit: Mark | None = None
    steps: Mapping[str, tuple[str, ...]] = {}
    person: frozenset[int] = frozenset()
    """The column of those whose rows were put together, by position."""


def _reading(table: Cells, left_out: Collection[int], told: Told, key: str) -> _Reading:
    def read() -> _Reading:
        return _Reading(view_columns(table, left_out, told.steps), sample_rows(table, left_out), table.titles, told)

    return _readings.of(digest([key, *map(str, sorted(left_out))]), read) if key and _is_small(table) else read()


def _is_small(table: Cells) -> bool:
    return table.rows * len(table.names) <= _MOST_CELLS


class _Reading:
    """A table's columns with what does not depend on answers: names, blocks, the decimal mark of the file."""

    def __init__(self, columns: Sequence[ColumnView], sample: RowSample, titles: Sequence[str], told: Told) -> None:
        self.columns = columns
        self.repairs = repair_notes(columns, sample)
        self.runs = column_runs(columns)
        self.blocks = find_blocks(columns, sample)
        sources = _sources(columns, self.runs)
        self._ids = dict(zip(sources, question_ids(sources), strict=True))
        self._mark, self._habit = _mark(columns), told.habit
        self._alike = code_neighbours(columns)
        self._reviewed = find_reviewed(columns)
        self.gates = find_gates(columns, sample)
        self._paired = find_best_and_worst(columns, sample)
        self._worded = words_of_all(columns)
        self._legend = common_anchors(titles)
        self._marks = marks_of(titles, (column.text for column in columns))
        people = find_people(columns, sample)
        self._people = people | told.person
        ticked = {position for block in self.blocks for position in block.positions}
        self._sums = shared_out(columns, self.runs, sample, ticked)
        self._sample = sample
        self.repeated = many_rows_notes(columns, people)
        self._unsaid: dict[int, Draft] = {}  # each column by itself, where nobody said anything of it

    def context(self, given: GivenAnswers) -> Context:
        settings = Settings(given, _column_ids(self.columns, self.runs, self._ids))
        return Context(
            settings,
            self._mark,
            self._habit,
            self._alike,
            self.gates,
            self._reviewed,
            worded=self._worded,
            legend=self._legend,
            marks=self._marks,
            paired=self._paired,
            people=self._people,
        )

    def drafts(self, given: GivenAnswers) -> list[Draft]:
        context = self.context(given)
        blocks = [found for block in self.blocks if (found := _joined(block, context)) is not None]
        drafts = [*map(draft_block, blocks), *self._sums]
        drafts += batteries(self.runs, self.columns, _taken(drafts), context)
        taken = _taken(drafts)
        drafts += [self._alone(column, context) for column in self.columns if column.position not in taken]
        ordered = sorted(drafts, key=lambda draft: draft.position)
        ordered = with_whereabouts(with_completing(ordered, self._sample), context)
        ordered = with_named_people(ordered, context)
        return with_totals(with_derived(with_protected(ordered, context), self._sample), self._sample)

    def _alone(self, column: ColumnView, context: Context) -> Draft:
        if context.settings.concern(column):
            return read_column(column, context)
        if column.position not in self._unsaid:
            self._unsaid[column.position] = read_column(column, context)
        return self._unsaid[column.position]

    def final_ids(self, drafts: Sequence[Draft]) -> dict[int, str]:
        """The id of each draft by its first column; a second question under one stem is named by its own column."""
        used: set[str] = set()
        found = {}
        for draft in drafts:
            first = draft.columns[0].name
            wanted = [draft.text, first] if len(draft.columns) > 1 else [first]
            free = [self._ids[name] for name in wanted if name in self._ids and self._ids[name] not in used]
            found[draft.position] = free[0] if free else f"{self._ids[first]}-{draft.position}"
            used.add(found[draft.position])
        return found


def _joined(block: Block, context: Context) -> Block | None:
    """The block as people want its columns joined; None where they are questions of their own."""
    said = context.settings.to(DoubtCode.JOIN_COLUMNS, block.columns[0])
    if said == "apart":
        return None
    on = (said or "").removesuffix("_is_ticked")
    return ticked_by(block, on) if block.guess and on in CODES else block


def _sources(columns: Sequence[ColumnView], runs: Sequence[Run]) -> list[str]:
    return list(dict.fromkeys([*(column.name for column in columns), *(run.stem for run in runs)]))


def _column_ids(
    columns: Sequence[ColumnView], runs: Sequence[Run], ids: Mapping[str, str]
) -> dict[int, tuple[str, ...]]:
    """The ids by which people may speak of each column: its own, and that of the run it stands in."""
    found = {column.position: [ids[column.name]] for column in columns}
    for run in runs:
        for at in range(run.start, run.stop):
            found[at].append(ids[run.stem])
    return {position: tuple(names) for position, names in found.items()}


def _mark(columns: Sequence[ColumnView]) -> Mark | None:
    """The decimal mark that most columns of numbers are sure of."""
    numbers = [
        read_numbers(column.uncoded, column.text) for column in columns[:_NUMBER_COLUMNS] if not column.uncounted
    ]
    return common_mark(found for found in numbers if found is not None and found.is_number)


def _habit(table: Cells) -> Mark | None:
    """Cells parted by ";" come from programs of countries that write decimals with a comma."""
    delimiters = {report.delimiter for report in getattr(table, "reports", ())}
    return "," if delimiters == {";"} else None


def _steps(table: Cells) -> dict[str, tuple[str, ...]]:
    """What files call the codes of their columns, in their order."""
    return {name: steps for report in getattr(table, "reports", ()) for name, steps in report.steps.items()}


def _person(table: Cells) -> frozenset[int]:
    """Where rows of one person were put together, its column is the first."""
    layouts = {report.layout for report in getattr(table, "reports", ())}
    return frozenset({0}) if layouts == {"answers_in_rows"} else frozenset()


def _taken(drafts: Sequence[Draft]) -> set[int]:
    return {column.position for draft in drafts for column in draft.columns}
