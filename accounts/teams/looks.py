"""How a team's results look: its logo, two colours and sections, kept for pages, links and files."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from accounts.audit.services import record
from accounts.teams.models import Team, TeamLook
from persona.exporting.look import OURS, Look, colour_of
from persona.exporting.pictures import LOGO, re_encoded
from persona.models import Sections

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLES = ".sheet h1, .slide h1, .embedded h1, .own-title"
BANDS = ".sheet, .slide, .embedded main, .own-line"
"""What has the colours of a team, on pages that load its stylesheet."""


class Addresses(NamedTuple):
    """Where a page finds a team's look."""

    style: str
    logo: str
    """"" where it has none."""

    @classmethod
    def of(cls, team: Team, base: str) -> Addresses | None:
        """Below `base`, which ends in a slash; None where the team looks as we do."""
        if not team.look:
            return None
        return cls(f"{base}{team.look}.css", f"{base}{team.look}.png" if team.has_logo else "")


def look_of(team: Team) -> Look:
    """The look for exports; ours where the team has none."""
    if not team.look:
        return OURS
    kept = TeamLook.objects.get(pk=team.pk)
    sections = Sections.model_validate(kept.sections) if kept.sections else None
    return Look(titles=kept.titles, lines=kept.lines, logo=bytes(kept.logo) or None, sections=sections)


@transaction.atomic
def change_look(
    *,
    team: Team,
    titles: str | None = None,
    lines: str | None = None,
    logo: bytes | None = None,
    sections: Sections | None = None,
) -> TeamLook:
    """Other colours, logo or sections; None: as before, and nothing (`""`, `b""`, `Sections()`): ours again.

    Raises:
        ConfigurationError: a colour is none, or the logo no picture that we read.
    """
    Team.objects.select_for_update().get(pk=team.pk)
    kept, _ = TeamLook.objects.get_or_create(team=team)
    if titles is not None:
        kept.titles = colour_of(titles)
    if lines is not None:
        kept.lines = colour_of(lines)
    if logo is not None:
        kept.logo = re_encoded(logo, LOGO) if logo else b""
    if sections is not None:
        kept.sections = None if sections == Sections() else sections.model_dump(mode="json")
    kept.save()
    team.look, team.has_logo = _version(kept), bool(kept.logo)
    team.save(update_fields=["look", "has_logo"])
    record("look_changed", team=team.pk, about=team)
    return kept


def _version(kept: TeamLook) -> str:
    """A word that is another one after each change; "" where all is ours."""
    if not (kept.titles or kept.lines or kept.logo or kept.sections):
        return ""
    sections = f"{json.dumps(kept.sections)} " if kept.sections else ""
    told = f"{kept.titles} {kept.lines} {sections}".encode() + bytes(kept.logo)
    return hashlib.blake2b(told, digest_size=8).hexdigest()


def stylesheet(look: Look) -> str:
    """Its colours as rules: colours that the library has checked, and nothing else that anybody wrote."""
    rules = []
    if look.titles:
        rules.append(f"{TITLES} {{ color: light-dark({look.title_ink}, {look.title_glow}); }}")
    if look.lines:
        rules.append(f"{BANDS} {{ border-top: 4px solid light-dark({look.line_ink}, {look.line_glow}); }}")
        rules.append(".sheet { padding-top: 1rem; }")
    return "\n".join(rules) + "\n"


def changes_told(look: Look) -> Iterator[str]:
    """What is shown in place of a colour that could not be read."""
    for what, chosen, ink, glow in (
        ("Titles", look.titles, look.title_ink, look.title_glow),
        ("Lines", look.lines, look.line_ink, look.line_glow),
    ):
        if ink != chosen:
            yield f"{what} on light pages and on paper are shown in {ink}: your colour, darker, so that it can be seen."
        if glow != chosen:
            yield f"{what} on dark pages are shown in {glow}: your colour, lighter, so that it can be seen."
