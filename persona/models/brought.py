"""Personas brought from elsewhere: what somebody says of them, and who of a study's people they describe."""

from __future__ import annotations

from pydantic import Field, model_validator

from persona.models.base import Frozen

MOST_BROUGHT = 12
MOST_SAID, MOST_ANSWERS = 40, 60
LONGEST_SAID = 500


class BroughtPersona(Frozen):
    """A persona that was made elsewhere: what its people answer, and what they would say; one of the two is needed."""

    name: str = Field(min_length=1, max_length=120)
    answers: dict[str, str | float | list[str]] = Field(
        default={}, description="By a question of the study, or the name of its column: the typical answer, or several."
    )
    says: tuple[str, ...] = Field(default=(), description="Sentences that its people would say: goals, frustrations.")

    @model_validator(mode="after")
    def _says_something(self) -> BroughtPersona:
        if len(self.answers) > MOST_ANSWERS or len(self.says) > MOST_SAID:
            raise ValueError(f"A persona has at most {MOST_ANSWERS} answers and {MOST_SAID} sentences.")
        if any(len(said) > LONGEST_SAID for said in self.says):
            raise ValueError(f"A sentence has at most {LONGEST_SAID} letters.")
        if not self.answers and not any(said.strip() for said in self.says):
            raise ValueError(f"“{self.name}” has neither answers nor sentences.")
        return self


class BroughtCount(Frozen):
    """How many of the study's people one of them describes, and in which of the study's own personas these are."""

    name: str
    people: int
    share: float = Field(description="Of all who answered something, 0 to 1.")
    clear: int = Field(description="Those of them of whom their answers say so clearly.")
    found: dict[int, int] = Field(description="By the number of a persona that the study itself found: how many.")


class BroughtPlace(Frozen):
    """One person of the study."""

    row: int = Field(description="From 1, over all sources.")
    persona: int | None = Field(description="Which of those brought, from 1; None: none of them, or nothing answered.")
    clear: bool


class BroughtPlaces(Frozen):
    """The people of a study among personas that were brought from elsewhere."""

    sentence: str = Field(description="How many they describe, and how far to rely on it, in words.")
    people: int = Field(description="Who answered something that can be compared.")
    placed: int
    personas: tuple[BroughtCount, ...]
    notes: tuple[str, ...] = Field(description="What of them the study cannot tell, one sentence each.")
    assignments: tuple[BroughtPlace, ...]
