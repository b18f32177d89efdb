"""Variables: what each person has one value of. One a question, an item of a battery or a thing ranked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from persona.models import Column
from persona.models import ColumnRole as Role
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.kinds import answered
from persona.questionnaire.models import Recoding
from persona.questionnaire.values.cells import spelling_key
from persona.recoding.cells import SEPARATOR
from persona.recoding.describing import detail
from persona.recoding.mappings import Mapping, labels_by_spelling, mapping_of
from persona.recoding.votes import shared_votes, with_votes
from persona.remembering import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from persona.questionnaire.models import Question, Questionnaire, Scale

ROLES = {
    Kind.OPEN: Role.OPEN,
    Kind.SINGLE: Role.CATEGORY,
    Kind.MULTIPLE: Role.MULTIPLE,
    Kind.RANKING: Role.RATING,
    Kind.RATING: Role.RATING,
    Kind.BATTERY: Role.RATING,
    Kind.NUMBER: Role.NUMBER,
    Kind.DATE: Role.DATE,
    Kind.IDENTIFIER: Role.ID,
    Kind.PERSONAL: Role.PERSONAL,
}
"""What the columns of a question are to grouping and writing; of other kinds they are left out."""
USABLE = (Role.OPEN, Role.CATEGORY, Role.MULTIPLE, Role.RATING, Role.NUMBER)
"""Roles of what people answered, which groups can be formed by."""
_CHOSEN = re.compile(r"\s*[-–—:]\s*selected choices?\s*$", re.IGNORECASE)  # what Qualtrics adds to a question
_JOINED_AT_ONCE = 100_000


@dataclass(frozen=True)
class Variable:
    """One clean column, the columns of the file that it is made from, and how."""

    column: Column
    names: tuple[str, ...]
    make: Callable[[Sequence[Sequence[str]]], list[str]]
    key: str = ""
    """Tells what it is made of, and how, from all others of a table."""


def variables(found: Questionnaire) -> list[Variable]:
    """The variables of a questionnaire, in the order of the file.

    A question with a column each for its options is one variable, named by its text. All others are named by their
    column, under which people's own words are found again in the file.
    """
    taken = {name for question in found.questions for name in question.names}
    votes = shared_votes(found.questions)
    made: list[Variable] = []
    for question in found.questions:
        asked = with_votes(question, votes)
        of_question = asked.model_dump_json(
            exclude={"use", "reason"}
        )  # neither changes a cell, but for what is left out
        for variable in _of_question(asked, taken):
            taken.add(variable.column.name)
            key = digest([of_question, variable.column.name, variable.column.role])
            made.append(replace(variable, key=key))
    return made


def columns_of(found: Questionnaire) -> tuple[Column, ...]:
    """Every column of the file by itself, as its question is understood."""
    columns = [
        _column(question, position, name, text)
        for question in found.questions
        for position, name, text in zip(question.columns, question.names, _texts(question), strict=True)
    ]
    return tuple(sorted(columns, key=lambda column: column.position))


def role_of(question: Question) -> Role:
    """What its columns are to grouping and writing; a question that takes no part is left out like one unused."""
    if question.use == "none" and answered(question.kind):
        return Role.IGNORE
    return ROLES.get(question.kind, Role.IGNORE)


def _of_question(question: Question, taken: set[str]) -> Iterator[Variable]:
    role = role_of(question)
    if len(question.columns) > 1 and role is not Role.IGNORE:
        if question.kind is Kind.MULTIPLE or _holds_an_answer_each(question):
            yield _joined(question, taken)
            return
        if question.kind is Kind.RANKING:
            yield from _ranked(question, taken)
            return
    if question.kind is Kind.RANKING and role is not Role.IGNORE:
        yield from _ranked_in_a_cell(question, taken)
        return
    mapping = None if role is Role.IGNORE else mapping_of(question)
    if mapping is not None and _blank_is_nothing(question):
        yield from _shared_out(question, mapping)
        return
    for position, name, text in zip(question.columns, question.names, _texts(question), strict=True):
        yield Variable(_column(question, position, name, text), (name,), _mapped(mapping))


def _holds_an_answer_each(question: Question) -> bool:
    """Whether one choice, or one place on a scale, was ticked in a column of its own."""
    return question.kind in (Kind.SINGLE, Kind.RATING) and bool(question.recoding and question.recoding.ticked)


def _blank_is_nothing(question: Question) -> bool:
    """Whether who filled one of its columns gave nothing to those that are blank."""
    return len(question.columns) > 1 and question.recoding is not None and "" in question.recoding.values


def _shared_out(question: Question, mapping: Mapping) -> Iterator[Variable]:
    """Points for each thing; a blank is no points where its person gave points to another."""
    for at, (position, name, text) in enumerate(zip(question.columns, question.names, _texts(question), strict=True)):
        yield Variable(_column(question, position, name, text), question.names, _points(at, mapping))


def _points(at: int, mapping: Mapping) -> Callable[[Sequence[Sequence[str]]], list[str]]:
    def make(cells: Sequence[Sequence[str]]) -> list[str]:
        rows = zip(*(mapping.all(column) for column in cells), strict=True)
        return [row[at] or ("0" if any(row) else "") for row in rows]

    return make


def _rewriting(question: Question) -> Mapping:
    """How the cells of a question are rewritten, or only stripped. A mapping is empty at first, and so is not true."""
    found = mapping_of(question)
    return Mapping(str.strip) if found is None else found


def _mapped(mapping: Mapping | None) -> Callable[[Sequence[Sequence[str]]], list[str]]:
    return lambda cells: list(cells[0]) if mapping is None else mapping.all(cells[0])


# -- a column each for the options -----------------------------------------------------------------------
def _joined(question: Question, taken: set[str]) -> Variable:
    if question.recoding is None or not question.recoding.ticked:
        return _joined_texts(question, taken)
    known = question.recoding
    if question.kind is not Kind.MULTIPLE:
        # who gave no answer gave none, whether the boxes were seen or not
        known = known.model_copy(update={"left": {}})
    places = [(at, position) for at, position in enumerate(question.columns) if position in known.ticked]
    labels = labels_by_spelling(question.options)
    ticks = [_tick(known, position, labels) for _, position in places]
    return Variable(
        _whole(question, taken), tuple(question.names[at] for at, _ in places), lambda cells: _joining(ticks, cells)
    )


def _tick(known: Recoding, position: int, labels: dict[str, str]) -> dict[str, str]:
    """What a cell adds to the joined one: its option, or the bare separator where the box was seen and left."""
    label = known.labels.get(position, "")
    label = labels.get(spelling_key(label), label)
    left = dict.fromkeys(known.left.get(position, ()), SEPARATOR)
    return left | dict.fromkeys(known.ticked[position], label)


def _joining(ticks: Sequence[dict[str, str]], cells: Sequence[Sequence[str]]) -> list[str]:
    joined: dict[tuple[str, ...], str] = {}
    found = []
    for row in zip(*cells, strict=True):
        if row not in joined:
            if len(joined) >= _JOINED_AT_ONCE:
                joined.clear()
            joined[row] = _join(tick.get(cell.strip(), "") for tick, cell in zip(ticks, row, strict=True))
        found.append(joined[row])
    return found


def _join(parts: Iterator[str]) -> str:
    """Options once each; the bare separator where boxes were seen and none was ticked; blank where none was seen."""
    some = [part for part in parts if part]
    chosen = dict.fromkeys(part for part in some if part != SEPARATOR)
    return SEPARATOR.join(chosen) if chosen else SEPARATOR if some else ""


def _joined_texts(question: Question, taken: set[str]) -> Variable:
    """Columns that a person joined: each cell is an option."""
    one = question.model_copy(update={"kind": Kind.SINGLE})
    mapping = _rewriting(one)

    def make(cells: Sequence[Sequence[str]]) -> list[str]:
        columns = [mapping.all(column) for column in cells]
        return [_join(iter(row)) for row in zip(*columns, strict=True)]

    return Variable(_whole(question, taken), question.names, make)


def _whole(question: Question, taken: set[str], name: str = "") -> Column:
    """One column for a question of many, under a name that no column of the file has."""
    wanted = name or question.text
    free = next(text for text in (wanted, f"{wanted} ({question.id})", f"{question.id} (joined)") if text not in taken)
    column = _column(question, question.columns[0], free, question.text)
    return column.model_copy(update={"question": ""}) if _is_made_up(question) else column


def _is_made_up(question: Question) -> bool:
    """Whether the file does not say what was asked: the text is then a list of the first options."""
    labels = [option.label for option in question.options if option.column is not None]
    return len(labels) > 1 and question.text.startswith(", ".join(labels[:2]))


# -- rankings ------------------------------------------------------------------------------------------
def _ranked(question: Question, taken: set[str]) -> Iterator[Variable]:
    """The rank of each thing, which has a mean, and which thing came first."""
    if any(option.column is None for option in question.options):
        yield from _ranked_by_place(question, taken)
        return
    mapping = _rewriting(question)
    for position, name, text in zip(question.columns, question.names, _texts(question), strict=True):
        yield Variable(_rank_column(question, position, name, text), (name,), _mapped(mapping))
    labels = [_item(question, position) for position in question.columns]

    def first(cells: Sequence[Sequence[str]]) -> list[str]:
        ranks = [mapping.all(column) for column in cells]
        return [
            next((label for label, rank in zip(labels, row, strict=True) if rank == "1"), "")
            for row in zip(*ranks, strict=True)
        ]

    yield Variable(_first_place(question, taken), question.names, first)


def _ranked_by_place(question: Question, taken: set[str]) -> Iterator[Variable]:
    """Columns are places and cells are things: first choice, second choice …"""
    one = question.model_copy(update={"kind": Kind.SINGLE})
    mapping = _rewriting(one)
    for option in question.options:
        name = f"{question.text}: {option.label}"
        if name not in taken:
            column = _rank_column(question, question.columns[0], name, name)
            yield Variable(column, question.names, _rank_of(option.label, mapping))
    first = _first_place(question, taken)
    yield Variable(first, question.names[:1], lambda cells: mapping.all(cells[0]))


def _ranked_in_a_cell(question: Question, taken: set[str]) -> Iterator[Variable]:
    """Things in order within a cell, the best first."""
    mapping = _rewriting(question)
    for option in question.options:
        name = f"{question.text}: {option.label}"
        if name not in taken:
            column = _rank_column(question, question.columns[0], name, name, len(question.options))
            yield Variable(column, question.names, _place_in_cell(option.label, mapping))
    first = _first_place(question, taken)
    yield Variable(
        first, question.names, lambda cells: [cell.partition(SEPARATOR)[0] for cell in mapping.all(cells[0])]
    )


def _place_in_cell(label: str, mapping: Mapping) -> Callable[[Sequence[Sequence[str]]], list[str]]:
    def place(cell: str) -> str:
        parts = cell.split(SEPARATOR)
        return str(parts.index(label) + 1) if label in parts else ""

    return lambda cells: [place(cell) for cell in mapping.all(cells[0])]


def _rank_of(label: str, mapping: Mapping) -> Callable[[Sequence[Sequence[str]]], list[str]]:
    def make(cells: Sequence[Sequence[str]]) -> list[str]:
        columns = [mapping.all(column) for column in cells]
        return [
            next((str(at) for at, cell in enumerate(row, 1) if cell == label), "") for row in zip(*columns, strict=True)
        ]

    return make


def _rank_column(question: Question, position: int, name: str, text: str, last: int = 0) -> Column:
    """The place of one thing, of as many as there are columns or `last` says."""
    column = _column(question, position, name, text)
    last = last or len(question.columns)
    return column.model_copy(
        update={"scale": (1.0, float(last)), "higher_is": "less", "scale_ends": ("1", str(last)), "is_place": True}
    )


def _first_place(question: Question, taken: set[str]) -> Column:
    """Which thing came first only describes: the ranks form the groups already."""
    whole = _whole(question, taken)
    labels = [*(option.label for option in question.options), *(item.label for item in question.items)]
    role = Role.CATEGORY if whole.role is not Role.IGNORE else whole.role
    return whole.model_copy(
        update={"role": role, "basis": False, "options": tuple(dict.fromkeys(labels)), "is_place": True}
    )


def _item(question: Question, position: int) -> str:
    found = next((option.label for option in question.options if option.column == position), "")
    return found or next((item.label for item in question.items if item.column == position), "")


# -- columns -------------------------------------------------------------------------------------------
def _texts(question: Question) -> list[str]:
    """What stands above each column: the question's text, or of several columns their own."""
    if len(question.columns) == 1:
        return [question.text]
    labels = {item.column: item.label for item in question.items}
    labels |= {option.column: option.label for option in question.options if option.column is not None}
    return [
        _fuller(name, labels.get(position, "")) for position, name in zip(question.columns, question.names, strict=True)
    ]


