"""Talk that does not say who speaks: questions and answers that take turns, without a name before any of them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ASKS = re.compile("(?:[?？؟՞]|(?<=[\u0370-\u03ff]);)[\\s\"'”»)]*$")  # in Greek it is a semicolon
BY_CHANCE = 0.001
"""Paragraphs in any order take turns like this more seldom. Eleven questions, each answered, are just under it."""


def takes_turns(paragraphs: Iterable[str]) -> bool:
    """Whether each question is followed by what is none more often than it is by chance."""
    asked = [bool(_ASKS.search(text)) for text in paragraphs]
    questions = sum(asked[:-1])
    others = len(asked) - sum(asked)
    if not questions or not others:
        return False
    from scipy.special import bdtrc  # late: few files are texts

    answered = sum(first and not second for first, second in pairwise(asked))
    return float(bdtrc(answered - 1, questions, others / (len(asked) - 1))) < BY_CHANCE
