"""Which sections of a persona are shown, and in which order, as people chose."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from persona.kinds import StatementKind
from persona.models.base import Frozen

SectionId = StatementKind | Literal["story", "unlike", "facts", "fields", "quotes"]


class Sections(Frozen):
    """Sections of personas, chosen and ordered: a matter of looks, nothing of the result goes.

    Example:
        >>> Sections(order=("frustration", "goal"), hidden=("quotes",)).hidden
        ('quotes',)
    """

    order: tuple[SectionId, ...] = Field(
        default=(), max_length=50, description="Those that come first, in this order; the others follow as usual."
    )
    hidden: tuple[SectionId, ...] = Field(default=(), max_length=50, description="Those that are left out.")
