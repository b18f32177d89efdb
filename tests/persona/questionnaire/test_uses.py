"""Which questions form the groups, which only describe them, and why."""

from __future__ import annotations

import pytest

from persona.questionnaire.drafts import Draft
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Option, Scale
from persona.questionnaire.uses import choose_uses
from tests.questionnaires import table_of, view

RUN = "its name speaks of how the survey was run"
NAMES = "its name speaks of names and accounts, not of what people think or do"
ABOUT = "its name speaks of what the answer is about, not of the people"
WHO = "its name speaks of who people are, not of what they think or do"
SET = "one set of questions makes up most of this questionnaire"
FIVE = Scale(low=1, high=5)
AGREE = Scale(low=1, high=3, words=("Disagree", "Neutral", "Agree"))


def draft(
    text: str, kind: Kind = Kind.SINGLE, *, at: int = 0, columns: int = 1, answers: str = "Yes No Perhaps Never", **more
):
    held = tuple(view(text if columns == 1 else f"{text} {n}", ["x"], at + n) for n in range(columns))
    options = tuple(Option(label=label, count=10) for label in answers.split()) if kind is Kind.SINGLE else ()
    return Draft(held, text, kind, "", **{"options": options} | more)


def uses(*drafts: Draft, rows: int = 60, answered: int = 60) -> list[tuple[str, str]]:
    return choose_uses(drafts, rows, dict.fromkeys(range(len(drafts)), answered))


# Heading ~ kind ~ use ~ why ("" where it forms groups).
BY_NAME = f"""
Do you cook? ~ single_choice ~ basis ~
Which tools? ~ multiple_choice ~ basis ~
Hours online ~ number ~ basis ~
Why? ~ open_answer ~ basis ~
Taste ~ rating ~ basis ~
Last visit ~ date ~ describe ~ days say nothing about what people think or do
Channel ~ single_choice ~ describe ~ {RUN}
Wave ~ single_choice ~ describe ~ {RUN}
Einwilligung ~ single_choice ~ describe ~ {RUN}
Any other comments? ~ open_answer ~ describe ~ {RUN}
Sonst noch etwas? ~ open_answer ~ describe ~ {RUN}
Assignee ~ single_choice ~ describe ~ {NAMES}
Vorname ~ single_choice ~ describe ~ {NAMES}
PLZ ~ single_choice ~ describe ~ its name speaks of a place
Código postal ~ single_choice ~ describe ~ its name speaks of a place
Kundennummer ~ number ~ describe ~ its name says that it tells rows apart
Transcript ~ open_answer ~ basis ~
Store ~ single_choice ~ describe ~ {ABOUT}
Filiale ~ single_choice ~ describe ~ {ABOUT}
店舗 ~ single_choice ~ describe ~ {ABOUT}
매장 ~ multiple_choice ~ describe ~ {ABOUT}
Ola ~ single_choice ~ describe ~ its name speaks of when people were asked
Gender ~ single_choice ~ describe ~ {WHO}
Wie alt sind Sie? ~ number ~ describe ~ {WHO}
¿Cuántos años tiene? ~ number ~ describe ~ {WHO}
職業 ~ single_choice ~ describe ~ {WHO}
Возраст ~ number ~ describe ~ {WHO}
العمر ~ number ~ describe ~ {WHO}
Gender ~ open_answer ~ basis ~
Store ~ rating ~ basis ~
Which of the many branches of our store that you know do you like best? ~ single_choice ~ basis ~
respondent_id ~ identifier ~ none ~
StartDate ~ administration ~ none ~
Name ~ personal_data ~ none ~
weight ~ weight ~ none ~
Empty ~ unused ~ none ~
"""


@pytest.mark.parametrize(("text", "kind", "use", "why"), table_of(BY_NAME))
def test_what_a_name_says_of_its_use(text: str, kind: str, use: str, why: str) -> None:
    assert uses(draft(text, Kind(kind)), draft("Why?", Kind.OPEN)) == [(use, why), ("basis", "")]


