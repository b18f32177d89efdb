"""The menu of exports: formats that are asked for most, of all personas or of one."""

from __future__ import annotations

import re

import pytest
from django.template import Context, Template

from generation.templatetags.exports import IN_MENU, export_menu
from persona.exporting.formats import FORMATS
from persona.ids import uuid7

RUN = uuid7()
PAGE = f"/runs/{RUN}/export/"


def addresses(persona: int | None = None) -> list[str]:
    return re.findall(r'<a href="([^"]+)"', export_menu(RUN, persona))


def test_a_format_with_a_short_name_is_in_the_menu_and_all_are_behind_it() -> None:
    assert addresses() == [*(f"{PAGE}?format={name}" for name in IN_MENU), f"{PAGE}?"]
    assert {name for name, about in FORMATS.items() if about.short} == IN_MENU.keys() != FORMATS.keys()


def test_one_persona_leaves_alone() -> None:
    assert addresses(2) == [*(f"{PAGE}?format={name}&amp;persona=2" for name in IN_MENU), f"{PAGE}?persona=2"]


@pytest.mark.parametrize("persona", [None, 3])
def test_the_tag_is_markup_in_a_template(persona: int | None) -> None:
    shown = Template("{% load exports %}{% export_menu run persona %}").render(
        Context({"run": RUN, "persona": persona})
    )

    assert shown == export_menu(RUN, persona)
    assert shown.count("<small>") == len(IN_MENU)
