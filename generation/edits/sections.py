"""Which sections the personas of a result show: what people chose for it, else what its team has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accounts.teams.looks import look_of
from generation.edits.models import EditEntry
from persona.models import Sections

if TYPE_CHECKING:
    from generation.runs.models import Run

KIND = "arrange_sections"


def chosen_for(run: Run) -> Sections | None:
    """What people chose for this result; None: nothing that stands."""
    if not run.edited:
        return None
    standing = EditEntry.objects.filter(run=run, kind=KIND, state=EditEntry.State.APPLIED)
    found = standing.order_by("-sequence").values_list("edit", flat=True).first()
    told = found["action"]["sections"] if found else None
    return None if told is None else Sections.model_validate(told)


def sections_of(run: Run) -> Sections | None:
    """What its pages show; None: everything, as usual."""
    own = chosen_for(run)
    return look_of(run.experiment.team).sections if own is None else own
