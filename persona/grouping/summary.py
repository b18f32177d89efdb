"""From solved groups to the `Segmentation` that people see: largest first, with uses of columns and a map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from persona.grouping import wording
from persona.grouping.choice import score
from persona.grouping.linalg import softmax
from persona.grouping.people_map import choose_points, map_points, positions
from persona.grouping.segmentation import Segmentation
from persona.models import ColumnUse, Segment, SegmentationSummary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.choice import CountChoice
    from persona.grouping.people import People
    from persona.grouping.placing import Placed
    from persona.grouping.search import Solved
    from persona.models import Column

    Ints = NDArray[np.int64]

_BETWEEN = 0.6  # of the best two groups, the better one's share below which somebody could belong to either


def one_group(people: People, columns: Sequence[Column], reason: str, solved: Solved | None = None) -> Segmentation:
    """Everybody together."""
    summary = SegmentationSummary(
        segments=(Segment(index=1, size=people.count, share=1.0),),
        strength="none",
        reason=reason,
        columns=_uses(columns, solved),
        between=0,
        **_measures(solved.number.choice if solved else None),
    )
    rows = people.table.rows
    return Segmentation.of(summary, np.ones(rows, np.int16), np.ones(rows, np.float32), people.person_of)


def many_groups(
    people: People, columns: Sequence[Column], solved: Solved, placed: Placed, sampled: Ints
) -> Segmentation:
    """`placed`: everybody; `sampled`: the people by whom the groups were formed."""
    count = placed.scores.shape[1]
    order = largest_first(placed.labels, count)
    labels, membership = np.argsort(order)[placed.labels], softmax(placed.scores[:, order])
    everybody = np.arange(len(labels))
    own = membership[everybody, labels]
    membership[everybody, labels] = -1.0
    second = membership.argmax(1)
    shown = choose_points(labels[sampled], count, solved.problem.seed)
    places = positions(placed.scores[sampled][:, order], solved.problem.points, labels[sampled], count)[shown]
    summary = SegmentationSummary(
        segments=_segments(labels, count),
        strength=solved.number.strength,
        reason=solved.number.reason,
        columns=_uses(columns, solved),
        between=0,
        map=map_points(places, labels[sampled[shown]], people.first_rows[sampled[shown]]),
        **_measures(solved.number.choice),
    )
    found = Segmentation(
        summary,
        assignments=people.rows((labels + 1).astype(np.int16)),
        fit=people.rows(own.astype(np.float32)),
        second=people.rows((second + 1).astype(np.int16)),
        second_fit=people.rows(membership[everybody, second].astype(np.float32)),
        person_of=people.person_of,
    )
    return replace(found, summary=summary.model_copy(update={"between": between(found)}))


def between(groups: Segmentation) -> int:
    """How many people could belong to either of their best two segments."""
    rows = groups.first_rows()
    best, next_ = groups.fit[rows], groups.second_fit[rows]
    return int((np.maximum(best, next_) < _BETWEEN * (best + next_)).sum())


def _measures(choice: CountChoice | None) -> dict[str, Any]:
    if choice is None:
        return {"score": 0.0, "null_score": 0.0, "agreement": 0.0}
    return {
        "score": round(score(choice.best), 6),
        "null_score": round(choice.null_score, 6),
        "agreement": choice.best.agreement,
        "tried": choice.tried,
    }


def largest_first(labels: Ints, count: int) -> Ints:
    """The groups in their new order: by falling size, ties by the first person."""
    sizes = np.bincount(labels, minlength=count)
    first = np.full(count, len(labels))
    groups, at = np.unique(labels, return_index=True)
    first[groups] = at
    return np.lexsort((first, -sizes))


def sizes(labels: NDArray[np.integer[Any]], count: int) -> list[int]:
    """How many people are in each group; `labels` from 0."""
    found: list[int] = np.bincount(labels, minlength=count).tolist()
    return found


def _segments(labels: Ints, count: int) -> tuple[Segment, ...]:
    numbered = enumerate(sizes(labels, count), start=1)
    return tuple(Segment(index=i, size=n, share=round(n / len(labels), 6)) for i, n in numbered)


def _uses(columns: Sequence[Column], solved: Solved | None) -> tuple[ColumnUse, ...]:
    """Every column once, in the table's order."""
    known = {use.name: use for use in solved.uses} if solved else {}
    unusable = solved.unusable if solved else ()
    return tuple(
        known.get(c.name) or ColumnUse(name=c.name, used=False, bits=None, reason=wording.unused(c, unusable))
        for c in columns
    )
