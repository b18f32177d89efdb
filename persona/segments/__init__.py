"""Segments before anything is written: what they look like, who fits badly, and what people change about them."""

from __future__ import annotations

from persona.segments.models import Misfit, SegmentPreview, SegmentSketch
from persona.segments.ordering import in_order

__all__ = ["Misfit", "SegmentPreview", "SegmentSketch", "in_order"]
