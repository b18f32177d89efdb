"""What people say of columns, as the same word on questions: the manner of versions before 0.7, until 0.8."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from persona.messages import configuration_error
from persona.models import ColumnRole as Role
from persona.models import QuestionChoice
from persona.questionnaire.kinds import KINDS, answered
from persona.questionnaire.kinds import QuestionKind as Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from persona.models import ColumnChoice, Use
    from persona.questionnaire.models import Question, Questionnaire

KIND_OF: Mapping[Role, Kind] = MappingProxyType(
    {
        Role.ID: Kind.IDENTIFIER,
        Role.OPEN: Kind.OPEN,
        Role.CATEGORY: Kind.SINGLE,
        Role.MULTIPLE: Kind.MULTIPLE,
        Role.RATING: Kind.RATING,
        Role.NUMBER: Kind.NUMBER,
        Role.DATE: Kind.DATE,
        Role.PERSONAL: Kind.PERSONAL,
        Role.IGNORE: Kind.UNUSED,
    }
)
"""What a question of one column with this role is."""


def as_questions(choices: Mapping[str, ColumnChoice], found: Questionnaire) -> dict[str, QuestionChoice]:
    """Choices by column name as choices by question id. A role takes a column out of a question of many columns.

    Raises:
        ConfigurationError: a name that no column has.
    """
    names = column_names(found)
    of = {name: question for question in found.questions for name in question.names}
    said: dict[str, QuestionChoice] = {}
    for name, choice in choices.items():
        if name not in of:
            raise configuration_error("unknown_column", column=name, names=", ".join(names))
        key, change = _change(choice, of[name], name)
        merged = said.get(key, QuestionChoice()).model_dump(exclude_none=True) | change
        if merged:
            said[key] = QuestionChoice.model_validate(merged)
    return said


def column_names(found: Questionnaire) -> list[str]:
    """The names of all columns in the file's order."""
    placed = [pair for question in found.questions for pair in zip(question.columns, question.names, strict=True)]
    return [name for _, name in sorted(placed)]


def _change(choice: ColumnChoice, question: Question, name: str) -> tuple[str, dict[str, object]]:
    """Which question is meant, and what of it changes."""
    kind = None if choice.role is None else KIND_OF[choice.role]
    alone = len(question.columns) == 1
    if kind is None or (not alone and _is_part(kind, question)):
        return question.id, _use(choice.basis, question.kind, question.use)
    same = alone and kind is question.kind
    change: dict[str, object] = {} if same else {"kind": kind}
    use = question.use if same else KINDS[kind].default_use
    return (question.id if alone else name), change | _use(choice.basis, kind, use)


def _is_part(kind: Kind, question: Question) -> bool:
    """Whether the role says no more of a column than that it is what its question is."""
    parts = {Kind.BATTERY: Kind.RATING, Kind.RANKING: Kind.NUMBER, Kind.MULTIPLE: Kind.MULTIPLE}
    return parts.get(question.kind) is kind


def _use(basis: bool | None, kind: Kind, use: Use) -> dict[str, object]:
    """What stands apart (ids, dates of the survey tool) takes no part, whatever is said of its column."""
    if basis is None or not answered(kind) or use == "none":
        return {}
    wanted: Use = "basis" if basis else "describe"
    return {} if wanted == use else {"use": wanted}
