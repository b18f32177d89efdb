"""Placing people: who of new data belongs to which persona, how sure that is, and the few questions that tell it."""

from __future__ import annotations

from pydantic import Field

from persona.models.base import Frozen
from persona.models.columns import ColumnRole


class Accuracy(Frozen):
    """How often people of the study itself are placed where the study has them, when left out of what is learnt."""

    right: float = Field(description="Share of people placed right, 0 to 1.")
    chance: float = Field(description="Share that would be right if everybody were placed in the largest persona.")
    right_when_sure: float | None = Field(description="Of those placed with at least `SURE`; None: nobody is.")
    sure: float = Field(description="Share of people placed with at least `SURE`.")
    people: int = Field(description="People of the study that this was tried on.")


class Assignment(Frozen):
    """One person of new data."""

    row: int = Field(description="From 1, as the data has them.")
    persona: int | None = Field(description="The number of the persona; None: nothing to place them by was answered.")
    sure: float = Field(description="Probability of that persona, 0 to 1.")
    next: int | None = Field(default=None, description="The persona that would be next.")
    answered: int = Field(description="Questions of the study that the person answered.")


class PlacedCount(Frozen):
    """How many people of new data belong to one persona."""

    persona: int
    people: int
    sure: int = Field(description="Those of them placed with at least `SURE`.")
    share: float = Field(description="Of all who could be placed, 0 to 1.")
    study_share: float = Field(description="The persona's share in the study.")


class Assigned(Frozen):
    """New people placed among the personas of a study."""

    sentence: str = Field(description="How far to rely on it, in words.")
    rows: int
    placed: int
    accuracy: Accuracy = Field(description="With the questions that the new data has, on the study's own people.")
    personas: tuple[PlacedCount, ...]
    lacking: tuple[str, ...] = Field(description="Questions of the study that the new data does not have.")
    notes: tuple[str, ...] = Field(description="What else the new data lacks, one sentence each.")
    assignments: tuple[Assignment, ...]


class FormQuestion(Frozen):
    """One of the questions that place people best."""

    question: str
    column: str = Field(description="By which it is answered.")
    role: ColumnRole
    options: tuple[str, ...] = Field(description="Answers as the study has them; of a number, none.")
    scale: tuple[float, float] | None = None
    right: float = Field(description="Share placed right with this question and those before it.")


class ShortForm(Frozen):
    """Five to eight questions that place people best, and how well: on the study's own people, left out in turn."""

    questions: tuple[FormQuestion, ...]
    accuracy: Accuracy
    all_right: float = Field(description="Share placed right with all questions of the study.")
