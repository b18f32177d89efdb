"""How often something happens, from words about stretches of time."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.rates import rate


@pytest.mark.parametrize(
    ("rarer", "oftener"),
    [
        ("Once a month", "Once a week"),
        ("A few times a week", "Several times a day"),
        ("Less than once a month", "Monthly"),
        ("Weekly", "More than once a week"),
        ("Every few weeks", "Every week"),
        ("Every other day", "Daily"),
        ("2-3 times a month", "1 time per week"),
        ("einmal im Monat", "mehrmals pro Woche"),
        ("seltener als monatlich", "monatlich"),
        ("alle 2 Wochen", "jede Woche"),
        ("une fois par an", "plusieurs fois par mois"),
        ("una vez al mes", "todos los días"),
        ("uma vez por semana", "todos os dias"),
        ("una volta al mese", "ogni giorno"),
        ("een keer per maand", "elke dag"),
        ("月に1回", "週に2回"),
        ("每月", "每天"),
    ],
)
def test_rates_rise_with_how_often(rarer: str, oftener: str) -> None:
    low, high = rate(rarer), rate(oftener)
    assert low is not None
    assert high is not None
    assert low < high


@pytest.mark.parametrize("answer", ["Never", "Often", "A day off", "Monday", "Agree", "１" * 40_000])
def test_other_answers_name_no_rate(answer: str) -> None:
    assert rate(answer) is None
