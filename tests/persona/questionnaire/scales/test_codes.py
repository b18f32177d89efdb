"""Whole numbers without a word of a scale: answers, places or quantities, told by all that there is."""

from __future__ import annotations

from collections import Counter

import pytest

from persona.questionnaire.scales.codes import CodeReading, read_codes
from tests.questionnaires import table_of

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


HILL = {1: 5, 2: 9, 3: 12, 4: 9, 5: 3}
# Numbers ~ the question ~ what they are taken for ~ whether that is sure ~ why.
REASONS = """
1 1 1 2 2 ~ V1 ~ choice ~ sure ~ two codes
0 9 9 ~ q2 ~ choice ~ sure ~ two codes
-2 -1 0 1 2 ~ balance ~ rating ~ sure ~ its numbers run as far below zero as above
-2 0 2 2 ~ change ~ rating ~ sure ~ its numbers run as far below zero as above
-2 0 3 3 ~ change ~ number ~ asked ~ many different numbers
-7 0 7 7 ~ degrees ~ number ~ asked ~ many different numbers
5 60 800 ~ region ~ number ~ sure ~ many different numbers
12 13 14 15 16 17 ~ Bundesland ~ choice ~ sure ~ a few codes, and the question asks for kinds
3 8 15 15 ~ V2 ~ number ~ asked ~ many different numbers
3 8 15 15 ~ hours_per_week ~ number ~ sure ~ many different numbers
2 3 4 4 ~ V3 ~ number ~ asked ~ many different numbers
2 3 4 4 ~ Score ~ rating ~ sure ~ the question asks for a rating
0 1 2 2 ~ 満足度 ~ rating ~ sure ~ the question asks for a rating
1 2 2 3 ~ 年齢 ~ number ~ sure ~ the question asks how many
1 2 2 3 ~ 性別 ~ choice ~ sure ~ the question asks for kinds
1 2 3 4 5 ~ How satisfied are you with the region? ~ rating ~ asked ~ the question asks for a rating
1 2 3 4 5 ~ How many? Select one ~ choice ~ asked ~ one of a list is to be selected, and the numbers are its codes
1 2 3 3 ~ Combien d'enfants ? Une seule réponse ~ choice ~ asked ~ one of a list is to be selected, and the numbers are its codes
0 1 2 2 ~ How many? Select one ~ number ~ sure ~ the question asks how many
1 1 1 2 2 3 ~ q9 ~ choice ~ asked ~ no word tells what its numbers mean
1 2 2 3 3 3 4 4 ~ q9 ~ rating ~ asked ~ no word tells what its numbers mean
1 1 2 3 3 3 4 ~ q9 ~ choice ~ asked ~ no word tells what its numbers mean
"""  # noqa: E501 -- one case a line


@pytest.mark.parametrize(("numbers", "question", "reading", "sure", "reason"), table_of(REASONS))
def test_why_numbers_are_taken_for_what_they_are(
    numbers: str, question: str, reading: str, sure: str, reason: str
) -> None:
    found = read_codes(Counter(map(int, numbers.split())), question)

    assert found == CodeReading(reading, sure == "sure", reason)


@pytest.mark.parametrize(
    ("question", "beside", "found"),
    [
        ("V17", {"block": 2}, CodeReading("rating", False, "two columns side by side use the same numbers")),
        ("V17", {"block": 3}, CodeReading("rating", True, "3 columns side by side use the same numbers")),
        ("How many cars?", {"block": 5}, CodeReading("number", True, "the question asks how many")),
        ("region", {"labelled": True}, CodeReading("rating", True, "words tell the ends of its scale")),
        (
            "V17",
            {"reviewed": True},
            CodeReading("rating", False, "its numbers stand beside sentences, as in reviews, and all of them are used"),
        ),
    ],
)
def test_what_stands_beside_the_numbers_tells_what_they_are(
    question: str, beside: dict[str, int], found: CodeReading
) -> None:
    assert read_codes(HILL, question, **beside) == found


def test_thirty_kinds_have_codes_and_more_are_counted() -> None:
    assert read_codes(dict.fromkeys(range(1, 31), 3), "Bundesland").reading == "choice"
    assert read_codes(dict.fromkeys(range(1, 32), 3), "Bundesland").reading == "number"
