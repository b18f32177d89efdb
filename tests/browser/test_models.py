"""A model writes: from the key to the personas, at its pace; what it costs, and how to go on when money ends."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.conftest import PICTURES
from tests.browser.looks import DARK_PHONE, LIGHT_DESK, PHONE, complaints, sideways
from tests.browser.test_keyboard import go_to, press
from tests.fake_llm import FakeLLM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, StorageState

    from tests.browser.conftest import App

SECRET = "sk-test-0123456789abcdef9fQ2"
LATENCY = 2.0
PERSONAS = 3


@pytest.fixture(scope="module")
def server() -> Iterator[FakeLLM]:
    with FakeLLM(api_key=SECRET) as fake:
        yield fake


@pytest.fixture
def fake(server: FakeLLM) -> FakeLLM:
    server.reset(api_key=SECRET)
    return server


def add_key(page: Page, fake: FakeLLM, *, secret: str = SECRET) -> None:
    page.get_by_label("OpenAI key").fill(secret)
    page.locator("summary", has_text="Another service").click()
    page.get_by_label("Address").fill(fake.base_url)
    page.get_by_label("Model").fill("fake")
    page.get_by_label("tokens read").fill("0.5")
    page.get_by_label("tokens written").fill("2")
    # The first test of a key loads what speaks to providers: seconds on a busy machine.
    page.get_by_role("button", name="Test and keep").click(timeout=journeys.PATIENCE)


def to_settings(page: Page) -> None:
    journeys.start_sample(page)
    journeys.see_check(page)
    page.get_by_role("button", name="Next: settings").click()
    expect(journeys.title(page)).to_have_text("How should we work?")


def choose_model(page: Page, *, limit: str = "2.00") -> None:
    page.locator("label.name", has_text="OpenAI at").click()
    page.get_by_label(str(PERSONAS), exact=True).check(force=True)
    page.get_by_label("Stop if it costs more than").fill(limit)
    page.get_by_label("Look at the groups before").uncheck()
    page.get_by_role("button", name="Next: review").click()
    expect(journeys.title(page)).to_have_text("Ready to go")


@pytest.fixture(scope="module")
def mia(app: App, chromium: Browser, server: FakeLLM) -> StorageState:
    """The cookies of Mia, who has a key."""
    with chromium.new_context(base_url=app.url) as context:
        page = context.new_page()
        journeys.sign_up(page, "mia@supper.example", "Mia Moss")
        page.goto("/account/keys/openai/")
        add_key(page, server)
        expect(page.get_by_role("status")).to_contain_text("OpenAI works, and is kept for your runs.")
        return context.storage_state()


@pytest.fixture
def page(window: Callable[..., Page], mia: StorageState) -> Page:
    return window(storage_state=mia)


def test_from_the_key_through_the_review_to_personas_at_a_models_pace(
    window: Callable[..., Page], fake: FakeLLM
) -> None:
    page = window()
    journeys.sign_up(page, "noa@supper.example")
    to_settings(page)
    page.get_by_role("link", name="add one for OpenAI").click()
    add_key(page, fake)
    expect(journeys.title(page)).to_have_text("How should we work?")
    expect(page.get_by_text("Your key ending in 9fQ2, works")).to_be_attached()
    choose_model(page)
    expect(page.get_by_text(re.compile(r"^At most \$\d+\.\d+, your limit is \$2\.00$"))).to_be_visible()

    page.get_by_role("link", name="See exactly what will be sent").click()
    expect(page.get_by_role("region", name=re.compile("Sent for persona"))).to_have_count(
        PERSONAS, timeout=journeys.PATIENCE
    )
    assert len(fake.records) == 1  # the key was tried, and nothing else was asked
    shown = page.get_by_role("region", name="Sent for persona 1").inner_text()
    page.get_by_role("link", name="Back to the review").click()

    fake.options.latency = LATENCY
    began = time.monotonic()
    journeys.generate(page)
    run = page.url
    cost = page.get_by_role("region", name="Cost so far")
    expect(cost).to_contain_text("of $2.00")
    expect(page.locator(".stages .now b")).to_have_text("Writing personas", timeout=journeys.PATIENCE)
    pictures(window, page.context.storage_state(), run)
    cards = journeys.read_personas(page)

    assert cards.count() == PERSONAS
    assert time.monotonic() - began >= LATENCY
    assert len(fake.records) == 1 + PERSONAS
    said = [line for line in shown.splitlines() if '"text"' in line]
    assert said and all(any(line in prompt for prompt in fake.prompts) for line in said)  # noqa: PT018 -- one thought
    expect(page.get_by_text("Written by OpenAI, fake")).to_be_visible()
    cards.first.get_by_role("heading").get_by_role("link").click()
    expect(page.locator(".origin", has_text="Phrased by AI").first).to_be_visible()
    expect(page.get_by_text(re.compile(r"Writing this persona cost (under )?\$0\.\d+"))).to_be_visible()


def pictures(window: Callable[..., Page], who: StorageState, run: str) -> None:
    """The page of a run while the model is asked: on a desk and a phone, in light and dark."""
    PICTURES.mkdir(exist_ok=True)
    looks = {"run-light": LIGHT_DESK, "run-dark": {"color_scheme": "dark"}, "run-phone": {"viewport": PHONE}}
    for name, look in looks.items():
        page = window(storage_state=who, **look)
        page.goto(run)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
        assert sideways(page) == []


def test_money_that_ends_is_raised_and_the_run_goes_on(
    page: Page, window: Callable[..., Page], mia: StorageState, fake: FakeLLM
) -> None:
    to_settings(page)
    choose_model(page, limit="0.01")
    fake.options.output_scale = 2.0
    journeys.generate(page)
    expect(journeys.title(page)).to_have_text("Stopped at your limit of $0.01", timeout=journeys.PATIENCE)
    stopped = page.url
    phone = window(storage_state=mia, bypass_csp=True, **DARK_PHONE)
    phone.goto(stopped)
    assert (sideways(phone), complaints(phone)) == ([], [])
    page.screenshot(path=PICTURES / "budget.png", full_page=True)

    expect(page.get_by_label("Raise the limit")).to_be_checked()
    page.get_by_label("New limit").fill("1")
    page.get_by_role("button", name="Continue").click()

    assert journeys.read_personas(page).count() == PERSONAS
    paid = [record.prompt for record in fake.records]
    assert len(paid) == len(set(paid))


def test_a_refused_key_is_replaced_where_the_run_stopped(
    page: Page, window: Callable[..., Page], mia: StorageState, fake: FakeLLM
) -> None:
    fake.options.api_key = "sk-newer-0123456789abcdef1111"
    to_settings(page)
    choose_model(page)
    journeys.generate(page)
    expect(journeys.title(page)).to_have_text("The run stopped at “Writing personas”", timeout=journeys.PATIENCE)
    desk = window(storage_state=mia, bypass_csp=True, **LIGHT_DESK)
    desk.goto(page.url)
    assert (sideways(desk), complaints(desk)) == ([], [])
    page.screenshot(path=PICTURES / "refused.png", full_page=True)

    page.get_by_label("New OpenAI key").fill(SECRET)
    page.get_by_role("button", name="Test key and continue").click()
    expect(page.locator(".err")).to_contain_text("refused the key")
    page.get_by_label("New OpenAI key").fill(fake.options.api_key)
    page.get_by_role("button", name="Test key and continue").click()
    assert journeys.read_personas(page).count() == PERSONAS


def test_the_builtin_writer_takes_over_without_javascript(
    window: Callable[..., Page], mia: StorageState, fake: FakeLLM
) -> None:
    fake.reset(api_key="sk-yet-another-0123456789")
    page = window(storage_state=mia, java_script_enabled=False)
    journeys.start_sample(page)
    journeys.wait_for(page, "Does this look right?", reload=True)
    page.get_by_role("button", name="Next: settings").click()
    choose_model(page)
    page.get_by_role("link", name="See exactly what will be sent").click()
    deadline = time.monotonic() + journeys.PATIENCE / 1000
    while not page.get_by_role("region", name="Sent for persona 1").is_visible():
        assert time.monotonic() < deadline
        page.reload()
    page.get_by_role("link", name="Back to the review").click()
    journeys.generate(page)
    journeys.wait_for(page, "The run stopped", reload=True)

    page.get_by_role("button", name="Use Built-in instead, free").click()
    journeys.wait_for(page, "Your personas are ready", reload=True)
    assert journeys.read_personas(page).count() == PERSONAS


def test_a_model_is_chosen_by_keyboard(page: Page, fake: FakeLLM) -> None:
    to_settings(page)
    go_to(page, page.get_by_label("Built-in", exact=True))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("OpenAI at")).to_be_checked()
    go_to(page, page.get_by_label("Model", exact=True))
    go_to(page, page.get_by_label("Stop if it costs more than"))
    page.get_by_label("Look at the groups before").uncheck()
    press(page, page.get_by_role("button", name="Next: review"))
    expect(journeys.title(page)).to_have_text("Ready to go")
    press(page, page.get_by_role("link", name="See exactly what will be sent"))
    expect(journeys.title(page)).to_have_text("What will be sent")


@pytest.mark.parametrize("address", ["/account/keys/", "/account/keys/openai/", "/account/keys/ollama/"])
def test_pages_of_keys(window: Callable[..., Page], mia: StorageState, address: str) -> None:
    page = window(viewport=PHONE, storage_state=mia)
    page.goto(address)
    assert sideways(page) == []
    for look in (LIGHT_DESK, DARK_PHONE):
        page = window(bypass_csp=True, storage_state=mia, **look)
        page.goto(address)
        assert complaints(page) == [], look
