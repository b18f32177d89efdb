"""Webhooks in a browser: made, tested and sent again, with and without JavaScript; the receiver believes the secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from standardwebhooks import Webhook as Verifier

from tests.browser import journeys
from tests.browser.looks import DARK_PHONE, LIGHT_DESK, complaints, sideways
from tests.generation.webhooks.receiver import Receiver

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, StorageState

    from tests.browser.conftest import App
    from tests.generation.webhooks.receiver import Message


def came_of_tests(receiver: Receiver) -> list[Message]:
    """What came of "Send a test"; the app is shared, so that runs of other tests may be told to the same address."""
    return [message for message in receiver.messages if b"webhook.test" in message.body]


@pytest.mark.parametrize("with_script", [True, False])
def test_webhook_from_its_secret_to_a_delivery_sent_again(
    app: App, window: Callable[..., Page], ana: StorageState, *, with_script: bool
) -> None:
    page = window(storage_state=ana, java_script_enabled=with_script)
    with Receiver(port=app.receiver) as receiver:
        secret = journeys.make_webhook(page, receiver.url)
        journeys.test_webhook(page)
        page.get_by_role("link", name="Details").first.click()
        page.get_by_role("button", name="Send again").click()
        expect(page.get_by_text("It is on its way again.")).to_be_visible()
        journeys.eventually(lambda: len(came_of_tests(receiver)) == 2)

    assert [Verifier(secret).verify(m.body, m.headers)["type"] for m in came_of_tests(receiver)] == ["webhook.test"] * 2
    assert len({message.id for message in came_of_tests(receiver)}) == 1


@pytest.mark.parametrize("look", [LIGHT_DESK, DARK_PHONE], ids=["light desk", "dark phone"])
def test_page_that_shows_the_secret(
    app: App, window: Callable[..., Page], ana: StorageState, look: dict[str, object]
) -> None:
    page = window(bypass_csp=True, storage_state=ana, **look)
    page.goto("/account/webhooks/new/")
    page.get_by_label("Address").fill("http://10.0.0.1/")
    page.get_by_role("button", name="Create webhook").click()
    expect(page.get_by_text("This address is not public.")).to_be_visible()
    assert (sideways(page), complaints(page)) == ([], [])
    page.get_by_label("Address").fill("https://hooks.example.com/")
    page.get_by_role("button", name="Create webhook").click()

    expect(page.locator("#whsec")).to_be_visible()
    assert (sideways(page), complaints(page)) == ([], [])
