"""Questions made by hand, with as little said of them as a test needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from persona.questionnaire.models import Option, Question

if TYPE_CHECKING:
    from persona.questionnaire.kinds import QuestionKind


def question(kind: QuestionKind, *names: str, text: str = "", **known: Any) -> Question:
    """A question of these columns, the first ones of a file."""
    names = names or ("Q",)
    given = {"id": "q", "use": "basis", "columns": tuple(range(len(names))), **known}
    return Question(text=text or names[0], kind=kind, names=names, **given)


def options(
    *labels: str, spellings: dict[str, tuple[str, ...]] | None = None, columns: bool = False
) -> tuple[Option, ...]:
    """Options that fewer and fewer people chose."""
    return tuple(
        Option(
            label=label,
            count=len(labels) - at,
            spellings=(spellings or {}).get(label, ()),
            column=at if columns else None,
        )
        for at, label in enumerate(labels)
    )
