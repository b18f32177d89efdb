"""Segments in a notebook."""

from __future__ import annotations

from persona.exporting.segments import segments_html
from persona.models import Evidence, PersonaConfig, Segment, SegmentationSummary
from persona.segments import Misfit, SegmentationPreview, SegmentSketch

SAID = Evidence(source="a.csv", row=3, line=4, column="Why?", start=0, end=9, quote="<b>no</b>")
SKETCH = SegmentSketch(
    index=1, name="Cats & dogs", suggested="", size=7, share=1.0, is_small=True, fit=0.9, misfits=1, facts=(),
    passages=(SAID,),
)  # fmt: skip
PREVIEW = SegmentationPreview(
    run="r",
    config=PersonaConfig(),
    rows=7,
    summary=SegmentationSummary(
        segments=(Segment(index=1, size=7, share=1.0),),
        strength="none",
        reason="Only 7 people.",
        score=0,
        null_score=0,
        agreement=0,
        between=0,
    ),
    segments=(SKETCH,),
    misfits=(Misfit(row=3, source="a.csv", line=4, segment=1, fit=0.4, other=None, other_fit=0.0),),
    misfits_total=1,
)


def test_a_notebook_shows_segments_and_no_markup_of_the_data() -> None:
    shown = PREVIEW._repr_html_()

    assert shown == segments_html(PREVIEW)
    assert shown.partition("</style>")[2] == (
        '<div class="pw"><p>Only 7 people.</p>\n<article><h3>1. Cats &amp; dogs</h3><p>7 respondents, 100 %</p>'
        '<p class="warning">Few people: read its numbers with care.</p><ul></ul>'
        '<blockquote><mark dir="auto">&lt;b&gt;no&lt;/b&gt;</mark></blockquote></article>'
        "<p><small>Fit badly: 1 respondent. Their rows, worst first: 3</small></p></div>"
    )


def test_a_notebook_says_when_everybody_fits() -> None:
    assert "Everybody fits one segment well." in segments_html(PREVIEW.model_copy(update={"misfits_total": 0}))
