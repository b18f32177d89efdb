"""Where the words of one answer put it, and what they say besides."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.places import place
from tests.questionnaires import table_of

# Answer ~ place from -1 to 1 ~ what gave it: middle, amount, pole, negated.
PLACED = """
very satisfied ~ 0.85 ~ pole
somewhat agree ~ 0.45 ~ pole
agree ~ 0.7 ~ pole
dissatisfied ~ -0.7 ~ pole
strongly disagree ~ -1 ~ pole
extremely likely ~ 1 ~ pole
unlikely ~ -0.7 ~ pole
not useful ~ -0.7 ~ pole negated
inutile ~ -0.7 ~ pole
molto soddisfatta ~ 0.85 ~ pole
très insatisfait ~ -0.85 ~ pole
muy de acuerdo ~ 0.85 ~ pole
nicht zufrieden ~ -0.7 ~ pole negated
Stimme eher nicht zu ~ -0.45 ~ negated
совсем не согласен ~ -1 ~ pole negated
とても満足 ~ 0.85 ~ pole
不満 ~ -0.7 ~ pole
どちらともいえない ~ 0 ~ middle
too much ~ 1 ~ pole
slightly too much ~ 0.25 ~ pole
sehr ~ 0.85 ~
not at all ~ -1 ~ negated
neutral ~ 0 ~ middle
so-so ~ 0 ~ middle
fair - it depends ~ 0 ~ middle
never ~ -1 ~ amount
hardly ever ~ -0.84 ~ amount
not very often ~ -0.2 ~ amount negated
half the time ~ -0.1 ~ amount
often ~ 0.4 ~ amount
almost always ~ 0.84 ~ amount
always ~ 1 ~ amount
1 - never ~ -1 ~ amount
(3) often ~ 0.4 ~ amount
a) always ~ 1 ~ amount
Always (5) ~ 1 ~ amount
VERY_SATISFIED ~ 0.85 ~ pole
"""


@pytest.mark.parametrize(("answer", "value", "by"), table_of(PLACED))
def test_where_an_answer_stands(answer: str, value: str, by: str) -> None:
    found = place(answer)

    assert (round(found.value, 2), found.about, found.graded) == (float(value), frozenset(), True)
    assert {name for name in ("middle", "amount", "pole", "negated") if getattr(found, name)} == set(by.split())


@pytest.mark.parametrize(
    ("answer", "about"),
    [
        ("red", {"red"}), ("Blue cars", {"blue", "cars"}), ("1) buses", {"buse"}), ("abc (very good)", {"abc"}),
        ("very satisfied customers", {"customer"}),
    ],
)  # fmt: skip
def test_what_an_answer_is_about_besides(answer: str, about: set[str]) -> None:
    assert place(answer).about == about


LADDERS = [
    "strongly disagree|disagree|neither agree nor disagree|agree|strongly agree",
    "stimme überhaupt nicht zu|stimme eher nicht zu|teils teils|stimme eher zu|stimme voll und ganz zu",
    "pas du tout satisfait|plutôt pas satisfait|neutre|plutôt satisfait|très satisfait",
    "nada satisfecho|poco satisfecho|neutral|satisfecho|muy satisfecho",
    "discordo totalmente|discordo|neutro|concordo|concordo totalmente",
    "per niente soddisfatto|poco soddisfatto|neutrale|soddisfatto|molto soddisfatto",
    "非常不满意|不满意|一般|满意|非常满意",
    "とても不満|不満|どちらともいえない|満足|とても満足",
    "совсем не согласен|не согласен|нейтрально|согласен|полностью согласен",
    "very poor|poor|fair|good|very good",
]


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: ladder.split("|")[0])
def test_ladders_rise_step_by_step(ladder: str) -> None:
    places = [place(step).value for step in ladder.split("|")]

    assert places == sorted(set(places))
    assert places[2] == 0
