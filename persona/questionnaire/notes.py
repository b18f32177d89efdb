"""What was seen on the way and is worth a sentence, by code."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from persona.questionnaire.codes import ExcludedReason, NoteCode
from persona.questionnaire.models import QuestionnaireNote
from persona.questionnaire.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTES: Mapping[NoteCode, str] = MappingProxyType(
    {
        NoteCode.HIDDEN_ROWS: "{rows} {rows:row is|rows are} hidden in the workbook; {rows:it is|they are} {read}.",
        NoteCode.HIDDEN_COLUMNS: "{count} {count:column is|columns are} hidden in the workbook; "
        "{count:it is|they are} read like the others.",
        NoteCode.HIDDEN_SHEETS: "{count} {count:sheet is|sheets are} hidden in the workbook and {read}.",
        NoteCode.OTHER_SHEETS: "Other sheets were not read: {names}.",
        NoteCode.ERROR_CELLS: "{rows} {rows:cell|cells} of “{question}” {rows:holds|hold} a spreadsheet error "
        "({example}) "
        "and {rows:counts|count} as empty.",
        NoteCode.REPAIRED_LETTERS: "Garbled letters (wrong encoding) were repaired in {rows} {rows:row|rows}.",
        NoteCode.SPELLINGS: "“{question}”: {count} spellings of the same answers count as one ({example}).",
        NoteCode.OUTLIERS: "“{question}” holds values far out of range or far from the others ({example}).",
        NoteCode.SECOND_HEADER: "The second row holds the texts of the questions, not a respondent.",
        NoteCode.REPEATED_HEADER: "{rows} {rows:line repeats|lines repeat} the header; "
        "{rows:it is no respondent|they are no respondents}.",
        NoteCode.FOOTER: "{rows} {rows:line|lines} at the end {rows:is|are} a footer or totals; "
        "{rows:it is no respondent|they are no respondents}.",
        NoteCode.PREAMBLE: "{rows} {rows:line stands|lines stand} above the header; {rows:it is|they are} not read.",
        NoteCode.LONG_FORM: "Each row held one answer; rows of the same “{person}” were put together (long form).",
        NoteCode.CHANGING_COLUMNS: "Left out: {count} {count:column that changes|columns that change} from row to row "
        "of one person (long form).",
        NoteCode.TRANSPOSED: "The columns held people and the rows questions; the table was turned (transposed).",
        NoteCode.WAVES: "The file holds {count} waves in “{question}”.",
        NoteCode.NEW_QUESTIONS: "Asked first in “{file}”: {names} ({count} in all); blank for people of earlier files.",
        NoteCode.MISSING_QUESTIONS: "Not asked in “{file}”: {names} ({count} in all); blank for its people.",
        NoteCode.WEIGHTS_NOT_USED: "Shares are not weighted: the weight “{question}” is not used.",
        NoteCode.WEIGHTS_USED: "Shares and means are weighted by “{question}”; bases and counts are numbers of people.",
        NoteCode.WITHOUT_WEIGHT: "{rows} {rows:row has|rows have} no weight in “{question}” and {rows:adds|add} "
        "nothing to weighted shares.",
        NoteCode.MACHINE_TEXT: "“{question}” is text written by a machine ({example}).",
        NoteCode.MANY_ROWS_EACH: "A person may have many rows: {rows} rows of {people} values of “{question}”.",
        NoteCode.LONG_NUMBERS: "“{question}” holds numbers of more than 15 digits; they are kept as text.",
        NoteCode.SERIAL_DATES: "“{question}” holds dates as serial numbers of a spreadsheet; they are read as days.",
        NoteCode.BIRTH_YEARS: "“{question}” holds {rows} {rows:year|years} of birth among ages ({example}); "
        "{rows:it is|they are} out of range.",
        NoteCode.RANGES: "“{question}” holds ranges ({example}) among its numbers; averages leave them out.",
        NoteCode.MIXED_UNITS: "“{question}” mixes units ({example}).",
        NoteCode.MULTIPLE_DATE_ORDERS: "“{question}” mixes orders of day and month ({example}).",
        NoteCode.NOT_A_NUMBER: "{rows} {rows:cell|cells} of “{question}” {rows:is|are} no number ({example}).",
        NoteCode.NO_OPINION: "In “{question}”, {rows} {rows:person takes|people take} no side ({example}).",
        NoteCode.OUTSIDE_SCALE: "{rows} {rows:cell|cells} of “{question}” {rows:stands|stand} outside of its scale "
        "({example}).",
    }
)
REPAIRED_NAMES = "Garbled letters (wrong encoding) were repaired in {count} {count:name|names} of columns."
"""Of the same code as such letters in rows."""

REASONS: Mapping[ExcludedReason, str] = MappingProxyType(
    {
        ExcludedReason.PREVIEW: "{rows:a preview|previews} of the survey",
        ExcludedReason.TEST: "{rows:a test|tests} of the survey",
        ExcludedReason.SPAM: "spam",
        ExcludedReason.UNFINISHED: "{rows:an unfinished answer|unfinished answers}",
        ExcludedReason.SCREENED_OUT: "{rows:a person who was|people who were} screened out or came over quota",
        ExcludedReason.DUPLICATE: "{rows:a repeated answer|repeated answers}",
        ExcludedReason.FOOTER: "a footer or totals",
        ExcludedReason.HIDDEN: "{rows:a hidden row|hidden rows}",
        ExcludedReason.EMPTY: "{rows:an empty row|empty rows}",
    }
)


def looks_like(reason: ExcludedReason, rows: int) -> str:
    """What so many rows are taken for: "a preview of the survey"."""
    return REASONS[reason].format(**counted({"rows": rows}))


def repaired_names(count: int) -> QuestionnaireNote:
    """That names of columns held garbled letters."""
    sentence = REPAIRED_NAMES.format(**counted({"count": count}))
    return QuestionnaireNote(code=NoteCode.REPAIRED_LETTERS, sentence=sentence)


def make_note(
    code: NoteCode, *, rows: int | None = None, about: str | None = None, **words: object
) -> QuestionnaireNote:
    """A note in words.

    Raises:
        KeyError: a word that the sentence needs is missing.
    """
    return QuestionnaireNote(
        code=code, sentence=NOTES[code].format(**counted({"rows": rows, **words})), rows=rows, about=about
    )
