"""How often something happens, from words about stretches of time."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.rates import is_less, rate
from persona.questionnaire.scales.words import WordScale, order_words
from tests.questionnaires import table_of


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


# How often ~ how many times a day ~ and that for how many days.
OFTEN = """
Hourly ~ 12 ~ 1
stündlich ~ 12 ~ 1
täglich ~ 1 ~ 1
quotidiennement ~ 1 ~ 1
giornalmente ~ 1 ~ 1
dagelijks ~ 1 ~ 1
毎日 ~ 1 ~ 1
2x/Tag ~ 2 ~ 1
deux fois par jour ~ 2 ~ 1
dos veces al día ~ 2 ~ 1
duas vezes por dia ~ 2 ~ 1
due volte al giorno ~ 2 ~ 1
twee keer per dag ~ 2 ~ 1
1,5 mal pro Tag ~ 1.5 ~ 1
alle paar Tage ~ 1 ~ 2
5 or more times a week ~ 5 ~ 7
3 oder mehr mal pro Woche ~ 3 ~ 7
4 to 6 times a week ~ 5 ~ 7
once_a_week ~ 1 ~ 7
hebdomadaire ~ 1 ~ 7
todas las semanas ~ 1 ~ 7
週に2〜3回 ~ 3 ~ 7
每周三次 ~ 3 ~ 7
一天两次 ~ 2 ~ 1
两天一次 ~ 1 ~ 2
3日に1回 ~ 1 ~ 3
jede zweite Woche ~ 1 ~ 14
every other week ~ 1 ~ 14
ogni due settimane ~ 1 ~ 14
2週に1回 ~ 1 ~ 14
biweekly ~ 1 ~ 14
every fortnight ~ 1 ~ 14
elke maand ~ 1 ~ 30
todos los meses ~ 1 ~ 30
每月3次 ~ 3 ~ 30
月に数回 ~ 3.5 ~ 30
every 3 months ~ 1 ~ 90
3ヶ月に1回 ~ 1 ~ 90
每3个月1次 ~ 1 ~ 90
chaque trimestre ~ 1 ~ 90
vierteljährlich ~ 1 ~ 90
半年に1回 ~ 1 ~ 182
einmal im Jahr ~ 1 ~ 365
tous les ans ~ 1 ~ 365
0 times a week ~ 0 ~ 7
less than once a year ~ 0.6 ~ 365
weniger als einmal im Monat ~ 0.6 ~ 30
moins d'une fois par semaine ~ 0.6 ~ 7
週1回未満 ~ 0.6 ~ 7
more than once a day ~ 1.4 ~ 1
más de una vez por semana ~ 1.4 ~ 7
1日に3回以上 ~ 4.2 ~ 1
"""


@pytest.mark.parametrize(("answer", "times", "days"), table_of(OFTEN))
def test_how_many_times_a_day(answer: str, times: str, days: str) -> None:
    assert rate(answer) == pytest.approx(float(times) / float(days), rel=0.005)


@pytest.mark.parametrize(
    ("answer", "less"),
    [("less often", True), ("seltener", True), ("週1回未満", True), ("less_often", True), ("regardless", False)],
)
def test_an_answer_that_means_less_than_the_others(answer: str, less: bool) -> None:
    assert is_less(answer) is less


@pytest.mark.parametrize(
    "answers",
    [
        ("0 times a week", "1 time a week", "2 times a week", "3 or more times a week"),
        ("从不", "每周一次", "每周两次", "每天"),
        ("seltener", "einmal im Monat", "zweimal im Monat", "jede Woche"),
    ],
)
def test_answers_stand_in_the_order_of_how_often(answers: tuple[str, ...]) -> None:
    found = order_words(dict.fromkeys(reversed(answers), 5))

    assert found == WordScale(answers, {answer: at for at, answer in enumerate(answers, 1)})
