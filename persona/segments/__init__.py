"""Segments before anything is written: what they look like, who fits badly, and what people change about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona._deprecated import old_name
from persona.segments.models import Misfit, SegmentationPreview, SegmentSketch
from persona.segments.ordering import in_order

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        return old_name(__name__, name)


__all__ = ["Misfit", "SegmentSketch", "SegmentationPreview", "in_order"]
