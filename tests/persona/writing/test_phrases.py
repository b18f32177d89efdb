"""Answers to closed questions as words in a sentence."""

from __future__ import annotations

import pytest

from persona.writing.phrases import (
    bare,
    capital,
    is_role,
    joined,
    label,
    lower,
    lower_role,
    phrase,
    short,
    with_article,
)


@pytest.mark.parametrize(
    ("question", "options", "expected"),
    [
        ("Which tools do you use? (select all that apply)", ["Excel", "Google Maps"], "uses Excel and Google Maps"),
        ("Which tools do you use with R?", ["Excel"], "uses Excel with R"),
        ("Which other languages do you use?", ["Python"], "also uses Python"),
        ("Which features matter most?", ["CSV export", "Free plan"], "cares most about CSV export and free plan"),
        ("What do you use R for?", ["Data transformation"], "uses R for data transformation"),
        ("Do you use the tidyverse?", ["Usually"], "usually uses the tidyverse"),
        ("Do you have a car?", ["Yes"], "has a car"),
        ("Do you own a bike?", ["No"], "does not own a bike"),
        ("How often do you plan your work?", ["Every day"], "plans their work every day"),
        ("How often do you carry it?", ["Once a week"], "carries it once a week"),
        ("How would you rate your R experience?", ["Expert"], "rates their R experience as expert"),
        ("Which plan are you on?", ["Free"], "is on the Free plan"),
        ("Industry", ["Health care"], "works in health care"),
        (
            "What were the biggest difficulties when learning R?",
            ["Getting started"],
            "names getting started among the biggest difficulties when learning R",
        ),
        ("How would you rate your day?", ["5"], None),
        ("Department Name", ["Tops"], None),
    ],
)
def test_phrase(question: str, options: list[str], expected: str | None) -> None:
    assert phrase(question, options) == expected


@pytest.mark.parametrize(
    ("question", "option", "expected"),
    [
        ("What best describes your role?", "Data analyst", "Data analyst"),
        ("Which tools do you use?", "Paper", "Uses Paper"),
        ("Recommended", "1", "Recommended: yes"),
        ("Department Name", "Tops", "Tops (Department Name)"),
        ("Do you use Shiny?", "I don't know what Shiny is.", "Does not know what Shiny is"),
        ("Status", "I'm looking for my first job", "Is looking for their first job"),
    ],
)
def test_label(question: str, option: str, expected: str) -> None:
    assert label(question, option) == expected


def test_words() -> None:
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert with_article("analyst") == "an analyst"
    assert capital("iPhone user") == "IPhone user"
    assert short("Master’s degree (e.g. MA, MS)") == "Master’s degree"
    assert (lower("Free plan"), lower("CSV export"), lower("Google Maps")) == ("free plan", "CSV export", "Google Maps")
    assert lower_role("Data Scientist in IT") == "data scientist in IT"
    assert bare("How likely is it? (0-10)") == "How likely is it"
    assert is_role("Job title")
    assert not is_role("Which tools do you use?")
