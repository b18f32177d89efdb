"""The page of groups: the whole journey with keys and clicks, without JavaScript, two at once, on a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.looks import DARK_PHONE, LIGHT_DESK, PHONE, complaints, put_on, sideways

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, StorageState

pytestmark = pytest.mark.long
FOUND = re.compile(r"/groups/[0-9a-f-]{36}/$")


def open_groups(page: Page, name: str) -> None:
    journeys.describe(page, name)
    journeys.upload(page, journeys.INVENTED_FILE)
    journeys.see_check(page)
    page.get_by_role("button", name="Next: settings").click()
    page.get_by_label("Look at the groups before").check()
    page.get_by_role("button", name="Next: groups").click()
    page.wait_for_url(FOUND)
    expect(groups(page).first).to_be_visible(timeout=journeys.PATIENCE)


def groups(page: Page) -> Locator:
    return page.locator("#groups article.group")


def settled(page: Page, count: int) -> None:
    """So many groups, and nobody works on them."""
    expect(groups(page)).to_have_count(count, timeout=journeys.PATIENCE)
    expect(page.locator("#groups[aria-busy]")).to_have_count(0, timeout=journeys.PATIENCE)


def test_groups_are_named_merged_split_counted_anew_and_written(
    page: Page, window: Callable[..., Page], ana: StorageState
) -> None:
    open_groups(page, "Groups by hand")
    first = groups(page).count()
    address = page.url

    merge = page.locator("#merge-1")
    merge.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    settled(page, first - 1)
    expect(merge).to_be_focused()
    page.keyboard.press("Control+z")
    settled(page, first)

    name = page.get_by_label("Name of group 1")
    name.fill("The <planners>")
    page.keyboard.press("Tab")
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(name).to_have_value("The <planners>")
    expect(page.locator("#map .tag").first).to_contain_text("The <planners>")

    page.get_by_role("button", name="Split The <planners>").click()
    expect(page.locator("#trial article.group")).to_have_count(2, timeout=journeys.PATIENCE)
    page.get_by_role("button", name="Split in two").click()
    settled(page, first + 1)

    number = page.locator(f"#k-{first - 1}")
    number.focus()
    page.keyboard.press("Enter")
    expect(number).to_have_attribute("aria-pressed", "true")
    settled(page, first - 1)
    expect(number).to_be_focused()
    assert page.url != address
    page.get_by_role("button", name="Undo").click()
    settled(page, first + 1)
    assert page.url == address

    other = window(storage_state=ana)
    other.goto(address)
    other.get_by_label("Name of group 2").fill("Somebody else was here")
    other.get_by_label("Name of group 2").blur()
    expect(other.locator("#saved")).to_contain_text("Saved")
    page.get_by_label("Name of group 2").fill("Mine")
    page.get_by_label("Name of group 2").blur()
    expect(page.get_by_role("alert").filter(has_text="changed a moment before you")).to_contain_text("Mine")

    page.reload()
    names = [page.get_by_label(f"Name of group {n}").input_value() for n in range(1, first + 2)]
    page.get_by_role("button", name=f"Write {first + 1} personas").click()
    cards = journeys.read_personas(page)
    assert cards.count() + page.locator(".numgroup").count() == first + 1
    assert names[:2] == ["", "Somebody else was here"]


def test_without_javascript_every_change_is_a_button(
    window: Callable[..., Page], ana: StorageState, page: Page
) -> None:
    open_groups(page, "Groups without script")
    count = groups(page).count()
    plain = window(storage_state=ana, java_script_enabled=False)
    plain.goto(page.url)

    plain.get_by_label("Name of group 2").fill("Seconds")
    plain.get_by_label("Name of group 2").press("Enter")
    expect(plain.get_by_label("Name of group 2")).to_have_value("Seconds")
    plain.locator("#merge-1").click()
    groups(plain).first.get_by_role("button", name="Seconds").click()
    for _ in range(60):
        if plain.locator("#groups[aria-busy]").count() == 0:
            break
        plain.wait_for_timeout(500)
        plain.get_by_role("link", name="Reload").click()
    expect(groups(plain)).to_have_count(count - 1)
    expect(plain.get_by_label("Name of group 1")).to_have_value("Seconds")


def test_groups_fit_and_axe_is_content(window: Callable[..., Page], ana: StorageState, page: Page) -> None:
    open_groups(page, "Looks of groups")
    expect(page.locator("#numbers .spin")).to_have_count(0, timeout=journeys.PATIENCE)
    split = window(storage_state=ana, bypass_csp=True)
    split.goto(page.url)
    split.locator("#split-1").click()
    expect(split.locator("#trial article.group")).to_have_count(2, timeout=journeys.PATIENCE)
    seen = window(storage_state=ana, bypass_csp=True)
    seen.goto(page.url)
    for look in (LIGHT_DESK, DARK_PHONE):
        for each in (seen, split):
            put_on(each, look)
            assert complaints(each) == []
    page.set_viewport_size(PHONE)
    assert sideways(page) == []
