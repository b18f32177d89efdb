"""Who did something, when, and in which words."""

from __future__ import annotations

from datetime import datetime

from persona.models.base import Frozen


class Stamp(Frozen):
    """Who did something, and when."""

    edit: str
    who: str
    when: datetime


class Wording(Stamp):
    """One of two wordings of the same thing."""

    text: str
