"""Ages and years of birth: what a heading asks for, and which cells answer something else."""

from __future__ import annotations

from collections import Counter

import pytest

from persona.questionnaire.values.ages import Ages, asks_age, sort_ages

ASKED = """
Age|age|AGE|Age (years)|How old are you?|respondent_age|Your age|Alter|Wie alt sind Sie?|Lebensalter
Âge|Quel âge avez-vous ?|Edad|¿Cuántos años tiene?|Idade|Età|Quanti anni hai?|Leeftijd|Hoe oud bent u?|Ålder|Wiek
Věk|Yaş|Возраст|العمر|年齢|年龄|나이
"""


@pytest.mark.parametrize("heading", ASKED.strip().replace("\n", "|").split("|"))
def test_headings_that_ask_for_ages(heading: str) -> None:
    assert asks_age(heading)


OTHERS = """
Page|Language|Etage|Usage|Average|Wage|Manager|Image|Message|Village|Year of birth|Geburtsjahr|Année de naissance
Age at birth of first child|Birth year|Born|生年月日|Alternative|Alterations|Stage|Package|Age_group_of_birth
"""


@pytest.mark.parametrize("heading", OTHERS.strip().replace("\n", "|").split("|"))
def test_headings_that_hold_the_letters_or_ask_for_births(heading: str) -> None:
    assert not asks_age(heading)


@pytest.mark.parametrize(
    ("question", "cells", "ages"),
    [
        ("Age", "34 28 45 1986 1990", Ages(("1986", "1990"), ())),
        ("Age", "34 28 199 45", Ages((), ("199",))),
        ("Age", "34 28 -17 45 0", Ages((), ("-17",))),
        ("Age", "34 28 45 120", Ages()),
        ("Age", "1985 1990 34 1978", Ages((), ("34",))),
        ("Year of birth", "1985 1990 1978", Ages()),
        ("Year of birth", "1985 1990 34 1978", Ages((), ("34",))),
        ("Geburtsjahr", "1985 1990 85 1978", Ages((), ("85",))),
        ("q7", "34 28 45 51 1986 1990 1975", Ages(("1986", "1990", "1975"), ())),
        ("q7", "34 28 45 51 1986 1990", Ages()),
        ("q7", "34 28 45 51 52 300 1986 1990 1975", Ages()),
        ("q7", "3 28 45 51 1986 1990 1975", Ages()),
        ("Price", "1999 2000 2010 34", Ages()),
    ],
)
def test_cells_that_answer_another_question_are_told(question: str, cells: str, ages: Ages) -> None:
    counts = Counter(cells.split())

    assert sort_ages({text: float(text) for text in counts}, counts, question) == ages
