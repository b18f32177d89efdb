"""Correcting a persona: with keys alone, without JavaScript, on a phone; saved, undone and seen by readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.looks import DARK_PHONE, LIGHT_DESK, PHONE, complaints, put_on, sideways

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, StorageState

    from tests.browser.conftest import Study

pytestmark = pytest.mark.long


def lines(page: Page) -> Locator:
    return page.locator(".st.ed")


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_contain_text("Saved", timeout=journeys.PATIENCE)


def test_words_pins_and_marks_by_keys_alone(page: Page, study: Study) -> None:
    page.goto(f"{study.persona}edit/")
    first = lines(page).first
    words = first.locator("a.txt")
    before = words.inner_text()
    words.focus()

    page.keyboard.press("e")
    field = first.get_by_label("Words of the statement")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(words).to_be_focused()

    page.keyboard.press("p")
    expect(page.locator(".st.pinned")).to_have_count(1)
    expect(page.locator(":focus")).to_have_text(before)
    page.keyboard.press("h")
    expect(page.get_by_text("Hidden from readers by")).to_have_count(1)
    expect(page.locator(":focus")).to_have_text(before)
    page.keyboard.press("y")
    expect(page.get_by_text("Right, says")).to_have_count(1)
    saved(page)
    for _ in range(3):  # quicker than the server answers
        page.keyboard.press("Control+z")
    expect(page.locator(".st.pinned, .st.hid")).to_have_count(0)
    expect(page.get_by_text("Right, says")).to_have_count(0)


def test_the_same_without_javascript_and_readers_see_it(
    window: Callable[..., Page], study: Study, ana: StorageState
) -> None:
    page = window(storage_state=ana, java_script_enabled=False, viewport=PHONE)
    page.goto(f"{study.persona}edit/")
    before = lines(page).first.locator("a.txt").inner_text()
    lines(page).first.locator("a.txt").click()
    page.get_by_label("Words of the statement").fill("They say <b>this</b>")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(lines(page).first.locator("a.txt")).to_have_text("They say <b>this</b>")

    page.goto(study.persona)
    expect(page.locator(".st .txt").first).to_have_text("They say <b>this</b>")
    page.goto(f"{study.persona}edit/")
    page.get_by_role("button", name=re.compile("^Undo: you")).click()
    expect(lines(page).first.locator("a.txt")).to_have_text(before)

    page.get_by_role("button", name="Approve this persona").click()
    page.goto(f"{study.persona}edit/")
    expect(lines(page)).to_have_count(0)
    page.get_by_role("button", name="Open for editing").click()
    page.goto(f"{study.persona}edit/")
    expect(lines(page).first.locator("a.txt")).to_have_text(before)


@pytest.mark.parametrize("part", ["edit/", "history/"])
def test_pages_of_editing_fit_a_phone_and_axe_finds_nothing(
    window: Callable[..., Page], study: Study, ana: StorageState, part: str
) -> None:
    page = window(storage_state=ana, viewport=PHONE)
    page.goto(f"{study.persona}{part}")
    assert sideways(page) == []
    page = window(storage_state=ana, bypass_csp=True)
    page.goto(f"{study.persona}{part}")
    for look in (LIGHT_DESK, DARK_PHONE):
        put_on(page, look)
        assert complaints(page) == [], look


def test_a_field_of_ones_own_is_seen_wherever_the_persona_is(
    window: Callable[..., Page], study: Study, ana: StorageState
) -> None:
    page = window(storage_state=ana, java_script_enabled=False, viewport=PHONE, bypass_csp=True)
    page.goto(f"{study.persona}edit/")
    page.get_by_label("Name of a new field").fill("Channel")
    page.get_by_label("What stands in it").fill("By mail\non Fridays")
    page.get_by_role("button", name="Add this field").click()
    expect(page.get_by_label("Channel")).to_have_value("By mail\non Fridays")

    page = window(storage_state=ana, bypass_csp=True)
    for part in (study.persona, f"{study.run}compare/", f"{study.run}present/1/"):
        page.goto(part)
        expect(page.locator("main")).to_contain_text("By mail")
        for look in (LIGHT_DESK, DARK_PHONE):
            put_on(page, look)
            assert (complaints(page), sideways(page)) == ([], []), (part, look)
    page.goto(f"{study.persona}edit/")
    page.get_by_role("button", name=re.compile("^Remove ?: Channel")).click()
    expect(page.get_by_label("Channel")).to_have_count(0)
