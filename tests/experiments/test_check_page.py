"""What the check page shows, and what of it is told anew after a change."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from experiments.check_page import OptionRow, Saved, Shown, changed_context, option_rows, page_context, saved_of
from experiments.models import DataSource, Experiment
from experiments.question_lines import Filter
from persona.ids import uuid7
from persona.questionnaire.codes import DoubtCode, NoteCode
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Answer, Doubt, Item, Option, Question, Questionnaire, QuestionnaireNote

EXPERIMENT = Experiment(pk=uuid7(), name="Meal planning")
DIRECTION = Doubt(
    code=DoubtCode.SCALE_DIRECTION,
    about="ease",
    sentence="Is 1 the best?",
    default="no",
    answers=(Answer(value="no", label="No", effect="-"), Answer(value="yes", label="Yes", effect="-")),
)


def question(key: str, kind: Kind = Kind.SINGLE, **changes: Any) -> Question:
    fields: dict[str, Any] = {"columns": (0,), "names": (key.upper(),), "use": "basis", "text": f"What of {key}?"}
    return Question(id=key, kind=kind, **fields | changes)


WHY, EASE = question("why", Kind.OPEN), question("ease", Kind.RATING, use="describe")
NOTES = tuple(QuestionnaireNote(code=next(iter(NoteCode)), sentence=sentence) for sentence in ("One.", "Two.", "One."))


def source(*questions: Question, answers: dict[str, str] | None = None, **fields: Any) -> DataSource:
    found = Questionnaire(rows=9, respondents=9, questions=questions, doubts=(DIRECTION,), notes=NOTES)
    return DataSource(
        experiment=EXPERIMENT, questionnaire=found.model_dump(mode="json"), answers=answers or {}, **fields
    )


def shown(wanted: Filter = Filter(), **changes: Any) -> dict[str, Any]:  # noqa: B008 -- frozen
    return page_context(EXPERIMENT, source(WHY, EASE, **changes), wanted)


def test_the_page_tells_questions_doubts_and_what_was_seen_once() -> None:
    found = shown()

    assert [(section.id, [line.question.id for line in section.lines]) for section in found["sections"]] == [
        ("open", ["why"]),
        ("ratings", ["ease"]),
    ]
    assert [card.doubt.id for card in found["cards"]] == ["scale_direction:ease"]
    assert (found["seen"], found["columns"], found["excluded"], found["interviews"]) == (["One.", "Two."], 2, [], None)
    assert found["change_url"] == f"/experiments/{EXPERIMENT.pk}/questions/"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [({}, (0, 1, "One")), ({"scale_direction:ease": "yes"}, (1, 0, "No")), ({"scale_direction": "no"}, (1, 0, "No"))],
)
def test_doubts_are_open_until_they_are_settled(answers: dict[str, str], expected: tuple[int, int, str]) -> None:
    found = shown(answers=answers)

    assert (found["settled"], found["open_doubts"], found["open_in_words"]) == expected


def test_filters_count_what_they_would_show() -> None:
    assert shown()["filters"] == [
        Shown("all", "All", 2),
        Shown("unsure", "Unsure", 1),
        Shown("basis", "Form groups", 1),
        Shown("none", "Left out", 0),
    ]


def test_a_filter_leaves_the_numbers_of_the_filters_alone() -> None:
    found = shown(Filter("why"))

    assert [section.id for section in found["sections"]] == ["open"]
    assert found["filters"] == shown()["filters"]


def changed(before: DataSource, after: DataSource, used: str | None = None) -> dict[str, Any]:
    return changed_context(EXPERIMENT, before, after, used=used)


def test_only_lines_that_changed_are_told_anew() -> None:
    after = source(WHY, question("ease", Kind.RATING, use="none"))

    found = changed(source(WHY, EASE), after, "use-ease")

    assert [line.question.id for line in found["lines"]] == ["ease"]
    assert (found["used"], found["is_other"], "sections" in found) == ("use-ease", False, False)


def test_an_answer_changes_the_line_that_it_is_about() -> None:
    found = changed(source(WHY, EASE), source(WHY, EASE, answers={"scale_direction": "yes"}))

    assert [(line.question.id, line.is_unsure) for line in found["lines"]] == [("ease", False)]


def test_nothing_changed_is_no_line() -> None:
    assert changed(source(WHY, EASE), source(WHY, EASE))["lines"] == []


@pytest.mark.parametrize("after", [(WHY,), (EASE, WHY), (WHY, EASE, question("city"))])
def test_where_questions_come_go_or_move_all_are_told(after: tuple[Question, ...]) -> None:
    found = changed(source(WHY, EASE), source(*after))

    assert (found["is_other"], "lines" in found, found["wanted"]) == (True, False, Filter())
    assert {line.question.id for section in found["sections"] for line in section.lines} == {q.id for q in after}


def test_the_last_change_can_be_taken_back() -> None:
    changes = [
        {"words": "First", "at": "2026-01-02T10:00:00+00:00"},
        {"words": "1 is best", "at": "2026-01-02T11:30:00+00:00"},
    ]

    assert saved_of(source(WHY, changes=changes)) == Saved("1 is best", datetime(2026, 1, 2, 11, 30, tzinfo=UTC))
    assert saved_of(source(WHY)) is None


@pytest.mark.parametrize(
    ("answered", "counts", "shares"), [(9, (6, 3), [67, 33]), (4, (4, 3), [100, 75]), (0, (0, 0), [0, 0])]
)
def test_options_have_shares_of_those_who_answered(answered: int, counts: tuple[int, ...], shares: list[int]) -> None:
    options = tuple(Option(label=f"o{at}", count=count) for at, count in enumerate(counts))

    assert option_rows(question("city", answered=answered, options=options)) == [
        OptionRow(option, share, place) for place, (option, share) in enumerate(zip(options, shares, strict=True), 1)
    ]


def test_answers_beside_a_battery_have_shares_of_all_its_answers() -> None:
    items = (Item(label="Pay", column=0), Item(label="Boss", column=1))
    aside = Option(label="Hard to say", count=6, no_opinion=True)

    assert option_rows(question("work", Kind.BATTERY, answered=4, items=items, options=(aside,))) == [
        OptionRow(aside, 75, 1)
    ]
