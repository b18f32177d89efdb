"""Passages that were chosen to be told of a segment, and whether another one says the same again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from persona.evidence.space import content_words
from persona.writing.people import NOBODY, People

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from persona.kinds import StatementKind
    from persona.writing.listening import Part

REPEATS = 0.75
"""Cosine of two passages' meaning from which the second says nothing new."""
WORDS = 2
"""Words that tell what a statement is about; a single one may be but its subject."""
SAME_PEOPLE = 0.7
"""Of a claim's people who back an earlier one of the same question, from which it is the same again."""


@dataclass(frozen=True)
class Choice:
    """One passage that was chosen, with the theme that it stands for; `place` is its place in what was gathered."""

    part: Part
    place: int
    score: float
    kind: StatementKind
    people: People
    stands: bool
    mentions: People = NOBODY
    topic: str | None = None
    opposed: int = 0

    @cached_property
    def wording(self) -> int:
        return int(self.part.heard.gathered.wording[self.place])

    @cached_property
    def text(self) -> str:
        """Its words; letters may be larger or smaller in the cell."""
        return self.part.heard.gathered.texts[self.wording]

    @cached_property
    def folded(self) -> str:
        """Its words, as they are compared."""
        return self.text.casefold()

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that say what it is about."""
        return frozenset(content_words(self.text))

    @property
    def readable(self) -> float:
        return self.part.heard.deep.judged[self.wording].readable

    @cached_property
    def meaning(self) -> NDArray[np.float32]:
        assert self.part.heard.deep.meaning is not None  # noqa: S101 -- chosen from what was read deep
        meaning: NDArray[np.float32] = self.part.heard.deep.meaning[self.wording]
        return meaning


def is_new(choice: Choice, others: Sequence[Choice]) -> bool:
    """Whether a passage says something that none of the others says."""
    return not any(
        other.folded == choice.folded or float(choice.meaning @ other.meaning) >= REPEATS or _says_more(choice, other)
        for other in others
    )


def _says_more(choice: Choice, other: Choice) -> bool:
    """Whether one of two of a kind holds all words of the other: "Add version control support", "Version control"."""
    few, many = sorted((choice.words, other.words), key=len)
    return choice.kind == other.kind and len(few) >= WORDS and few <= many


def same_people(part: Part, choice: Choice) -> bool:
    """Whether most of a claim's people back an earlier choice of the same question."""
    if part.theme.column != choice.part.theme.column or part.theme.level == "topic":
        return False
    if choice.part.theme.level == "topic":
        return False
    return len(part.people & choice.people) >= SAME_PEOPLE * len(part.people)
