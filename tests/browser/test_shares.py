"""Sharing in a browser: a link made, opened elsewhere with its password, read, presented, judged and closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.looks import DARK_PHONE, LIGHT_DESK, PHONE, complaints, put_on, sideways

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, StorageState

    from tests.browser.conftest import App, Study


def make(page: Page, study: Study, app: App, *, password: str = "", hosts: str = "") -> str:
    """A new link; its address in this installation."""
    page.goto(f"{study.run}share/")
    page.get_by_label("Whom is it for?").fill("Client workshop")
    if password:
        page.get_by_label("Password", exact=True).fill(password)
    else:
        page.get_by_text("Anyone with the link", exact=True).click()
        page.get_by_label("Sites that may show it in a frame").fill(hosts)
    page.get_by_label("Comment", exact=False).check()
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_role("heading", name="The link is ready")).to_be_visible()
    return app.url + "/s/" + page.locator("#url").inner_text().partition("/s/")[2]


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
def test_a_link_from_its_making_to_its_end(
    app: App, window: Callable[..., Page], study: Study, ana: StorageState, *, with_script: bool
) -> None:
    page = window(storage_state=ana, java_script_enabled=with_script)
    address = make(page, study, app, password="soup-ladder-38-window")
    reader = window(viewport=PHONE, java_script_enabled=with_script)
    reader.goto(address)
    reader.get_by_label("Password").fill("not this one")
    reader.get_by_role("button", name="Open").click()
    expect(reader.get_by_role("alert")).to_contain_text("9 tries left")
    reader.get_by_label("Password").fill("soup-ladder-38-window")
    reader.get_by_role("button", name="Open").click()

    reader.get_by_role("article").first.get_by_role("link").first.click()
    expect(journeys.title(reader)).to_be_visible()
    assert sideways(reader) == [] if with_script else True
    reader.get_by_label("Your name").fill("Mira Lang")
    reader.get_by_label("Your comment").fill("Do we know who left?")
    reader.get_by_role("button", name="Send", exact=True).click()
    expect(reader.get_by_text("Do we know who left?")).to_be_visible()
    for group in reader.locator(".likert").all():
        group.get_by_text("6", exact=True).click()
    reader.get_by_role("button", name="Send my view").click()
    expect(reader.get_by_role("status").filter(has_text="Thank you")).to_be_visible()

    page.goto(f"{study.run}share/")
    page.get_by_role("button", name="Close the link Client workshop").first.click()
    reader.goto(address)
    expect(journeys.title(reader)).to_have_text("This page has ended")


def test_slides_by_keyboard(app: App, window: Callable[..., Page], study: Study, ana: StorageState) -> None:
    page = window(storage_state=ana)
    page.goto(f"{study.run}present/")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(r"/present/1/$"))
    page.keyboard.press("End")
    page.wait_for_url(re.compile(r"/present/[2-9]/$"))
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile(r"/present/[1-9]/$"))
    page.keyboard.press("Escape")

    page.wait_for_url(f"{study.run}results/")


def test_a_shared_page_in_every_look(app: App, window: Callable[..., Page], study: Study, ana: StorageState) -> None:
    address = make(window(storage_state=ana), study, app, hosts="www.notion.so")
    frame = address.replace("/s/", "/embed/")
    # axe tries styles of its own, which the content policy refuses with a message.
    reader, member = window(bypass_csp=True), window(bypass_csp=True, storage_state=ana)
    pages = {
        reader: (
            address,
            f"{address}personas/1/",
            f"{address}method/",
            f"{address}present/1/",
            frame,
            f"{app.url}/s/no/",
        ),
        member: (f"{study.run}share/", f"{study.run}feedback/", f"{study.experiment}activity/"),
    }
    for page, addresses in pages.items():
        for each in addresses:
            page.goto(each)
            for look in (LIGHT_DESK, DARK_PHONE):
                put_on(page, look)
                assert (sideways(page), complaints(page)) == ([], []), (each, look)
