"""Frames: the groups of one wave as a measure for both. Who of either wave answers like each of them?

Naive Bayes over all answers, learnt from four fifths of a wave and tried on the rest: people of both waves are placed
by what was learnt without them, so both are measured alike. Who answers less like the group than nineteen in twenty of
its own people do is like none, wherever they would go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.assigning.evidence import LEAST, PRIOR, PRIOR_WORDS, questions_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.assigning.evidence import Answers, Question
    from persona.comparing.reading import Alike

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

FOLDS = 5
STRANGER = 0.05
"""Share of a group's own people who answer too little like it."""


class Block(NamedTuple):
    """One question and the answers of everybody."""

    question: Question
    answers: Answers


class Frame(NamedTuple):
    """By person: the group of this wave that they are most like, and whether they are like it at all."""

    personas: tuple[int, ...]
    nearest: Ints
    fits: Bools

    def like(self, persona: int) -> Bools:
        """Who answers like this group."""
        found: Bools = (self.nearest == persona) & self.fits
        return found


def blocks_of(alike: Alike) -> list[Block]:
    """The telling questions, with what both waves answered."""
    found = questions_of(alike.telling, alike.cells)
    return [Block(question, question.answers(alike.cells[question.column.name])) for question in found]


def frame(blocks: Sequence[Block], rows: Ints, own: Ints, people: int) -> Frame:
    """What a wave's groups say of everybody.

    Args:
        blocks: the answers.
        rows: the places of the wave's people among all.
        own: the group of each of them.
        people: of both waves.
    """
    personas = tuple(np.unique(own).tolist())
    whose = np.zeros((people, len(personas)))
    whose[rows, np.searchsorted(personas, own)] = 1.0
    scores, typical = np.zeros((people, len(personas))), np.zeros((people, len(personas)))
    is_own = np.asarray(whose.any(1), bool)
    fold = np.arange(people) % FOLDS
    for each in range(FOLDS):
        inside = np.flatnonzero(fold == each)
        taught = whose * (fold != each)[:, None]
        for block in blocks:
            score, fit = _score(block, taught, inside)
            scores[inside] += score
            typical[inside] += fit
    nearest = scores.argmax(1)
    return Frame(personas, np.array(personas)[nearest], _fits(nearest, typical, is_own))


def told_apart(blocks: Sequence[Block], one: Bools, two: Bools) -> float:
    """How well two sets of people are told apart by their answers: 0 as by chance, 1 always."""
    rows = np.flatnonzero(one | two)
    some = [
        Block(
            block.question,
            block.answers._replace(given=block.answers.given[rows], answered=block.answers.answered[rows]),
        )
        for block in blocks
    ]
    own = two[rows].astype("int64")
    found = frame(some, np.arange(len(rows)), own, len(rows)).nearest
    return max(0.0, float((found == own)[own == 0].mean() + (found == own)[own == 1].mean()) - 1)


def _fits(nearest: Ints, typical: Floats, is_own: Bools) -> Bools:
    found = np.ones(len(nearest), bool)
    for group in range(typical.shape[1]):
        mine = nearest == group
        if (mine & is_own).any():
            least = np.quantile(typical[mine & is_own, group], STRANGER)
            found[mine] = typical[mine, group] >= least
    return found


def _score(block: Block, whose: Floats, inside: Ints) -> tuple[Floats, Floats]:
    """By person and group: how likely the answers are, and how much likelier or less so than the group's own are."""
    counts, answered = block.answers.given.T @ whose, block.answers.answered @ whose
    given, said = block.answers.given[inside], block.answers.answered[inside][:, None]
    everyone = counts.sum(1, keepdims=True)
    if block.question.vocabulary is not None:
        whole = np.maximum(everyone / max(everyone.sum(), 1.0), LEAST / 100)
        own = (counts + PRIOR_WORDS * whole) / (counts.sum(0, keepdims=True) + PRIOR_WORDS)
        score = given @ np.log(own / whole)
        return score, np.zeros_like(score)  # words are too many and too rare to say who is like nobody
    whole = np.clip(everyone / max(answered.sum(), 1.0), LEAST, 1 - LEAST)
    own = np.clip((counts + PRIOR * whole) / (answered + PRIOR), LEAST, 1 - LEAST)
    if block.question.is_set:
        score = given @ (np.log(own) - np.log(1 - own)) + said * np.log(1 - own).sum(0)
        usual = (own * np.log(own) + (1 - own) * np.log(1 - own)).sum(0)
    else:
        own = own / own.sum(0, keepdims=True)
        score = given @ np.log(own)
        usual = (own * np.log(own)).sum(0)
    return score, score - said * usual
