"""The verdict follows DESIGN's table: the weakest measure decides, and each says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.models import ColumnUse, CountTried, PersonaConfig, Verdict
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.models import Answer, Doubt, Questionnaire
from persona.verdict import RULES, judge, measured
from tests.generation.values import portrait, statement, summary

if TYPE_CHECKING:
    from persona.models import Level, Persona

CONFIG = PersonaConfig()
USED = tuple(ColumnUse(name=name, used=True, reason="") for name in ("Price", "Taste"))


def spoken(index: int, count: int, **changes: object) -> Persona:
    """A persona with so many counted statements; the first is true of everyone."""
    counted = tuple(
        statement(index, number, origin="counted", share=1.0, support=100, base=100, evidence=())
        for number in range(1, count + 1)
    )
    return portrait(index, **({"statements": counted, "size": 100, "share": 0.5} | changes))


def verdict(*personas: Persona, **changes: object) -> Verdict:
    told = {"agreement": 0.9, "strength": "clear", "columns": USED} | changes
    return judge(personas, summary(len(personas), **told), CONFIG)


def levels(found: Verdict) -> dict[str, Level]:
    return {reason.measure: reason.level for reason in found.reasons}


def test_what_is_full_and_stable_is_ready() -> None:
    found = verdict(spoken(1, 8), spoken(2, 9))

    assert (found.level, found.sentence) == (
        "ready", "Every persona says enough, and enough people stand behind what it says.",
    )  # fmt: skip
    assert [(r.measure, r.figure, r.note, r.step) for r in found.reasons] == [
        ("people_counted", "100 %", "200 of 200", None),
        ("statements", "8 to 9", "17 in all, 17 of them counted", None),
        ("smallest_group", "100", "50 % of everyone", None),
        ("same_groups", "0.90", "2 groups compared in halves", None),
    ]


@pytest.mark.parametrize(("statements", "level"), [(8, "ready"), (7, "with_care"), (4, "with_care"), (3, "not_yet")])
def test_statements_of_the_poorest_persona(statements: int, level: Level) -> None:
    found = verdict(spoken(1, 9), spoken(2, statements))

    assert (levels(found)["statements"], found.level) == (level, level)


@pytest.mark.parametrize(
    ("size", "share", "level"),
    [(30, 0.01, "ready"), (29, 0.04, "with_care"), (10, 0.06, "ready"), (9, 0.2, "not_yet")],
)
def test_people_of_the_smallest_group(size: int, share: float, level: Level) -> None:
    found = verdict(spoken(1, 9), spoken(2, 9, size=size, share=share))

    assert levels(found)["smallest_group"] == level


@pytest.mark.parametrize(
    ("agreement", "level"), [(0.8, "ready"), (0.79, "with_care"), (0.6, "with_care"), (0.5, "not_yet")]
)
def test_groups_that_come_back(agreement: float, level: Level) -> None:
    assert levels(verdict(spoken(1, 9), spoken(2, 9), agreement=agreement))["same_groups"] == level


@pytest.mark.parametrize(("heard", "level"), [(70, "ready"), (69, "with_care"), (40, "with_care"), (39, "not_yet")])
def test_people_behind_what_is_quoted_where_many_wrote(heard: int, level: Level) -> None:
    found = verdict(spoken(1, 9, wrote=100, heard=heard), spoken(2, 9, wrote=100, heard=heard))
    reason = found.reasons[0]

    assert (reason.measure, reason.level, reason.value) == ("people_behind", level, heard / 100)
    assert (reason.step is None) == (level == "ready")


def test_groups_with_little_to_say_are_named_by_label_or_number_never_by_an_invented_name() -> None:
    labelled = [spoken(n, 3, label=f"Uses {n}") for n in (2, 3, 4)]
    found = verdict(spoken(1, 3), *labelled)
    (why,) = [reason.why for reason in found.reasons if reason.measure == "statements"]

    assert why == "Some groups have little to say: group 1, “Uses 2”, “Uses 3” and 1 more."


def test_a_weak_verdict_names_the_reason_and_a_number_of_groups_that_holds() -> None:
    tried = tuple(CountTried(count=n, shared_bits=1, agreement=a) for n, a in ((2, 0.9), (3, 0.85), (4, 0.5)))
    people = [spoken(n, 9) for n in (1, 2, 3, 4)]
    found = judge(people, summary(4, agreement=0.5, strength="clear", tried=tried, columns=USED), CONFIG)
    weak = next(reason for reason in found.reasons if reason.level == "not_yet")

    assert (found.level, found.sentence) == ("not_yet", "With half of the people left out, other groups come up.")
    assert weak.step is not None
    assert (weak.step.action, weak.step.count, weak.step.label) == ("fewer_personas", 3, "Make 3 personas")


def test_a_group_of_one_question_and_single_voices_are_never_ready() -> None:
    alone = tuple(statement(1, n, origin="quoted", support=1) for n in range(1, 9))
    one = (ColumnUse(name="Score", used=True, reason=""),)
    found = verdict(spoken(1, 9), spoken(2, 9, statements=alone, heard=100), columns=one)

    assert levels(found)["one_column"] == levels(found)["one_voice"] == found.level == "with_care"
    assert [r.step.columns for r in found.reasons if r.step and r.measure == "one_column"] == [("Score",)]


def test_groups_that_are_just_one_of_their_questions_say_which() -> None:
    people = [spoken(1, 9), spoken(2, 9)]
    said = summary(2, agreement=1.0, strength="clear", columns=USED).model_copy(update={"one_question": "Shop"})
    (found,) = [reason for reason in judge(people, said, CONFIG).reasons if reason.measure == "one_column"]

    assert found.why == "Your groups are just the question “Shop”: they say little more than it does."
    assert found.step is not None
    assert (found.level, found.step.columns, found.step.label) == ("with_care", ("Shop",), "Let “Shop” only describe")


def test_a_portrait_of_everyone_says_that_there_are_no_groups() -> None:
    found = judge([spoken(1, 9, share=1.0)], summary(1, strength="none"), CONFIG)

    assert (found.level, levels(found)["no_groups"]) == ("with_care", "with_care")


def _understood(*questions: str, weight: str | None = None, weighted: bool = False) -> Questionnaire:
    """A questionnaire with one doubt about each of these questions."""
    answers = (Answer(value="yes", label="Yes", effect="It is so."),)
    doubts = tuple(
        Doubt(code=DoubtCode.SCALE_DIRECTION, about=name, sentence="Which end?", default="yes", answers=answers)
        for name in questions
    )
    return Questionnaire(rows=200, respondents=200, questions=(), doubts=doubts, weight=weight, weighted=weighted)


def _caps(found: Questionnaire, **settings: object) -> list[tuple[str, str | None]]:
    """What keeps two full personas from being ready: of each one's ten statements the first asks for price."""
    of_price = statement(1, 1, origin="counted", share=1.0, support=100, base=100, evidence=(), columns=("Price",))
    personas = [spoken(1, 9), spoken(2, 9)]
    personas = [p.model_copy(update={"statements": (of_price, *p.statements)}) for p in personas]
    told = judge(
        personas,
        summary(2, agreement=0.9, strength="clear", columns=USED),
        PersonaConfig.model_validate(settings),
        found,
    )
    return [(r.measure, r.step and r.step.action) for r in told.reasons if r.level != "ready"]


