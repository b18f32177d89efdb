"""The steps that people take, found by role and label; a journey is some of them in a row."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError, expect  # noqa: A004 -- its own, not Python's

from persona.samples import sample
from tests.processes import eventually

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

PASSWORD = "a-long-enough-pass-phrase"
INVENTED, REAL = (sample(key).name for key in ("planning-invented", "r-users"))
INVENTED_FILE = sample("planning-invented").path
# Milliseconds. A page takes hundredths of a second, a run of a small file takes seconds; on a busy machine more.
A_SECOND, A_MOMENT, PATIENCE = 1_000, 30_000, 60_000
VERDICT = re.compile("Ready to present|Present with care|Do not present yet")


def title(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def sign_up(page: Page, email: str, name: str = "Ana Berg") -> None:
    page.goto("/account/signup/")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("e-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    expect(title(page)).to_have_text("Turn your research into personas")


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.get_by_label("e-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Page) -> None:
    page.get_by_label("Your account").click()
    page.get_by_role("button", name="Sign out").click()


def describe(page: Page, name: str) -> None:
    page.goto("/experiments/new/")
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Next: upload").click()
    expect(title(page)).to_have_text("Upload your data")


def upload(page: Page, path: Path) -> None:
    """Choose the file; with JavaScript that sends it, without it the button does."""
    page.get_by_label("Drop your files here").set_input_files(path)


def see_check(page: Page) -> None:
    expect(title(page)).to_have_text("Does this look right?", timeout=PATIENCE)
    page.wait_for_load_state()  # what stands below the heading may still arrive


def unfold(page: Page, *headings: str) -> None:
    """Open these sections of the check page by keyboard: a page that still moves a little can lose a click."""
    for heading in headings:
        section = page.locator("details.qsec").filter(has=page.get_by_role("heading", name=heading))
        if section.get_attribute("open") is None:
            section.locator("> summary").press("Enter")
        expect(section).to_have_attribute("open", "")


def wait_for(page: Page, wanted: str, *, reload: bool) -> None:
    """Until the page has this title; without JavaScript a person loads it again and again."""
    if not reload:
        expect(title(page)).to_have_text(wanted, timeout=PATIENCE)
        return
    deadline = time.monotonic() + PATIENCE / 1000
    found = title(page).filter(has_text=wanted)
    while time.monotonic() < deadline:
        with suppress(TimeoutError):  # a page that a button asked for comes first: loading again would break it off
            found.wait_for(timeout=A_SECOND)
            return
        page.reload()
    raise AssertionError(title(page).inner_text())


def start_sample(page: Page, name: str = INVENTED) -> None:
    page.goto("/")
    if page.get_by_role("search").is_visible():
        page.locator("summary", has_text="New experiment").click()
    page.get_by_role("button", name=name).click()
    page.wait_for_url(re.compile(r"/experiments/[0-9a-f-]{36}/"))


def review(page: Page, *, count: str = "Let us decide") -> None:
    """From the data check through the settings to the review."""
    page.get_by_role("button", name="Next: settings").click()
    expect(title(page)).to_have_text("How should we work?")
    page.get_by_label(count, exact=True).check()
    page.get_by_label("Look at the groups before").uncheck()
    page.get_by_role("button", name="Next: review").click()
    expect(title(page)).to_have_text("Ready to go")


def generate(page: Page) -> None:
    page.get_by_role("button", name="Generate personas").click()
    page.wait_for_url(re.compile(r"/runs/[0-9a-f-]{36}/$"))


def read_personas(page: Page) -> Locator:
    """Wait for the end of the run; the cards of its personas.

    A page that is open at the end goes on by itself, one that is opened after it has a link.
    """
    link = page.get_by_role("link", name="Read the personas")
    results = page.get_by_role("heading", name=VERDICT)
    expect(link.or_(results)).to_be_visible(timeout=PATIENCE)
    if link.is_visible():
        link.click()
    expect(results).to_be_visible()
    page.wait_for_load_state()  # the verdict stands above the cards, and is seen while these still arrive
    return page.get_by_role("article")


def make_webhook(page: Page, url: str) -> str:
    """From the list to a webhook whose secret has been seen; gives that secret."""
    page.goto("/account/api/")
    page.get_by_role("link", name="New webhook").click()
    page.get_by_label("Address").fill(url)
    page.get_by_role("button", name="Create webhook").click()
    secret = page.locator("#whsec").inner_text()
    page.get_by_role("link", name="I have copied it").click()
    expect(page.get_by_text(f"whsec_…{secret.rstrip('=')[-4:]}")).to_be_visible()
    return secret


def test_webhook(page: Page) -> None:
    """On the page of a webhook: send a test, and look again until its answer is there."""
    page.get_by_role("button", name="Send a test").click()
    expect(page.get_by_text("A test is on its way.")).to_be_visible()  # else looking again would break off the sending

    def answered() -> bool:
        page.reload()
        return page.locator(".deliver li .chip.ok", has_text="200").count() > 0

    assert eventually(answered)
