"""What a tool derived or wrote down itself is no statement of people."""

from __future__ import annotations

import pytest

from persona.counted.derived import was_not_asked
from persona.counted.findings import may_be_told
from tests.persona.counted.values import column


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("Would you recommend the ferry? - Group", ("Promoter", "Detractor", "Passive")),
        ("NPS-Gruppe", ("Kritiker", "Passive", "Promotoren")),
        ("Groupe", ("Détracteurs", "Promoteurs")),
        ("Grupo", ("Detratores", "Neutros", "Promotores")),
        ("区分", ("批判者", "推奨者", "中立者")),
        ("Score of the call", ("Unoffered", "Good", "Offered")),
        ("verified", ("Yes", "No")),
        ("Verified buyer", ("Yes", "No")),
        ("Verifizierter Kauf", ("Ja", "Nein")),
        ("Assignee", ("Night desk", "Day desk")),
        ("Alert type", ("Red", "Green")),
        ("helpful votes", ("0", "1", "3")),
    ],
)
def test_tools_wrote_it(question: str, options: tuple[str, ...]) -> None:
    asked = column(question, options=options)

    assert (was_not_asked(asked), may_be_told(asked)) == (True, False)


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("How was your crossing?", ("Good", "Bad")),
        ("How do you feel about the plan?", ("Neutral", "Passive")),
        ("How helpful was the crew?", ("Very helpful", "Not helpful")),
        ("Was your ticket verified on board?", ("Yes", "No")),
        ("Do you switch alerts off at night?", ("Yes", "No")),
        ("Wie hilfreich war die Karte?", ("Sehr", "Gar nicht")),
    ],
)
def test_people_were_asked(question: str, options: tuple[str, ...]) -> None:
    asked = column(question, options=options)

    assert (was_not_asked(asked), may_be_told(asked)) == (False, True)
