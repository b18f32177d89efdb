"""Whose answers passages are chosen from: an even part of every segment, of people who may speak for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from persona.models import Column, ColumnRole
from persona.recoding.cells import rating
from persona.writing.units import Cell

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping import Segmentation
    from persona.recoding.answers import PlacedAnswers

FITS_WELL = 0.7
"""Probability of the own segment from which somebody may speak for it."""
MOSTLY = 0.5
SAMPLE_ROWS = 4_000
"""Passages are chosen from at most so many people; who backs them is counted among all."""


def sample_of(segment_of: NDArray[np.int16], seed: int) -> NDArray[np.int64] | None:
    """Rows (from 0) of an even part of every segment; None when everybody fits in."""
    if len(segment_of) <= SAMPLE_ROWS:
        return None
    rng = np.random.default_rng(seed)
    segments = np.unique(segment_of[segment_of > 0])
    each = SAMPLE_ROWS // len(segments)
    members = (np.flatnonzero(segment_of == segment) for segment in segments)
    return np.sort(np.concatenate([rng.permutation(rows)[:each] for rows in members]))


def typical(segmentation: Segmentation) -> NDArray[np.bool_]:
    """Rows of people who fit their own segment well; everybody, where most of a segment do not."""
    typical = segmentation.fit >= FITS_WELL
    for segment in segmentation.summary.segments:
        members = segmentation.assignments == segment.index
        if typical[members].mean() < MOSTLY:
            typical = typical | members
    return typical


def people_behind(segmentation: Segmentation) -> NDArray[np.int64]:
    people = segmentation.person_of
    return np.arange(len(segmentation.assignments)) if people is None else people


def ratings_of(table: PlacedAnswers, columns: Sequence[Column]) -> NDArray[np.float64] | None:
    """What each row rates the one thing that is rated, nan where it does not; None unless there is one such column."""
    rated = [column for column in columns if column.role is ColumnRole.RATING]
    if len(rated) != 1:
        return None
    found = (rating(text, rated[0]) for text in table.values(rated[0].name))
    return np.array([math.nan if value is None else value for value in found])


def read_cells(
    table: PlacedAnswers, names: Sequence[str], people: NDArray[np.int64], sample: NDArray[np.int64] | None
) -> dict[str, list[Cell]]:
    cells: dict[str, list[Cell]] = {name: [] for name in names}
    if sample is not None and names:
        for found in table.rows_at((sample + 1).tolist()):
            for name in names:
                cells[name].append(Cell(found.row, int(people[found.row - 1]), found.cells[name]))
        return cells
    for first, columns in table.batches(names) if names else ():
        for name, texts in columns.items():
            numbered = zip(people[first - 1 : first - 1 + len(texts)].tolist(), texts, strict=True)
            cells[name] += [Cell(row, person, text) for row, (person, text) in enumerate(numbered, first) if text]
    return cells