def test_doubts_cap_where_they_are_about_a_tenth_of_what_is_told() -> None:
    assert _caps(_understood("Price")) == [("open_doubts", "answer_doubts")]
    assert _caps(_understood("Taste", "file")) == []


def test_a_doubt_that_was_answered_caps_no_more() -> None:
    assert _caps(_understood("Price"), answers={"scale_direction:Price": "yes"}) == []


def test_weights_that_are_left_aside_cap() -> None:
    assert _caps(_understood(weight="wt")) == [("weights_aside", "use_weights")]
    assert _caps(_understood(weight="wt", weighted=True)) == []


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("people_behind", 0.7, "70 %"),
        ("people_behind", 0.004, "under 1 %"),
        ("statements", 8, "8"),
        ("smallest_group", 30, "30"),
        ("same_groups", 0.8, "0.80"),
        ("same_groups", 0.666, "0.67"),
    ],
)
def test_values_are_shown_as_people_read_them(name: str, value: float, shown: str) -> None:
    assert RULES[name].shown(value) == shown


@pytest.mark.parametrize(
    ("name", "value", "level", "note"),
    [
        ("same_groups", 0.9, "ready", "2 groups"),
        ("same_groups", 0.7, "with_care", "2 groups; good from 0.80"),
        ("statements", 3, "not_yet", "2 groups; good from 8"),
        ("no_groups", 1, "with_care", "2 groups"),
    ],
)
def test_what_is_not_ready_says_from_where_on_it_would_be(name: str, value: float, level: Level, note: str) -> None:
    found = measured(name, value, level, "2 groups")

    assert (found.note, found.level) == (note, level)
    assert (found.why == "", found.ready_from) == (level == "ready", RULES[name].ready if name in RULES else None)


def test_a_reason_without_a_note_begins_with_what_would_be_good() -> None:
    assert measured("same_groups", 0.7, "with_care", "").note == "good from 0.80"
    assert measured("same_groups", 0.7, "with_care", "", why="Because.", figure="7 of 10").model_dump(
        include={"why", "figure"}
    ) == {"why": "Because.", "figure": "7 of 10"}
