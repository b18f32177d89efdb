"""A team's look: given on the page of its settings without JavaScript, seen on every page that has personas."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.looks import DARK_PHONE, LIGHT_DESK, PHONE, complaints, put_on, sideways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page, StorageState

    from tests.browser.conftest import Study

pytestmark = pytest.mark.long
PLUM, PALE_PLUM = "rgb(122, 31, 92)", "rgb(178, 125, 160)"


def logo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (300, 100), "#7a1f5c").save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def settings(window: Callable[..., Page], ana: StorageState) -> Iterator[Page]:
    """The page of the look on a phone, whose fields are empty before and after."""
    page = window(storage_state=ana, java_script_enabled=False, viewport=PHONE)
    page.goto("/team/")
    page.get_by_role("link", name="Look", exact=True).click()
    yield page
    page.get_by_label("Colour of titles").fill("")
    page.get_by_label("Colour of lines").fill("")
    page.get_by_label("Without a logo").check()
    page.get_by_role("button", name="Save").click()


def test_a_look_is_given_and_seen_wherever_personas_are(
    settings: Page, window: Callable[..., Page], study: Study, ana: StorageState
) -> None:
    settings.get_by_label("Colour of titles").fill("plum")
    settings.get_by_role("button", name="Save").click()
    expect(settings.get_by_text("“plum” is no colour that we know.")).to_be_visible()
    settings.get_by_label("Colour of titles").fill("#7a1f5c")
    settings.get_by_label("Colour of lines").fill("#ffdd33")
    settings.get_by_label("Logo").set_input_files({"name": "logo.jpg", "mimeType": "image/jpeg", "buffer": logo()})
    settings.get_by_role("button", name="Save").click()
    expect(settings.get_by_text("Saved. Pages, links and files have this look from now on.")).to_be_visible()
    expect(settings.locator("img.ownlogo")).to_have_js_property("naturalWidth", 300)

    page = window(storage_state=ana, bypass_csp=True)
    for address in (settings.url, study.persona, f"{study.run}present/0/", f"{study.run}present/1/"):
        page.goto(address)
        title = page.locator(".own-title, .sheet h1, .slide h1").first
        for look, colour in ((LIGHT_DESK, PLUM), (DARK_PHONE, PALE_PLUM)):
            put_on(page, look)
            expect(title).to_have_css("color", colour)
            assert (complaints(page), sideways(page)) == ([], []), (address, look)
