"""The main job: from answers to personas, and from each statement to the words behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, StorageState

    from tests.browser.conftest import Study


def test_from_sample_data_to_the_row_in_the_data(page: Page, study: Study) -> None:
    """The study has been started, checked, generated and watched by clicks and keys already."""
    page.goto(study.run)
    cards = journeys.read_personas(page)
    assert cards.count() >= 3
    expect(page.get_by_role("heading", name=journeys.VERDICT)).to_be_visible()
    expect(page.get_by_role("img", name="Map of people")).to_be_visible()

    name = cards.first.get_by_role("heading").inner_text()
    cards.first.get_by_role("link", name=name).click()
    expect(journeys.title(page)).to_have_text(name)

    statement = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Read their words")).first
    words = statement.locator(".txt").inner_text()
    statement.get_by_role("link", name="Read their words").click()
    drawer = page.get_by_role("complementary", name=words)
    expect(drawer).to_be_focused()
    assert re.search(r"\?e=[0-9a-f-]{36}$", page.url)

    quote = drawer.get_by_role("article").first
    said = quote.locator("mark").inner_text()
    quote.get_by_role("link", name="Open in data").click()
    row = page.get_by_role("row").filter(has=page.locator("mark", has_text=said))
    expect(row).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


def test_drawer_closes_with_escape_and_gives_the_focus_back(page: Page, study: Study) -> None:
    page.goto(study.persona)
    chip = page.get_by_role("link", name="Read their words").first
    chip.click()
    expect(page.locator("#evidence")).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.get_by_role("complementary", name=re.compile("Facts"))).to_be_visible()
    expect(page.locator("#evidence")).to_be_hidden()
    expect(chip).to_be_focused()
    page.go_back()
    expect(page.locator("#evidence")).to_be_visible()


def test_data_search_and_filter_by_persona(page: Page, study: Study) -> None:
    page.goto(f"{study.experiment}data/")
    page.get_by_role("searchbox", name="Search in answers").fill("paper")
    expect(page.get_by_role("status").filter(has_text="contain")).to_have_text(re.compile(r"\d+ rows contain “paper”"))
    everyone = page.locator("tbody tr").count()
    for found in page.locator("tbody tr").all():
        expect(found.locator("mark.find").first).to_have_text(re.compile("paper", re.IGNORECASE))

    group = page.get_by_role("group", name="Persona")
    group.get_by_role("radio").nth(1).check(force=True)
    expect(page).to_have_url(re.compile(r"persona=1"))
    expect(page.get_by_role("cell").filter(has=page.locator(".chip.p")).first).to_be_visible()
    chosen = page.locator("tbody tr").count()

    assert 0 < chosen <= everyone


@pytest.mark.long
def test_the_same_journey_without_javascript(window: Callable[..., Page], ana: StorageState) -> None:
    page = window(storage_state=ana, java_script_enabled=False)
    journeys.start_sample(page, journeys.REAL)
    journeys.wait_for(page, "Does this look right?", reload=True)
    journeys.review(page, count="3")
    journeys.generate(page)
    journeys.wait_for(page, "Your personas are ready", reload=True)
    cards = journeys.read_personas(page)
    assert cards.count() == 3

    cards.first.get_by_role("heading").get_by_role("link").click()
    page.get_by_role("link", name="Read their words").first.click()
    said = page.locator("#evidence mark").first.inner_text()
    page.locator("#evidence").get_by_role("link", name="Open in data").first.click()
    expect(page.locator("tr[aria-current=true] mark")).to_have_text(said)
    page.get_by_role("searchbox").fill("package")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("mark.find").first).to_have_text(re.compile("package", re.IGNORECASE))
