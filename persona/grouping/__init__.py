"""Group: people who answer alike, the number of groups with its reason, and honesty where there are none."""

from __future__ import annotations

from persona.grouping.editing import edited
from persona.grouping.grouping import group
from persona.grouping.segmentation import Segmentation

__all__ = ["Segmentation", "edited", "group"]
