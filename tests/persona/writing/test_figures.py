"""Figures: numbers in the words of five languages."""

from __future__ import annotations

import pytest

from persona.writing.phrasebooks import PHRASEBOOKS


@pytest.mark.parametrize(
    ("code", "share", "compared", "rated", "note"),
    [
        (
            "en",
            "3 of 9 people",
            "1.8× average",
            "0.8 higher than everyone",
            "13 of 78 speak of “app”, 3 say something like this",
        ),
        (
            "de",
            "3 von 9 Personen",
            "1,8× Durchschnitt",
            "0,8 höher als alle",
            "13 von 78 sprechen von „app“, 3 sagen so etwas",
        ),
        (
            "es",
            "3 de 9 personas",
            "1,8× la media",
            "0,8 más que el conjunto",
            "13 de 78 hablan de «app», 3 dicen algo así",
        ),
        (
            "fr",
            "3 personnes sur 9",
            "1,8× la moyenne",
            "0,8 de plus que l’ensemble",
            "13 sur 78 parlent de « app », 3 disent à peu près cela",
        ),
        (
            "pt",
            "3 de 9 pessoas",
            "1,8× a média",
            "0,8 a mais que o conjunto",
            "13 de 78 falam de “app”, 3 dizem algo assim",
        ),
    ],
)
def test_the_words_of_each_language(code: str, share: str, compared: str, rated: str, note: str) -> None:
    words = PHRASEBOOKS[code].figures
    assert (words.share_of(3, 9), words.compared(0.62, 0.34), words.rated(0.8), words.note(3, 78, 13, "app")) == (
        share,
        compared,
        rated,
        note,
    )


def test_notes_tell_of_the_other_side() -> None:
    note = PHRASEBOOKS["en"].figures.note
    assert [note(1, 9, None, None), note(6, 224, None, None, 1), note(6, 224, 33, "quality", 4)] == [
        "one person said this",
        "6 of 224 say something like this; one said the opposite",
        "33 of 224 speak of “quality”, 6 say something like this; 4 said the opposite",
    ]


@pytest.mark.parametrize("code", sorted(PHRASEBOOKS))
def test_nothing_is_said_of_no_difference(code: str) -> None:
    assert PHRASEBOOKS[code].figures.rated(0.01) == ""
