"""Whole numbers without a word of a scale: answers, places or quantities, told by all that there is."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.codes import read_codes


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
    ],
)
def test_codes_are_read_by_numbers_and_words(codes: dict[int, int], question: str, reading: str, sure: bool) -> None:
    found = read_codes(codes, question)
    assert (found.reading, found.sure) == (reading, sure)


def test_neighbours_make_a_battery() -> None:
    assert read_codes({1: 20, 2: 9, 3: 12, 4: 29, 5: 3}, "V17", block=5).reading == "rating"


def test_words_at_the_ends_make_a_rating() -> None:
    assert read_codes({1: 20, 2: 9, 3: 12}, "region", labelled=True).reading == "rating"
