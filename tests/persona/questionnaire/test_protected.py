"""What law protects: found by the words of a question or by its options, asked once a matter, kept out of groups."""

from __future__ import annotations

import pytest

from persona.questionnaire.protected import category
from tests.questionnaires import Rows, columns, read


def cells(*given: str) -> list[str]:
    return [given[at % len(given)] for at in range(60)]


NOTES = [f"Note {at} of one person" for at in range(60)]
USES = {"Do you cook?": cells("Yes", "No"), "Do you garden?": cells("No", "Yes", "Yes"), "note": NOTES}


def survey(**more: list[str]) -> Rows:
    return columns(**more, **USES)


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        ("Do you have a chronic illness?", (), "health"),
        ("Haben Sie eine Behinderung?", (), "health"),
        ("¿Padece alguna enfermedad?", (), "health"),
        ("健康状態", (), "health"),
        ("D7", ("Diabetes", "Asthma", "None"), "health"),
        ("What is your religion?", (), "religion"),
        ("Konfession", (), "religion"),
        ("D7", ("Catholic", "Muslim", "Other"), "religion"),
        ("Which party did you vote for?", (), "politics"),
        ("Politische Einstellung", (), "politics"),
        ("D8", ("Democrat", "Republican", "Independent"), "politics"),
        ("Ethnicity", (), "ethnic origin"),
        ("Race", (), "ethnic origin"),
        ("Migrationshintergrund", (), "ethnic origin"),
        ("D9", ("Hispanic or Latino", "Caucasian"), "ethnic origin"),
        ("Sexual orientation", (), "sexual orientation"),
        ("D10", ("Straight", "Gay", "Bisexual"), "sexual orientation"),
        ("Are you a member of a union or union member?", (), "trade union"),
        ("Gewerkschaftsmitglied", (), "trade union"),
        ("Who came to the birthday party?", (), None),
        ("Did you finish the race?", (), None),
        ("Ihre erste Wahl", (), None),
        ("Which colour?", ("White", "Black"), None),
        ("How happy are you with the app?", ("Straight", "Curved"), None),
    ],
)
def test_what_is_protected(text: str, options: tuple[str, ...], found: str | None) -> None:
    assert category(text, options) == found


@pytest.mark.parametrize(
    ("answer", "use"), [(None, "describe"), ("describe", "describe"), ("none", "none"), ("basis", "basis")]
)
@pytest.mark.parametrize("key", ["sensitive", "sensitive:do-you-smoke-for-your-health"])
def test_a_protected_question_forms_no_groups_until_a_person_says_so(key: str, answer: str | None, use: str) -> None:
    table = survey(**{"Do you smoke, for your health?": cells("Never", "Daily", "Seldom")})
    (doubt,) = read(table).doubts
    found = read(table, {doubt.id if ":" in key else key: answer} if answer else None)

    assert (doubt.code, doubt.default) == ("sensitive", "describe")
    assert (found.questions[0].use, [s.category for s in found.sensitive]) == (use, ["health"])


def test_questions_on_one_matter_are_asked_about_together_and_one_answer_is_for_all() -> None:
    table = survey(
        Religion=cells("Catholic", "Muslim", "None"), Denomination=cells("A", "B"), Party=cells("CDU", "SPD")
    )
    found = read(table)

    assert [(d.id, d.sentence) for d in found.doubts] == [
        ("sensitive:religion", "“Religion (and 1 more like it)” tells about religion. May it be used?"),
        ("sensitive:party", "“Party” tells about politics. May it be used?"),
    ]
    assert [q.use for q in read(table, {"sensitive:religion": "none"}).questions[:3]] == ["none", "none", "describe"]


def test_a_study_about_health_may_group_by_health_and_says_so() -> None:
    asked = {
        f"Does your illness keep you from {what}?": cells("Yes", "No", "Often")
        for what in ("work", "sport", "sleep", "travel")
    }
    found = read(survey(**asked))

    assert [(d.code, d.default) for d in found.doubts] == [("sensitive", "basis")]
    assert {q.use for q in found.questions[:4]} == {"basis"}


def test_open_answers_about_health_are_marked_and_not_asked_about() -> None:
    found = read(
        survey(**{"Tell us about your illness": [f"It began {at} years ago with a cough" for at in range(60)]})
    )

    assert (found.questions[0].kind, found.doubts, [s.category for s in found.sensitive]) == (
        "open_answer", (), ["health"],
    )  # fmt: skip


def test_names_without_a_heading_are_kept_out_until_a_person_says_that_they_name_nobody() -> None:
    people = [f"{a}{x}a {b}{y}er" for a in "ABCDE" for x in "nl" for b in "KLM" for y in "ae"]
    table = columns(Partner=people, **USES)
    (doubt,) = read(table).doubts

    assert (doubt.id, doubt.default, doubt.evidence) == ("personal_data:partner", "hide", ("A•••", "A•••", "A•••"))
    assert "people's names" in doubt.sentence
    for answer in (None, "hide", "show"):
        found = read(table, {"personal_data": answer} if answer else None)
        shown = answer == "show"
        assert (found.questions[0].kind == "personal_data", found.personal) == (not shown, () if shown else (0,))


def test_addresses_that_are_not_all_addresses_are_asked_about() -> None:
    table = columns(Address=[f"Kanal {at}, 9000 Gent" if at % 4 else "I live on a boat" for at in range(60)], **USES)

    assert [d.id for d in read(table).doubts] == ["personal_data:address"]
    assert read(table).questions[0].kind == "personal_data"
    assert read(table, {"personal_data:address": "show"}).questions[0].kind != "personal_data"


def test_nobody_is_asked_about_names_below_a_heading_that_says_so() -> None:
    people = [f"{a}{x}a {b}{y}er" for a in "ABCDE" for x in "nl" for b in "KLM" for y in "ae"]
    found = read(columns(Name=people, **USES))

    assert (found.questions[0].kind, found.doubts) == ("personal_data", ())


VOTES = cells("agree", "pass", "disagree", "agree")


@pytest.mark.parametrize(
    ("statement", "asked"),
    [
        ("Public health campaigns against smoking have been long and successful", False),
        ("The company cares about the health of its staff", False),
        ("I have a chronic illness that limits the work", True),
        ("Chronic illness is a burden on the schools of our society", False),
        ("Does a chronic illness limit the work at home?", True),
        ("Chronic illness", True),
        ("Religion should have more of a place in schools", True),
        ("The green party should lead the next government after elections", True),
    ],
)
def test_an_opinion_on_health_tells_nothing_of_whose_health_it_is(statement: str, asked: bool) -> None:
    found = read(survey(**{statement: VOTES}))

    assert [doubt.code for doubt in found.doubts if doubt.code == "sensitive"] == ["sensitive"] * asked
