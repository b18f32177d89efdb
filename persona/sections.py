"""Sections of a persona as people chose and ordered them: for pages, links, files and the terminal alike."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from persona.kinds import KINDS, order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.models import Persona
    from persona.models.sections import SectionId, Sections

_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "story": "Story",
        "facts": "Numbers",
        "fields": "Added by people",
        "unlike": "Unlike the others",
        "quotes": "In their words",
    }
)
_BEGIN: tuple[SectionId, ...] = ("story", "facts", "fields", "unlike")
USUAL: tuple[SectionId, ...] = (*_BEGIN, *sorted(KINDS, key=order), "quotes")
"""All sections as they stand in texts where nobody chose."""
ON_PAGES: tuple[SectionId, ...] = (*_BEGIN, *sorted(KINDS, key=lambda kind: KINDS[kind].section), "quotes")
"""The same on pages and sheets, where what people want and what annoys them stand on top."""


def title_of(section: SectionId) -> str:
    """What a section is called: "Goals"."""
    return _TITLES.get(section) or next(about.heading for kind, about in KINDS.items() if kind == section)


def ordered(sections: Sections | None, usual: Sequence[SectionId] = USUAL) -> tuple[SectionId, ...]:
    """All sections in the order that was chosen, those too that are left out."""
    first = () if sections is None else sections.order
    return tuple(dict.fromkeys((*first, *usual)))


def arranged(sections: Sections | None, usual: Sequence[SectionId] = USUAL) -> tuple[SectionId, ...]:
    """The sections that are shown, in their order."""
    hidden = () if sections is None else sections.hidden
    return tuple(section for section in ordered(sections, usual) if section not in hidden)


def filled(persona: Persona, sections: Sections | None) -> list[tuple[str, SectionId]]:
    """The shown sections in which this persona has something, the first of each part with what stands above the part.

    Kinds of statements in their order are held together by their part ("Who they are"); "" for all others.
    """
    there = _there(persona)
    found, before = [], ""
    for section in arranged(sections):
        if section in there:
            part = part_of(section)
            found.append(("" if part == before else part, section))
            before = part
    return found


def part_of(section: SectionId) -> str:
    """What stands above several sections that belong together; "" where it stands alone."""
    return next((about.part for kind, about in KINDS.items() if kind == section), "")


def _there(persona: Persona) -> set[SectionId]:
    found: set[SectionId] = {said.kind for said in persona.statements}
    parts: dict[SectionId, object] = {
        "story": persona.summary,
        "facts": persona.facts,
        "fields": persona.fields,
        "unlike": persona.unlike,
        "quotes": persona.quotes,
    }
    return found | {section for section, held in parts.items() if held}


def shown_of(persona: Persona, sections: Sections | None) -> Persona:
    """The persona with what is shown of it alone."""
    if sections is None or not sections.hidden:
        return persona
    hidden = sections.hidden
    changes: dict[str, object] = {"statements": tuple(said for said in persona.statements if said.kind not in hidden)}
    changes |= {name: () for name in ("facts", "fields", "unlike", "quotes") if name in hidden}
    changes |= {"story": (), "summary": ""} if "story" in hidden else {}
    return persona.model_copy(update=changes)


def told(sections: Sections | None) -> str:
    """For a history: "Frustrations, Goals, Story …; without Numbers"; "" where nobody chose."""
    if sections is None:
        return ""
    shown = ", ".join(map(title_of, arranged(sections, ON_PAGES)))
    hidden = ", ".join(title_of(section) for section in ON_PAGES if section in sections.hidden)
    return f"{shown}; without {hidden}" if hidden else shown
