"""Batteries: which names tie columns together, and the answers that stand beside the scale of all items."""

from __future__ import annotations

import pytest

from tests.questionnaires import cells, columns, counts, notes, read

FIVE = (cells("1", "2", "3", "4", "5"), cells("2", "1", "3", "5", "4"))
AGREE = ("Zdecydowanie się nie zgadzam", "Raczej się nie zgadzam", "Raczej się zgadzam", "Zdecydowanie się zgadzam")


@pytest.mark.parametrize("names", [("Q10", "Q11"), ("F3", "F4"), ("P 1", "P 2"), ("v7", "v8")])
def test_two_questions_with_a_letter_and_a_number_are_two(names: tuple[str, str]) -> None:
    found = read(columns(**dict(zip(names, FIVE, strict=True)), note=notes()))

    assert [question.names for question in found.questions] == [(names[0],), (names[1],), ("note",)]
    assert [doubt.code for doubt in found.doubts] == ["kind_codes", "scale_direction"]
    assert all(f"“{names[0]} (and 1 more like it)”" in doubt.sentence for doubt in found.doubts)


def test_numbered_columns_of_one_scale_are_called_as_the_file_calls_them() -> None:
    found = read(columns(F1=FIVE[0], F2=FIVE[1], F3=FIVE[0], note=notes()))

    assert [question.names for question in found.questions] == [("F1", "F2", "F3"), ("note",)]
    assert [doubt.sentence for doubt in found.doubts] == ["On “F1 … F3”, which end of the scale means more: 1 or 5?"]


@pytest.mark.parametrize("aside", ["Trudno powiedzieć", "Brak zdania", "Nie mam z tym kontaktu"])
def test_answers_beside_the_scale_of_a_battery_are_told(aside: str) -> None:
    given = {f"Ocena - {item}": cells(*AGREE, aside) for item in ("sprzęt", "szef", "płaca")}
    question = read(columns(**given, note=notes())).questions[0]

    assert (question.kind, question.scale.words) == ("rating_battery", AGREE)
    assert (counts(question), [option.no_opinion for option in question.options]) == ({aside: 36}, [True])
