"""Whole numbers without a word of a scale: answers, places or quantities, told by all that there is."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.codes import read_codes

TO_TEN = {0: 3, 1: 2, 2: 3, 3: 7, 4: 9, 5: 7, 6: 4, 7: 11, 8: 9, 9: 5, 10: 7}


@pytest.mark.parametrize(
    ("codes", "question", "reading", "sure"),
    [
        ({1: 24, 2: 16, 3: 29, 4: 14, 5: 20, 6: 17}, "Employment status", "choice", True),
        ({1: 23, 2: 45, 3: 34, 4: 18}, "Which brand do you buy most", "choice", True),
        ({1: 23, 2: 45, 3: 34, 4: 18}, "Welche Marke kaufen Sie?", "choice", True),
        ({0: 23, 1: 45}, "PhD", "choice", True),
        ({1: 20, 2: 3}, "gender", "choice", True),
        ({1: 5, 2: 9, 3: 12, 4: 9, 5: 3}, "Overall satisfaction", "rating", True),
        ({1: 5, 2: 9, 3: 12, 4: 9, 5: 3}, "How useful was it?", "rating", True),
        ({1: 5, 2: 9, 3: 12, 4: 9, 5: 3}, "Wie zufrieden sind Sie?", "rating", True),
        (dict.fromkeys(range(1, 7), 4), "Bitte geben Sie eine Schulnote", "rating", True),
        ({3: 5, 4: 9, 5: 12}, "Score", "rating", True),
        ({4: 9, 5: 12}, "Score", "choice", True),
        ({2: 5, 3: 9, 4: 12}, "Number of cars", "number", True),
        ({-1: 5, 0: 9, 1: 12}, "I voted", "rating", True),
        ({0: 5, 1: 9, 2: 3, 3: 1}, "How many children do you have?", "number", True),
        ({0: 5, 1: 9, 2: 3, 7: 1}, "num_children", "number", True),
        (dict.fromkeys(range(18, 70), 3), "age", "number", True),
        (dict.fromkeys(range(18, 70), 3), "V3", "number", True),
        ({1: 5, 2: 9, 3: 12, 4: 9, 5: 3}, "V17", "rating", False),
        ({1: 20, 2: 9, 3: 12, 4: 29, 5: 3}, "V17", "choice", False),
        (TO_TEN, "V17", "rating", False),
        ({code: n for code, n in TO_TEN.items() if code != 2}, "V17", "rating", False),
        (TO_TEN, "Hur sannolikt är det att du rekommenderar oss till en vän?", "rating", True),
        (TO_TEN, "Hvor sandsynligt er det, at du vil anbefale os?", "rating", True),
        (TO_TEN, "Jak bardzo prawdopodobne jest, że polecisz nas znajomym?", "rating", True),
        (TO_TEN, "Порекомендуете ли вы нас друзьям?", "rating", True),
        (TO_TEN, "Hoe waarschijnlijk is het dat u ons aanbeveelt?", "rating", True),
        (TO_TEN, "¿Qué tan probable es que nos recomiende?", "rating", True),
        (TO_TEN, "Bizi bir arkadaşınıza tavsiye eder misiniz?", "rating", True),
        ({0: 30, 1: 20, 2: 9, 3: 7, 4: 5, 5: 4, 6: 3, 7: 2, 8: 2, 9: 1, 10: 3}, "V17", "choice", False),
        (TO_TEN, "Hur många böcker läste du?", "number", True),
        (TO_TEN, "Сколько книг вы прочитали?", "number", True),
        (TO_TEN, "Ile książek przeczytałeś?", "number", True),
        ({1: 6, 2: 8, 3: 5, 4: 9, 5: 12, 6: 8, 7: 11, 8: 13, 9: 11, 10: 8}, "V17", "rating", False),
        ({1: 6, 2: 41, 3: 5, 4: 39, 5: 2, 6: 28, 7: 1, 8: 33, 9: 4, 10: 25}, "V17", "choice", False),
        ({1: 6, 2: 8, 3: 5, 4: 9, 5: 12, 6: 8, 7: 11, 8: 13, 9: 11}, "V17", "choice", False),
        ({1: 6, 2: 8, 3: 5, 4: 9, 5: 12, 6: 8, 7: 11, 8: 13, 9: 11, 10: 8}, "Województwo", "choice", True),
    ],
)
def test_codes_are_read_by_numbers_and_words(codes: dict[int, int], question: str, reading: str, sure: bool) -> None:
    found = read_codes(codes, question)
    assert (found.reading, found.sure) == (reading, sure)


def test_neighbours_make_a_battery() -> None:
    assert read_codes({1: 20, 2: 9, 3: 12, 4: 29, 5: 3}, "V17", block=5).reading == "rating"


def test_words_at_the_ends_make_a_rating() -> None:
    assert read_codes({1: 20, 2: 9, 3: 12}, "region", labelled=True).reading == "rating"
