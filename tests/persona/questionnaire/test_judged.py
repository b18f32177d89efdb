"""Headings judged by learned words: what tools write never forms groups, and no question is taken for it."""

from __future__ import annotations

import pytest

from persona.questionnaire.judged import judged
from persona.questionnaire.protected import category
from tests.questionnaires import Rows, cells, columns, notes, read

ROLES = {
    "administration": "Tête de série|Semilla aleatoria|乱数シード|Zufallsstartwert",
    "technical": "来源|Browser|timezone|ticket_channel|Kontaktkanal|Часовой пояс|ブラウザ",
    "staff": "Assignee|Agent|Zuständiger Mitarbeiter|担当者|Temsilci|Saksbehandler",
    "subject": "Station|Area|Sede|Postfach|Inbox|Abteilung",
    "place": "region|Province|Kommune|都道府県",
    "weight": "waga|Poids final|权重|weegfactor",
}
QUESTIONS = """
How satisfied are you with the agent?|Which browser do you use most often?|How helpful was the channel?|Price|Comfort
Wie zufrieden sind Sie mit Ihrem Berater?|Quelle note donneriez-vous à l'agent ?|Voto da 1 a 10|Hobbies|満足度|Comments
I trust my manager|Which contact channel would you prefer?|Хобби|Как часто вы покупаете онлайн?|xyzzy plugh|Q7_1
"""


def survey(name: str, values: list[str]) -> Rows:
    return columns(**{name: values, "Cook?": cells("Yes", "No"), "note": notes()})


@pytest.mark.parametrize(("role", "name"), [(role, name) for role, words in ROLES.items() for name in words.split("|")])
def test_headings_of_tools_have_their_role(role: str, name: str) -> None:
    found = judged(name)

    assert found is not None
    assert found.role == role


@pytest.mark.parametrize("name", QUESTIONS.strip().replace("\n", "|").split("|"))
def test_a_question_or_an_unknown_word_has_none(name: str) -> None:
    assert judged(name) is None


@pytest.mark.parametrize(
    "name", ["来源", "Kontaktkanal", "Часовой пояс", "Zuständiger Mitarbeiter", "Temsilci", "Sede"]
)
def test_what_a_tool_wrote_only_describes(name: str) -> None:
    found = read(survey(name, cells("aa", "bb", "cc"))).questions[0]

    assert (found.kind, found.use) == ("single_choice", "describe")


@pytest.mark.parametrize("name", ["Area", "Agent", "Canal"])
def test_a_rating_forms_groups_whatever_its_heading(name: str) -> None:
    found = read(survey(name, cells("Very bad", "Bad", "Neutral", "Good", "Very good"))).questions[0]

    assert (found.kind, found.use) == ("rating", "basis")


def test_people_s_own_sentences_stay_theirs() -> None:
    said = [f"He was very kind to me on visit {at}, and he took his time" for at in range(60)]
    found = read(survey("Temsilci", said)).questions[0]

    assert (found.kind, found.use) == ("open_answer", "basis")


@pytest.mark.parametrize("name", ["Tête de série", "Semilla aleatoria"])
def test_the_seed_of_a_tool_is_administration(name: str) -> None:
    seeds = [str(1_000_003 + at * 7_919 % 999_983) for at in range(60)]

    assert read(survey(name, seeds)).questions[0].kind == "administration"


def test_small_numbers_below_such_a_heading_keep_their_kind() -> None:
    found = read(survey("Tête de série", [str(at % 17) for at in range(60)])).questions[0]

    assert (found.kind, found.use) == ("number", "describe")


@pytest.mark.parametrize("name", ["waga", "weegfactor"])
def test_a_weight_is_asked_about(name: str) -> None:
    found = read(survey(name, [f"{0.5 + at * 17 % 60 / 60:.3f}" for at in range(60)]))

    assert (found.questions[0].kind, [doubt.code for doubt in found.doubts]) == ("weight", ["weight"])


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Voto da 1 a 10", None),
        ("Vote from 1 to 10", None),
        ("Intención de voto", "politics"),
        ("Hangi partiye oy verirdiniz?", "politics"),
        ("Θρησκεία", "religion"),
    ],
)
def test_marks_are_no_votes_and_votes_are_known_in_more_languages(text: str, what: str | None) -> None:
    assert category(text) == what
