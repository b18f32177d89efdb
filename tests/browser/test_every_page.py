"""What holds for every page: it fits a phone, axe finds nothing serious in light and dark, it has one title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.looks import DARK_PHONE, LIGHT_DESK, PHONE, complaints, put_on, sideways

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, StorageState

    from tests.browser.conftest import Hook, Study

OUTSIDE = ["/account/login/", "/account/signup/", "/account/password/reset/", "/account/password/reset/done/"]
PAGES = {
    "experiments": "/",
    "experiments, nothing found": "/?q=zzz",
    "new experiment": "/experiments/new/",
    "describe": "{experiment}describe/",
    "upload": "{experiment}upload/",
    "check": "{experiment}check/",
    "settings": "{experiment}settings/",
    "review": "{experiment}review/",
    "what is sent": "{experiment}sent/",
    "run": "{run}",
    "results": "{run}results/",
    "sections of a result": "{run}sections/",
    "cross-tables": "{run}tables/",
    "compare": "{run}compare/",
    "what changed": "{run}changed/",
    "export": "{run}export/?format=pdf",
    "place people": "{run}place/",
    "personas of one's own": "{run}own-personas/",
    "ask": "{run}ask/",
    "an answer": "{run}ask/?q=What+is+slow%3F&by=1",
    "nothing speaks of it": "{run}ask/?q=vegan+restaurants",
    "a person": "{run}people/3/",
    "persona": "{persona}",
    "evidence": "{persona}?e={statement}",
    "data": "{experiment}data/",
    "data search": "{experiment}data/?q=paper",
    "data, nothing found": "{experiment}data/?q=zzz",
    "data, a quote": "{quote}",
    "runs": "{experiment}runs/",
    "experiments, found": "/?q=plan&sort=name",
    "bin": "/bin/",
    "empty the bin": "/bin/empty/",
    "templates": "/templates/",
    "new template": "{experiment}template/",
    "palette": "/search/?q=plan",
    "palette, nothing found": "/search/?q=zzz",
    "shortcuts": "/shortcuts/",
    "notices": "/account/notices/",
    "help": "/help/",
    "team": "/team/",
    "new team": "/team/new/",
    "account": "/account/",
    "e-mail": "/account/email/",
    "password": "/account/password/change/",
    "sign-in and security": "/account/security/",
    "my data": "/account/data/",
    "end of an account": "/account/data/delete/",
    "privacy": "/privacy/",
    "tokens": "/account/api/",
    "new token": "/account/api/new/",
    "not found": "/experiments/00000000-0000-7000-8000-000000000000/data/",
}
HOOK_PAGES = {
    "webhooks of an account": "/account/api/",
    "new webhook": "/account/webhooks/new/",
    "webhook": "{webhook}",
    "end of a webhook": "{webhook}remove/",
    "delivery": "{delivery}",
}


@pytest.fixture
def examine(window: Callable[..., Page]) -> Callable[..., None]:
    """Look at an address as it is, then with axe, on a desk in light and on a phone in dark."""

    def examine(address: str, **options: Any) -> None:
        page = window(viewport=PHONE, **options)
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert sideways(page) == []
        # axe tries styles of its own, which the content policy refuses with a message.
        page = window(bypass_csp=True, **options)
        page.goto(address)
        for look in (LIGHT_DESK, DARK_PHONE):
            put_on(page, look)
            assert complaints(page) == [], look

    return examine


@pytest.mark.parametrize("address", OUTSIDE)
def test_page_for_visitors(examine: Callable[..., None], address: str) -> None:
    examine(address)


@pytest.mark.parametrize("name", PAGES)
def test_page(examine: Callable[..., None], study: Study, ana: StorageState, name: str) -> None:
    examine(PAGES[name].format(**study.addresses), storage_state=ana)


@pytest.mark.parametrize("name", HOOK_PAGES)
def test_page_of_a_webhook(examine: Callable[..., None], hook: Hook, ana: StorageState, name: str) -> None:
    examine(HOOK_PAGES[name].format(**hook.addresses), storage_state=ana)


def test_first_page_of_somebody_new(examine: Callable[..., None], window: Callable[..., Page]) -> None:
    page = window()
    journeys.sign_up(page, "new@supper.example")

    examine("/", storage_state=page.context.storage_state())


@pytest.mark.parametrize(("system", "chosen"), [("light", "dark"), ("dark", "light")])
def test_chosen_theme_is_kept(window: Callable[..., Page], ana: StorageState, system: str, chosen: str) -> None:
    page = window(storage_state=ana, color_scheme=system)
    page.goto("/help/")

    page.get_by_role("button", name=f"Switch to {chosen}").click()

    page.goto("/")
    expect(page.locator("html")).to_have_attribute("data-theme", chosen)
    expect(page.get_by_role("button", name=f"Switch to {system}")).to_be_visible()
