"""400 % zoom, where a window of 1,280 pixels has room for 320; forced colours, where tints are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.looks import sideways

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, StorageState

    from tests.browser.conftest import Study

ZOOMED = {"width": 320, "height": 256}
PAGES = {"home": "/", "compare": "{run}compare/", "persona": "{persona}", "slides": "{run}present/1/"}
FIXED = """() => [...document.body.querySelectorAll("*")].filter((element) => {
    const look = getComputedStyle(element), box = element.getBoundingClientRect();
    return ["fixed", "sticky"].includes(look.position) && box.height > 40 && box.width > 200;
}).map((element) => element.outerHTML.slice(0, 80))"""
MARK = "element => { const s = getComputedStyle(element); return [s.outlineStyle, parseFloat(s.outlineWidth)]; }"


@pytest.mark.parametrize("name", PAGES)
def test_at_400_percent_nothing_stays_over_the_page(
    window: Callable[..., Page], study: Study, ana: StorageState, name: str
) -> None:
    page = window(storage_state=ana, viewport=ZOOMED)
    page.goto(PAGES[name].format(**study.addresses))
    assert (sideways(page), page.evaluate(FIXED)) == ([], [])


def test_what_is_chosen_is_seen_in_forced_colours(window: Callable[..., Page], study: Study, ana: StorageState) -> None:
    page = window(storage_state=ana, forced_colors="active")
    for address, chosen in {
        f"{study.run}compare/": ".pick:has(:checked)",
        "/": ".seg label:has(:checked)",
        f"{study.run}export/": ".fmt:has(:checked)",
        f"{study.run}share/": ".option:has(> input:checked)",
    }.items():
        page.goto(address)
        assert page.locator(chosen).first.evaluate(MARK) == ["solid", 3], address
    page.goto("/")
    page.locator(".x > input").first.check()
    assert page.locator(".x").first.evaluate(MARK) == ["solid", 2]
    page.locator(".x .cover").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.locator(".x").first.evaluate(MARK)[0] == "solid"
