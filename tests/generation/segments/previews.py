"""Groups as a worker finds them, made by hand: pages are tested without grouping anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generation.models import SegmentDraft
from generation.runs.drafts import next_config
from persona.models import Evidence, Fact, MapPoint, PersonaConfig, Segment, SegmentationSummary
from persona.models.segmentation import ColumnUse
from persona.segments import Misfit, SegmentationPreview, SegmentSketch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from experiments.models import Experiment
    from persona.models import Edit

SIZES = (50, 30, 20)


def said(quote: str) -> Evidence:
    return Evidence(source="a.csv", row=3, line=4, column="Why?", start=0, end=len(quote), quote=quote)


def share(label: str, count: int, base: int, everyone: float) -> Fact:
    """So many of a group gave this answer, beside the share of everyone."""
    return Fact(
        kind="share", column="Plan", label=label, value=f"{100 * count / base:.0f} %", everyone=f"{everyone:.0%}",
        comparison="", direction="more", option=label, count=count, base=base, share=count / base,
        everyone_share=everyone,
    )  # fmt: skip


def preview(
    sizes: Sequence[int] = SIZES,
    *,
    edits: tuple[Edit, ...] = (),
    names: Sequence[str | None] = (),
    facts: Sequence[tuple[Fact, ...]] = (),
    strength: Any = "clear",
    agreement: float = 0.9,
    score: float = 0.5,
    one_question: str | None = None,
) -> SegmentationPreview:
    """Groups of these sizes, each with a quote; the last person of the first fits badly."""
    whole = sum(sizes)
    called = [names[place] if place < len(names) else None for place in range(len(sizes))]
    segments = tuple(
        Segment(index=place, size=size, share=size / whole, name=name)
        for place, (size, name) in enumerate(zip(sizes, called, strict=True), start=1)
    )
    return SegmentationPreview(
        run="r",
        config=PersonaConfig(edits=edits),
        rows=whole,
        summary=SegmentationSummary(
            segments=segments, strength=strength, reason="Because.", score=score, null_score=0.1, agreement=agreement,
            between=1, one_question=one_question,
            columns=(ColumnUse(name="Plan", used=True, reason=""), ColumnUse(name="Age", used=True, reason="")),
            map=tuple(
                MapPoint(row=10 * s.index + n, x=s.index + n / 9, y=n / 3, segment=s.index)
                for s in segments for n in range(3)
            ),
        ),
        segments=tuple(
            SegmentSketch(
                index=s.index, name=s.name, suggested=f"People of kind {s.index}", size=s.size, share=s.share,
                is_small=s.size < 30, fit=0.9, misfits=int(s.index == 1),
                facts=facts[s.index - 1] if facts else (share("Sunday", s.size // 2, s.size, 0.2),),
                passages=(said(f"Words of <i>{s.index}</i>"),),
            )
            for s in segments
        ),
        misfits=(
            Misfit(
                row=3, source="a.csv", line=4, segment=1, fit=0.4, other=2 if len(sizes) > 1 else None, other_fit=0.3,
                said=said("A bit of both"),
            ),
        ),
        misfits_total=1,
    )  # fmt: skip


def draft_of(experiment: Experiment, found: SegmentationPreview | None = None, **fields: Any) -> SegmentDraft:
    """A draft of the page, with the settings of now; ready where something was found."""
    if "config" not in fields:
        fields["config"] = next_config(experiment).model_dump(mode="json", exclude={"edits"})
    if found is not None:
        edits = [edit.model_dump(mode="json") for edit in found.config.edits]
        fields = {"status": SegmentDraft.Status.READY, "version": 1, "edits": edits} | fields
    result = None if found is None else found.model_dump(mode="json")
    return SegmentDraft.objects.create(experiment=experiment, for_page=True, result=result, **fields)
