"""Asking in a browser: by keyboard, without JavaScript, on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, StorageState

    from tests.browser.conftest import Study

pytestmark = pytest.mark.long
QUESTION = "What do they say about shopping lists?"


def test_a_question_leads_to_passages_and_from_there_to_the_person(
    window: Callable[..., Page], study: Study, ana: StorageState
) -> None:
    for scripts in (True, False):
        page = window(storage_state=ana, java_script_enabled=scripts)
        page.goto(f"{study.run}results/")
        box = page.get_by_label("Ask your data")
        box.fill(QUESTION)
        box.press("Enter")
        expect(journeys.title(page)).to_have_text("Ask your data")
        expect(page.locator(".passages li").first).to_be_visible()
        page.get_by_label("Persona").select_option(index=1)
        page.get_by_role("button", name="Show", exact=True).click()
        expect(page.get_by_label("Persona")).not_to_have_value("")
        page.locator(".passages").get_by_role("link", name="All their answers").first.click()
        expect(journeys.title(page)).to_contain_text("Person ")
