"""A run while it works: followed, left, stopped and taken up again."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from persona.samples import sample
from tests.browser import journeys
from tests.browser.looks import DARK_PHONE, complaints, sideways

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page, StorageState


@pytest.fixture
def long_survey(tmp_path: Path) -> Path:
    """Enough people for a run that lasts until somebody has pressed a button."""
    path = tmp_path / "many.csv"
    with sample("planning-invented").path.open(newline="", encoding="utf-8") as source:
        header, *rows = csv.reader(source)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for copy in range(20):
            writer.writerows([f"{row[0]}-{copy}", *row[1:]] for row in rows)
    return path


def test_stopped_run_keeps_its_place_and_goes_on(
    page: Page, window: Callable[..., Page], ana: StorageState, long_survey: Path
) -> None:
    journeys.describe(page, "Stopped on the way")
    journeys.upload(page, long_survey)
    journeys.see_check(page)
    journeys.review(page, count="3")
    journeys.generate(page)
    run = page.url
    phone = window(storage_state=ana, bypass_csp=True, **DARK_PHONE)
    phone.goto(run)
    assert (sideways(phone), complaints(phone)) == ([], [])

    page.goto("/")
    expect(page.get_by_role("progressbar", name="Progress of Stopped on the way")).to_be_visible()
    page.goto(run)
    page.get_by_role("link", name="Stop the run").click()
    page.get_by_role("dialog", name="Stop this run?").get_by_role("button", name="Stop now").click()
    expect(journeys.title(page)).to_have_text("You stopped this run", timeout=journeys.PATIENCE)

    page.get_by_role("button", name="Continue the run").click()
    assert journeys.read_personas(page).count() == 3
    page.get_by_role("navigation", name="This experiment").get_by_role("link", name="Runs").click()
    expect(page.get_by_role("row").filter(has_text=re.compile("Run 1"))).to_have_count(1)
