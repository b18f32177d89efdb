"""Garbled letters are put right, others stay."""

from __future__ import annotations

import pytest

from persona.questionnaire.values.cells import shown
from persona.reading.letters import garbled, repair_letters

WORDS = [
    "Zürich",
    "São Paulo",
    "don’t – “well”…",
    "5 €",
    "naïve café",
    "Łódź",
    "Ελλάδα",
    "Привет",
    "日本語です",
    "good 🙂",
    "a\xa0b",
]


@pytest.mark.parametrize("word", WORDS)
def test_letters_stored_twice_are_put_right(word: str) -> None:
    twice = "".join(
        bytes([byte]).decode("cp1252") if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(byte)
        for byte in word.encode()
    )
    assert repair_letters(twice) == word


@pytest.mark.parametrize(
    "text", [*WORDS, "« là\xa0» et l’abonné\xa0»", "SÃO", "ÂNGELA", "Ã", "£5–€10", "Die Größe „Ä“"]
)
def test_right_letters_stay(text: str) -> None:
    assert repair_letters(text) == text


def test_cells_are_shown_right_and_told() -> None:
    assert shown("ZÃ¼rich") == "Zürich"
    assert garbled(["ZÃ¼rich", "Zürich", "Bern"]) == ("ZÃ¼rich",)
