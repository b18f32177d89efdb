"""Questions on the check page: what their line says, its picture, and which lines are shown where."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.question_lines import (
    FACTS,
    HEIGHT,
    ICONS,
    KIND_CHOICES,
    LEAST,
    SECTIONS,
    WIDTH,
    Bar,
    Filter,
    QuestionLine,
    bars,
    lines_of,
    sections_of,
)
from persona.questionnaire.kinds import KINDS
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import DateRange, Item, NumberRange, Option, Question, Questionnaire, Scale

OPTIONS = (Option(label="Yes", count=3), Option(label="No", count=12), Option(label="Perhaps", count=1))


def question(kind: Kind = Kind.SINGLE, **changes: Any) -> Question:
    fields: dict[str, Any] = {
        "id": "q7",
        "text": "Do you plan?",
        "kind": kind,
        "columns": (6,),
        "names": ("Q7",),
        "use": KINDS[kind].default_use,
        "answered": 16,
    }
    return Question(**fields | changes)


def line(kind: Kind = Kind.SINGLE, *, respondents: int = 20, is_asked: bool = False, **changes: Any) -> QuestionLine:
    return QuestionLine(question(kind, **changes), respondents, is_asked)


@pytest.mark.parametrize(
    ("kind", "fields", "facts"),
    [
        (Kind.OPEN, {"answered": 1}, "1 person"),
        (Kind.OPEN, {"answered": 1812, "personal": 1003}, "1,812 people, personal data in 1,003"),
        (Kind.SINGLE, {"options": OPTIONS[:1]}, "1 choice, 16 people"),
        (Kind.SINGLE, {"options": OPTIONS}, "3 choices, 16 people"),
        (Kind.MULTIPLE, {"options": OPTIONS, "columns": (1, 2), "names": ("a", "b")}, "3 choices in 2 columns"),
        (Kind.RANKING, {"options": OPTIONS}, "3 places, 16 people"),
        (Kind.RANKING, {"items": (Item(label="Price", column=6),)}, "1 place, 16 people"),
        (Kind.RATING, {}, "a scale, direction not known"),
        (Kind.RATING, {"scale": Scale(low=1, high=5)}, "1 – 5, direction not known"),
        (Kind.RATING, {"scale": Scale(low=0, high=2.5, higher_is="less")}, "0 – 2.5, lower is more"),
        (Kind.RATING, {"scale": Scale(low=0, high=1000, higher_is="more")}, "0 – 1,000, higher is more"),
        (Kind.BATTERY, {"items": (Item(label="Easy", column=6),)}, "1 statement, a scale"),
        (Kind.NUMBER, {}, "16 people"),
        (Kind.NUMBER, {"numbers": NumberRange(min=-1.5, median=3, max=12, unit="km")}, "-1.5 – 12 km, median 3"),
        (
            Kind.NUMBER,
            {"numbers": NumberRange(min=0, median=999_999.5, max=2_500_000.4)},
            "0 – 2,500,000, median 999,999.5",
        ),
        (Kind.WEIGHT, {"numbers": NumberRange(min=0.5, median=1, max=2)}, "0.5 – 2, median 1"),
        (Kind.DATE, {}, "16 people"),
        (
            Kind.DATE,
            {"dates": DateRange(first="2024-01-05", last="2024-12-31T10:00:00")},
            "5 Jan 2024 – 31 Dec 2024",
        ),
        (Kind.IDENTIFIER, {}, "16 people"),
        (Kind.ADMINISTRATION, {}, "16 people"),
        (Kind.PERSONAL, {}, "hidden before anything else"),
        (Kind.UNUSED, {}, "nothing to learn from"),
    ],
)
def test_facts_fit_the_kind(kind: Kind, fields: dict[str, Any], facts: str) -> None:
    assert line(kind, **fields).facts == facts


def test_every_kind_has_its_place() -> None:
    """An icon, an entry of the menu, and one section; facts of its own or how many people answered."""
    assert (set(ICONS), [choice.value for choice in KIND_CHOICES]) == (set(Kind), [kind.value for kind in Kind])
    assert sorted(kind for section in SECTIONS for kind in section.kinds) == sorted(Kind)
    assert set(Kind) - set(FACTS) == {Kind.IDENTIFIER, Kind.ADMINISTRATION}


def test_names_are_the_first_and_the_last() -> None:
    columns: dict[str, Any] = {"columns": (23, 24, 25), "names": ("Q24", "Q25", "Q26")}

    assert (line().names, line(Kind.BATTERY, **columns).names) == ("Q7", "Q24 – Q26")


@pytest.mark.parametrize(
    ("confidence", "is_asked", "expected"),
    [
        ("sure", False, ("Sure", False)),
        ("likely", False, ("Likely", False)),
        ("unsure", False, ("Unsure", True)),
        ("sure", True, ("Sure", True)),
    ],
)
def test_a_line_is_unsure_by_its_reading_or_by_an_open_doubt(
    confidence: str, is_asked: bool, expected: tuple[str, bool]
) -> None:
    found = line(confidence=confidence, is_asked=is_asked)

    assert (found.sure, found.is_unsure) == expected


@pytest.mark.parametrize(
    ("kind", "use", "expected"),
    [
        (Kind.OPEN, "basis", (True, True, False, "Forms groups", "text")),
        (Kind.SINGLE, "describe", (False, True, False, "Describes", "")),
        (Kind.PERSONAL, "none", (False, False, True, "Left out", "pii")),
    ],
)
def test_what_becomes_of_a_question(kind: Kind, use: str, expected: tuple[bool, bool, bool, str, str]) -> None:
    found = line(kind, use=use)

    assert (found.is_open, found.is_answered, found.is_out, found.use_word, found.look) == expected


def test_choices_are_drawn_by_number_and_ratings_by_place() -> None:
    heights = {kind: [bar.height for bar in line(kind, options=OPTIONS).bars] for kind in (Kind.SINGLE, Kind.RATING)}

    assert heights == {Kind.SINGLE: [20.0, 5.0, 1.7], Kind.RATING: [5.0, 20.0, 1.7]}


@pytest.mark.parametrize(("answered", "respondents", "width"), [(16, 20, 76.8), (0, 20, 0.0), (0, 0, 0.0)])
def test_without_options_the_picture_tells_who_answered(answered: int, respondents: int, width: float) -> None:
    found = line(Kind.OPEN, answered=answered, respondents=respondents)

    assert (found.bars, found.answered_share) == ([], width)


def test_few_bars_are_as_narrow_as_eight() -> None:
    assert bars([4, 1]) == [Bar(0.0, 0.0, 10.6, 20.0), Bar(12.0, 15.0, 10.6, 5.0)]


@given(st.lists(st.integers(min_value=0, max_value=10**7), min_size=2, max_size=12))
def test_bars_stay_within_their_picture(counts: list[int]) -> None:
    drawn = bars(counts)

    assert len(drawn) == len(counts)
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH and LEAST <= bar.height <= HEIGHT for bar in drawn)
    assert all(abs(bar.y + bar.height - HEIGHT) < 0.11 for bar in drawn)  # each stands on the ground
    assert max(drawn, key=lambda bar: bar.height).height == (HEIGHT if max(counts) else LEAST)


ALL = Questionnaire(
    rows=20,
    respondents=20,
    questions=(
        question(Kind.OPEN, id="why", text="Why do you plan?", names=("Q1",)),
        question(Kind.SINGLE, id="city", text="Where do you live?", names=("Q2",), use="describe"),
        question(Kind.RATING, id="ease", text="How easy is it?", names=("Q3",), confidence="unsure"),
        question(Kind.IDENTIFIER, id="id", text="Respondent", names=("ResponseId",)),
    ),
)


def shown(wanted: Filter) -> dict[str, list[str]]:
    sections = sections_of(lines_of(ALL, asked=frozenset({"city"})), wanted)
    return {section.id: [line.question.id for line in section.lines] for section in sections}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), {"open": ["why"], "choices": ["city"], "ratings": ["ease"], "administration": ["id"]}),
        (Filter(show="unsure"), {"choices": ["city"], "ratings": ["ease"]}),
        (Filter(show="basis"), {"open": ["why"], "ratings": ["ease"]}),
        (Filter(show="none"), {"administration": ["id"]}),
        (Filter("DO YOU"), {"open": ["why"], "choices": ["city"]}),
        (Filter("responseid"), {"administration": ["id"]}),
        (Filter("do you", "unsure"), {"choices": ["city"]}),
        (Filter("nowhere"), {}),
    ],
)
def test_only_what_fits_is_shown_and_sections_without_are_left_out(
    wanted: Filter, expected: dict[str, list[str]]
) -> None:
    assert shown(wanted) == expected


def test_a_filter_is_on_once_it_leaves_something_out() -> None:
    assert [Filter(*asked).is_on for asked in ((), ("plan",), ("", "unsure"))] == [False, True, True]


def test_some_lines_can_be_had_alone() -> None:
    [only] = lines_of(ALL, [ALL.question("ease")])

    assert (only.question.id, only.respondents, only.is_asked) == ("ease", 20, False)


@pytest.mark.parametrize(
    ("uses", "end"),
    [
        (["none"], "None forms groups."),
        (["basis", "basis"], "All form groups."),
        (["basis", "none"], "1 forms groups."),
        (["basis", "basis", "describe"], "2 form groups."),
    ],
)
def test_a_section_says_how_many_form_groups(uses: list[str], end: str) -> None:
    found = Questionnaire(
        rows=1, respondents=1, questions=tuple(question(Kind.OPEN, id=f"q{at}", use=use) for at, use in enumerate(uses))
    )
    [section] = sections_of(lines_of(found), Filter())

    assert (section.sentence, section.unsure) == (f"Personas are written from these. {end}", 0)
