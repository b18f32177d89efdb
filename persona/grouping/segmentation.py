"""The groups: who belongs where, how well, and the summary for people; saved beside a run."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np

from persona.models import SegmentationSummary

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_ARRAYS, _SUMMARY = "segmentation.npz", "segmentation.json"
_BY_ROW = ("assignments", "fit", "second", "second_fit")


def _placed(values: NDArray[Any], rows: NDArray[np.int64], total: int) -> NDArray[Any]:
    found = np.zeros(total, values.dtype)
    found[rows - 1] = values
    return found


@dataclass(frozen=True)
class Segmentation:
    """The result of `group`. Arrays are in order of the table's rows; segments are numbered from 1, largest first."""

    summary: SegmentationSummary
    assignments: NDArray[np.int16]
    fit: NDArray[np.float32]  # probability of the own segment
    second: NDArray[np.int16]  # the segment that would be next; 0 where there is none, or it is not known
    second_fit: NDArray[np.float32]
    person_of: NDArray[np.int64] | None = None  # by row, people from 0; None where each row is a person

    @classmethod
    def of(
        cls,
        summary: SegmentationSummary,
        assignments: NDArray[np.int16],
        fit: NDArray[np.float32],
        person_of: NDArray[np.int64] | None = None,
    ) -> Segmentation:
        """Groups of which nobody knows where their people would go next."""
        rows = len(assignments)
        return cls(summary, assignments, fit, np.zeros(rows, np.int16), np.zeros(rows, np.float32), person_of)

    def first_rows(self) -> NDArray[np.int64]:
        """The place (from 0) of the first row of each person in a group."""
        grouped = np.flatnonzero(self.assignments > 0)
        if self.person_of is None:
            return grouped
        return grouped[np.unique(self.person_of[grouped], return_index=True)[1]]

    def among(self, rows: NDArray[np.int64], total: int) -> Segmentation:
        """The same groups in a table of `total` rows; `rows` are the numbers of those that were grouped.

        All other rows are in no group: 0.
        """
        if len(rows) == total:
            return self
        person_of = self.person_of
        if person_of is not None:  # a row in no group is a person of its own
            strangers = int(person_of.max(initial=-1)) + 1 + np.arange(total, dtype=np.int64)
            strangers[rows - 1] = person_of
            person_of = strangers
        points = tuple(point.model_copy(update={"row": int(rows[point.row - 1])}) for point in self.summary.map)
        return Segmentation(
            self.summary.model_copy(update={"map": points}),
            person_of=person_of,
            **{name: _placed(getattr(self, name), rows, total) for name in _BY_ROW},
        )

    def told(self, **of_summary: object) -> Segmentation:
        """The same groups, with more said of them in their summary."""
        return replace(self, summary=self.summary.model_copy(update=of_summary))

    def save(self, folder: Path) -> None:
        """Write `segmentation.npz` and `segmentation.json`; the same groups give the same bytes."""
        buffer = BytesIO()
        arrays: dict[str, Any] = {name: getattr(self, name) for name in _BY_ROW}
        if self.person_of is not None:
            arrays["person_of"] = self.person_of
        np.savez_compressed(buffer, **arrays)
        (folder / _ARRAYS).write_bytes(buffer.getvalue())
        text = json.dumps(self.summary.model_dump(mode="json"), ensure_ascii=False, indent=1)
        (folder / _SUMMARY).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Segmentation:
        """What `save` wrote."""
        summary = SegmentationSummary.model_validate_json((folder / _SUMMARY).read_bytes())
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            kept = {name: arrays[name] for name in arrays}
        return cls(summary, **kept) if "second" in kept else cls.of(summary, **kept)
