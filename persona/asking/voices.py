"""A question that the study itself asked: nothing is searched for, all its answers are the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.text.encoder import sentence_encoder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from persona.asking.index import Index

SAME_QUESTION = 0.72
"""Cosine of two questions from which they ask the same."""
LESS_BY = 0.05
"""How far the next question of the study must be behind: "like best" and "like least" lie near each other."""
ALIKE = 0.6
"""Cosine of two passages that say about the same."""
COMPARED = 2_000
FIRST = 30
"""Voices that are chosen one by one; the others follow in their order."""


def asked_before(index: Index, question: str) -> int | None:
    """The place of the study's own open question that asks the same; None where none does, or two do."""
    if not index.questions:
        return None
    asked = sentence_encoder().encode([question, *index.questions])
    likeness = asked[1:] @ asked[0]
    order = np.argsort(-likeness, kind="stable")
    best = float(likeness[order[0]])
    if best < SAME_QUESTION or (len(order) > 1 and best - float(likeness[order[1]]) < LESS_BY):
        return None
    return int(order[0])


def voices(index: Index, column: int) -> Iterator[tuple[int, float]]:
    """All wordings of a question, with the share of the compared that say about the same.

    First those that most others are like, each thing once; then the rest, the commonest first.
    """
    inside = np.flatnonzero(index.column_of == column)
    kept = np.flatnonzero(index.column_of[index.deep_order] == column)[:COMPARED]
    rows = index.deep_meaning[kept]
    times = np.diff(index.firsts)[index.deep_order[kept]].astype(np.float64)
    near = (rows @ rows.T) >= ALIKE
    open_, chosen = np.ones(len(kept), np.bool_), []
    for _ in range(min(FIRST, len(kept))):
        weight = near @ (times * open_) * open_
        best = int(weight.argmax())
        if weight[best] <= 0:
            break
        chosen.append(int(index.deep_order[kept[best]]))
        yield chosen[-1], float(weight[best] / times.sum())
        open_ &= ~near[best]
    told = set(chosen)
    yield from ((wording, 0.0) for wording in inside.tolist() if wording not in told)
