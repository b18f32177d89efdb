"""The app as people have it: `python -m persona_web` starts web, worker and queue, Chromium drives it from outside."""

from __future__ import annotations

import os
import re
import shutil
import sys
import urllib.request
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from tests.browser import journeys
from tests.browser.looks import DESK
from tests.generation.webhooks.receiver import Receiver
from tests.prepared import copy_of
from tests.services import free_port, program, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Response, StorageState

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PICTURES = ROOT / "test-results"
expect.set_options(timeout=journeys.A_MOMENT)
CHROMIUM = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]


@pytest.hookimpl(tryfirst=True)  # before the others are grouped by their files
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All browser tests run in one process, beside the other tests: they share one app."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    if report.failed and report.when == "call" and HERE in item.path.parents:
        for number, page in enumerate(item.stash.get(PAGES, []), start=1):
            page.screenshot(path=PICTURES / f"{item.name}-{number}.png", full_page=True)
    return report


PAGES = pytest.StashKey[list[Page]]()


@dataclass(frozen=True)
class App:
    """A running installation of its own: where it is reached, and where it keeps its data."""

    url: str
    data: Path
    receiver: int  # a port on this machine that webhooks may reach

    def is_well(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:  # nobody listens yet, or the first answer takes long on a busy machine
            return False


@pytest.fixture(scope="package")
def app(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Iterator[App]:
    """Web and worker under one parent; nothing that they log may be a traceback."""
    folder = tmp_path_factory.mktemp("app")
    data = copy_of(prepared, folder / "data")
    app = App(url=f"http://127.0.0.1:{(port := free_port())}", data=data, receiver=free_port())
    settings = {
        "DJANGO_SETTINGS_MODULE": "persona_web.settings",
        "PORT": str(port),
        "DATA_DIR": str(app.data),
        "WEBHOOK_HOSTS": f"127.0.0.1:{app.receiver}",
    }
    log = folder / "log.txt"
    command = [sys.executable, "-m", "persona_web"]
    with served(command, app.is_well, environment={**os.environ, **settings}, log=log):
        yield app
    words = log.read_text(encoding="utf-8")
    assert "Traceback" not in words, words


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; its event loop ends with the package, for other tests run loops of their own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None) or program(names[0], package="chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()


class Faults(list[str]):
    """What no page may do: raise, break the content policy, complain, or be answered with 5xx."""

    def watch(self, context: BrowserContext) -> None:
        context.on("weberror", lambda error: self.append(f"{error.page and error.page.url}: {error.error}"))
        context.on("console", self._listen)
        context.on("response", self._look)

    def _listen(self, message: ConsoleMessage) -> None:
        # Chromium also logs each answer of 4xx; what those say is the tests' own business.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.append(f"{message.page and message.page.url}: {message.text}")

    def _look(self, response: Response) -> None:
        if response.status >= 500:
            self.append(f"{response.url}: {response.status}")


@pytest.fixture
def faults() -> Iterator[Faults]:
    """What went wrong in the test's windows: at its end there must be nothing."""
    faults = Faults()
    yield faults
    assert faults == []


@pytest.fixture
def window(
    app: App, chromium: Browser, faults: Faults, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Opens a window of its own: `window(storage_state=…, java_script_enabled=False)`."""
    contexts: list[BrowserContext] = []
    pages = request.node.stash.setdefault(PAGES, [])

    def open_window(**options: Any) -> Page:
        context = chromium.new_context(**{"base_url": app.url, "viewport": DESK, "reduced_motion": "reduce", **options})
        context.set_default_timeout(journeys.A_MOMENT)
        faults.watch(context)
        contexts.append(context)
        pages.append(page := context.new_page())
        return page

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture(scope="package")
def ana(app: App, chromium: Browser) -> Iterator[StorageState]:
    """The cookies of Ana, who signed up."""
    with chromium.new_context(base_url=app.url) as context:
        journeys.sign_up(context.new_page(), "ana@supper.example")
        yield context.storage_state()


@pytest.fixture
def page(window: Callable[..., Page], ana: StorageState) -> Page:
    """A window in which Ana is signed in."""
    return window(storage_state=ana)


@dataclass(frozen=True)
class Study:
    """An experiment that has been run to its end, by the addresses of its pages."""

    experiment: str
    run: str
    persona: str
    statement: str
    quote: str

    @property
    def addresses(self) -> dict[str, str]:
        return asdict(self)


@pytest.fixture(scope="package")
def study(app: App, chromium: Browser, ana: StorageState) -> Study:
    with chromium.new_context(base_url=app.url, storage_state=ana) as context:
        page = context.new_page()
        journeys.start_sample(page)
        journeys.see_check(page)
        experiment = page.url.removesuffix("check/")
        journeys.review(page)
        journeys.generate(page)
        run = page.url
        expect(page.get_by_role("progressbar", name="Whole run")).to_be_visible()
        expect(page.get_by_role("link", name="Stop the run")).to_be_visible()
        cards = journeys.read_personas(page)
        cards.first.get_by_role("heading").get_by_role("link").click()
        page.get_by_role("link", name="Read their words").first.click()
        page.wait_for_url(re.compile(r"\?e="))
        persona, statement = page.url.split("?e=")
        quote = page.locator("#evidence").get_by_role("link", name="Open in data").first.get_attribute("href") or ""
        return Study(experiment, run, persona, statement, quote)


@dataclass(frozen=True)
class Hook:
    """A webhook that has been tested, by the addresses of its pages."""

    webhook: str
    delivery: str

    @property
    def addresses(self) -> dict[str, str]:
        return asdict(self)


@pytest.fixture(scope="package")
def hook(app: App, chromium: Browser, ana: StorageState) -> Hook:
    with Receiver(port=app.receiver), chromium.new_context(base_url=app.url, storage_state=ana) as context:
        page = context.new_page()
        journeys.make_webhook(page, f"http://127.0.0.1:{app.receiver}/hook")
        journeys.test_webhook(page)
        webhook = page.url
        page.get_by_role("link", name="Details").first.click()
        page.wait_for_url(re.compile("deliveries"))
        return Hook(webhook, page.url)
