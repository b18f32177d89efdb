"""What people change about groups: renamed, merged, split; everything that is told about them follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from persona.exceptions import ConfigurationError, DataError
from persona.grouping.choice import judge_return
from persona.grouping.grouping import group
from persona.grouping.members import Members
from persona.grouping.summary import between, sizes
from persona.grouping.wording import edit_made
from persona.messages import configuration_error
from persona.models import MAX_PERSONAS, ColumnRole, Merge, Rename, Segment, Split
from persona.numerals import people as in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from persona.grouping.grouping import TextVectors
    from persona.grouping.segmentation import Segmentation
    from persona.models import Column, Edit
    from persona.recoding.answers import Answers

    Names = list[str | None]
    Shorts = NDArray[np.int16]


def edited(
    found: Segmentation,
    edits: Sequence[Edit],
    table: Answers,
    columns: Sequence[Column],
    *,
    seed: int = 0,
    on_progress: Callable[[int, int, str], None] | None = None,
    vectors: TextVectors | None = None,
) -> Segmentation:
    """The groups with these edits made one after the other; the same edits give the same bytes.

    Args:
        vectors: what a sentence model makes of texts, for splitting by meaning as `group` does.

    Raises:
        ConfigurationError: a group is not there, or cannot be split.
    """
    names = [segment.name for segment in found.summary.segments]
    work = _Edited(found, table, columns, seed, vectors, names, [])
    for done, edit in enumerate(edits):
        if on_progress is not None:
            on_progress(done, len(edits), "Changing the groups")
        work.make(edit)
    return work.finished()


@dataclass
class _Edited:
    """Groups on their way from one edit to the next."""

    groups: Segmentation
    table: Answers
    columns: Sequence[Column]
    seed: int
    vectors: TextVectors | None
    names: Names
    told: list[str]

    def make(self, edit: Edit) -> None:
        wanted = edit.segments if isinstance(edit, Merge) else (edit.segment,)
        if missing := [number for number in wanted if not 1 <= number <= len(self.names)]:
            raise configuration_error("unknown_segment", number=missing[0], count=len(self.names))
        if isinstance(edit, Rename):
            self._rename(edit)
        elif isinstance(edit, Merge):
            self._merge(edit)
        else:
            self._split(edit)

    def finished(self) -> Segmentation:
        """The groups, with all that is told about them true again."""
        groups, before = self.groups, self.groups.summary
        people = sizes(groups.assignments[groups.first_rows()] - 1, len(self.names))
        whole = sum(people)
        summary = before.model_copy(
            update={
                "segments": tuple(
                    Segment(index=place, size=size, share=round(size / whole, 6), name=name)
                    for place, (size, name) in enumerate(zip(people, self.names, strict=True), start=1)
                ),
                "reason": " ".join([before.reason, *self.told]),
                "between": between(groups),
                "map": tuple(
                    point.model_copy(update={"segment": int(groups.assignments[point.row - 1])}) for point in before.map
                ),
            }
        )
        return replace(groups, summary=summary)

    # -- the three edits ----------------------------------------------------------------------------
    def _rename(self, edit: Rename) -> None:
        self.names[edit.segment - 1] = " ".join(edit.name.split())

    def _merge(self, edit: Merge) -> None:
        inside = sorted(set(edit.segments))
        if len(inside) < 2:
            raise configuration_error("merge_with_itself", number=inside[0])
        gone = inside[1:]
        moved = [number for number in range(1, len(self.names) + 1) if number not in gone]
        places = {number: moved.index(inside[0] if number in gone else number) + 1 for number in self._numbers()}
        name = next((self.names[number - 1] for number in inside if self.names[number - 1]), None)
        self._renumber(places)
        self.names = [name if number == inside[0] else self.names[number - 1] for number in moved]
        joined = self.groups.second == self.groups.assignments
        self.groups = replace(
            self.groups,
            fit=self.groups.fit + np.where(joined, self.groups.second_fit, np.float32(0)),
            second=np.where(joined, np.int16(0), self.groups.second),
            second_fit=np.where(joined, np.float32(0), self.groups.second_fit),
        )
        self.told.append(edit_made(edit))

    def _split(self, edit: Split) -> None:
        if len(self.names) + edit.into - 1 > MAX_PERSONAS:
            raise configuration_error("too_many_segments", limit=MAX_PERSONAS)
        rows = np.flatnonzero(self.groups.assignments == edit.segment)
        parts = self._parts(edit, rows)
        shift = edit.into - 1
        self._renumber({number: number + shift * (number > edit.segment) for number in self._numbers()})
        unsure = self.groups.second == edit.segment  # which of its parts is next is not known
        fit, second, second_fit = self.groups.fit.copy(), self.groups.second.copy(), self.groups.second_fit.copy()
        second[unsure] = 0
        inside = fit[rows] * parts.second_fit
        closer = inside > second_fit[rows]
        second[rows] = np.where(closer, parts.second + edit.segment - 1, second[rows])
        second_fit[rows] = np.where(closer, inside, second_fit[rows])
        fit[rows] *= parts.fit
        assignments = self.groups.assignments.copy()
        assignments[rows] = parts.assignments + edit.segment - 1
        self.groups = replace(self.groups, assignments=assignments, fit=fit, second=second, second_fit=second_fit)
        self.names[edit.segment - 1 : edit.segment] = [None] * edit.into
        self.told.append(edit_made(edit, parts.summary.agreement))

    def _parts(self, edit: Split, rows: NDArray[np.int64]) -> Segmentation:
        """The groups among the people of one group."""
        people = len(rows) if self.groups.person_of is None else len(np.unique(self.groups.person_of[rows]))
        if people < edit.into:
            raise configuration_error("segment_too_small", number=edit.segment, people=in_words(people), into=edit.into)
        columns = self.columns
        if self.groups.person_of is None:  # each row is a person, in the part as in the whole
            columns = [column for column in columns if column.role is not ColumnRole.ID]
        try:
            members = Members(self.table, rows + 1)
            return group(members, columns, count=edit.into, seed=self.seed, vectors=self.vectors, judge=judge_return)
        except (ConfigurationError, DataError) as exc:
            raise configuration_error("segment_alike", number=edit.segment) from exc

    def _numbers(self) -> range:
        return range(1, len(self.names) + 1)

    def _renumber(self, places: dict[int, int]) -> None:
        new = np.array([0, *(places[number] for number in self._numbers())], dtype=np.int16)
        self.groups = replace(self.groups, assignments=new[self.groups.assignments], second=new[self.groups.second])
