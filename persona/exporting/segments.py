"""Segments before anything is written, as a piece of HTML for notebooks."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from persona.exporting.html import STYLE
from persona.exporting.words import beside
from persona.numerals import counted, percent
from persona.text.languages import html_attributes

if TYPE_CHECKING:
    from persona.segments import SegmentationPreview, SegmentSketch

SHOWN_MISFITS = 10


def segments_html(preview: SegmentationPreview) -> str:
    """Each segment with what sets it apart and people's own words, then who fits badly."""
    articles = "".join(map(_article, preview.segments))
    return (
        f'<style>{STYLE}</style><div class="pw"><p>{escape(preview.summary.reason)}</p>{articles}'
        f"<p><small>{escape(_misfits(preview))}</small></p></div>"
    )


def _article(sketch: SegmentSketch) -> str:
    warning = '<p class="warning">Few people: read its numbers with care.</p>' if sketch.is_small else ""
    facts = "".join(
        f"<li>{escape(fact.label)}: <strong>{escape(fact.value)}</strong> "
        f'<span class="note">{escape(beside(fact))}</span></li>'
        for fact in sketch.facts
    )
    quotes = "".join(
        f"<blockquote><mark{html_attributes(passage.quote)}>{escape(passage.quote)}</mark></blockquote>"
        for passage in sketch.passages
    )
    size = f"{counted(sketch.size, 'respondent')}, {percent(sketch.share)}"
    title = f"<h3>{sketch.index}. {escape(sketch.label)}</h3>"
    return f"\n<article>{title}<p>{size}</p>{warning}<ul>{facts}</ul>{quotes}</article>"


def _misfits(preview: SegmentationPreview) -> str:
    if not preview.misfits_total:
        return "Everybody fits one segment well."
    shown = ", ".join(str(misfit.row) for misfit in preview.misfits[:SHOWN_MISFITS])
    more = " …" if preview.misfits_total > SHOWN_MISFITS else ""
    return f"Fit badly: {counted(preview.misfits_total, 'respondent')}. Their rows, worst first: {shown}{more}"
