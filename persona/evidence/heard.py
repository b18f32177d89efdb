"""What was heard in one column, as a writer needs it: themes with the places of their passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from persona.evidence.gathering import Gathered
    from persona.evidence.models import Theme
    from persona.text.comparing import Passages

    Places = NDArray[np.int64]
    Scores = NDArray[np.float64]


class Backed(NamedTuple):
    """A theme and its passages, as places in what was gathered: those counted, and those that are only near."""

    theme: Theme
    places: Places
    scores: Scores
    near: Places
    near_scores: Scores


class Heard(NamedTuple):
    """What was found in one column. `deep`: the first wordings, those that were read with the encoder."""

    gathered: Gathered
    deep: Passages
    themes: tuple[Backed, ...]
