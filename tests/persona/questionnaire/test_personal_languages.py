"""Personal data of invented people in six languages is found, and ordinary sentences are left alone."""

from __future__ import annotations

from persona.questionnaire.personal import find_personal, mask
from tests.persona.questionnaire.invented_persons import ORDINARY, SAMPLES, Invented

FOUND_LEAST, FALSE_MOST = 0.9, 0.02


def is_hidden(sample: Invented) -> bool:
    """Whether no letter and no digit of what is personal is left, but for the ends of an address of mail."""
    start = sample.text.index(sample.personal)
    kept = mask(sample.text)[start : start + len(sample.personal)]
    shown = sum(letter.isalnum() for letter in kept)
    return "•" in kept and shown <= (4 if "@" in sample.personal or "at" in sample.personal else 0)


def test_personal_data_is_hidden_in_six_languages() -> None:
    missed = [sample for sample in SAMPLES if not is_hidden(sample)]
    assert len(missed) <= (1 - FOUND_LEAST) * len(SAMPLES), missed


def test_ordinary_sentences_stay_as_they_are() -> None:
    false = [(text, find_personal(text)) for text in ORDINARY if find_personal(text)]
    assert len(false) <= FALSE_MOST * len(ORDINARY), false
