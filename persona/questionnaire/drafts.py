"""What one column, or one block, is read as, before it becomes a `Question`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from persona.questionnaire.models import DateRange, NumberRange, Option, Recoding, Scale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from persona.questionnaire.codes import DoubtCode
    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.kinds import QuestionKind, Use
    from persona.questionnaire.models import Confidence
    from persona.questionnaire.values.seen import Seen


@dataclass(frozen=True)
class Unsure:
    """A doubt about one question, before the question has its id. `words` fill in the template."""

    code: DoubtCode
    default: str | None = None
    words: Mapping[str, object] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    group: str = ""
    """Questions whose doubts have the same group are asked about together."""


@dataclass(frozen=True)
class Draft:
    """One question to be. `places` are the values of cells on a scale, `ticked` the options in each cell."""

    columns: tuple[ColumnView, ...]
    text: str
    kind: QuestionKind
    reason: str
    confidence: Confidence = "sure"
    options: tuple[Option, ...] = ()
    items: tuple[str, ...] = ()
    scale: Scale | None = None
    no_answer: tuple[str, ...] = ()
    separator: str | None = None
    numbers: NumberRange | None = None
    dates: DateRange | None = None
    recoding: Recoding | None = None
    of: int | None = None
    use: Use | None = None
    """Where its use is settled: by a person, or because nothing can be learnt from it."""
    why: str = ""
    """Why its use is settled so."""
    unsure: tuple[Unsure, ...] = ()
    seen: tuple[Seen, ...] = ()

    @property
    def position(self) -> int:
        return self.columns[0].position

    def but(self, **changes: object) -> Draft:
        return replace(self, **changes)  # type: ignore[arg-type]
