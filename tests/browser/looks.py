"""How a page looks: whether it fits its window, and what axe says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
LIGHT_DESK = {"color_scheme": "light"}
DARK_PHONE = {"color_scheme": "dark", "viewport": PHONE}
WIDE = """() => {
    const page = document.scrollingElement.scrollWidth;
    if (page <= innerWidth) return [];
    const elements = [...document.body.querySelectorAll("*")];
    const wide = elements.filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
    return [`${page} > ${innerWidth}`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
}"""
AXE = {"resultTypes": ["violations"]}
# Rows of a long table are alike, and axe takes a second for a hundred cells: it sees the first ones and the marked one.
FEWER_ROWS = """() => {
    for (const body of document.querySelectorAll("tbody"))
        for (const row of [...body.rows].slice(4)) if (!row.matches("[aria-current]")) row.remove();
}"""


def put_on(page: Page, look: dict[str, Any]) -> None:
    """Change the window's size and its owner's system: the page follows both without being loaded again."""
    page.set_viewport_size(look.get("viewport", DESK))
    page.emulate_media(color_scheme=look["color_scheme"])


def sideways(page: Page) -> list[str]:
    """What makes the page wider than its window."""
    return page.evaluate(WIDE)


def complaints(page: Page) -> list[str]:
    """axe's findings that keep somebody from using the page; of its tables most rows are gone afterwards."""
    page.evaluate(FEWER_ROWS)
    found: list[dict[str, Any]] = Axe().run(page, options=AXE).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
