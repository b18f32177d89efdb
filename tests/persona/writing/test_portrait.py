"""Tagline and summary: clean sentences from computed differences, no option twice, no verb twice."""

from __future__ import annotations

import pytest

from persona.models import Column, ColumnRole, Segment
from persona.writers.base import Passage
from persona.writing.differences import AGREE, Differences, Measure, Share
from persona.writing.phrasebooks import ENGLISH, PHRASEBOOKS
from persona.writing.portrait import NAMES, Portrait, name_of


def share(question: str, option: str, count: int, others: int, role: ColumnRole = ColumnRole.CATEGORY) -> Share:
    """`count` of 100 people of the segment, `others` of 200 elsewhere."""
    column = Column(name=question, position=0, role=role, basis=True, question=question, filled=300, distinct=5)
    return Share(column, option, 1, count, 100, others, 200)


def tools(option: str, count: int, others: int) -> Share:
    return share("Which tools do you use?", option, count, others, ColumnRole.MULTIPLE)


ROLE = "What is your role?"


def tagline(found: Differences, talks_about: list[str], *, alone: bool = False) -> str:
    return next(Portrait(ENGLISH, found, talks_about, alone).taglines())


def summary(name: str, size: int, rows: int, found: Differences, said: list[Passage]) -> str:
    segment = Segment(index=1, size=size, share=size / rows)
    return Portrait(ENGLISH, found, []).summary(name, segment, rows, said)


def differences(*shares: Share, measures: tuple[Measure, ...] = ()) -> Differences:
    return Differences(tuple(shares), measures)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (
            differences(share(ROLE, "Data Analyst", 60, 20), tools("Excel", 70, 40), tools("Python", 50, 30)),
            "Data analyst who uses Excel and Python (50\u00a0%).",
        ),
        (
            differences(share(ROLE, "Student", 30, 10), share("Which plan are you on?", "Free", 70, 40)),
            "More often than others a student (30\u00a0%). Is on the Free plan.",
        ),
        (
            differences(
                tools("Excel", 70, 40),
                tools("Python", 60, 40),
                share("Which features matter most?", "CSV export", 50, 30, ColumnRole.MULTIPLE),
            ),
            "Uses Excel and Python, and cares most about CSV export (50\u00a0%).",
        ),
        (  # the same verb again would read badly
            differences(
                share("Which other languages do you use?", "Ruby", 70, 20, ColumnRole.MULTIPLE), tools("Excel", 70, 40)
            ),
            "Also uses Ruby. Talks more than others about “soft fabric” and “colour”.",
        ),
        (  # "Free plan" is named once
            differences(
                share("Which plan are you on?", "Free", 80, 40),
                share("Which features matter most?", "Free plan", 60, 30, ColumnRole.MULTIPLE),
            ),
            "Is on the Free plan. Talks more than others about “soft fabric” and “colour”.",
        ),
        (
            differences(share("I like paper", AGREE, 80, 60, ColumnRole.RATING)),
            "Says “I like paper”. Talks more than others about “soft fabric” and “colour”.",
        ),
        (
            differences(share("Department", "Tops", 60, 20)),
            "Mostly tops. Talks more than others about “soft fabric” and “colour”.",
        ),
        (differences(), "Talks more than others about “soft fabric” and “colour”."),
        (
            differences(share("greasy", "Yes", 90, 100), share("cheap", "Yes", 80, 100), share("tasty", "No", 70, 60)),
            "Says yes to “greasy” and “cheap”, and says no to “tasty”.",
        ),
        (
            differences(share("The role of sport " + "and so on " * 9, AGREE, 80, 60, ColumnRole.RATING)),
            (
                "Says “The role of sport and so on and so on and so on and …”."
                " Talks more than others about “soft fabric” and “colour”."
            ),
        ),
    ],
)
def test_tagline(found: Differences, expected: str) -> None:
    assert tagline(found, ["soft fabric", "colour"]) == expected


def test_tagline_of_those_who_only_do_less_says_so() -> None:
    assert tagline(differences(tools("Excel", 10, 150)), []) == "Less often than others: uses Excel."


def test_tagline_without_any_difference_says_so() -> None:
    assert tagline(differences(), []) == "No clear difference from everyone."


def test_tagline_without_any_difference_tells_what_is_large() -> None:
    usual = (tools("Excel", 70, 140), tools("Python", 40, 80))
    portrait = Portrait(ENGLISH, Differences((), (), usual), [])

    assert list(portrait.taglines()) == [
        "Much like everyone. Uses Excel: 70\u00a0%.", "No clear difference from everyone.",
    ]  # fmt: skip


