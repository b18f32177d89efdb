"""The short form: the five to eight questions that place people best, found one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.assigning.placer import FOLDS, SURE, TEMPERATURES
from persona.models import ColumnRole
from persona.models.assigning import Accuracy, FormQuestion, ShortForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.assigning.evidence import Question
    from persona.assigning.placer import Placer

    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

LEAST, MOST = 5, 8
GAIN = 0.005
"""A question beyond `LEAST` must add so much to the mean log probability of people's own personas."""
MOST_OPTIONS = 20
"""With more options a question is no quick one."""
_CLOSED = (ColumnRole.CATEGORY, ColumnRole.MULTIPLE, ColumnRole.RATING, ColumnRole.NUMBER)


def short_form(placer: Placer) -> ShortForm:
    """Closed questions, each the one that tells most beside those before it.

    Questions that were chosen because they place these very people well look better than they are. So the choice is
    made anew without each fifth of the people, and the accuracy is that on the fifth that was left out of both.
    """
    names = [name for name, question in placer.questions.items() if _is_quick(question)]
    chosen = _chosen(placer, names, np.ones(placer.people, bool))
    probabilities, rights = _left_out(placer, names)
    right, sure = probabilities.argmax(1) == placer.own, probabilities.max(1) >= SURE
    accuracy = Accuracy(
        right=float(right.mean()),
        chance=float(placer.shares.max()),
        right_when_sure=float(right[sure].mean()) if sure.any() else None,
        sure=float(sure.mean()),
        people=placer.people,
    )
    return ShortForm(
        questions=tuple(_asked(placer.questions[name], right) for name, right in zip(chosen, rights, strict=False)),
        accuracy=accuracy,
        all_right=placer.accuracy(placer.names()).right,
    )


def _chosen(placer: Placer, names: Sequence[str], rows: Bools) -> list[str]:
    """The best questions for these people, the most telling first."""
    left, chosen = list(names), list[str]()
    evidence = np.zeros((placer.people, len(placer.personas)))[rows]
    before = -np.inf
    while left and len(chosen) < MOST:
        fits = [placer.fit(evidence + placer.left_out(name)[rows], rows=rows) for name in left]
        best = int(np.argmax(fits))
        if len(chosen) >= LEAST and fits[best] < before + GAIN:
            break
        before = fits[best]
        chosen.append(left.pop(best))
        evidence = evidence + placer.left_out(chosen[-1])[rows]
    return chosen


def _left_out(placer: Placer, names: Sequence[str]) -> tuple[Floats, list[float]]:
    """By person, what a form that was made without them gives; and the share placed right after each question."""
    found = np.zeros((placer.people, len(placer.personas)))
    right = np.zeros((MOST, placer.people), bool)
    for fold in range(FOLDS):
        inside, outside = placer.fold == fold, placer.fold != fold
        chosen = _chosen(placer, names, outside)
        whole = placer.evidence(chosen)
        temperature = max(TEMPERATURES, key=lambda each: placer.fit(whole[outside], each, rows=outside))
        found[inside] = placer.probabilities(whole[inside], temperature)
        for step in range(MOST):
            some = placer.evidence(chosen[: step + 1])[inside]
            right[step, inside] = placer.probabilities(some, 1.0).argmax(1) == placer.own[inside]
    return found, [float(step.mean()) for step in right]


def _is_quick(question: Question) -> bool:
    column = question.column
    return column.role in _CLOSED and (len(column.options) <= MOST_OPTIONS or column.role is ColumnRole.RATING)


def _asked(question: Question, right: float) -> FormQuestion:
    column = question.column
    options = column.options
    if column.role is ColumnRole.RATING:
        options = column.scale_words or _places(column.scale)
    return FormQuestion(
        question=column.question,
        column=column.name,
        role=column.role,
        options=() if column.role is ColumnRole.NUMBER else options,
        scale=column.scale,
        right=right,
    )


def _places(scale: tuple[float, float] | None) -> tuple[str, ...]:
    """Each whole place of a scale of numbers."""
    if scale is None or scale[1] - scale[0] > MOST_OPTIONS:
        return ()
    return tuple(str(place) for place in range(int(scale[0]), int(scale[1]) + 1))
