"""From the groups of a run to what people see of them before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.checking import FITS_WELL
from persona.segments.models import HEARD_AT_MOST, MISFITS_AT_MOST, Misfit, SegmentationPreview, SegmentSketch
from persona.writing.archive import FEW_PEOPLE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping import Segmentation
    from persona.models import Segment
    from persona.recoding.answers import PlacedAnswers
    from persona.store import RunFolder
    from persona.writing import Archive


def preview(run: RunFolder, table: PlacedAnswers, groups: Segmentation, archive: Archive | None) -> SegmentationPreview:
    """What the groups look like; without an archive only who is where."""
    rows = groups.first_rows()
    misfits = rows[groups.fit[rows] < FITS_WELL]
    worst = misfits[np.argsort(groups.fit[misfits], kind="stable")][:MISFITS_AT_MOST]
    sketches = () if archive is None else tuple(_sketch(s, groups, rows, archive) for s in groups.summary.segments)
    return SegmentationPreview(
        run=run.id,
        config=run.config,
        rows=int((groups.assignments > 0).sum()),
        summary=groups.summary,
        segments=sketches,
        misfits=() if archive is None else _misfits(worst, table, groups, archive),
        misfits_total=len(misfits),
    )


def _sketch(segment: Segment, groups: Segmentation, rows: NDArray[np.int64], archive: Archive) -> SegmentSketch:
    fit = groups.fit[rows[groups.assignments[rows] == segment.index]]
    drawn = archive.sketch(segment.index)
    return SegmentSketch(
        index=segment.index,
        name=segment.name,
        suggested=drawn.label,
        size=segment.size,
        share=segment.share,
        is_small=segment.size < FEW_PEOPLE,
        fit=round(float(fit.mean(dtype=np.float64)), 4),
        misfits=int((fit < FITS_WELL).sum()),
        facts=drawn.facts,
        passages=drawn.passages,
    )


def _misfits(
    places: NDArray[np.int64], table: PlacedAnswers, groups: Segmentation, archive: Archive
) -> tuple[Misfit, ...]:
    numbers = (places + 1).tolist()
    lines, said = table.lines(numbers), archive.words_of(numbers[:HEARD_AT_MOST])
    return tuple(
        Misfit(
            row=row,
            source=table.source_of(row),
            line=line,
            segment=int(groups.assignments[row - 1]),
            fit=round(float(groups.fit[row - 1]), 4),
            other=int(groups.second[row - 1]) or None,
            other_fit=round(float(groups.second_fit[row - 1]), 4),
            said=said.get(row),
        )
        for row, line in zip(numbers, lines, strict=True)
    )
