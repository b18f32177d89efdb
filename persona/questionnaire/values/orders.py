"""Things put in order within one cell: "Price;Speed;Design", the best first."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from persona.questionnaire.values.choices import Choices

_ORDER_WORDS = re.compile(
    r"\b(rank(?:ing|ed)?|prioriti[sz]e|in order of|order of (?:importance|preference)|most important first|rangfolge"
    r"|rangordnung|reihenfolge|priorisier\w*|nach wichtigkeit|classe[zr]|hiérarchise[zr]|par ordre|clasifique"
    r"|ordene|ordena|por orden|por ordem|em ordem|in ordine|rangschik\w*)\b|順位|順番|並べ|排序|순위|순서대로",
    re.IGNORECASE,
)
_LEAST_THINGS, _LEAST_CELLS, _WHOLE = 3, 5, 0.97


def asks_for_order(question: str) -> bool:
    """Whether the words of a question ask to put things in order."""
    return bool(_ORDER_WORDS.search(question))


def first_places(choices: Choices, counts: Mapping[str, int], question: str) -> Counter[str] | None:
    """How many put each thing first; None where the cells are ticks, in which an order says nothing.

    Nearly every cell names every thing, and they stand in more than one order; or the question asks for an order, and
    most cells hold several things.
    """
    cells = [(parts, counts[text]) for text, parts in choices.ticked.items() if parts]
    filled = sum(n for _, n in cells)
    if len(choices.options) < _LEAST_THINGS or filled < _LEAST_CELLS:
        return None
    whole = sum(n for parts, n in cells if set(parts) == choices.options.keys())
    several = sum(n for parts, n in cells if len(parts) > 1)
    orders = len({parts for parts, _ in cells})
    if orders < 2 or not (whole >= _WHOLE * filled or (asks_for_order(question) and several >= 0.5 * filled)):
        return None
    first = Counter(dict.fromkeys(choices.options, 0))
    for parts, n in cells:
        first[parts[0]] += n
    return first
