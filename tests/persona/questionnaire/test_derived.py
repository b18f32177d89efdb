"""What a tool worked out of a score is no second basis beside it."""

from __future__ import annotations

import pytest

from persona.models import QuestionChoice
from tests.questionnaires import Rows, notes, read

SCORES = [0, 2, 3, 4, 5, 6, 7, 8, 8, 9, 9, 10, 10, 10]


def nps(score: int, words: tuple[str, str, str]) -> str:
    return words[0] if score <= 6 else words[1] if score <= 8 else words[2]


def table(group: str, bands: list[str], score: str, scores: list[object], people: int = 60) -> Rows:
    rows = [
        [("Basic", "Pro", "Team")[at % 7 % 3], bands[at % len(bands)], str(scores[at % len(scores)]), note]
        for at, note in enumerate(notes(people))
    ]
    return Rows(["Plan", group, score, "note"], rows)


@pytest.mark.parametrize(
    ("group", "words", "score"),
    [
        ("NPS Category", ("Detractor", "Passive", "Promoter"), "How likely are you to recommend us?"),
        ("Q1_NPS_GROUP", ("Detractor", "Passive", "Promoter"), "Q1"),
        ("NPS gruppe", ("Kritiker", "Passiv", "Ambassadør"), "Vil du anbefale os?"),
        ("推奨区分", ("批判者", "中立者", "推奨者"), "友人に薦める可能性"),
        ("Q1_NPS_GROUP", ("1", "2", "3"), "Q1"),
    ],
)
def test_the_group_of_a_score_only_describes(group: str, words: tuple[str, str, str], score: str) -> None:
    bands = [nps(each, words) for each in SCORES]
    found = read(table(group, bands, score, list(SCORES)))

    assert [(q.names[0], q.use) for q in found.questions[1:3]] == [(group, "describe"), (score, "basis")]
    assert found.questions[1].reason.endswith(f"it says in fewer words what “{score}” says.")


def test_the_two_best_of_five_only_describe() -> None:
    scores = [1, 2, 3, 4, 5]
    bands = ["Satisfied" if score > 3 else "Not satisfied" for score in scores]

    assert read(table("Top 2", bands, "How satisfied are you?", list(scores))).questions[1].use == "describe"


@pytest.mark.parametrize(
    ("bands", "people"),
    [
        (["low", "low", "high", "low", "mid", "mid", "mid", "high", "high", "high", "high", "low", "mid", "low"], 60),
        ([nps(each, ("low", "high", "low")) for each in SCORES], 60),
        ([nps(each, ("low", "mid", "high")) for each in SCORES], 12),
    ],
    ids=["two groups for one value", "a group in two stretches", "a dozen people"],
)
def test_other_columns_do_not_repeat_the_score(bands: list[str], people: int) -> None:
    found = read(table("Band", bands, "How satisfied are you?", list(SCORES), people))

    assert "in fewer words" not in found.questions[1].reason


def test_a_person_may_use_it_all_the_same() -> None:
    bands = [nps(each, ("Detractor", "Passive", "Promoter")) for each in SCORES]
    rows = table("NPS group", bands, "NPS", list(SCORES))
    key = read(rows).questions[1].id

    assert read(rows, None, {key: QuestionChoice(use="basis")}).questions[1].use == "basis"
