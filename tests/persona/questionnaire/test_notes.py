"""What was seen on the way, in whole sentences: one row is, two rows are."""

from __future__ import annotations

import pytest

from persona.questionnaire.codes import ExcludedReason, NoteCode
from persona.questionnaire.models import QuestionnaireNote
from persona.questionnaire.notes import looks_like, make_note, repaired_names
from persona.questionnaire.wording import Count, counted
from tests.questionnaires import table_of

# Code ~ rows ~ sentence; `Q`, `E` and `2` fill in question, example and count.
SENTENCES = """
hidden_rows ~ 1 ~ 1 row is hidden in the workbook; it is left out.
hidden_rows ~ 3 ~ 3 rows are hidden in the workbook; they are left out.
error_cells ~ 1 ~ 1 cell of “Q” holds a spreadsheet error (E) and counts as empty.
error_cells ~ 4 ~ 4 cells of “Q” hold a spreadsheet error (E) and count as empty.
repaired_letters ~ 1 ~ Garbled letters (wrong encoding) were repaired in 1 row.
repaired_letters ~ 2 ~ Garbled letters (wrong encoding) were repaired in 2 rows.
spellings ~ 5 ~ “Q”: 2 spellings of the same answers count as one (E).
repeated_header ~ 1 ~ 1 line repeats the header; it is no respondent.
repeated_header ~ 2 ~ 2 lines repeat the header; they are no respondents.
footer ~ 1 ~ 1 line at the end is a footer or totals; it is no respondent.
footer ~ 2 ~ 2 lines at the end are a footer or totals; they are no respondents.
preamble ~ 1 ~ 1 line stands above the header; it is not read.
preamble ~ 2 ~ 2 lines stand above the header; they are not read.
waves ~ 9 ~ The file holds 2 waves in “Q”.
weights_not_used ~ 9 ~ Shares are not weighted: the weight “Q” is not used.
weights_used ~ 9 ~ Shares and means are weighted by “Q”; bases and counts are numbers of people.
without_weight ~ 1 ~ 1 row has no weight in “Q” and adds nothing to weighted shares.
without_weight ~ 2 ~ 2 rows have no weight in “Q” and add nothing to weighted shares.
machine_text ~ 2 ~ “Q” is text written by a machine (E).
long_numbers ~ 2 ~ “Q” holds numbers of more than 15 digits; they are kept as text.
serial_dates ~ 2 ~ “Q” holds dates as serial numbers of a spreadsheet; they are read as days.
birth_years ~ 1 ~ “Q” holds 1 year of birth among ages (E); it is out of range.
birth_years ~ 2 ~ “Q” holds 2 years of birth among ages (E); they are out of range.
not_a_number ~ 1 ~ 1 cell of “Q” is no number (E).
not_a_number ~ 2 ~ 2 cells of “Q” are no number (E).
no_opinion ~ 1 ~ In “Q”, 1 person takes no side (E).
no_opinion ~ 2 ~ In “Q”, 2 people take no side (E).
outside_scale ~ 1 ~ 1 cell of “Q” stands outside of its scale (E).
outside_scale ~ 2 ~ 2 cells of “Q” stand outside of its scale (E).
"""


@pytest.mark.parametrize(("code", "rows", "sentence"), table_of(SENTENCES))
def test_a_note(code: str, rows: str, sentence: str) -> None:
    found = make_note(NoteCode(code), rows=int(rows), about="q", question="Q", example="E", count=2, read="left out")

    assert found == QuestionnaireNote(code=code, sentence=sentence, rows=int(rows), about="q")


def test_a_column_that_changes_and_names_that_were_repaired() -> None:
    changing = [make_note(NoteCode.CHANGING_COLUMNS, count=n).sentence for n in (1, 2)]

    assert changing == [
        "Left out: 1 column that changes from row to row of one person (long form).",
        "Left out: 2 columns that change from row to row of one person (long form).",
    ]
    assert [repaired_names(n).sentence for n in (1, 2)] == [
        "Garbled letters (wrong encoding) were repaired in 1 name of columns.",
        "Garbled letters (wrong encoding) were repaired in 2 names of columns.",
    ]


def test_a_word_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError, match="question"):
        make_note(NoteCode.WEIGHTS_USED)


@pytest.mark.parametrize(
    ("reason", "one", "many"),
    [
        (ExcludedReason.PREVIEW, "a preview of the survey", "previews of the survey"),
        (ExcludedReason.TEST, "a test of the survey", "tests of the survey"),
        (ExcludedReason.SPAM, "spam", "spam"),
        (ExcludedReason.UNFINISHED, "an unfinished answer", "unfinished answers"),
        (ExcludedReason.DUPLICATE, "a repeated answer", "repeated answers"),
        (ExcludedReason.FOOTER, "a footer or totals", "a footer or totals"),
        (ExcludedReason.HIDDEN, "a hidden row", "hidden rows"),
        (ExcludedReason.EMPTY, "an empty row", "empty rows"),
    ],
)
def test_what_rows_are_taken_for(reason: ExcludedReason, one: str, many: str) -> None:
    assert (looks_like(reason, 1), looks_like(reason, 2)) == (one, many)


def test_numbers_choose_their_words_and_keep_their_forms() -> None:
    assert "{n:is|are} {n} {n:,}".format_map({"n": Count(1000)}) == "are 1000 1,000"
    assert counted({"rows": 1, "name": "x", "share": 0.5, "sure": True}) == {
        "rows": Count(1), "name": "x", "share": 0.5, "sure": True,
    }  # fmt: skip
    assert [type(value) for value in counted({"rows": 1, "sure": True}).values()] == [Count, bool]
