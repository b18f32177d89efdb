"""Carry what people did over to the result of another run: to the persona whose people and words match best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import Field

from persona.edits import actions as do
from persona.edits.applying import apply, standing
from persona.edits.matching import Match
from persona.edits.models import Edit
from persona.edits.working import added_id, reserved
from persona.messages import sentence
from persona.models import Frozen, GenerationResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from persona.edits.matching import People
    from persona.models import Evidence


class NotCarried(Frozen):
    """An edit that stays with the old result."""

    edit: Edit
    reason: str = Field(description="Why, in words for people.")


class Carried(Frozen):
    """What became of the edits of another result."""

    edits: tuple[Edit, ...] = Field(description="For the new result's log: same ids, same people, same times.")
    not_carried: tuple[NotCarried, ...]
    personas: dict[int, int] = Field(description="Persona of the old result -> the same one of the new.")


def carry(
    old_result: GenerationResult,
    edits: Sequence[Edit],
    new_result: GenerationResult,
    *,
    existing: Sequence[Edit] = (),
    people: tuple[People, People] | None = None,
) -> Carried:
    """Carry edits over to a result that was made anew: with other settings, or with another wave of answers.

    Args:
        old_result: the generated result that was edited.
        edits: its log; what is undone there is left behind.
        new_result: the generated result that shall have the edits.
        existing: the log that the new result has already.
        people: row -> persona of the old and of the new result. None: those that the results name.

    Example:
        >>> carried = carry(old.result(), old.edits.read(), new.result())         # doctest: +SKIP
        >>> [each.reason for each in carried.not_carried]                         # doctest: +SKIP
        ['No persona of the new result has the people of “The label reader”.']
    """
    work = _Carrying(old_result, edits, new_result, existing, people)
    for edit in standing(edits):
        work.carry(edit)
    work.see_them_apply()
    return Carried(edits=tuple(work.done), not_carried=tuple(work.left), personas=work.match.personas)


class _Lost(NamedTuple):
    reason: str


class _Carrying:
    """Edits on their way to another result."""

    def __init__(
        self,
        old: GenerationResult,
        edits: Sequence[Edit],
        new: GenerationResult,
        existing: Sequence[Edit],
        people: tuple[People, People] | None,
    ) -> None:
        self.match = Match(old, new, people)
        self.new, self.existing = new, list(existing)
        self.done: list[Edit] = []
        self.left: list[NotCarried] = []
        self._made = reserved(old, edits)
        self._numbers: dict[int, int] = dict(self.match.personas)
        self._called = {persona.index: persona.label or persona.name for persona in old.personas}
        self._home = {said.id: (said, persona.index) for persona in old.personas for said in persona.statements}
        self._ids: dict[str, str] = {}
        self._rows = {report.name: report.rows for report in new.sources}

    def carry(self, edit: Edit) -> None:
        """Put an edit among those that are carried, or those that are not."""
        if any(each.id == edit.id for each in self.existing):
            return  # carried before
        action = self._action(edit.action)
        if isinstance(action, _Lost):
            self.left.append(NotCarried(edit=edit, reason=action.reason))
            return
        new = edit.model_copy(update={"action": action, "expects": None})
        self.done.append(new)
        if edit.id in self._made:
            numbers = reserved(self.new, [*self.existing, *self.done])[edit.id]
            self._numbers |= dict(zip(self._made[edit.id], numbers, strict=True))
        if isinstance(action, do.AddStatement):
            self._ids[added_id(edit)] = added_id(new)

    def see_them_apply(self) -> None:
        """Those that the new result refuses are told like the others."""
        told = {change.edit: change.problem for change in apply(self.new, [*self.existing, *self.done]).not_applied}
        self.left += [NotCarried(edit=each, reason=told[each.id]) for each in self.done if each.id in told]
        self.done = [each for each in self.done if each.id not in told]

    # -- actions -----------------------------------------------------------------------------------
    def _action(self, action: do.Action) -> do.Action | _Lost:
        if isinstance(action, do.SplitPersona):
            return _Lost(sentence("carry_split"))
        if isinstance(action, do.MergePersonas):
            return self._merged(action)
        if isinstance(action, do.OnStatement):
            return self._on_statement(action)
        if isinstance(action, do.ArrangeSections):
            return action
        assert isinstance(action, do.OnPersona)  # noqa: S101 -- those that stand undo nothing
        quotes = action.quotes if isinstance(action, do.AddStatement) else ()
        if lost := self._lost_quotes(quotes):
            return lost
        number = self._number(action.persona)
        changed: dict[str, Any] = {"persona": number}
        if quotes:
            changed["quotes"] = tuple(map(self._as_named, quotes))
        return number if isinstance(number, _Lost) else action.model_copy(update=changed)

    def _merged(self, action: do.MergePersonas) -> do.Action | _Lost:
        numbers = [self._number(number) for number in action.personas]
        if lost := next((number for number in numbers if isinstance(number, _Lost)), None):
            return lost
        return action.model_copy(update={"personas": tuple(numbers), "made": None})  # its people are others now

    def _on_statement(self, action: do.OnStatement) -> do.Action | _Lost:
        name = self._statement(action.statement)
        if isinstance(name, _Lost):
            return name
        changed: dict[str, Any] = {"statement": name}
        if isinstance(action, do.CountQuote):
            if lost := self._lost_quotes([action.quote]):
                return lost
            changed["quote"] = self._as_named(action.quote)
        moved: do.Action = action.model_copy(update=changed)  # type: ignore[assignment]  # of the same kind as before
        return moved

    def _number(self, number: int) -> int | _Lost:
        if (new := self._numbers.get(number)) is not None:
            return new
        return _Lost(sentence("carry_no_persona", persona=self._called.get(number, str(number))))

    def _statement(self, name: str) -> str | _Lost:
        if name in self._ids:
            return self._ids[name]
        if name not in self._home:
            return _Lost(sentence("carry_no_statement", statement=name))
        said, persona = self._home[name]
        number = self._number(persona)
        if isinstance(number, _Lost):
            return number
        new = self.match.statement(said, number)
        if new is None:
            return _Lost(sentence("carry_no_statement", statement=said.text))
        self._ids[name] = new.id
        return new.id

    # -- quotes ------------------------------------------------------------------------------------
    def _lost_quotes(self, quotes: Iterable[Evidence]) -> _Lost | None:
        """Quotes keep their place only where a row is the same person still."""
        for quote in quotes:
            source = self._as_named(quote).source
            if not self.match.same_rows or (self._rows and quote.row > self._rows.get(source, 0)):
                return _Lost(sentence("carry_no_quote", quote=quote.quote))
        return None

    def _as_named(self, quote: Evidence) -> Evidence:
        name = self.match.new_names.get(quote.source, quote.source)
        return quote if name == quote.source else quote.model_copy(update={"source": name})
