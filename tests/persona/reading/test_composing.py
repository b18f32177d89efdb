from __future__ import annotations

import pytest

from persona.reading.composing import Composed, compose

Rows = list[list[str]]


@pytest.mark.parametrize(
    ("rows", "composed"),
    [
        pytest.param([["Age", " Your\n city "]], (("Age", "Your city"), None), id="one row"),
        pytest.param(
            [["Q1", "Q2_1"], ["Your age?", "I agree - It is fast"]],
            (("Q1", "Q2_1"), ("Your age?", "I agree - It is fast")),
            id="codes, then questions",
        ),
        pytest.param(
            [["Your age?", "Where do you live?"], ["v_1", "v_2"]],
            (("v_1", "v_2"), ("Your age?", "Where do you live?")),
            id="questions, then codes",
        ),
        pytest.param(
            [["Q1", "Q2"], ["Your age?", "Why?"], ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}']],
            (("Q1", "Q2"), ("Your age?", "Why?")),
            id="Qualtrics",
        ),
        pytest.param(
            [["Q1", "Q2"], ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}']], (("Q1", "Q2"), None), id="no questions"
        ),
        pytest.param(
            [["ID", "Which tools do you use?", "", "Any other idea?"], ["", "Excel", "Jira", "Open-Ended Response"]],
            (("ID", "Which tools do you use? - Excel", "Which tools do you use? - Jira", "Any other idea?"), None),
            id="SurveyMonkey",
        ),
        pytest.param(
            [["Welche Werkzeuge?", "", "Wie alt sind Sie?"], ["Excel", "Jira", "Antwort"]],
            (("Welche Werkzeuge? - Excel", "Welche Werkzeuge? - Jira", "Wie alt sind Sie?"), None),
            id="SurveyMonkey in German",
        ),
        pytest.param(
            [["About you", "", "Your work", ""], ["Age in years", "Home town", "Job title", "Years there"]],
            (
                (
                    "About you - Age in years",
                    "About you - Home town",
                    "Your work - Job title",
                    "Your work - Years there",
                ),
                None,
            ),
            id="merged headings",
        ),
        pytest.param(
            [["", "Q6", "", "Q7"], ["ID", "Your job?", "", "Your age?"], ["", "Writer", "Cook", ""]],
            (
                ("ID", "Q6 - Writer", "Q6 - Cook", "Q7"),
                ("ID", "Your job? - Writer", "Your job? - Cook", "Your age?"),
            ),
            id="codes, questions, options",
        ),
        pytest.param(
            [["Your age?", "Your town?"], ["Your age?", "Your town?"]], (("Your age?", "Your town?"), None), id="twice"
        ),
    ],
)
def test_compose_gives_names_and_questions(
    rows: Rows, composed: tuple[tuple[str, ...], tuple[str, ...] | None]
) -> None:
    assert compose(rows, len(rows[0])) == Composed(*composed)
