"""Getting in, out, and back in with a new password."""

from __future__ import annotations

import email
import re
from email import policy
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser import journeys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import App


def test_sign_out_and_in_again(window: Callable[..., Page]) -> None:
    page = window()
    journeys.sign_up(page, "olga@supper.example", name="Olga Out")

    journeys.sign_out(page)
    expect(journeys.title(page)).to_have_text("Welcome back")
    journeys.sign_in(page, "olga@supper.example")

    expect(page.get_by_label("Your account, Olga Out")).to_be_visible()


def test_a_page_asked_for_is_reached_after_signing_in(window: Callable[..., Page]) -> None:
    page = window()
    journeys.sign_up(page, "nia@supper.example")
    journeys.sign_out(page)

    page.goto("/experiments/new/")
    journeys.sign_in(page, "nia@supper.example")

    expect(journeys.title(page)).to_have_text("What are you studying?")


def test_wrong_password_says_so_and_keeps_the_address(window: Callable[..., Page]) -> None:
    page = window()
    page.goto("/account/login/")

    journeys.sign_in(page, "nobody@supper.example", "not-the-password-at-all")

    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("E-mail")).to_have_value("nobody@supper.example")


def test_a_short_password_is_explained_beside_its_field(window: Callable[..., Page]) -> None:
    page = window()
    page.goto("/account/signup/")
    page.get_by_label("E-mail").fill("short@supper.example")
    page.get_by_label("Password").fill("sunday")
    page.get_by_role("button", name="Create account").click()

    expect(page.get_by_label("Password")).to_have_accessible_description(re.compile("12 characters"))
    expect(page.get_by_label("Password")).to_have_attribute("aria-invalid", "true")


def test_password_reset_by_the_mailed_link(window: Callable[..., Page], app: App) -> None:
    page = window()
    journeys.sign_up(page, "rosa@supper.example")
    journeys.sign_out(page)

    page.get_by_role("link", name="Forgot it?").click()
    page.get_by_label("E-mail").fill("rosa@supper.example")
    page.get_by_role("button", name="Send the link").click()
    expect(journeys.title(page)).to_have_text("Look at your mail")
    page.goto(mailed_link(app.data / "mail", "rosa@supper.example"))
    page.get_by_label("New password").fill("another-long-pass-phrase")
    page.get_by_role("button", name="Save password").click()
    expect(journeys.title(page)).to_have_text("Your password is changed")
    page.get_by_role("link", name="Sign in").click()
    journeys.sign_in(page, "rosa@supper.example", "another-long-pass-phrase")

    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def mailed_link(folder: Path, to: str) -> str:
    """The address in the newest mail to `to` that sets a password."""
    for path in sorted(folder.glob("*.eml"), reverse=True):
        mail = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        link = re.search(r"http\S+/password/reset/key/\S+", mail.get_body(("plain",)).get_content())
        if mail["To"] == to and link:
            return link[0]
    raise AssertionError(f"no mail to {to} with a link in {folder}")