def _fuller(name: str, label: str) -> str:
    """The name where it holds the label, for it then holds the question as well; else the label."""
    return name if not label or label in name else label


def _column(question: Question, position: int, name: str, text: str) -> Column:
    role = role_of(question)
    options = sorted(question.options, key=lambda option: -option.count)
    column = Column(
        name=name,
        position=position,
        role=role,
        basis=question.use == "basis" and role is not Role.IGNORE,
        question=_CHOSEN.sub("", text) or name,
        filled=question.answered,
        distinct=len(question.options),
        detail=detail(question),
        examples=question.examples,
        options=tuple(option.label for option in options) if role in (Role.CATEGORY, Role.MULTIPLE) else (),
        separator=SEPARATOR if role is Role.MULTIPLE else None,
        personal=question.answered if question.kind is Kind.PERSONAL else question.personal,
        reason=question.reason,
    )
    return column if question.scale is None or role is not Role.RATING else _rated(column, question.scale)


def _rated(column: Column, scale: Scale) -> Column:
    return column.model_copy(
        update={
            "scale": (scale.low, scale.high),
            "scale_words": scale.words,
            "scale_ends": (scale.low_label or f"{scale.low:g}", scale.high_label or f"{scale.high:g}"),
            "higher_is": scale.higher_is,
        }
    )
