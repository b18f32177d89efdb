"""Commas of sentences and commas of lists."""

from __future__ import annotations

from random import Random

import pytest

from persona.questionnaire.values.choices import split_choices

GERMAN = (
    "Einen Tisch zum Hochfahren, mein Rücken ist hinüber",
    "Besseres VPN, es fliegt dreimal am Tag raus",
    "Ein eigenes Zimmer, ich sitze in der Küche",
    "Dokumente, die nicht verstreut liegen",
    "Ordentliche Kamera",
    "Mehr Vertrauen statt Kontrolle",
)
POLISH = (
    "Dzień dobry, autobus znowu nie przyjechał",
    "Lubię czytać w pociągu, to moja godzina spokoju",
    "Klimatyzacja na szesnaście stopni, zabrałem kurtkę",
    "Kasa zamknięta, automat nie bierze karty",
    "Zmienili rozkład",
)
ARABIC = ("الشاشة جميلة، لكن البطارية ضعيفة", "السعر مرتفع، لا أنصح به", "التوصيل سريع، شكرا لكم", "المقاس صغير")


@pytest.mark.parametrize("sentences", [GERMAN, POLISH, ARABIC])
@pytest.mark.parametrize("seed", range(3))
def test_sentences_that_come_back_are_no_ticks(sentences: tuple[str, ...], seed: int) -> None:
    draw = Random(seed)
    marks = (". ", "... ", " – ")
    said = [draw.choice(marks).join(draw.sample(sentences, draw.choice((1, 1, 1, 2)))) for _ in range(80)]
    assert split_choices({text: said.count(text) for text in said}, "Wishes") is None


OPTIONS = ("Email", "Chat", "Phone", "Letter", "Visit")


@pytest.mark.parametrize("ever", [1.0, 0.9, 0.5])
@pytest.mark.parametrize("others", [0.85, 0.5, 0.2])
def test_options_are_ticks_also_where_everybody_has_the_first(ever: float, others: float) -> None:
    draw = Random(5)
    chances = (ever, *[others] * 4)
    rows = [[o for o, chance in zip(OPTIONS, chances, strict=True) if draw.random() < chance] for _ in range(120)]
    said = [", ".join(row) for row in rows if row]
    found = split_choices({text: said.count(text) for text in said}, "Channels")
    assert found is not None
    assert dict(found.options) == {option: sum(option in row for row in rows) for option in OPTIONS}
