"""The list that one lives in: found, put away, thrown away and taken back, doubled, by keys, without JavaScript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.looks import DARK_PHONE, LIGHT_DESK, PHONE, complaints, put_on, sideways
from tests.processes import eventually

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, StorageState

    from tests.browser.conftest import Study

SCRIPTS = pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
NAMES = ("Kitchen diary", "Pilot, first try", "Snack survey")


@pytest.fixture
def home(window: Callable[..., Page]) -> Callable[..., Page]:
    """A window of somebody who has these three drafts and nothing else."""

    def open_home(**options: object) -> Page:
        page = window(**options)
        journeys.sign_up(page, f"{uuid4().hex}@supper.example")
        for name in NAMES:
            journeys.describe(page, name)
        page.goto("/")
        return page

    return open_home


def rows(page: Page) -> Locator:
    return page.locator(".xlist .x")


def listed(page: Page, *names: str) -> None:
    expect(rows(page).get_by_role("heading")).to_have_text(names)


@SCRIPTS
def test_put_away_thrown_away_and_taken_back(home: Callable[..., Page], *, with_script: bool) -> None:
    page = home(java_script_enabled=with_script)
    page.get_by_label("Choose Kitchen diary").check()
    page.get_by_label("Choose Snack survey").check()
    page.get_by_role("button", name="Archive", exact=True).and_(page.locator(".bulk button")).click()
    expect(page.get_by_role("status").filter(has_text="2 experiments are in the archive now")).to_be_visible()
    listed(page, "Pilot, first try")
    page.get_by_role("button", name="Undo").click()
    expect(rows(page)).to_have_count(3)

    page.get_by_label("More for Pilot, first try").click()
    page.get_by_role("button", name="Move to the bin").and_(page.locator(".menu[open] button")).click()
    expect(page.get_by_role("status").filter(has_text="in the bin for 30 days")).to_be_visible()
    expect(rows(page)).to_have_count(2)
    page.get_by_role("link", name=re.compile("^Bin")).click()
    page.get_by_role("button", name="Put back Pilot, first try").click()
    expect(page.get_by_text("The bin is empty")).to_be_visible()

    page.goto("/")
    page.get_by_label("Choose Snack survey").check()
    page.get_by_role("button", name="Move to the bin").and_(page.locator(".bulk button")).click()
    page.goto("/bin/")
    page.get_by_role("link", name="Delete Snack survey now").click()
    page.get_by_role("button", name=re.compile("Delete")).click()
    expect(page.get_by_role("status").filter(has_text="is deleted")).to_be_visible()
    page.goto("/")
    expect(rows(page)).to_have_count(2)


@SCRIPTS
def test_searched_ordered_and_filtered(home: Callable[..., Page], *, with_script: bool) -> None:
    page = home(java_script_enabled=with_script, viewport=PHONE)
    show = page.get_by_role("button", name="Show", exact=True)
    page.get_by_label("Search names, statements and quotes").fill("diary")
    if not with_script:
        show.click()
    listed(page, "Kitchen diary")
    page.get_by_label("Search names, statements and quotes").fill("")
    page.get_by_label("Order").select_option(label="Name")
    if not with_script:
        show.click()
    listed(page, *NAMES)
    page.get_by_text("Archive", exact=False).and_(page.locator(".seg label")).click()
    if not with_script:
        show.click()
    expect(page.get_by_role("heading", name="Nothing is in the archive")).to_be_visible()
    page.get_by_role("link", name="Show all experiments").click()
    expect(rows(page)).to_have_count(3)


@SCRIPTS
def test_begun_again_from_a_copy_and_from_a_template(home: Callable[..., Page], *, with_script: bool) -> None:
    page = home(java_script_enabled=with_script, viewport=PHONE)
    page.get_by_label("More for Kitchen diary").click()
    page.get_by_role("button", name=re.compile("^Duplicate")).and_(page.locator(".menu[open] button")).click()
    expect(page.get_by_label("Name")).to_have_value(re.compile("Kitchen diary"))

    page.goto("/")
    page.get_by_label("More for Snack survey").click()
    page.get_by_role("link", name="Save as a template").and_(page.locator(".menu[open] a")).click()
    page.get_by_label("Name of the template").fill("Every quarter")
    page.get_by_role("button", name="Save the template").click()
    expect(journeys.title(page)).to_have_text("Begin from a template")
    assert sideways(page) == []
    page.get_by_role("button", name="Begin from Every quarter").click()
    expect(page.get_by_label("Name")).to_have_value("Every quarter")
    page.goto("/templates/")
    page.get_by_role("button", name="Remove Every quarter").click()
    expect(page.get_by_text("There is no template yet")).to_be_visible()


def test_the_list_by_keys_alone(home: Callable[..., Page]) -> None:
    page = home()
    page.keyboard.press("j")
    expect(rows(page).nth(0).locator(".cover")).to_be_focused()
    page.keyboard.press("x")
    expect(page.locator(".bulk")).to_contain_text("1 chosen")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator(".bulk")).to_contain_text("2 chosen")
    page.keyboard.press("k")
    expect(rows(page).nth(0).locator(".cover")).to_be_focused()
    name = rows(page).nth(0).get_by_role("heading").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/experiments/[0-9a-f-]{36}/"))
    expect(page.get_by_text(name).first).to_be_attached()

    page.keyboard.press("g")
    page.keyboard.press("e")
    expect(journeys.title(page)).to_have_text("Experiments")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("n")
    page.wait_for_url(re.compile("/experiments/new/"))


def test_single_keys_are_switched_off(home: Callable[..., Page]) -> None:
    page = home()
    page.goto("/account/notices/")
    page.get_by_label("Single-key shortcuts").uncheck()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_label("Single-key shortcuts")).not_to_be_checked()
    page.goto("/")
    page.keyboard.press("?")
    page.keyboard.press("j")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".cover:focus")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_palette_finds_and_opens_and_gives_the_focus_back(page: Page, study: Study) -> None:
    page.goto(f"{study.run}results/")
    page.get_by_label("Ask your data").focus()
    page.keyboard.press("Control+k")
    field = page.get_by_role("dialog").get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Ask your data")).to_be_focused()

    page.keyboard.press("Control+k")
    expect(field).to_be_focused()
    page.keyboard.type("reminder")
    expect(page.locator("dialog mark.find").first).to_have_text(re.compile("reminder", re.IGNORECASE))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    wanted = page.locator("dialog .res .on a").get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: wanted in address)


def test_search_without_javascript_is_a_page(window: Callable[..., Page], ana: StorageState, study: Study) -> None:
    page = window(storage_state=ana, java_script_enabled=False, viewport=PHONE)
    page.goto("/")
    page.get_by_role("link", name="Search or go to").click()
    page.get_by_role("searchbox").fill("reminder")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator(".res mark.find").first).to_have_text(re.compile("reminder", re.IGNORECASE))
    assert sideways(page) == []
    page.locator(".res a").filter(has=page.locator("mark")).first.click()
    expect(journeys.title(page)).to_be_visible()


@pytest.mark.parametrize("look", [LIGHT_DESK, DARK_PHONE], ids=["desk, light", "phone, dark"])
def test_what_only_a_used_list_has_fits_and_axe_is_content(home: Callable[..., Page], look: dict[str, object]) -> None:
    page = home(bypass_csp=True)
    put_on(page, look)
    page.get_by_label("More for Kitchen diary").click()
    assert (sideways(page), complaints(page)) == ([], [])
    page.keyboard.press("Escape")
    if look is LIGHT_DESK:  # on a phone each row has its menu instead
        page.get_by_label("Choose Kitchen diary").check()
        assert (sideways(page), complaints(page)) == ([], [])
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert (sideways(page), complaints(page)) == ([], [])
    page.keyboard.press("Escape")
    page.get_by_label("More for Kitchen diary").click()
    page.get_by_role("button", name="Move to the bin").and_(page.locator(".menu[open] button")).click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert (sideways(page), complaints(page)) == ([], [])
    page.goto("/bin/")
    assert (sideways(page), complaints(page)) == ([], [])


def test_a_finished_sample_and_its_four_stops(window: Callable[..., Page]) -> None:
    page = window(java_script_enabled=False, viewport=PHONE)
    journeys.sign_up(page, f"{uuid4().hex}@supper.example")
    page.get_by_role("button", name="Look around, 4 stops").click()
    page.wait_for_url(re.compile(r"/runs/[0-9a-f-]{36}/$"))
    run = page.url

    def is_done() -> bool:
        page.goto(f"{run}results/")
        return page.get_by_role("heading", name=journeys.VERDICT).count() > 0

    assert eventually(is_done)
    page.get_by_role("link", name="Look around, 4 stops").click()
    for number in range(1, 5):
        stop = page.get_by_role("dialog")
        expect(stop).to_contain_text(f"Stop {number} of 4")
        assert sideways(page) == []
        stop.get_by_role("link").last.click()
    page.wait_for_url(re.compile("/experiments/new/"))
