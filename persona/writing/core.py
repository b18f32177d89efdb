"""The core of a statement: what all who say nearly the same have in common, without the details of one of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from persona.writing import lexicon
from persona.writing.corpus import Corpus
from persona.writing.units import Unit

SHARED = 3
"""So many stems in common make two units nearly the same; so many must remain."""
VARIANTS = 4
"""So many other people must show what is detail and what is not."""
ALWAYS = 0.8


def core_of(corpus: Corpus, index: int, kind: str) -> Unit:
    """The unit that others are measured against: "prepared the update on the train" counts "prepared the update".

    The unit itself, unless enough people show which of its words are details.
    """
    unit = corpus.units[index]
    mine = frozenset(unit.stems) - lexicon.GENERIC - lexicon.NEGATIONS
    if len(mine) <= SHARED:
        return unit
    pool = corpus.of_kind(kind)
    telling = corpus.vectors.telling
    shared = np.asarray((telling[pool] @ telling[index].T).toarray()).ravel()
    near = [corpus.units[i] for i in pool[shared >= SHARED].tolist()]
    said: dict[int, set[str]] = {}
    for other in near:
        said.setdefault(other.person, set()).update(mine.intersection(other.stems))
    said.pop(unit.person, None)
    if len(said) < VARIANTS:
        return unit
    times = Counter(stem for stems in said.values() for stem in stems)
    details = {stem for stem in mine if times[stem] < ALWAYS * len(said)}
    if not details or len(mine - details) < SHARED:
        return unit
    return replace(unit, stems=tuple(stem for stem in unit.stems if stem not in details))
