"""Tables of totals and shares, as tools export them in place of answers, are refused; tables of people are not."""

from __future__ import annotations

import pytest

from persona.exceptions import DataError
from persona.questionnaire.rows.summary import refuse_summary
from tests.questionnaires import Rows


def table(text: str) -> Rows:
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return Rows(head, rows)


SUMMARIES = {
    "SurveyMonkey": """
        Answer Choices | Responses | Count
        Very satisfied | 40% | 48
        Satisfied | 35% | 42
        Dissatisfied | 25% | 30
        Answered | | 120""",
    "shares that add up to 100": """
        Option | Percent
        Red | 41.5
        Green | 38.5
        Blue | 20""",
    "shares that add up to 1": """
        Antwort | Anteil
        Rot | 0.415
        Grün | 0.385
        Blau | 0.2""",
    "with a line of totals": """
        Answer | All | Men | Women
        Yes | 48 | 50 | 46
        No | 40 | 38 | 42
        Don't know | 12 | 12 | 12
        Total | 100 | 100 | 100""",
    "French": """
        Réponse | Effectif | Pourcentage
        Oui | 60 | 60 %
        Non | 30 | 30 %
        Ne sait pas | 10 | 10 %
        Ensemble | 100 | 100 %""",
    "Japanese": """
        回答 | 件数 | 割合
        はい | 60 | 60%
        いいえ | 30 | 30%
        わからない | 10 | 10%
        合計 | 100 | 100%""",
    "a crosstab in per cent": """
        Brand | Total | 18-34 | 35-54
        Alpha | 45% | 50% | 40%
        Beta | 30% | 20% | 40%
        Gamma | 25% | 30% | 20%
        Base: all respondents | 1000 | 500 | 500""",
    "shares beside counts": """
        a | yes | n yes | no | n no
        w1 | 0.4 | 40 | 0.6 | 60
        w2 | 0.25 | 25 | 0.75 | 75
        w3 | 0.55 | 55 | 0.45 | 45""",
}


@pytest.mark.parametrize("text", SUMMARIES.values(), ids=SUMMARIES.keys())
def test_tables_of_totals_are_refused(text: str) -> None:
    with pytest.raises(DataError) as told:
        refuse_summary(table(text))
    assert told.value.code == "summary_table"


PEOPLE = {
    "ratings": """
        Name | Price | Service
        Ann | 4 | 5
        Ben | 3 | 2
        Cas | 5 | 4""",
    "points that happen to add up": """
        Team | Points
        Red | 41
        Green | 39
        Blue | 20""",
    "a budget of one person each": """
        Person | Rent | Food | Rest
        P1 | 50 | 30 | 20
        P2 | 40 | 40 | 20
        P3 | 45 | 25 | 30""",
    "ids and years": """
        ID | Year | Score
        1 | 2020 | 0.4
        2 | 2021 | 0.6
        3 | 2022 | 0.9""",
    "written answers": """
        Who | What | n
        Ann | I like it | 1
        Ben | Too slow | 2
        Cas | It works | 3""",
    "one flag of 0 and 1": """
        Person | Member
        Ann | 1
        Ben | 0
        Cas | 0
        Dan | 0""",
    "two rows": """
        Answer Choices | Responses
        Yes | 60%
        No | 40%""",
    "one column": """
        Percent
        60%
        30%
        10%""",
}


@pytest.mark.parametrize("text", PEOPLE.values(), ids=PEOPLE.keys())
def test_tables_of_people_are_read(text: str) -> None:
    refuse_summary(table(text))
