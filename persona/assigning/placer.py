"""Placer: learns from a study's own people which answers tell its personas apart, and places others by theirs.

Each question adds its log-odds (naive Bayes); a temperature found by leaving people out keeps many questions that ask
the same from making anybody surer than is right. A question that was not asked, or not answered, says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.assigning.evidence import questions_of
from persona.models.assigning import Accuracy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from persona.assigning.evidence import Question, Weights
    from persona.models import Column

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

FOLDS = 5
SURE = 0.8
"""Probability from which a place is called sure."""
TEMPERATURES = (1.0, 0.8, 0.65, 0.5, 0.4, 0.3, 0.2, 0.12)


class Placed(NamedTuple):
    """By person: the probability of each persona (in the order of `Placer.personas`), and questions answered."""

    probabilities: Floats
    answered: Ints
    unknown: dict[str, int]
    """Questions in which people gave answers that the study never had, with how many did."""


class Placer:
    """What is learnt of a study, and how well it places the study's own people when they are left out.

    Args:
        columns: questions to place people by.
        cells: their cells as the questionnaire reads them, by the name of the column.
        personas: the persona of each person, from 1.
    """

    def __init__(self, columns: Sequence[Column], cells: dict[str, list[str]], personas: Ints) -> None:
        self.personas: tuple[int, ...] = tuple(np.unique(personas).tolist())
        self.own = np.searchsorted(self.personas, personas)
        whose = np.eye(len(self.personas))[self.own]
        self.shares: Floats = whose.mean(0)
        self.fold = np.arange(len(personas)) % FOLDS
        self.questions: dict[str, Question] = {}
        self._weights: dict[str, Weights] = {}
        self._left_out: dict[str, Floats] = {}
        for question in questions_of(columns, cells):
            self._learn(question, cells[question.column.name], whose)

    @property
    def people(self) -> int:
        """How many people it has learnt from."""
        return len(self.own)

    def names(self) -> tuple[str, ...]:
        """The columns of its questions."""
        return tuple(self.questions)

    # -- placing ---------------------------------------------------------------------------------------
    def place(self, cells: Mapping[str, Sequence[str]], rows: int) -> Placed:
        """Other people, by their cells; columns that it does not know say nothing."""
        used = [name for name in self.questions if name in cells]
        total = np.zeros((rows, len(self.personas)))
        answered, unknown = np.zeros(rows, np.int64), {}
        for name in used:
            answers, weights = self.questions[name].answers(cells[name]), self._weights[name]
            total += answers.given @ weights.of_level + answers.answered[:, None] * weights.of_answer
            answered += answers.answered
            if answers.unknown:
                unknown[name] = answers.unknown
        return Placed(self.probabilities(total, self.temperature(used)), answered, unknown)

    # -- how well ----------------------------------------------------------------------------------------
    def accuracy(self, names: Sequence[str]) -> Accuracy:
        """With these questions alone, on people who were left out."""
        found = self.probabilities(self.evidence(names), self.temperature(names))
        right = found.argmax(1) == self.own
        sure = found.max(1) >= SURE
        return Accuracy(
            right=float(right.mean()),
            chance=float(self.shares.max()),
            right_when_sure=float(right[sure].mean()) if sure.any() else None,
            sure=float(sure.mean()),
            people=self.people,
        )

    def fit(self, evidence: Floats, temperature: float = 1.0, *, rows: NDArray[np.bool_] | None = None) -> float:
        """Mean log probability of the personas that people of the study have; `rows`: those of whom evidence is."""
        own = self.own if rows is None else self.own[rows]
        found = self.probabilities(evidence, temperature)
        return float(np.log(np.maximum(found[np.arange(len(own)), own], 1e-12)).mean())

    def left_out(self, name: str) -> Floats:
        """What a question says about each person of the study, from the others alone."""
        return self._left_out[name]

    def temperature(self, names: Sequence[str]) -> float:
        """How far to believe the sum of so many questions."""
        evidence = self.evidence(names)
        return max(TEMPERATURES, key=lambda temperature: self.fit(evidence, temperature))

    def evidence(self, names: Sequence[str]) -> Floats:
        """What these questions say about each person of the study, from the others alone."""
        empty = np.zeros((self.people, len(self.personas)))
        return sum((self._left_out[name] for name in names), start=empty)

    def probabilities(self, evidence: Floats, temperature: float) -> Floats:
        """By person, the probability of each persona."""
        scores = temperature * evidence + np.log(self.shares)
        grown = np.exp(scores - scores.max(1, keepdims=True))
        found: Floats = grown / grown.sum(1, keepdims=True)
        return found

    def _learn(self, question: Question, cells: Sequence[str], whose: Floats) -> None:
        answers = question.answers(cells)
        counts, answered = answers.given.T @ whose, answers.answered @ whose
        name = question.column.name
        left_out = np.zeros_like(whose)
        for fold in range(FOLDS):
            rows = np.flatnonzero(self.fold == fold)
            given, said = answers.given[rows], answers.answered[rows]
            weights = question.weights(counts - given.T @ whose[rows], answered - said @ whose[rows])
            left_out[rows] = given @ weights.of_level + said[:, None] * weights.of_answer
        self.questions[name], self._weights[name] = question, question.weights(counts, answered)
        self._left_out[name] = left_out
