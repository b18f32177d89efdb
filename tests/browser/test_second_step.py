"""Second steps in a real browser: a code from an app, and a passkey that the browser itself makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import App

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(window: Callable[..., Page], app: App) -> Page:
    """A window with a device that makes passkeys; they belong to names, so not to 127.0.0.1."""
    page = window(base_url=app.url.replace("127.0.0.1", "localhost"))
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return page


def test_a_passkey_is_made_and_signs_in_alone(page: Page) -> None:
    journeys.sign_up(page, "paula@supper.example", name="Paula Pass")
    page.goto("/account/security/")
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Password").fill(journeys.PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name").fill("My laptop")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Codes on paper")).to_be_visible()
    page.get_by_role("link", name="I have kept them").click()
    expect(page.get_by_role("link", name="Rename My laptop")).to_be_visible()

    journeys.sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_label("Your account, Paula Pass")).to_be_visible()

    journeys.sign_out(page)
    journeys.sign_in(page, "paula@supper.example")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_label("Your account, Paula Pass")).to_be_visible()
