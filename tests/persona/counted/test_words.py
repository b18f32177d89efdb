"""The words of counted statements: whole in every language, with the same things to fill in."""

from __future__ import annotations

import string
from dataclasses import fields

import pytest

from persona.counted.wording import figures_of, note_of, said_of, sentence_of
from persona.counted.words import ENGLISH, WORDS, Words
from persona.models import ColumnRole
from persona.writing.phrasebooks import PHRASEBOOKS
from tests.persona.counted.values import column, mean, share

NAMES = [field.name for field in fields(Words)]


def filled(form: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(form) if name)


def test_every_language_of_the_phrasebooks_has_words() -> None:
    assert WORDS.keys() == PHRASEBOOKS.keys()
    assert WORDS["en"] is ENGLISH


@pytest.mark.parametrize("code", WORDS)
@pytest.mark.parametrize("name", NAMES)
def test_each_form_is_filled_with_the_same(code: str, name: str) -> None:
    assert filled(getattr(WORDS[code], name)) == filled(getattr(ENGLISH, name))


@pytest.mark.parametrize("code", [code for code in WORDS if code != "en"])
def test_no_language_says_it_in_english(code: str) -> None:
    said = [getattr(WORDS[code], name) for name in NAMES]

    assert not set(said) & {getattr(ENGLISH, name) for name in NAMES}
    assert len(set(said)) >= len(NAMES) - 1  # Spanish answers and chooses differ, others may not


@pytest.mark.parametrize(
    ("code", "sentence", "note"),
    [
        (
            "de",
            "Antwortet „Blau“ auf „Welche Farbe hat es“: 80 %, 20 Punkte mehr als alle",
            "80 von 100, die geantwortet haben",
        ),
        ("fr", "Répond « Blau » à « Welche Farbe hat es » : 80 %", "80 sur 100 qui ont répondu"),
        ("es", "Responde «Blau» a «Welche Farbe hat es»: 80 %, 20 puntos más que todos", "80 de 100 que respondieron"),
        ("pt", "Responde «Blau» a «Welche Farbe hat es»: 80 %, 20 pontos acima de todos", "80 de 100 que responderam"),
        ("ja", "「Welche Farbe hat es」に「Blau」と答える: 80 %, 全体より20ポイント高い", "回答した100人中80人"),
    ],
)
def test_a_share_is_told_in_each_language(code: str, sentence: str, note: str) -> None:
    finding, book = share(column("Welche Farbe hat es?"), "Blau", 80, 40), PHRASEBOOKS[code]

    told = sentence_of(finding, book).replace("\u00a0", " ")
    assert told == sentence if code != "fr" else told.startswith("Répond « Blau » à « Welche Farbe hat es »")
    assert note_of(finding, book).replace("\u00a0", " ") == note


@pytest.mark.parametrize("code", WORDS)
def test_a_sentence_is_its_words_and_its_figures(code: str) -> None:
    book = PHRASEBOOKS[code]
    for finding in (
        share(column("Welche Farbe hat es?"), "Blau", 80, 40),
        share(column("Welche Farbe hat es?"), "Blau", 20, 60),
        mean(column("Preis", ColumnRole.RATING, scale=(1.0, 5.0)), 2.0, 4.0),
        mean(column("Stunden", ColumnRole.NUMBER), 20.0, 30.0),
    ):
        said, figures, whole = said_of(finding, book), figures_of(finding, book), sentence_of(finding, book)
        joint = "; " if finding.option is None else ": "
        assert (said[:1].lower() + said[1:] + joint + figures).lower() == whole.lower()


@pytest.mark.parametrize(
    ("here", "there", "figures"),
    [
        (80, 40, "80 %, 20 points above everyone"),
        (40, 80, "40 %, 20 points below everyone"),
        (50, 50, "50 %, everyone 50 %"),
        (52, 48, "52 %, everyone 50 %"),
        (56, 50, "56 %, 3 points above everyone"),
        (100, 0, "100 %, 50 points above everyone"),
        (0, 100, "0 %, 50 points below everyone"),
    ],
)
def test_fewer_than_three_points_are_no_difference(here: int, there: int, figures: str) -> None:
    finding = share(column("Colour"), "Blue", here, there)

    assert figures_of(finding, PHRASEBOOKS["en"]).replace("\u00a0", " ") == figures


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Please rank: Price", "Puts “Please rank: Price” in place 2.0 on average"),
        ("Price", "Rates “Price” 2.0 of 5"),
    ],
)
def test_a_place_in_an_order_is_no_rating(question: str, said: str) -> None:
    finding = mean(column(question, ColumnRole.RATING, scale=(1.0, 5.0)), 2.0, 4.0)

    assert sentence_of(finding, PHRASEBOOKS["en"]).partition(";")[0] == said
