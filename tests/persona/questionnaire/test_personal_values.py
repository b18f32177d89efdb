"""Names and phone numbers below labels that say nothing of them."""

from __future__ import annotations

import pytest

from persona.questionnaire.kinds import QuestionKind as Kind
from tests.questionnaires import cells, columns, read

NAMES = ("Rina S", "Agus W", "Dewi", "Budi", "Joko", "Dewi W", "Agus S", "Siti W", "Agus", "Rina")
PHONES = [f"08{1_234_567_89 + at * 7_654_321}" for at in range(40)]


def kind_of(label: str, given: list[str]) -> tuple[Kind, list[str]]:
    found = read(columns(**{label: given, "score": cells("1", "2", "3", "4", "5", people=len(given))}))
    return found.questions[0].kind, [doubt.default for doubt in found.doubts if doubt.code == "personal_data"]


@pytest.mark.parametrize("label", ["nama", "jina", "x", "reviewer.label"])
@pytest.mark.parametrize("given", [NAMES, ("Alice", "Maria", "Ahmed", "Anna", "Zork", "Peter"), ("Tom B.", *NAMES)])
def test_first_names_are_hidden_unless_somebody_says_that_they_are_none(label: str, given: tuple[str, ...]) -> None:
    assert kind_of(label, cells(*given, people=40)) == (Kind.PERSONAL, ["hide"])


@pytest.mark.parametrize(
    "given",
    [
        ("Plan A", "Plan B", "Plan C", "Plan D"),
        ("Berlin", "Hamburg", "Victoria", "Bonn", "Essen"),
        ("Vitamin C", "Vitamin D", "Zinc", "Iron", "Vitamin K"),
        ("Car", "Bus", "Tram", "Bike", "Foot"),
        ("Slack", "Teams", "Zoom", "Mail", "Phone"),
        ("rina s", "agus w", "dewi t", "budi k", "rina w"),
    ],
)
def test_other_short_answers_are_no_names(given: tuple[str, ...]) -> None:
    assert kind_of("x", cells(*given, people=40)) == (Kind.SINGLE, [])


@pytest.mark.parametrize("label", ["hp", "simu", "kontak"])
@pytest.mark.parametrize("gap", ["", " ", "-"])
def test_numbers_that_all_begin_as_calls_do_are_phone_numbers(label: str, gap: str) -> None:
    given = [f"{text[:4]}{gap}{text[4:]}" for text in PHONES]

    kind, defaults = kind_of(label, given)

    assert kind is Kind.PERSONAL
    assert defaults in ([], ["hide"])


@pytest.mark.parametrize(
    "given",
    [
        [f"{100_000_000 + at:010}" for at in range(40)],  # counted rows
        [str(234_567_891 + at * 7_654_321) for at in range(40)],  # numbers given out by chance
    ],
)
def test_numbers_of_rows_are_no_phone_numbers(given: list[str]) -> None:
    assert kind_of("nr", given) == (Kind.IDENTIFIER, [])
