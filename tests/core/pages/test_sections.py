"""What a form of sections holds between two presses of its buttons."""

from __future__ import annotations

from django.http import QueryDict

from core.pages.sections import SectionList
from persona.models import Sections
from persona.sections import ON_PAGES

ALL = "&".join(f"section={name}&show={name}" for name in ON_PAGES)


def sent(query: str) -> SectionList:
    return SectionList.sent(QueryDict(query))


def test_as_sent_and_unchanged_it_is_the_usual() -> None:
    assert SectionList.of(None) == SectionList.of(Sections()) == sent(ALL)
    assert (sent(ALL).sections, sent(ALL).is_moved) == (Sections(), False)


def test_what_is_kept_comes_back() -> None:
    chosen = Sections(order=("quotes", *(name for name in ON_PAGES if name != "quotes")), hidden=("story", "goal"))

    assert SectionList.of(chosen).sections == chosen


def test_a_button_moves_one_and_keeps_what_is_ticked() -> None:
    found = sent(ALL.replace("show=facts", "") + "&up=facts")

    assert found.order[:3] == ("facts", "story", "fields")
    assert (found.is_moved, found.sections.hidden) == (True, ("facts",))
    assert [line.focus for line in found.lines[:2]] == ["down", ""]


def test_the_ends_stay_and_the_pressed_button_keeps_the_focus() -> None:
    ends = [sent(f"{ALL}&{button}") for button in ("up=story", "down=quotes", "down=story")]

    assert [found.order for found in ends[:2]] == [ON_PAGES, ON_PAGES]
    assert [line.focus for line in ends[2].lines if line.focus] == ["down"]
    assert (ends[2].lines[1].section, ends[1].lines[-1].focus) == ("story", "up")


def test_what_is_unknown_or_sent_twice_is_no_section() -> None:
    found = sent("section=quotes&section=wish&section=quotes&show=wish&up=wish")

    assert sorted(found.order) == sorted(ON_PAGES)
    assert (found.order[0], found.shown, found.is_moved) == ("quotes", frozenset(), False)
