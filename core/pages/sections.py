"""A list of sections to choose and order: what a form holds between two presses of its buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.models import Sections
from persona.sections import ON_PAGES, arranged, ordered, title_of

if TYPE_CHECKING:
    from django.http import QueryDict

    from persona.models import SectionId

STEPS = {"up": -1, "down": 1}


@dataclass(frozen=True)
class Line:
    """One section in the list."""

    section: SectionId
    title: str
    is_shown: bool
    is_first: bool
    is_last: bool
    focus: str
    """The button that was pressed last, where it was one of this line: it has the focus again."""


@dataclass(frozen=True)
class SectionList:
    """All sections in their order, and which of them are shown."""

    order: tuple[SectionId, ...]
    shown: frozenset[SectionId]
    moved: tuple[str, str] = ("", "")
    """The section that was moved last, and by which button."""

    @classmethod
    def of(cls, sections: Sections | None) -> SectionList:
        """As they are now."""
        return cls(ordered(sections, ON_PAGES), frozenset(arranged(sections, ON_PAGES)))

    @classmethod
    def sent(cls, given: QueryDict) -> SectionList:
        """As a form sent them, with one moved a place up or down where its button was pressed; what is unknown goes."""
        first = [section for name in given.getlist("section") for section in ON_PAGES if section == name]
        order = list(ordered(Sections(order=tuple(dict.fromkeys(first))), ON_PAGES))
        shown = frozenset(section for section in order if section in given.getlist("show"))
        for button, step in STEPS.items():
            if (name := given.get(button, "")) and name in order:
                at = next(place for place, section in enumerate(order) if section == name)
                to = min(max(at + step, 0), len(order) - 1)
                order.insert(to, order.pop(at))
                return cls(tuple(order), shown, (name, button))
        return cls(tuple(order), shown)

    @property
    def is_moved(self) -> bool:
        """Whether a button only moved a section: nothing is to be saved yet."""
        return bool(self.moved[1])

    @property
    def lines(self) -> list[Line]:
        last = len(self.order) - 1
        return [
            Line(name, title_of(name), name in self.shown, place == 0, place == last, self._focus(name, place))
            for place, name in enumerate(self.order)
        ]

    def _focus(self, section: SectionId, place: int) -> str:
        """At an end of the list the button that was pressed is gone, and the other one takes the focus."""
        name, button = self.moved
        if section != name:
            return ""
        return "down" if place == 0 else "up" if place == len(self.order) - 1 else button

    @property
    def sections(self) -> Sections:
        """For the library; the usual order is none of one's own."""
        hidden = tuple(section for section in self.order if section not in self.shown)
        return Sections(order=() if self.order == ON_PAGES else self.order, hidden=hidden)
