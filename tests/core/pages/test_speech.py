"""People's words on pages: marked with their language, read in their own direction."""

from __future__ import annotations

import pytest
from django.template import engines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I have to wait for the export.", ' lang="en" dir="auto"'),
        ("Das dauert mir jedes Mal zu lange.", ' lang="de" dir="auto"'),
        ("買い物に時間がかかりすぎて困っています。", ' lang="ja" dir="auto"'),
        ("التطبيق بطيء جدا", ' lang="ar" dir="auto"'),
        ("<b>", ' dir="auto"'),
        ("", ' dir="auto"'),
    ],
)
def test_words_are_marked_with_their_language(text: str, expected: str) -> None:
    template = engines["django"].from_string("<p{{ text|spoken }}>{{ text }}</p>")
    assert template.render({"text": text}).startswith(f"<p{expected}>")
