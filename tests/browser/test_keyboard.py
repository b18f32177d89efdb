"""The main journey by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser import journeys

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

MOST_STEPS = 120


def go_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus is there; it must be seen there, too."""
    expect(wanted).to_be_visible()
    for _ in range(MOST_STEPS):
        if wanted.evaluate("element => element === document.activeElement"):
            assert wanted.evaluate("element => element.matches(':focus-visible')")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {wanted}")


def arrive(page: Page, heading: str) -> None:
    """The next page is there, and the focus where "Skip to content" sent it: the address still ends in #main.

    The browser moves it there late, when all of the page is loaded; who pressed Tab earlier would be sent back.
    """
    expect(journeys.title(page)).to_have_text(heading)
    expect(page.locator("main")).to_be_focused()


def press(page: Page, wanted: Locator, key: str = "Enter") -> None:
    go_to(page, wanted)
    page.keyboard.press(key)


def test_from_sample_data_to_the_quotes_and_back(page: Page) -> None:
    page.goto("/experiments/new/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    go_to(page, page.get_by_label("Name"))
    page.keyboard.type("By keyboard")
    press(page, page.get_by_role("button", name="Next: upload"))
    arrive(page, "Upload your data")
    go_to(page, page.get_by_label("Drop your files here"))
    with page.expect_file_chooser() as chooser:
        page.get_by_label("Drop your files here").press("Space")  # the browser may move the focus to #main late
    chooser.value.set_files(journeys.INVENTED_FILE)
    journeys.see_check(page)

    press(page, page.get_by_role("button", name="Next: settings"))
    expect(journeys.title(page)).to_have_text("How should we work?")
    go_to(page, page.get_by_label("Let us decide"))
    page.keyboard.press("ArrowRight")
    page.get_by_label("Look at the groups before").uncheck()
    press(page, page.get_by_role("button", name="Next: review"))
    expect(journeys.title(page)).to_have_text("Ready to go")
    press(page, page.get_by_role("button", name="Generate personas"))
    cards = journeys.read_personas(page)

    name = cards.first.get_by_role("heading").inner_text()
    press(page, cards.first.get_by_role("link", name=name))
    expect(journeys.title(page)).to_have_text(name)
    chip = page.get_by_role("link", name="Read their words").first
    press(page, chip)
    expect(page.locator("#evidence")).to_be_focused()
    go_to(page, page.locator("#evidence").get_by_role("link", name="Open in data").first)
    page.keyboard.press("Escape")
    expect(chip).to_be_focused()
