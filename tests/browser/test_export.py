"""Taking personas along: seen before it is made, made with what was ticked, without JavaScript and by keyboard."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.looks import PHONE, sideways

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from playwright.sync_api import Page, StorageState

    from tests.browser.conftest import Study

FILES = {"PDF": b"%PDF-", "PowerPoint": b"PK", "Excel": b"PK"}


def saved(page: Page, name: str = "Make the file") -> Path:
    """The file that the button sends."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).press("Enter")
    return Path(download.value.path())


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
def test_what_is_ticked_is_what_leaves(
    window: Callable[..., Page], study: Study, ana: StorageState, *, with_script: bool
) -> None:
    page = window(storage_state=ana, java_script_enabled=with_script, viewport=PHONE)
    page.goto(f"{study.run}export/")
    page.get_by_role("radio", name="Markdown").check()
    page.get_by_role("checkbox", name="Quotes").uncheck()
    names = page.get_by_role("group", name="Which personas?").locator("label")
    first = names.first.inner_text().strip()
    names.first.get_by_role("checkbox").uncheck()
    if not with_script:
        page.get_by_role("button", name="Look at it first").click()
    expect(page.locator("#export-preview").get_by_role("heading")).to_have_text("Markdown")
    expect(page.locator("#export-preview dd").nth(1)).to_have_text(str(names.count() - 1))
    assert sideways(page) == []

    text = saved(page).read_text(encoding="utf-8")
    assert (f"## {first}" in text, "> “" in text) == (False, False)
    assert names.nth(1).inner_text().strip() in text


def drawn(page: pypdfium2.PdfPage) -> NDArray[np.int16]:
    """A page as grey fields of a centimetre: edges of letters, which two programs draw otherwise, do not count."""
    return np.asarray(page.render(scale=1).to_pil().convert("L").resize((30, 21), Image.Resampling.BOX), np.int16)


def test_a_persona_prints_its_sheet(window: Callable[..., Page], study: Study, ana: StorageState) -> None:
    """The page of a persona on paper is its page of the PDF: nothing of what the app has around it, nothing else."""
    page = window(storage_state=ana)
    page.goto(f"{study.run}export/?format=pdf")
    sheets = pypdfium2.PdfDocument(saved(page))
    page.goto(study.persona)

    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))

    assert [tuple(map(round, paper.get_size())) for paper in printed] == [(842, 595)]
    apart = [float(np.abs(drawn(printed[0]) - drawn(sheet)).mean()) for sheet in list(sheets)[:-1]]
    assert min(apart) < 1 < sorted(apart)[1]


def test_no_persona_at_all_is_a_plain_sentence(page: Page, study: Study) -> None:
    page.goto(f"{study.run}export/?format=md&sent=1")
    expect(page.locator("#export-preview")).to_contain_text("No persona is ticked.")


def test_each_kind_of_file_arrives(window: Callable[..., Page], study: Study, ana: StorageState) -> None:
    page = window(storage_state=ana)
    for name, begins in FILES.items():
        page.goto(f"{study.run}results/")
        page.locator("summary", has_text="Export").press("Enter")
        page.locator(".menu[open]").get_by_role("link", name=name).press("Enter")
        expect(page.get_by_role("radio", name=name)).to_be_checked()
        expect(journeys.title(page)).to_have_text("Export")
        path = saved(page)
        assert path.read_bytes().startswith(begins), name
        if begins == b"PK":
            with zipfile.ZipFile(path) as file:
                assert file.testzip() is None
