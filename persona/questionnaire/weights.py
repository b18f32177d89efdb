"""Survey weights that no known word names, by their numbers: above zero, one on average, with many decimals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.reading.asking import is_question

if TYPE_CHECKING:
    from collections.abc import Mapping

_DECIMALS = re.compile(r"(\d{0,3})[.,](\d+)")
_FINE = 3  # decimals; programs leave out the zeros at their end
_LEAST_PEOPLE, _LEAST_WEIGHTS = 30, 5
_MOSTLY = 0.8  # share of cells with three decimals or more
_ONE, _NEARLY_ONE = 0.002, 0.15  # how far from 1 the mean may be; the second where a name hints at a factor
_HIGHEST = 30.0
_FACTOR = re.compile(
    r"(?<![^\W_])(?:w|wt|wg|wf|gw|gew|pond|wag[ai])(?![^\W_])|(?<![^\W_])(?:fa[kc]t(?:or|eur)?|fattore|fator|coef\w*)(?![^\W_])"
    r"|weigh|gewicht|wägung|pondér|ponder|peso|коэф|вес(?![^\W_])|系数|係数|ウェイト|加权|加權|가중|وزن",
    re.IGNORECASE,
)


def weighs(answers: Mapping[str, int], name: str) -> bool:
    """Whether a column of so many cells of each text may be a weight, though its name need not say so.

    Weights are scaled so that they are 1 on average: to a few thousandths where no name hints at a factor.
    """
    people = sum(answers.values())
    parts = {text: found for text in answers if (found := _DECIMALS.fullmatch(text))}
    fine = sum(answers[text] for text, found in parts.items() if len(found[2]) >= _FINE)
    if people < _LEAST_PEOPLE or len(parts) < _LEAST_WEIGHTS or fine < _MOSTLY * people or is_question(name):
        return False
    values = {text: float(f"{found[1] or 0}.{found[2]}") for text, found in parts.items()}
    values |= {text: float(text) for text in answers if text.isdigit()}
    if len(values) < len(answers) or min(values.values()) <= 0 or max(values.values()) > _HIGHEST:
        return False
    if headings.names("count", name) or headings.names("body", name):
        return False
    mean = sum(values[text] * n for text, n in answers.items()) / people
    return abs(mean - 1) <= (_NEARLY_ONE if _FACTOR.search(headings.spoken(name)) else _ONE)
