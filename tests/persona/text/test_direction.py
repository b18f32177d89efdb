from __future__ import annotations

import pytest

from persona.text.direction import outside, set_apart
from persona.text.languages import html_attributes

FSI, PDI, LRM = "\u2068", "\u2069", "\u200e"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Answers “خیلی کم” to “کیفیت غذا؟”: 45 %",
            f"Answers “{FSI}خیلی کم{PDI}” to “{FSI}کیفیت غذا؟{PDI}”: 45 %",
            id="what stands in quotation marks, with its own marks",
        ),
        pytest.param("Uses שירות לקוחות: 57 %", f"Uses {FSI}שירות לקוחות{PDI}: 57 %", id="words without marks"),
        pytest.param("نعم: 57 %", f"{LRM}{FSI}نعم{PDI}: 57 %", id="at the beginning the sentence keeps its side"),
        pytest.param("Nennt „נוח ב-Excel“", f"Nennt „{FSI}נוח ב-Excel{PDI}“", id="Latin words among them"),
        pytest.param("Uses Excel: 57 %", "Uses Excel: 57 %", id="nothing from the right"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_words_from_the_right_are_set_apart_once(sentence: str, expected: str) -> None:
    assert (set_apart(sentence), set_apart(set_apart(sentence))) == (expected, expected)


def test_the_language_of_a_sentence_is_that_of_what_stands_around_what_is_set_apart() -> None:
    sentence = "This group answers “المواعيد متاحة دائما في المساء” to what they were asked"

    assert html_attributes(set_apart(sentence)) == ' lang="en" dir="auto"'


def test_what_is_nothing_but_set_apart_is_looked_at_as_a_whole() -> None:
    assert outside(f"{LRM}{FSI}نعم{PDI}: 57 %") == f"{LRM}{FSI}نعم{PDI}: 57 %"
