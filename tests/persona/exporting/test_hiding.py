"""Hiding: what rests on a column goes with it, and what people wrote does not stay in sentences of ours."""

from __future__ import annotations

import pytest

from persona.exporting.hiding import for_strangers, without_columns, without_words
from persona.models import StorySentence
from tests.generation.values import COLUMN, evidence, fact, portrait, result, statement


def test_a_column_that_nobody_knows_hides_nothing() -> None:
    found = result((portrait(1),))

    assert without_columns(found, ["no such column"]) is found


def test_facts_quotes_and_statements_of_a_hidden_column_go() -> None:
    other = statement(1, 9, text="Cooks on Sunday", evidence=(evidence(3, column="diary"),))
    found = result((portrait(1, statements=(statement(1, 1), other), facts=(fact(), fact(column="diary"))),))

    shown = without_columns(found, [COLUMN]).personas[0]

    assert [said.text for said in shown.statements] == ["Cooks on Sunday"]
    assert shown.quotes == ()
    assert [each.column for each in shown.facts] == ["city", "diary"]


@pytest.mark.parametrize(
    ("label", "shown"),
    [("Lives in Porto", "Lives in Porto"), ("Lives in Faro", "Group 1"), ("", "")],
)
def test_a_label_stays_if_each_of_its_words_is_shown_elsewhere(label: str, shown: str) -> None:
    found = result((portrait(1, label=label),))

    assert without_columns(found, [COLUMN]).personas[0].label == shown


def test_words_of_people_stay_unless_they_tell_of_the_hidden_column() -> None:
    found = result((portrait(1, label="The early bird"), portrait(2, label="Whom the plan annoys")))

    shown = without_columns(found, [COLUMN], rewritten={1: ("label",), 2: ("label",)})

    assert [persona.label for persona in shown.personas] == ["The early bird", "Group 2"]


def test_sentences_that_name_a_column_or_a_lost_label_go() -> None:
    story = (
        StorySentence(about="who", text="Not like “Lives in Faro”."),
        StorySentence(about="who", text="They plan."),
    )
    found = result(
        (portrait(1, label="Lives in Faro", story=story), portrait(2, story=story)),
        warnings=(f"Few answered “{COLUMN}”.", "Few people."),
    )

    shown = without_columns(found, [COLUMN])

    assert shown.warnings == ("Few people.",)
    assert [[each.text for each in persona.story] for persona in shown.personas] == [["They plan."], ["They plan."]]
    assert shown.personas[0].summary == "They plan."


def test_a_statement_that_repeats_an_answer_is_a_quote() -> None:
    words = statement(1, 2, text="Everything after it slips too", evidence=(evidence(2),))
    found = result((portrait(1, statements=(statement(1, 1), words), quotes=()),))

    assert [said.text for said in without_words(found).personas[0].statements] == ["Plans that break, 1"]


def test_personal_data_is_masked_for_strangers() -> None:
    told = statement(1, 1, text="Ask ana@example.com", evidence=(evidence(1, quote="ana@example.com, the plan"),))
    shown = for_strangers(result((portrait(1, statements=(told,)),))).personas[0].statements[0]

    assert (shown.text, shown.evidence[0].quote) == ("Ask a••@•••••••.com", "a••@•••••••.com, the plan")
