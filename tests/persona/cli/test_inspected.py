"""An inspection in words, line by line, from one written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console

from persona.cli.inspected import print_inspection
from persona.inspecting import InspectedSource, Inspection
from persona.models import SkippedLine
from persona.questionnaire.codes import DoubtCode, ExcludedReason, NoteCode
from persona.questionnaire.kinds import QuestionKind
from persona.questionnaire.models import (
    Answer,
    DateRange,
    Doubt,
    Excluded,
    NumberRange,
    Option,
    Question,
    QuestionnaireNote,
    Scale,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def source(**changes: Any) -> InspectedSource:
    fields = {
        "name": "a.csv",
        "kind": "csv",
        "bytes": 900,
        "sha256": "0" * 64,
        "rows": 300,
        "header_rows": 1,
        "header_line": 1,
        "encoding": "utf-8",
        "encoding_how": "checked",
        "delimiter": ";",
        "quote": '"',
    }
    return InspectedSource(**fields | changes)


def question(kind: QuestionKind = QuestionKind.OPEN, *, at: int = 0, width: int = 1, **changes: Any) -> Question:
    fields = {
        "id": f"q{at}",
        "text": f"Question {at}?",
        "kind": kind,
        "columns": tuple(range(at, at + width)),
        "names": tuple(f"Q{number}" for number in range(at, at + width)),
        "use": "basis",
        "answered": 1_200,
    }
    return Question(**fields | changes)


def inspection(*questions: Question, sources: Sequence[InspectedSource] = (source(),), **changes: Any) -> Inspection:
    fields = {"rows": 300, "respondents": 300, "skipped": {}}
    return Inspection(sources=tuple(sources), questions=questions, **fields | changes)


def told(found: Inspection) -> list[str]:
    """The lines that are printed, without the padding of the table."""
    out = Console(width=160, no_color=True, highlight=False)
    with out.capture() as capture:
        print_inspection(out, found)
    return [" ".join(line.split()) for line in capture.get().splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "separated by semicolon · utf-8 · column names in line 1"),
        ({"delimiter": "\t", "header_line": 3}, "separated by tab · utf-8 · column names in line 3"),
        (
            {"encoding": "cp1252", "encoding_how": "guessed"},
            "separated by semicolon · cp1252 (a guess) · column names in line 1",
        ),
        ({"delimiter": "§", "header_line": None}, "separated by § · utf-8 · no column names"),
        ({"kind": "json", "header_line": None}, "JSON, one object per row"),
        ({"kind": "parquet"}, "Parquet"),
        (
            {"kind": "xlsx", "sheet": "Answers", "sheets": ("Codes", "Answers", "Old")},
            "Excel workbook, sheet “Answers” of 3, column names in row 1; the others: Codes, Old",
        ),
        ({"kind": "xls", "sheet": "S", "sheets": ("S",)}, "Excel workbook, sheet “S”, column names in row 1"),
    ],
)
def test_how_a_file_is_written(changes: dict[str, Any], line: str) -> None:
    assert told(inspection(sources=[source(**changes)]))[1] == line


def test_each_file_is_named_with_its_rows_and_the_people_counted_once() -> None:
    lines = told(inspection(question(), sources=[source(), source(name="b[1].csv", rows=1)], respondents=1))

    assert [lines[0], lines[2], lines[4]] == ["a.csv: 300 rows", "b[1].csv: 1 row", "1 respondent, 1 question"]


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        (question(), "1 Question 0? open answer forms 1,200 answers"),
        (question(at=3, width=6, kind=QuestionKind.BATTERY), "4-9 Question 3? set of ratings forms"),
        (
            question(QuestionKind.RATING, scale=Scale(low=1, high=5, low_label="never", high_label="always")),
            "1 Question 0? rating forms never – always",
        ),
        (question(QuestionKind.RATING, scale=Scale(low=0, high=10)), "1 Question 0? rating forms 0 – 10"),
        (
            question(
                QuestionKind.SINGLE,
                use="describe",
                options=tuple(
                    Option(label=label, count=count) for label, count in zip("ABCD", (2000, 9, 3, 1), strict=True)
                ),
            ),
            "1 Question 0? single choice describes A 2,000, B 9, C 3",
        ),
        (
            question(QuestionKind.NUMBER, use="describe", numbers=NumberRange(min=0, median=3, max=12_000)),
            "1 Question 0? number describes 0 – 12,000",
        ),
        (
            question(QuestionKind.DATE, use="none", dates=DateRange(first="2024-01-05", last="2024-02-01")),
            "1 Question 0? date – 2024-01-05 – 2024-02-01",
        ),
        (question(QuestionKind.UNUSED, use="none"), "1 Question 0? unused –"),
    ],
    ids=lambda value: value.kind if isinstance(value, Question) else "",
)
def test_a_question_is_one_row_with_what_is_in_it(asked: Question, row: str) -> None:
    assert row in told(inspection(asked))


def test_a_long_question_is_cut_and_its_brackets_stay() -> None:
    asked = question(text="How [often] do you " + "really " * 20 + "plan?")

    [row] = [line for line in told(inspection(asked)) if line.startswith("1 How")]
    assert row.startswith("1 How [often] do you really")
    assert "…" in row
    assert "plan?" not in row


def test_a_doubt_names_its_answers_and_the_one_that_is_taken() -> None:
    doubt = Doubt(
        code=DoubtCode.SCALE_DIRECTION,
        about="q[1]",
        sentence="Is 1 best, or 5?",
        default="5_is_best",
        answers=(
            Answer(value="1_is_best", label="1 is best", effect="Low values are read as praise."),
            Answer(value="5_is_best", label="5 is best", effect="High values are read as praise."),
        ),
    )

    lines = told(inspection(question(), doubts=(doubt,)))

    assert lines[-4:] == [
        "1 doubt",
        "Is 1 best, or 5?",
        "--answer scale_direction:q[1]=1_is_best: 1 is best. Low values are read as praise.",
        "--answer scale_direction:q[1]=5_is_best (taken): 5 is best. High values are read as praise.",
    ]


def test_rows_that_are_no_people_and_notes_come_last() -> None:
    found = inspection(
        question(),
        excluded=(
            Excluded(reason=ExcludedReason.TEST, rows=1),
            Excluded(reason=ExcludedReason.DUPLICATE, rows=1_200, default="kept"),
        ),
        notes=(QuestionnaireNote(code=next(iter(NoteCode)), sentence="Two columns are empty."),),
    )

    assert told(found)[-3:] == [
        "1 row is left out: a test of the survey",
        "1,200 rows are kept: repeated answers",
        "Two columns are empty.",
    ]


def test_of_many_skipped_lines_the_first_twenty_are_told() -> None:
    skipped = tuple(
        SkippedLine(code="too_long", line=number, message=f"Line {number}: 3 cells.", text="a,b,c")
        for number in range(1, 31)
    )
    found = inspection(question(), sources=[source(skipped_lines=skipped)], skipped={"too_long": 1_030})

    lines = told(found)

    assert lines[-22] == "1,030 lines skipped"
    assert lines[-21:-1] == [f"Line {number}: 3 cells." for number in range(1, 21)]
    assert lines[-1] == "… and 1,010 more: --json lists them"