def test_tagline_of_everyone_says_what_they_talk_about() -> None:
    assert tagline(differences(), ["ideas", "time"], alone=True) == "Talks most about “ideas” and “time”."
    assert tagline(differences(), [], alone=True) == "Everyone who answered."


def test_there_are_other_taglines_to_tell_two_personas_apart() -> None:
    portrait = Portrait(ENGLISH, differences(share(ROLE, "Data Analyst", 60, 20), tools("Excel", 70, 40)), ["ideas"])
    assert list(portrait.taglines()) == [
        "Data analyst who uses Excel.",
        "Most often a data analyst (60\u00a0%). Talks more than others about “ideas”.",
        "Talks more than others about “ideas”.",
        "No clear difference from everyone.",
    ]


def test_portraits_speak_the_language_of_the_questionnaire() -> None:
    found = differences(
        share("Beruf", "Ärztin", 60, 20), share("Welche Werkzeuge nutzen Sie?", "Papier", 70, 40, ColumnRole.MULTIPLE)
    )
    portrait = Portrait(PHRASEBOOKS["de"], found, [])
    assert next(portrait.taglines()) == "Ärztin; nutzt Papier."
    segment = Segment(index=1, size=100, share=1 / 3)
    assert portrait.summary("Alex Lind", segment, 300, [passage("goal", "Pünktlich liefern", 22)]) == (
        "Alex steht für 100 von 300 Befragten (33\u00a0%), häufiger als im Durchschnitt Ärztin."
        " Was sie wollen: “Pünktlich liefern” (22 Personen)."
    )


def passage(kind: str, text: str, support: int, **values: object) -> Passage:
    return Passage(
        id="q1", kind=kind, text=text, question="", column="", row=1, start=0, end=1, support=support, base=90, note="",
        strength="clear", distinct=2.0, quality=1.0, stands=True, **values,
    )  # type: ignore[arg-type]  # fmt: skip


def test_summary_names_numbers_and_base() -> None:
    said = [
        passage("goal", "Ship on time", 22),
        passage("need", "A list", 9),
        passage("frustration", "Nobody reads it", 4, mentions=15, topic="weekly report"),
    ]
    found = differences(share(ROLE, "Engineer", 40, 20), share(ROLE, "Student", 20, 10))
    assert summary("Alex Lind", 100, 300, found, said) == (
        "Alex stands for 100 of 300 respondents (33\u00a0%), more often than average an engineer or a student."
        " What they want: “Ship on time” (22 people); what gets in the way: “Nobody reads it”"
        " (4 people)."
    )


def test_summary_leaves_out_what_one_person_said() -> None:
    assert summary("Kim Arden", 1, 1000, differences(), [passage("goal", "Ship on time", 1)]) == (
        "Kim stands for 1 of 1,000 respondents (under 1\u00a0%)."
    )


@pytest.mark.parametrize(
    ("question", "who"),
    [
        (
            "How much do you enjoy it? (1-5)",
            ", who answer “How much do you enjoy it” lower than everyone (3.1 against 4.0 of 5)",
        ),
        ("Rating", ", with a lower “Rating” than everyone (3.1 against 4.0 of 5)"),
    ],
)
def test_summary_without_a_role_tells_the_clearest_rating(question: str, who: str) -> None:
    column = Column(
        name=question,
        position=0,
        role=ColumnRole.RATING,
        basis=True,
        question=question,
        filled=1,
        distinct=5,
        scale=(1, 5),
        higher_is="more",
    )
    measure = Measure(column, 1, 100, 3.1, 4.0, (2, 3, 4), 4, -0.8)
    text = summary("Alex Lind", 100, 300, differences(measures=(measure,)), [])
    assert text == f"Alex stands for 100 of 300 respondents (33\u00a0%){who}."


def test_names_differ_by_position_and_from_study_to_study() -> None:
    first, second = ([name_of(index, study) for index in range(1, 13)] for study in ("one study", "another"))

    assert len({name.split()[0] for name in first}) == 12
    assert set(first) <= set(NAMES)
    assert first == [name_of(index, "one study") for index in range(1, 13)] != second
    assert first[0] != second[0]
    assert name_of(1, "one study") == name_of(1 + len(NAMES), "one study")


def test_no_two_names_begin_alike() -> None:
    assert len({name.split()[0] for name in NAMES}) == len(NAMES)
