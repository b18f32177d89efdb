"""What people say of an invented shop, and what is made of it: shared by the tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.evidence.gathering import Gathered, gather
from persona.evidence.heard import Backed
from persona.evidence.models import Answers, Theme
from persona.evidence.space import Space
from persona.text.comparing import Passages
from persona.text.embedding import default_embedder

if TYPE_CHECKING:
    from collections.abc import Sequence

QUEUES = [
    "The queue at the till is too long",
    "The queues at the tills are too long",
    "Queue at the till is far too long",
    "Too long a queue at the till",
    "The long queue at the till",
]
PARKING = [
    "There are not enough parking spaces",
    "Not enough parking spaces",
    "Too few parking spaces near the entrance",
    "Parking spaces are missing",
    "Parking is full, no spaces",
]
BREAD = [
    "The bread is stale in the evening",
    "Stale bread in the evening",
    "Bread is stale",
    "The bread was stale and hard",
    "Stale bread again",
]
ASKED = "What do you like least about our shop?"


class Study(NamedTuple):
    """One question as the finders of topics and claims are given it."""

    gathered: Gathered
    deep: Passages
    space: Space
    people: np.ndarray


def answers(*texts: str, column: str = "least", question: str = ASKED) -> Answers:
    """The answers of one question, one person each."""
    return Answers(column, question, range(1, len(texts) + 1), texts)


def study(*texts: str, read: int | None = None, question: str = ASKED) -> Study:
    """The same gathered, the first `read` wordings read deep (all where it is not given); each answer a person's."""
    gathered = gather(answers(*texts, question=question))
    some = gathered.texts[:read]
    deep = Passages(some, [question] * len(some), deep=True)
    return Study(gathered, deep, Space(default_embedder(), gathered.texts), gathered.rows)


def backed(name: str, places: Sequence[int], *, level: str = "claim") -> Backed:
    """A theme that these passages are counted under."""
    theme = Theme(name, level, "", "least", name.title(), "frustration", "neg", len(places), None, "")  # type: ignore[arg-type]
    none = np.zeros(0, np.int64)
    return Backed(theme, np.array(places, np.int64), np.ones(len(places)), none, none.astype(float))
