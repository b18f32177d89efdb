"""Pages as tests read them."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def text_of(response: Any) -> str:
    """All words of a page, in one line."""
    parser = _Text()
    parser.feed(response.content.decode())
    return " ".join(parser.words)
