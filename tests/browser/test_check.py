"""The check page: doubts by one click, menus that stay, many at once, two quick changes, a phone, no JavaScript."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.looks import DARK_PHONE, LIGHT_DESK, complaints, sideways

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page, StorageState

ITEMS = [f"q1_{item}" for item in range(1, 5)]


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """40 people: a battery whose direction nobody can know, a city and an open answer."""
    path = tmp_path / "answers.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "city", *ITEMS, "What annoys you?"])
        for n in range(1, 41):
            marks = [(n * item) % 5 + 1 for item in range(1, 5)]
            writer.writerow([n, ["Porto", "Lyon"][n % 2], *marks, f"The plan {n} breaks when dinner {n + 1} slips."])
    return path


def open_check(page: Page, survey: Path, name: str) -> None:
    journeys.describe(page, name)
    journeys.upload(page, survey)
    journeys.see_check(page)


def saved(page: Page, words: str) -> None:
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible(timeout=journeys.A_MOMENT)


def test_doubts_and_questions_are_changed_and_nothing_that_was_used_moves(page: Page, survey: Path) -> None:
    open_check(page, survey, "Check by hand")
    card = page.locator(".doubt").first

    card.get_by_text("1 is the best or most", exact=True).click()
    saved(page, "1 is the best or most")
    expect(card).to_contain_text("Settled")
    expect(card.get_by_text("Lower values are told as more.")).to_be_visible()

    journeys.unfold(page, "Choices")
    kind = page.get_by_role("combobox", name="Kind of city")
    kind.focus()
    kind.select_option(label="Identifier")
    saved(page, "city: Identifier")
    expect(kind).to_be_focused()
    expect(page.locator("#use-of-city")).to_have_text("Left out")

    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#saved")).to_contain_text("1 is the best or most")
    journeys.unfold(page, "Choices")
    page.get_by_label("Choose city").check()
    page.get_by_role("button", name="Leave out", exact=True).click()
    saved(page, "city: Left out")
    page.get_by_role("button", name="Next: settings").click()
    expect(journeys.title(page)).to_have_text("How should we work?")


def test_two_quick_changes_are_both_kept(page: Page, survey: Path) -> None:
    open_check(page, survey, "Two quick changes")
    journeys.unfold(page, "Choices", "Open answers")

    page.get_by_role("combobox", name="Use of city").select_option(label="Left out")
    page.get_by_role("combobox", name="Use of What annoys you?").select_option(label="Describes")
    page.get_by_role("button", name="Next: settings").click()  # what is still on its way is sent with the form
    expect(journeys.title(page)).to_have_text("How should we work?", timeout=journeys.PATIENCE)
    page.get_by_role("link", name="Check", exact=True).click()
    journeys.unfold(page, "Choices", "Open answers")
    expect(page.get_by_role("combobox", name="Use of city").locator("option:checked")).to_have_text("Left out")
    expect(page.get_by_role("combobox", name="Use of What annoys you?").locator("option:checked")).to_have_text(
        "Describes"
    )


def test_everything_is_there_without_javascript(window: Callable[..., Page], ana: StorageState, survey: Path) -> None:
    page = window(storage_state=ana, java_script_enabled=False)
    journeys.describe(page, "No script")
    journeys.upload(page, survey)
    page.get_by_role("button", name="Next: check").click()
    page.wait_for_url(re.compile(r"/check/"))
    journeys.wait_for(page, "Does this look right?", reload=True)

    page.locator(".doubt").get_by_text("Neither, or I don't know").click()
    journeys.unfold(page, "Choices")
    page.get_by_role("combobox", name="Use of city").select_option(label="Left out")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("#saved")).to_contain_text("1 answer, 1 question")
    expect(page.locator(".doubt").get_by_label("Neither, or I don't know")).to_be_checked()


@pytest.mark.parametrize("look", [LIGHT_DESK, DARK_PHONE], ids=["desk, light", "phone, dark"])
def test_check_and_question_fit_and_axe_is_content(
    window: Callable[..., Page], ana: StorageState, survey: Path, look: dict[str, object]
) -> None:
    page = window(storage_state=ana, **look)
    open_check(page, survey, "Looks")
    journeys.unfold(page, *page.locator("details.qsec > summary h3").all_inner_texts())
    page.get_by_label("Choose city").check()
    assert (sideways(page), complaints(page)) == ([], [])

    page.get_by_role("link", name="city").first.click()
    expect(page.get_by_role("heading", name="Question and answers")).to_be_visible()
    assert (sideways(page), complaints(page)) == ([], [])
