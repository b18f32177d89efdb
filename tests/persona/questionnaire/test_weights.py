"""Survey weights are known by their numbers where no known word names them, and asked about."""

from __future__ import annotations

import random

import pytest

from persona.questionnaire.weights import weighs
from tests.questionnaires import columns, notes, read


def weights(mean: float = 1.0, people: int = 60, decimals: int = 6, mark: str = ".") -> list[str]:
    draw = random.Random(7)
    raw = [draw.lognormvariate(0, 0.4) for _ in range(people)]
    scaled = [value * mean * people / sum(raw) for value in raw]
    return [f"{value:.{decimals}f}".replace(".", mark) for value in scaled]


@pytest.mark.parametrize("name", ["w", "faktor_bev", "x17", "coef_fin", "Wagi", "V_9", "系数"])
@pytest.mark.parametrize("mark", [".", ","])
def test_numbers_that_are_one_on_average_with_many_decimals_may_be_weights(name: str, mark: str) -> None:
    found = read(columns(**{name: weights(mark=mark), "age": [str(20 + at % 50) for at in range(60)], "note": notes()}))

    assert (found.questions[0].kind, found.questions[0].use, found.weight, found.weighted) == (
        "weight",
        "none",
        name,
        False,
    )
    assert [doubt.default for doubt in found.doubts if doubt.code == "weight"] == ["ignore"]


def test_zeros_that_a_program_left_out_at_the_end_are_decimals() -> None:
    short = dict.fromkeys((value.rstrip("0").rstrip(".") for value in weights(people=120, decimals=3)), 1)
    assert any(len(value) < 5 for value in short)

    assert weighs(short, "waga")


def test_who_says_that_it_is_none_gets_a_number() -> None:
    table = columns(x17=weights(), note=notes())

    assert read(table, {"weight:x17": "no_weight"}).questions[0].kind == "number"


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("x17", weights(1.05)),
        ("w", weights(1.4)),
        ("x17", weights(decimals=1)),
        ("x17", weights(people=20)),
        ("How long did it take?", weights()),
        ("hours", weights()),
        ("x17", ["-0.5000", "2.5000", "1.0000", "1.2500", "0.7500", "1.0000"] * 10),
        ("x17", ["0.5000", "1.5000"] * 30),
    ],
    ids=["mean 1.05", "mean 1.4", "one decimal", "few people", "a question", "hours", "below zero", "two values"],
)
def test_other_numbers_are_no_weights(name: str, cells: list[str]) -> None:
    assert not weighs({cell: cells.count(cell) for cell in cells}, name)
