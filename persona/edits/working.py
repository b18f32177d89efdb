"""A result on its way from one edit to the next: what edits find, change and leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from persona.edits.actions import AddStatement, MergePersonas, SplitPersona
from persona.edits.models import Note, StatementMarks
from persona.edits.registry import done
from persona.messages import edit_error
from persona.models.stamps import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from persona.edits.models import Edit
    from persona.models import GenerationResult, OwnField, Persona, Statement
    from persona.writing.phrasebooks import Phrasebook


class Done(NamedTuple):
    """What one edit changed."""

    persona: int | None = None
    statement: str | None = None
    before: str = ""
    after: str = ""


class Gone(NamedTuple):
    """Where a persona went."""

    code: str
    into: str


@dataclass
class PersonaState:
    """One persona, with what people made of it so far."""

    index: int
    persona: Persona
    groups: tuple[int, ...]
    statements: list[Statement]
    marks: dict[str, StatementMarks] = field(default_factory=dict)
    fields: list[OwnField] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    portrait: str | None = None
    hidden: Stamp | None = None
    approved: Stamp | None = None
    locked: Stamp | None = None
    rewritten: set[str] = field(default_factory=set)
    notes_before: dict[str, str] = field(default_factory=dict)
    """Statement -> its count in words as the story tells it."""
    is_changed: bool = False

    @classmethod
    def of(cls, persona: Persona, groups: tuple[int, ...]) -> PersonaState:
        return cls(persona.index, persona, groups, list(persona.statements), fields=list(persona.fields))

    @property
    def called(self) -> str:
        return self.persona.label or self.persona.name

    def update(self, **changes: object) -> None:
        """Change what the persona itself says."""
        self.persona = self.persona.model_copy(update=changes)
        self.is_changed = True

    def mark(self, statement: str, **changes: object) -> None:
        """Change the marks of one statement; none are left where nothing is marked any more."""
        marks = self.marks.get(statement) or StatementMarks(statement=statement)
        marks = marks.model_copy(update=changes)
        self.marks[statement] = marks
        if marks == StatementMarks(statement=statement):
            del self.marks[statement]
        self.is_changed = True


def stamp(edit: Edit) -> Stamp:
    """Who did it, and when."""
    return Stamp(edit=edit.id, who=edit.who, when=edit.when)


def added_id(edit: Edit) -> str:
    """The id of the statement that an `AddStatement` makes."""
    assert isinstance(edit.action, AddStatement)  # noqa: S101 -- others make none
    return f"{edit.action.persona}-edit-{edit.id}"


def reserved(result: GenerationResult, edits: Iterable[Edit]) -> dict[str, tuple[int, ...]]:
    """Edit -> the numbers of the personas that it makes, whether it applies or not: a log only grows, so they stay."""
    last = max((persona.index for persona in result.personas), default=0)
    numbers: dict[str, tuple[int, ...]] = {}
    for edit in edits:
        if isinstance(edit.action, MergePersonas | SplitPersona):
            count = 1 if isinstance(edit.action, MergePersonas) else len(edit.action.made)
            numbers[edit.id] = tuple(range(last + 1, last + 1 + count))
            last += count
    return numbers


class Working:
    """All personas between two edits."""

    def __init__(self, result: GenerationResult, edits: Sequence[Edit]) -> None:
        self.result = result
        self.states = {persona.index: PersonaState.of(persona, (persona.index,)) for persona in result.personas}
        self.order = list(self.states)
        self.sections = result.sections
        self.numbers = reserved(result, edits)
        self.gone: dict[int, Gone] = {}
        self.same: dict[str, str] = {}
        """Statement -> the one it became part of when personas were merged."""
        self._made_by = self._makers(edits)

    def _makers(self, edits: Iterable[Edit]) -> dict[str, Edit]:
        """Statement, or the number of a persona -> the edit that makes it."""
        found: dict[str, Edit] = {}
        for edit in edits:
            if isinstance(edit.action, AddStatement):
                found[added_id(edit)] = edit
            found |= {str(number): edit for number in self.numbers.get(edit.id, ())}
        return found

    @cached_property
    def generated(self) -> dict[str, Statement]:
        """The statements of the result by their ids."""
        return {statement.id: statement for persona in self.result.personas for statement in persona.statements}

    @cached_property
    def home(self) -> dict[str, int]:
        """Statement -> its persona."""
        return {statement.id: state.index for state in self.states.values() for statement in state.statements}

    @cached_property
    def book(self) -> Phrasebook:
        """The words of the study's language."""
        from persona.writing.phrasebooks import phrasebook_for

        return phrasebook_for(column.question for column in self.result.columns)

    # -- what an edit is about ----------------------------------------------------------------------
    def seen(self, number: int) -> PersonaState:
        """The persona, locked or not.

        Raises:
            EditError: it is not there, or not any more.
        """
        if (state := self.states.get(number)) is not None:
            return state
        if (gone := self.gone.get(number)) is not None:
            raise edit_error(gone.code, persona=number, into=gone.into)
        self._unmade(str(number))
        raise edit_error("edit_persona_missing", persona=number, known=", ".join(map(str, self.order)))

    def open(self, number: int) -> PersonaState:
        """The persona, to be changed.

        Raises:
            EditError: as `seen`; or it is locked.
        """
        state = self.seen(number)
        if state.locked is not None:
            raise edit_error("edit_locked", persona=state.called, who=state.locked.who or "somebody")
        return state

    def place(self, statement: str, *, to_change: bool = True) -> tuple[PersonaState, int]:
        """The persona that holds a statement, and its place among the persona's statements.

        Raises:
            EditError: it is not there, or its persona is locked.
        """
        statement = self.same.get(statement, statement)
        number = self.home.get(statement)
        if number is None:
            self._unmade(statement)
            raise edit_error("edit_statement_missing", statement=statement)
        state = self.open(number) if to_change else self.seen(number)
        return state, next(place for place, each in enumerate(state.statements) if each.id == statement)

    def _unmade(self, key: str) -> None:
        if (maker := self._made_by.get(key)) is not None:
            raise edit_error("edit_rested", who=maker.who or "somebody", sentence=done(maker.action))
