"""One question that would form the groups by itself, or that the groups turned out to be."""

from __future__ import annotations

import random

import pytest

from persona.questionnaire.alone import one_question
from tests.questionnaires import columns, read

NOTES = [f"Note {at} of one person" for at in range(60)]


def cells(*given: str) -> list[str]:
    return [given[at % len(given)] for at in range(60)]


@pytest.mark.parametrize(("answer", "use"), [(None, "describe"), ("describe", "describe"), ("basis", "basis")])
def test_a_label_beside_open_answers_describes_until_a_person_says_otherwise(answer: str | None, use: str) -> None:
    table = columns(Bistro=cells("Quay", "Mill", "Park"), note=NOTES)
    found = read(table, {"one_column:bistro": answer} if answer else None)

    assert [(d.id, d.default) for d in found.doubts] == [("one_column:bistro", "describe")]
    assert found.doubts[0].evidence == ("Mill: 20", "Park: 20", "Quay: 20")
    assert [q.use for q in found.questions] == [use, "basis"]


def test_nobody_is_asked_about_what_people_were_asked() -> None:
    found = read(columns(**{"Which of our meals did you like best?": cells("Soup", "Pie", "Cake"), "note": NOTES}))

    assert (found.doubts, found.questions[0].use) == ((), "basis")


@pytest.mark.parametrize(
    "more",
    [
        {"Do you cook?": cells("Yes", "No")},  # a second closed question
        {"How satisfied are you?": cells("1", "2", "3", "4", "5")},
    ],
)
def test_two_closed_questions_are_not_one(more: dict[str, list[str]]) -> None:
    found = read(columns(Bistro=cells("Quay", "Mill", "Park"), note=NOTES, **more))

    assert ([d.code for d in found.doubts], found.questions[0].use) == ([], "basis")


@pytest.mark.parametrize(
    "name",
    [
        "Shop",
        "Filiale",
        "Time_zone",
        "Wave",
        "Welle",
        "Interviewer",
        "Account_owner",
        "Kunde",
        "Assignee",
        "Owner",
        "Postcode",
        "PLZ",
        "Twitter_handle",
        "Device",
        "Browser",
        "Panel",
        "Branch",
        "Agent",
    ],
)
def test_shops_places_owners_and_waves_never_form_groups_and_nobody_is_asked(name: str) -> None:
    found = read(columns(**{name: cells("1040 AB", "2511 CD", "3011 EF"), "Cook?": cells("Yes", "No"), "note": NOTES}))

    assert found.questions[0].use in ("describe", "none")
    assert [d.code for d in found.doubts if d.about == found.questions[0].id] == []


GROUPS = [at % 3 for at in range(90)]


def noise(options: int, seed: int) -> list[int]:
    return [random.Random(seed * 1000 + at).randrange(options) for at in range(90)]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"shop": [f"s{g}" for g in GROUPS], "a": noise(3, 1), "b": noise(5, 2)}, "shop"),
        ({"shop": [f"s{at % 6}" for at in range(90)], "a": noise(3, 1)}, "shop"),  # two shops a group
        ({"age": [20 + 20 * g + at % 7 for at, g in enumerate(GROUPS)], "a": noise(3, 1)}, "age"),  # a number
        ({"shop": [None if at < 15 else f"s{g}" for at, g in enumerate(GROUPS)], "a": noise(4, 3)}, "shop"),
        ({"a": noise(3, 1), "b": noise(5, 2)}, None),
        ({"a": GROUPS, "b": [2 - g for g in GROUPS], "c": noise(2, 4)}, None),  # two that say the same
        ({"shop": [None if at >= 15 else g for at, g in enumerate(GROUPS)], "a": noise(3, 1)}, None),  # few answered
        ({"id": [f"p{at}" for at in range(90)], "a": noise(3, 1)}, None),  # a word of its own for each tells nothing
        ({}, None),
    ],
)  # fmt: skip
def test_groups_that_are_only_one_question(answers: dict[str, list[object]], found: str | None) -> None:
    assert one_question(answers, GROUPS) == found


def test_one_group_is_no_question_and_people_left_out_do_not_count() -> None:
    assert one_question({"shop": ["s"] * 90}, [0] * 90) is None
    assert (
        one_question(
            {"shop": [*"ab" * 20, *"cccccccccc"], "a": [*"xxyy" * 10, *"xxxxxxxxxx"]}, [*[0, 1] * 20, *[None] * 10]
        )
        == "shop"
    )


def test_answers_of_other_people_are_refused() -> None:
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        one_question({"shop": ["a", "b"]}, [0])
