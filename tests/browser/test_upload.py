"""Bringing in one's own file: chosen, dropped, wrong, and put right."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.tables import workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page, Route, StorageState

HEADER = "Person,Age,City,What annoys you most?"
ANSWERS = ["The list is wrong by Wednesday", "Nobody tells me when practice moves", "I forget what is in the freezer"]
# A real drop carries a DataTransfer with the file; so does this one.
DROP = """([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: "text/csv" }));
    document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
}"""


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """60 people; line 12 has a comma too many."""
    path = tmp_path / "answers.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER.split(","))
        for number in range(60):
            extra = ["and more"] if number == 10 else []
            city = ["Oslo", "Graz", "Porto"][number % 3]
            writer.writerow([f"P{number}", 20 + number % 40, city, f"{ANSWERS[number % 3]} {number}", *extra])
    return path


def test_chosen_file_is_read_and_what_was_left_out_can_be_had(page: Page, survey: Path) -> None:
    journeys.describe(page, "Chosen file")
    journeys.upload(page, survey)
    journeys.see_check(page)

    notice = page.locator("#left-out")
    expect(notice.get_by_role("heading")).to_have_text(re.compile("1 line is skipped. The other 59 rows are fine."))
    expect(notice.get_by_role("listitem")).to_have_text(re.compile("Line 12: 5 cells, but the table has 4 columns"))
    with page.expect_download() as download:
        notice.get_by_role("link", name="Download this line").click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        assert [row[0] for row in csv.reader(file)][1:] == ["12"]


def test_file_chosen_before_the_page_is_ready_is_sent_too(page: Page, survey: Path) -> None:
    held: list[Route] = []
    page.route("**/upload*.js", lambda route: held.append(route))  # noqa: PLW0108 -- Playwright sets an attribute on it
    page.goto("/experiments/new/")
    page.get_by_label("Name").fill("Quick hands")
    page.get_by_role("button", name="Next: upload").click(no_wait_after=True)
    expect(journeys.title(page)).to_have_text("Upload your data")

    journeys.upload(page, survey)
    for route in held:
        route.continue_()

    journeys.see_check(page)


def test_dropped_file_is_read(page: Page, survey: Path) -> None:
    journeys.describe(page, "Dropped file")

    page.evaluate(DROP, [survey.name, survey.read_text(encoding="utf-8")])

    journeys.see_check(page)
    expect(page.get_by_text("answers.csv", exact=True)).to_be_visible()


def test_file_that_is_no_table_gets_a_sentence_and_a_second_try(page: Page, survey: Path, tmp_path: Path) -> None:
    picture = tmp_path / "answers.csv.pdf"
    picture.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    journeys.describe(page, "Wrong file")
    journeys.upload(page, picture)

    expect(page.get_by_role("alert")).to_contain_text("not a table but a PDF", timeout=journeys.PATIENCE)
    again = page.get_by_role("link", name="Upload again")
    if again.is_visible():
        again.click()
    journeys.upload(page, survey)
    journeys.see_check(page)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook with two sheets of answers to the same questions, which are read together."""
    path = tmp_path / "answers.xlsx"
    sheets = {
        "Spring": [HEADER.split(","), *([f"P{n}", 20 + n, "Oslo", f"{ANSWERS[n % 3]} {n}"] for n in range(60))],
        "Autumn": [HEADER.split(","), *([f"Q{n}", 30 + n, "Graz", f"{ANSWERS[n % 3]} {n}"] for n in range(40))],
    }
    path.write_bytes(workbook(sheets))
    return path


@pytest.mark.parametrize("with_script", [True, False], ids=["with JavaScript", "without"])
def test_other_sheet_of_a_workbook_is_chosen(
    window: Callable[..., Page], ana: StorageState, book: Path, *, with_script: bool
) -> None:
    page = window(storage_state=ana, java_script_enabled=with_script)
    journeys.describe(page, "Workbook")
    journeys.upload(page, book)
    if not with_script:
        page.get_by_role("button", name="Next: check").click()
        page.wait_for_url(re.compile(r"/check/"))
    journeys.wait_for(page, "Does this look right?", reload=not with_script)
    expect(page.locator("#lede")).to_have_text(re.compile("as 100 people"))

    page.locator("summary", has_text="Excel workbook").click()
    page.get_by_label("Sheet", exact=True).select_option("Autumn")
    page.get_by_role("button", name="Read again").click()

    journeys.wait_for(page, "Does this look right?", reload=not with_script)
    expect(page.locator("summary", has_text="sheet “Autumn” of 2")).to_be_visible(timeout=journeys.PATIENCE)
    expect(page.locator("#lede")).to_have_text(re.compile("as 40 people"))
