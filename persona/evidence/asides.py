"""Asides: what people add to an answer and never answer with ("my brother thinks so, too", "above all on Mondays")."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from persona.evidence.gathering import Gathered

    Places = NDArray[np.int64]

LEAST = 5  # people; of fewer it cannot be told
CHANCE = 0.001
"""How seldom so many passages would all come after another, were they placed as others are, from which they are asides.

Of 146 claims of five real questions, short answers and reviews, none was below .004.
"""


def asides(gathered: Gathered, themes: Iterable[Places]) -> NDArray[np.bool_]:
    """Which passages are of a theme whose passages only ever follow another, by more than chance.

    `themes`: for each the places of its passages in what was gathered. Long answers open with few of their passages:
    there nothing can be told, and nothing is an aside.
    """
    opens = np.diff(gathered.rows, prepend=0) != 0
    answers = int(np.count_nonzero(opens))
    found = np.zeros(len(opens), np.bool_)
    for places in themes:
        others = len(opens) - len(places)
        if others and not opens[places].any():
            people = len(np.unique(gathered.rows[places]))
            found[places] |= people >= LEAST and (1 - min(1.0, answers / others)) ** people < CHANCE
    return found
