"""The check page of a wide survey, as large and as quick to read as it was drawn; on a slow line; in forced colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.looks import complaints, sideways
from tests.browser.wide_survey import QUESTIONS, wide_survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page, StorageState

    from tests.browser.conftest import App

LAPTOP = {"width": 1440, "height": 900}
MOST_SCREENS, HIGHEST_LINE = 3, 38
DELAY = 2_000  # milliseconds: a line on which an answer comes long after the next click
HEIGHTS = "lines => [...new Set(lines.map(line => Math.round(line.getBoundingClientRect().height)))]"
OUTLINE = "element => (look => [look.outlineStyle, parseFloat(look.outlineWidth)])(getComputedStyle(element))"
BORDER = "element => parseFloat(getComputedStyle(element).borderTopWidth)"


@pytest.fixture(scope="module")
def address(app: App, chromium: Browser, ana: StorageState, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The check page of the wide survey."""
    survey = wide_survey(tmp_path_factory.mktemp("wide") / "wide.csv")
    with chromium.new_context(base_url=app.url, storage_state=ana) as context:
        page = context.new_page()
        page.set_default_timeout(journeys.A_MOMENT)
        journeys.describe(page, "A wide survey")
        journeys.upload(page, survey)
        journeys.see_check(page)
        return page.url


def test_118_columns_are_63_questions_on_three_screens_with_lines_of_38_pixels(
    window: Callable[..., Page], ana: StorageState, address: str
) -> None:
    page = window(storage_state=ana, viewport=LAPTOP)
    page.goto(address)

    expect(page.get_by_text(f"60 people and {QUESTIONS} questions")).to_be_visible()
    assert page.locator("details.qsec[open]").count() == 0
    assert page.evaluate("document.scrollingElement.scrollHeight") <= MOST_SCREENS * LAPTOP["height"]

    journeys.unfold(page, *page.locator("details.qsec > summary h3").all_inner_texts())
    lines = page.locator(".qlist > .q")
    assert lines.count() == QUESTIONS
    assert max(lines.evaluate_all(HEIGHTS)) <= HIGHEST_LINE
    assert (sideways(page), complaints(page)) == ([], [])


def test_two_quick_changes_on_a_line_of_two_seconds_are_both_kept(
    window: Callable[..., Page], ana: StorageState, address: str
) -> None:
    page = window(storage_state=ana)
    page.goto(address)
    journeys.unfold(page, "Choices")
    use = page.get_by_role("combobox", name="Use of Where do you mostly eat bread?")
    kind = page.get_by_role("combobox", name="Kind of How did you hear of us?")
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": DELAY, "downloadThroughput": -1, "uploadThroughput": -1},
    )

    use.select_option(label="Left out")
    kind.select_option(label="Administration")
    use.select_option(label="Describes")  # a changed mind, while the first is still on its way
    expect(use.locator("option:checked")).to_have_text("Describes")
    expect(page.locator("#saved")).to_contain_text("Saved", timeout=journeys.PATIENCE)

    expect(use.locator("option:checked")).to_have_text("Describes")
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
    )
    page.reload()
    journeys.unfold(page, "Choices", "Administration")
    expect(use.locator("option:checked")).to_have_text("Describes")
    expect(kind.locator("option:checked")).to_have_text("Administration")


def test_every_choice_is_seen_in_forced_colours(window: Callable[..., Page], ana: StorageState, address: str) -> None:
    page = window(storage_state=ana, forced_colors="active")
    page.goto(address)

    for card in page.locator(".doubt").all():
        assert card.locator("label:has(:checked)").evaluate(OUTLINE) == ["solid", 3]
        for other in card.locator("label:not(:has(:checked))").all():
            assert other.evaluate(OUTLINE)[0] == "none"
            assert other.is_visible()
    journeys.unfold(page, "Choices")
    line = page.locator(".q:visible").first
    line.locator("> input[type=checkbox]").check()
    assert line.evaluate(OUTLINE) == ["solid", 2]
    assert page.locator(".bulk").evaluate(BORDER) == 1
    for menu in line.locator("select").all():
        menu.focus()
        assert menu.evaluate(OUTLINE)[0] == "solid"
