"""Scripts: the side that words are read from, and the letters that need a font."""

from __future__ import annotations

import pytest

from persona.exporting.paper.scripts import by_script, runs_from_right


@pytest.mark.parametrize(
    ("text", "right"), [("שלום", True), ("12 مرحبا", True), ("Hello שלום", False), ("…", False), ("", False)]
)
def test_side_of_the_first_letter(text: str, right: bool) -> None:
    assert runs_from_right(text) is right


def test_letters_by_script() -> None:
    assert by_script("Ça va? Привет, かカ 字 한 😀 é 1 €") == {
        "Cyrillic": "Пвеирт",
        "Japanese": "かカ",
        "Chinese": "字",
        "Korean": "한",
        "emoji": "😀",
    }