def test_a_use_that_is_settled_stays_with_its_reason() -> None:
    assert uses(draft("Gender", use="none", why="you chose this"), draft("Gender", use="basis")) == [
        ("none", "you chose this"),
        ("basis", ""),
    ]


@pytest.mark.parametrize(("count", "use"), [(60, ("none", "every answer is the same")), (59, ("basis", ""))])
def test_one_answer_of_all_people_is_of_no_use(count: int, use: tuple[str, str]) -> None:
    assert uses(draft("Do you cook?", options=(Option(label="Yes", count=count),))) == [use]


def test_what_completes_another_question_describes() -> None:
    other = draft("Other, please specify", Kind.OPEN, at=1, of=0)

    assert uses(draft("Do you cook?"), other) == [("basis", ""), ("describe", "it only completes another question")]


def battery(items: int = 8, scale: Scale = FIVE, **more: object) -> Draft:
    return draft("Rate", Kind.BATTERY, columns=items, scale=scale, **more)


PETS, HOURS, WHY = draft("Pets?", at=20), draft("Hours", Kind.NUMBER, at=21), draft("Why?", Kind.OPEN, at=22)
FORMS, ASIDE = ("basis", ""), ("describe", SET)


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        ([battery(8), PETS, HOURS], [FORMS, ASIDE, ASIDE]),
        ([battery(7), PETS, HOURS], [FORMS, FORMS, FORMS]),
        ([battery(8), PETS, HOURS, WHY], [FORMS, ASIDE, ASIDE, ASIDE]),
        ([battery(8), PETS, WHY, draft("And why?", Kind.OPEN, at=23)], [FORMS] * 4),
        ([battery(8), PETS, WHY, draft("Other", Kind.OPEN, at=23, of=20)],
         [FORMS, ASIDE, ASIDE, ("describe", "it only completes another question")]),
        ([battery(8), battery(5, AGREE, at=30), PETS], [FORMS] * 3),
        ([battery(8), battery(4, AGREE, at=30), PETS], [FORMS, ASIDE, ASIDE]),
        ([battery(8), draft("Taste", Kind.RATING, at=40, scale=FIVE), PETS], [FORMS, FORMS, ASIDE]),
        ([battery(8), draft("Taste", Kind.RATING, at=40, scale=Scale(low=0, high=10)), PETS], [FORMS, ASIDE, ASIDE]),
        ([battery(8, Scale(low=1, high=4)), battery(8, FIVE, at=30), PETS], [FORMS, FORMS, ASIDE]),
        ([battery(8, Scale(low=1, high=720)), PETS], [FORMS, ASIDE]),
        ([battery(8), *(draft(f"Q{n}", at=40 + n) for n in range(17))], [FORMS] * 18),
        ([battery(8), draft("Gender", at=40), PETS], [FORMS, ASIDE, ASIDE]),
        ([battery(8), draft("Wave", at=40), PETS], [FORMS, ("describe", RUN), ASIDE]),
    ],
    ids=[
        "eight items", "seven items", "one written answer", "two written answers", "only one of them a question",
        "a second battery", "too small a second one", "a rating on the same scale", "a rating on another",
        "four and five steps are one set", "no step but a number", "less than half of all", "who people are", "a wave",
    ],
)  # fmt: skip
def test_one_battery_may_be_what_a_questionnaire_consists_of(
    drafts: list[Draft], expected: list[tuple[str, str]]
) -> None:
    assert uses(*drafts) == expected


def test_written_answers_of_few_people_leave_the_battery_alone() -> None:
    assert uses(battery(8), WHY, draft("And why?", Kind.OPEN, at=23), answered=18) == [FORMS, ASIDE, ASIDE]


def test_questions_of_the_same_two_answers_are_a_battery_also_where_one_was_never_given() -> None:
    told = [draft(f"True of me: {n}", at=n, answers="Yes No Unsure") for n in range(8)]
    half = draft("True of me: 8", at=8, answers="NO yes")

    assert uses(*told, half, PETS) == [FORMS] * 9 + [ASIDE]
