"""Themes of a segment made by hand, for the tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from persona.evidence.models import Theme
from persona.writing.listening import Part
from persona.writing.people import People

if TYPE_CHECKING:
    from collections.abc import Iterable

    from persona.evidence.heard import Heard


def part(label: str, people: Iterable[int], *, level: str = "topic", z: float = 0.0, base: int = 100) -> Part:
    """A theme that these people are counted under; nothing of it was heard."""
    some = People.of(people)
    theme = Theme(label, level, "", "why", label, "need", "neutral", len(some), None, "")  # type: ignore[arg-type]
    none = np.zeros(0, np.int64)
    return Part(theme, cast("Heard", None), none, none.astype(float), none, none.astype(float), some, base, z)
