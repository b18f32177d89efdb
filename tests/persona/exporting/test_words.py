"""Words that Markdown and HTML share."""

from __future__ import annotations

import pytest

from persona.exporting.html import persona_html
from persona.exporting.markdown import persona_markdown
from persona.exporting.words import beside, capital, name_hint, overview, people, wordings
from persona.messages import sentence
from tests.persona.exporting.results import BARE, FACTS, PERSONA, RESULT, STATEMENTS, said


def test_overview_gives_the_reason_for_the_number() -> None:
    assert overview(RESULT) == "2 personas from 20 respondents. Two, as you asked."


def test_overview_leaves_the_reason_to_a_warning_that_says_it() -> None:
    warned = RESULT.model_copy(update={"personas": (BARE,), "rows": 1_200, "warnings": ("Two, as you asked.",)})

    assert overview(warned) == "1 persona from 1,200 respondents."


def test_groups_in_numbers_only_are_counted_apart() -> None:
    thin = BARE.model_copy(update={"warnings": (sentence("numbers_only"),)})

    assert overview(RESULT.model_copy(update={"personas": (PERSONA, thin)})) == (
        "1 persona and 1 group in numbers only from 20 respondents. Two, as you asked."
    )


def test_people_are_counted_and_shared() -> None:
    assert [people(PERSONA), people(BARE.model_copy(update={"size": 1, "share": 0.004}))] == [
        "8 respondents, 40 %",
        "1 respondent, under 1 %",
    ]


@pytest.mark.parametrize(("text", "shown"), [("want it", "Want it"), ("Éé", "Éé"), ("éa", "Éa"), ("", ""), ("ß", "SS")])
def test_capital(text: str, shown: str) -> None:
    assert capital(text) == shown


def test_beside_a_fact_stands_everyone() -> None:
    assert [beside(fact) for fact in FACTS] == ["1.8× average; everyone: 34 %", "everyone: 30–50"]


def test_the_same_words_are_one_wording_with_the_rows_that_hold_it() -> None:
    found = wordings(STATEMENTS[0].evidence)

    assert [(passage.quote, rows) for passage, rows in found] == [
        ("want <one> plan", "rows 2, 5"),
        ("a plan for the week", "row 7"),
    ]


def test_only_the_first_rows_and_wordings_are_shown() -> None:
    many = [said(row, "Cook less") for row in range(1, 7)]
    others = [said(10 + number, f"wording {number}") for number in range(4)]

    assert [rows for _, rows in wordings([*many, *others])] == ["rows 1, 2, 3 and 3 more", "row 10", "row 11"]


def test_what_is_only_related_is_no_wording() -> None:
    assert wordings([said(1, "perhaps", counted=False)]) == []


def test_all_people_together_are_no_one_person_and_compared_with_nobody() -> None:
    one = PERSONA.model_copy(update={"label": "Uses paper"})
    everyone = one.model_copy(update={"share": 1.0})

    assert [name_hint(found) for found in (PERSONA, one, everyone)] == [
        "",
        "Call this persona Paula *Planner*, if a name helps.",
        "",
    ]
    assert [beside(fact, of_everyone=True) for fact in FACTS] == ["", ""]
    assert "- Uses paper: **62 %**\n- Age: **34–46, half of them**\n" in persona_markdown(everyone)
    shown = persona_html(everyone)
    assert "<li>Uses paper: <strong>62 %</strong></li>" in shown
    assert "if a name helps" not in shown
