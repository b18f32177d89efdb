"""One edit, and a result with edits applied to it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from pydantic import Field

from persona.edits.actions import Action, Judgement, OnPersona, OnStatement
from persona.ids import uuid7
from persona.models import Frozen, GenerationResult, OwnField, Persona, Statement
from persona.models.stamps import Stamp

ChangeState = Literal["applied", "undone", "not_applied"]


def _now() -> datetime:
    return datetime.now(UTC)


class Edit(Frozen):
    """One thing that somebody did to a result; a log of them is only ever added to.

    Example:
        >>> Edit(who="Ana", action=RenamePersona(persona=1, label="The Sunday planner")).who  # doctest: +SKIP
        'Ana'
    """

    id: str = Field(default_factory=lambda: str(uuid7()), min_length=1, max_length=100)
    when: datetime = Field(default_factory=_now)
    who: str = Field(default="", max_length=200, description="Whoever did it, as people call them.")
    action: Action
    expects: str | None = Field(
        default=None,
        description='The last edit of the same thing that the person had seen; "": none. None: do not ask.',
    )


class Note(Stamp):
    """What somebody said to colleagues."""

    text: str


class StatementMarks(Frozen):
    """What people made of a statement beside its words."""

    statement: str
    hidden: Stamp | None = None
    pinned: Stamp | None = None
    judgement: Judgement | None = None
    judged: Stamp | None = None
    notes: tuple[Note, ...] = ()
    changed: Stamp | None = Field(default=None, description="The last change of its text, kind or quotes.")
    original: Statement | None = Field(default=None, description="As generated; None: unchanged, or a person's own.")


class AppliedPersona(Frozen):
    """A persona as people edit it: with what is hidden from readers."""

    index: int
    persona: Persona = Field(description="With all statements, those that are hidden too.")
    groups: tuple[int, ...] = Field(description="The generated personas it stands for; of a split, the one it was.")
    marks: dict[str, StatementMarks] = Field(description="By statement; those without marks are left out.")
    portrait: str | None = None
    fields: tuple[OwnField, ...] = ()
    notes: tuple[Note, ...] = ()
    hidden: Stamp | None = None
    approved: Stamp | None = None
    locked: Stamp | None = Field(default=None, description="Approved personas are locked, too.")
    rewritten: tuple[Literal["label", "name", "tagline", "summary"], ...] = ()


class Change(Frozen):
    """One edit in the history: what it did, or why it does not apply any more."""

    edit: str
    who: str
    when: datetime
    state: ChangeState
    sentence: str = Field(description='What was done: "changed a statement". After the name of who did it.')
    persona: int | None = None
    statement: str | None = None
    before: str = Field(default="", description="What was there, where the edit was applied.")
    after: str = ""
    problem: str = Field(default="", description="Why it does not apply, in words for people.")
    hint: str = Field(default="", description="What to do about it.")
    code: str = Field(default="", description="The same for programs.")
    undone: Stamp | None = None


class KeptShares(Frozen):
    """What became of the generated statements."""

    statements: int = Field(description="Generated.")
    kept: int = Field(description="Shown as they were generated.")
    changed: int = Field(
        description="Shown in other words, as another kind, with other quotes, or in a merged persona."
    )
    hidden: int = Field(description="Not shown to readers.")
    added: int = Field(description="Made by people.")

    @property
    def kept_share(self) -> float:
        """From 0 to 1; 1 where there is none."""
        return self.kept / self.statements if self.statements else 1.0


class AppliedResult(Frozen):
    """A result with edits applied."""

    result: GenerationResult = Field(description="What readers see; without edits, the generated result itself.")
    personas: tuple[AppliedPersona, ...] = Field(description="What editors see.")
    changes: tuple[Change, ...] = Field(description="One an edit, in the order of the log.")
    shares: KeptShares

    @property
    def not_applied(self) -> tuple[Change, ...]:
        """Edits that do not apply any more; they are kept, and apply again once they can."""
        return tuple(change for change in self.changes if change.state == "not_applied")

    def persona(self, index: int) -> AppliedPersona | None:
        """The persona with this number."""
        return next((each for each in self.personas if each.index == index), None)

    def holder(self, action: Action) -> AppliedPersona | None:
        """The persona that an action is about; None where it is about none, several, or what is gone."""
        if isinstance(action, OnPersona):
            return self.persona(action.persona)
        if not isinstance(action, OnStatement):
            return None
        holds = (each for each in self.personas if any(s.id == action.statement for s in each.persona.statements))
        return next(holds, None)
