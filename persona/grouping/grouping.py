"""`group`: from a table and its columns to a `Segmentation`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import threadpool_limits

from persona.grouping import layout2d, wording
from persona.grouping.encoding import Encoding
from persona.grouping.linalg import softmax
from persona.grouping.placing import Placement
from persona.grouping.segmentation import Segmentation
from persona.grouping.solving import Solved, solve
from persona.messages import configuration_error, data_error
from persona.models import ColumnUse, Segment, SegmentationSummary
from persona.profiling.basis import USABLE
from persona.profiling.values import says_nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from persona.models import Column
    from persona.table import Table

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

SAMPLE_PEOPLE = 20_000
LEAST_PEOPLE = 20  # below, no number of groups is chosen
_CLEARLY = 0.6  # of the best two groups


def group(
    table: Table,
    columns: Sequence[Column],
    *,
    count: int | None = None,
    seed: int = 0,
    on_progress: Callable[[int, int, str], None] | None = None,
) -> Segmentation:
    """Group the people in a table by the columns whose `basis` is true.

    Args:
        count: how many groups; None chooses the number, or one group where the data show none.
        on_progress: told (steps done, steps in all, what is being done); may raise `Cancelled`.

    Raises:
        ConfigurationError: no column can form groups, or more groups than people are asked for.
        DataError: there is (almost) no answer in the data.
    """
    if count is not None and count > table.rows:
        raise configuration_error("too_few_rows", rows=table.rows, count=count)
    basis = [column for column in columns if column.basis and column.role in USABLE]
    if not basis:
        raise configuration_error("no_answers")
    with threadpool_limits(limits=1):  # sums in another order would give other bytes
        return _Grouping(table, columns, basis, count, seed, _Steps(on_progress, count)).run()


class _Steps:
    """Counts steps; the number of steps is an estimate that is never passed."""

    def __init__(self, tell: Callable[[int, int, str], None] | None, count: int | None) -> None:
        self._tell, self._done, self._total = tell, 0, 16 if count is None else 4

    def __call__(self, message: str) -> None:
        if self._tell is not None:
            self._tell(min(self._done, self._total - 1), self._total, message)
        self._done += 1

    def finish(self) -> None:
        if self._tell is not None:
            self._tell(self._total, self._total, "Groups are ready")


@dataclass
class _Grouping:
    table: Table
    columns: Sequence[Column]
    basis: list[Column]
    count: int | None
    seed: int
    step: _Steps

    def run(self) -> Segmentation:
        self.step("Reading the answers")
        rows, cells = self._sample()
        if sum(not says_nothing(cell) for answers in cells.values() for cell in answers) < 3:
            raise data_error("too_few_answers")
        encoding = Encoding(self.basis, cells)
        features = encoding.encode(cells)
        if len(rows) < LEAST_PEOPLE and self.count is None:
            return self._one(wording.reason_for_too_few(len(rows), LEAST_PEOPLE), ())
        if not features:
            if (self.count or 1) > 1:
                raise configuration_error("all_alike", count=self.count)
            return self._one(wording.REASON_ALIKE, ())
        solved = solve(features, self.count, self.seed, self.step)
        if solved.solution is None:
            return self._one(self._reason(solved), solved.uses, solved)
        return self._many(solved, encoding, rows)

    def _sample(self) -> tuple[Ints, dict[str, list[str]]]:
        """All people, or a seeded sample of 20,000; their row numbers and cells."""
        names = [column.name for column in self.basis]
        cells: dict[str, list[str]] = {name: [] for name in names}
        if self.table.rows <= SAMPLE_PEOPLE:
            for _, batch in self.table.batches(names):
                for name in names:
                    cells[name] += batch[name]
            return np.arange(1, self.table.rows + 1), cells
        rng = np.random.default_rng([self.seed, 1])
        rows = np.sort(rng.choice(self.table.rows, SAMPLE_PEOPLE, replace=False)) + 1
        for first, batch in self.table.batches(names):
            size = len(batch[names[0]])
            inside = rows[(rows >= first) & (rows < first + size)] - first
            for name in names:
                column = batch[name]
                cells[name] += [column[i] for i in inside.tolist()]
        return rows, cells

    def _many(self, solved: Solved, encoding: Encoding, rows: Ints) -> Segmentation:
        assert solved.solution is not None
        fit, count = solved.solution.fit, solved.solution.fit.scores.shape[1]
        self.step("Placing everybody")
        scores = fit.scores
        labels = fit.labels
        if self.table.rows > len(rows):
            scores = self._place_all(Placement.of(encoding, solved.problem.model, fit))
            labels = scores.argmax(1)
        rank = _largest_first(labels, count)
        labels = rank[labels]
        order = np.argsort(rank)
        membership = softmax(scores[:, order])
        own = membership[np.arange(len(labels)), labels]
        two = np.sort(membership, axis=1)[:, -2:]
        shown = layout2d.choose_points(labels, count, self.seed)
        places = layout2d.positions(fit.scores[:, order], rank[fit.labels], count)
        if self.table.rows > len(rows):
            shown = layout2d.choose_points(rank[fit.labels], count, self.seed)
            points = layout2d.map_points(places, rank[fit.labels], rows, shown)
        else:
            points = layout2d.map_points(places, labels, rows, shown)
        summary = SegmentationSummary(
            segments=_segments(labels, count), strength=self._strength(solved), reason=self._reason(solved),
            score=_score(solved), null_score=_null(solved), agreement=_agreement(solved), tried=_tried(solved),
            columns=self._uses(solved.uses, encoding.unusable), between=int((two[:, 1] < _CLEARLY * two.sum(1)).sum()),
            map=points,
        )  # fmt: skip
        self.step.finish()
        return Segmentation(summary, (labels + 1).astype(np.int16), own.astype(np.float32))

    def _place_all(self, placement: Placement) -> Floats:
        names = [column.name for column in self.basis]
        return np.concatenate([placement.scores(batch) for _, batch in self.table.batches(names)])

    def _one(self, reason: str, uses: tuple[ColumnUse, ...], solved: Solved | None = None) -> Segmentation:
        rows = self.table.rows
        summary = SegmentationSummary(
            segments=(Segment(index=1, size=rows, share=1.0),), strength="none", reason=reason,
            score=_score(solved), null_score=_null(solved), agreement=0.0, tried=_tried(solved),
            columns=self._uses(uses, {}), between=0,
        )  # fmt: skip
        self.step.finish()
        return Segmentation(summary, np.ones(rows, np.int16), np.ones(rows, np.float32))

    def _strength(self, solved: Solved) -> str:
        if solved.choice is not None:
            return solved.choice.strength
        return "clear" if _score(solved) >= 0.3 and _agreement(solved) >= 0.5 else "weak"

    def _reason(self, solved: Solved) -> str:
        if solved.choice is not None:
            return wording.reason_for_choice(solved.choice)
        return wording.reason_for_given(self.count or 1, solved.tried)

    def _uses(self, uses: tuple[ColumnUse, ...], unusable: dict[str, str]) -> tuple[ColumnUse, ...]:
        known = {use.name: use for use in uses}
        out = []
        for column in self.columns:
            if column.name in known:
                out.append(known[column.name])
            else:
                reason = f"set aside: {unusable[column.name]}" if column.name in unusable else wording.DESCRIBES
                out.append(ColumnUse(name=column.name, used=False, bits=None, reason=reason))
        return tuple(out)


def _largest_first(labels: Ints, count: int) -> Ints:
    """The new number of each group: by falling size, ties by the first person."""
    sizes = np.bincount(labels, minlength=count)
    first = [int(np.argmax(labels == g)) if sizes[g] else len(labels) for g in range(count)]
    order = sorted(range(count), key=lambda g: (-sizes[g], first[g]))
    rank = np.empty(count, np.int64)
    rank[order] = np.arange(count)
    return rank


def _segments(labels: Ints, count: int) -> tuple[Segment, ...]:
    sizes = np.bincount(labels, minlength=count).tolist()
    return tuple(Segment(index=i, size=n, share=round(n / len(labels), 6)) for i, n in enumerate(sizes, start=1))


def _score(solved: Solved | None) -> float:
    if solved is None:
        return 0.0
    if solved.choice is not None:
        return round(solved.choice.score, 6)
    return round(solved.tried.shared_bits * solved.tried.agreement, 6) if solved.tried else 0.0


def _null(solved: Solved | None) -> float:
    return round(solved.choice.null_score, 6) if solved and solved.choice else 0.0


def _agreement(solved: Solved) -> float:
    if solved.choice is not None:
        return solved.choice.best.agreement
    return solved.tried.agreement if solved.tried else 0.0


def _tried(solved: Solved | None):
    if solved is None:
        return ()
    if solved.choice is not None:
        return solved.choice.tried
    return (solved.tried,) if solved.tried else ()
