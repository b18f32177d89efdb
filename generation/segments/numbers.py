"""How many groups: the numbers that a page offers, each as a small map with a plain sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generation.personas.charts import MapGroup, Spot, map_groups
from generation.segments.models import SegmentDraft
from generation.segments.others import AHEAD, number_found, numbers
from persona.models import SegmentationSummary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
DOTS = 70
HALF = 0.5
"""The small map is drawn in half the width, so that its marks stand out at a fourth of the size."""
WELL, PARTLY = 0.8, 0.5
TOGETHER, TAKEN = 0.6, 0.25
SMALL = 20
EDITED = ("merge", "split")


@dataclass(frozen=True)
class NumberChoice:
    """One number of groups; `drawn` and the sentence are empty until it has been looked at."""

    count: int
    is_chosen: bool
    is_clearest: bool = False
    is_known: bool = False
    is_coming: bool = False
    drawn: Sequence[MapGroup] = ()
    sentence: str = ""


def number_choices(draft: SegmentDraft, called: Sequence[str]) -> list[NumberChoice]:
    """The number of groups before people edited them, and those around it."""
    original = draft.original or draft
    if original.result is None:
        return []
    now = number_found(original)
    others = [other for other in original.others.all() if not _is_without(other, original)]
    beside = {int(other.config["count"] or 0): other for other in others if other.result} | {now: original}
    failed = {other.config["count"] for other in others if other.status == SegmentDraft.Status.FAILED}
    known = {count: _summary(other) for count, other in beside.items()}
    chosen = number_found(draft)
    clearest = max(known, key=lambda count: known[count].score) if len(known) > 1 else None
    is_coming = original.result["rows"] <= AHEAD
    return [
        NumberChoice(
            count=count,
            is_chosen=count == chosen,
            is_clearest=count == clearest and known[count].strength != "none",
            is_known=count in known,
            is_coming=is_coming and count not in known and count not in failed,
            drawn=small_map(known[count]) if count in known else (),
            sentence=" ".join(_said(draft, beside[count], known[count], called, chosen)) if count in known else "",
        )
        for count in numbers(now, original.result["rows"])
    ]


def small_map(summary: SegmentationSummary) -> list[MapGroup]:
    """The map with fewer people, in half the measure."""
    step = -(-len(summary.map) // DOTS) or 1
    drawn = map_groups(summary.map[::step])
    return [MapGroup(g.position, [Spot(round(s.x * HALF, 1), round(s.y * HALF, 1)) for s in g.spots]) for g in drawn]


def _said(
    draft: SegmentDraft, other: SegmentDraft, summary: SegmentationSummary, called: Sequence[str], chosen: int
) -> Iterator[str]:
    """Plain sentences: what becomes of the groups that are shown, whether these come back, and how small they get."""
    count = len(summary.segments)
    if other.overlap and other.original_id == draft.pk and not _is_edited(draft):
        yield from _beside(other.overlap, called)
    if summary.agreement >= WELL:
        yield "The same groups come back when half of the people are left out."
    elif summary.agreement >= PARTLY:
        yield "They come back for the most part when half of the people are left out."
    else:
        yield "They come out differently when half of the people are left out."
    few = sum(segment.size < SMALL for segment in summary.segments)
    if few:
        yield f"{few} of them {'has' if few == 1 else 'have'} fewer than {SMALL} people."
    elif count < chosen:
        yield "Simpler to remember."


def _beside(overlap: Sequence[Sequence[int]], called: Sequence[str]) -> Iterator[str]:
    """Which groups fall together, or come apart, where the table says so clearly."""
    if len(overlap) != len(called):
        return
    mostly = [_mostly(row) for row in overlap]
    for column in sorted({place for place in mostly if place is not None}):
        names = [name for name, at in zip(called, mostly, strict=True) if at == column]
        if len(names) > 1:
            yield f"{', '.join(names[:-1])} and {names[-1]} fall together."
    for name, row in zip(called, overlap, strict=True):
        parts = [
            column
            for column, people in enumerate(row)
            if people >= TAKEN * sum(row) and people >= TOGETHER * sum(line[column] for line in overlap)
        ]
        if len(parts) > 1:
            yield f"{name} comes apart."


def _mostly(row: Sequence[int]) -> int | None:
    """The group in which most of these people are."""
    most = max(range(len(row)), key=row.__getitem__)
    return most if row[most] >= TOGETHER * sum(row) else None


def _summary(draft: SegmentDraft) -> SegmentationSummary:
    return SegmentationSummary.model_validate((draft.result or {})["summary"])


def _is_edited(draft: SegmentDraft) -> bool:
    return any(edit["type"] in EDITED for edit in draft.edits)


def _is_without(other: SegmentDraft, original: SegmentDraft) -> bool:
    return bool(other.config["questions"] != original.config["questions"])
