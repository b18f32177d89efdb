"""The kinds of questions: one registry from which API, command line, pages and documentation derive."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from persona.models import QuestionKind, Use

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KINDS", "KindFacts", "QuestionKind", "Use", "answered", "closed", "numeric"]


@dataclass(frozen=True, slots=True)
class KindFacts:
    """What the rest of the house needs to know of a kind."""

    label: str
    article: Literal["a", "an", ""]
    explanation: str
    default_use: Use
    shape: Literal["closed", "numeric", "open", "apart"]
    """`closed` has options, `numeric` has an order and a mean, `open` is read as text, `apart` is no answer."""
    many_columns: bool = False


KINDS: Mapping[QuestionKind, KindFacts] = MappingProxyType(
    {
        QuestionKind.OPEN: KindFacts("open answer", "an", "people wrote it in their own words", "basis", "open"),
        QuestionKind.SINGLE: KindFacts("single choice", "a", "one of a few answers", "basis", "closed"),
        QuestionKind.MULTIPLE: KindFacts(
            "multiple choice", "a", "any number of a few answers", "basis", "closed", True
        ),
        QuestionKind.RANKING: KindFacts("ranking", "a", "answers put in order, 1 is the best", "basis", "closed", True),
        QuestionKind.RATING: KindFacts("rating", "a", "a place on a scale", "basis", "numeric"),
        QuestionKind.BATTERY: KindFacts("set of ratings", "a", "several items on one scale", "basis", "numeric", True),
        QuestionKind.NUMBER: KindFacts("number", "a", "a measured or counted quantity", "basis", "numeric"),
        QuestionKind.DATE: KindFacts("date", "a", "a day or a time", "describe", "numeric"),
        QuestionKind.IDENTIFIER: KindFacts("identifier", "an", "another value in each row", "none", "apart"),
        QuestionKind.ADMINISTRATION: KindFacts(
            "administration", "", "written by the survey tool, not answered", "none", "apart"
        ),
        QuestionKind.PERSONAL: KindFacts(
            "personal data", "", "names, addresses and the like of a person", "none", "apart"
        ),
        QuestionKind.WEIGHT: KindFacts("survey weight", "a", "how many people a row stands for", "none", "apart"),
        QuestionKind.UNUSED: KindFacts("unused", "", "holds nothing to learn from", "none", "apart"),
    }
)


def closed(kind: QuestionKind) -> bool:
    return KINDS[kind].shape == "closed"


def numeric(kind: QuestionKind) -> bool:
    return KINDS[kind].shape == "numeric"


def answered(kind: QuestionKind) -> bool:
    """Whether people answered it: all but what stands apart (identifiers, administration, weights …)."""
    return KINDS[kind].shape != "apart"
