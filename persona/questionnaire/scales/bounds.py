"""The two numbers that a question names, where its cells keep to them: a stretch in a language that nobody listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire.scales.anchors import Anchors, is_plausible
from persona.questionnaire.values.cells import plain_digits, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBER_OF_QUESTION = re.compile(r"^\W*[A-Za-z]{0,3}\d{1,3}\s*[.):]\s")
_NUMBER = re.compile(r"(?<![A-Za-z0-9.,/-])\d{1,3}(?![A-Za-z0-9/%]|[.,]\d)")
_APART = 24  # letters between the two at most
_LEAST_CODES, _MET = 3, 0.6  # of the places between them, how many somebody chose


def find_bounds(question: str, codes: Mapping[int, int]) -> Anchors | None:
    """The ends of a scale: the only two numbers of its question, with all cells between them and near both.

    "1 ile 5 arasında puanlayın" and "Értékelje 1-től 5-ig" need no word that is known, only cells from 1 to 5.
    """
    text = _NUMBER_OF_QUESTION.sub("", plain_digits(shown(question)))
    named = list(_NUMBER.finditer(text))
    if len(named) != 2 or named[1].start() - named[0].end() > _APART:
        return None
    low, high = sorted(int(number[0]) for number in named)
    inside = low <= min(codes) <= low + 2 and high - 1 <= max(codes) <= high
    met = len(codes) >= max(_LEAST_CODES, _MET * (high - low + 1))
    return Anchors(low, high) if inside and met and is_plausible(low, high) else None
