"""Personas side by side and two runs beside each other: by keyboard, without JavaScript, on a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.looks import DARK_PHONE, LIGHT_DESK, PHONE, complaints, put_on, sideways
from tests.processes import eventually

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, StorageState

    from tests.browser.conftest import Study


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
def test_two_personas_are_chosen_compared_and_taken_along(
    window: Callable[..., Page], study: Study, ana: StorageState, *, with_script: bool
) -> None:
    page = window(storage_state=ana, java_script_enabled=with_script, viewport=PHONE)
    page.goto(f"{study.run}compare/")
    boxes = page.get_by_role("group", name="Personas to compare").get_by_role("checkbox")
    heads = page.locator(".compare thead h2")
    expect(heads).to_have_count(3)
    boxes.nth(0).press("Space")
    page.get_by_label("Only show differences").press("Space")
    page.get_by_role("button", name="Compare").press("Enter")
    expect(heads).to_have_count(2)
    page.wait_for_url(re.compile("differences=1"))
    expect(page.get_by_label("Only show differences")).to_be_checked()
    expect(page.locator(".compare .differs").first).to_contain_text(re.compile("(More|Less) than the others"))
    assert sideways(page) == []

    page.locator(".compare").get_by_role("link", name=re.compile("quote|say", re.IGNORECASE)).first.click()
    expect(page.locator("#evidence")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="Export").click()
    expect(journeys.title(page)).to_have_text("Export")
    ticked = [
        box.is_checked() for box in page.get_by_role("group", name="Which personas?").get_by_role("checkbox").all()
    ]
    assert ticked == [False, True, True, *[False] * (len(ticked) - 3)]


def test_one_persona_alone_is_no_comparison(page: Page, study: Study) -> None:
    page.goto(f"{study.run}compare/?persona=1")
    expect(page.get_by_text("Choose at least two personas")).to_be_visible()


def test_what_changed_between_two_runs(window: Callable[..., Page], study: Study, ana: StorageState) -> None:
    page = window(storage_state=ana, java_script_enabled=False)
    page.goto(f"{study.experiment}settings/")
    page.get_by_label("Look at the groups before").uncheck()
    page.get_by_role("button", name="Next: review").click()
    page.get_by_role("button", name="Generate personas").click()
    page.wait_for_url(re.compile(r"/runs/[0-9a-f-]{36}/$"))
    run = page.url

    def is_done() -> bool:
        page.goto(f"{run}changed/")
        return page.get_by_label("From").count() > 0

    assert eventually(is_done)
    page.get_by_label("From").select_option(value=study.run.rstrip("/").rpartition("/")[2])
    page.get_by_role("button", name="Show").first.click()
    expect(page.locator(".lead2")).to_contain_text("The same answers, grouped twice")
    expect(page.locator(".changes li").first).to_contain_text("comes back with")
    address = page.url

    seen = window(storage_state=ana, bypass_csp=True)
    seen.goto(address)
    for look in (LIGHT_DESK, DARK_PHONE):
        put_on(seen, look)
        assert (sideways(seen), complaints(seen)) == ([], [])
