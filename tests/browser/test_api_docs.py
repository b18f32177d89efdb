"""The page of the API: Swagger UI under our policy, with everything from here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "openapi.json"


def test_every_operation_can_be_read_without_signing_in(window: Callable[..., Page]) -> None:
    """`window` fails on refused content and on errors of scripts."""
    page = window()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto("/api/docs")

    operations = sum(len(methods) for methods in json.loads(DOCUMENT.read_text(encoding="utf-8"))["paths"].values())
    expect(page.locator(".opblock")).to_have_count(operations)
    page.get_by_role("button", name="get /api/v1/personas/{persona_id}", exact=True).click()
    expect(page.get_by_text("Every statement with the passages that carry it").first).to_be_visible()
    own = page.url.removesuffix("/api/docs").partition("/api/docs")[0]
    assert [url for url in asked if not url.startswith((own, "data:"))] == []
