"""The doubts that the reader may raise: the sentence, the answers and what follows from each, by code."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.models import Answer, Doubt
from persona.questionnaire.wording import counted

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

FILE = "file"
"""What a doubt is about where it is about no single question."""
SHEET = "sheet:"
"""Before the name of a sheet, in an answer."""
EVIDENCE_SHOWN = 3


@dataclass(frozen=True, slots=True)
class DoubtTemplate:
    """Texts with places to fill in; `answers` are (value, label, effect), the first is the usual default."""

    sentence: str
    answers: tuple[tuple[str, str, str], ...]


DOUBTS: Mapping[DoubtCode, DoubtTemplate] = MappingProxyType(
    {
        DoubtCode.JOIN_COLUMNS: DoubtTemplate(
            "Are the {count} columns from “{first}” to “{last}” one question, with several answers to tick?",
            (
                ("together", "Yes, one question", "They become one multiple-choice question with {count} options."),
                ("apart", "No, {count} questions", "Each column stays a question of its own."),
            ),
        ),
        DoubtCode.SCALE_DIRECTION: DoubtTemplate(
            "On “{question}”, which end of the scale means more: {low} or {high}?",
            (
                ("{high}_is_best", "{high} is the best or most", "Higher values are told as more."),
                ("{low}_is_best", "{low} is the best or most", "Lower values are told as more."),
                ("unknown", "Neither, or I don't know", "Averages are shown; “higher” and “lower” are not said."),
            ),
        ),
        DoubtCode.NO_ANSWER_CODES: DoubtTemplate(
            "In “{question}”, does {codes} mean that somebody did not answer?",
            (
                ("no_answer", "Yes, no answer", "Cells with {codes} are left out of counts and averages."),
                ("answer", "No, it is an answer", "{codes} is counted like every other answer."),
            ),
        ),
        DoubtCode.KIND_CODES: DoubtTemplate(
            "Do the numbers in “{question}” stand for separate answers, or are they points of a scale?",
            (
                ("choice", "Separate answers", "Each number is an option; no average is taken."),
                ("rating", "Points of a scale", "The numbers are compared and averaged."),
                ("number", "A quantity", "Ranges and averages are told, as of an age or a price."),
            ),
        ),
        DoubtCode.NOT_PEOPLE: DoubtTemplate(
            "{rows:Is|Are} the {rows} {rows:row|rows} that {rows:looks|look} like {what} "
            "{rows:a real answer|real answers}?",
            (
                ("leave_out", "No, leave {rows:it|them} out", "{rows} {rows:row is|rows are} not counted."),
                ("keep", "Yes, keep {rows:it|them}", "{rows:It is|They are} counted like all others."),
            ),
        ),
        DoubtCode.HEADER_ROWS: DoubtTemplate(
            "How many rows at the top hold the questions?",
            (
                ("1", "One", "The people begin in row 2."),
                ("2", "Two", "The second row is read as the texts of the questions."),
                ("3", "Three", "The second row is read as the texts of the questions, the third is left out."),
                ("4", "Four", "The second row is read as the texts of the questions, two more are left out."),
            ),
        ),
        DoubtCode.DUPLICATES: DoubtTemplate(
            "{rows} {rows:row repeats|rows repeat} an earlier one ({how}). "
            "{rows:Is it the same person|Are they the same people} again?",
            (
                ("leave_out", "Yes, count each person once", "{rows} {rows:row is|rows are} not counted."),
                ("keep", "No, {rows:it is another person|they are other people}", "All rows are counted."),
            ),
        ),
        DoubtCode.SHEETS: DoubtTemplate(
            "Which {parts} hold the answers?",
            (
                ("read", "Only “{sheet}”", "The other {parts} are left aside."),
                ("all", "All {parts} that have the same columns", "Their rows are put under each other."),
            ),
        ),
        DoubtCode.SENSITIVE: DoubtTemplate(
            "“{question}” tells about {category}. May it be used?",
            (
                ("describe", "Only to describe groups", "It does not form groups; shares are told."),
                ("none", "Do not use it", "It is left out of everything."),
                ("basis", "Use it like the others", "It helps to form the groups."),
            ),
        ),
        DoubtCode.WEIGHT: DoubtTemplate(
            "Is “{question}” a survey weight: how many people a row stands for?",
            (
                ("use", "Yes, use it", "Shares are weighted; bases stay numbers of people."),
                ("ignore", "Yes, but do not use it", "Shares are unweighted, and the result says so."),
                ("no_weight", "No", "It is read as a number like any other."),
            ),
        ),
        DoubtCode.DATE_ORDER: DoubtTemplate(
            "Is “{example}” in “{question}” the {day_first} or the {month_first}?",
            (
                ("day_first", "The day comes first", "“{example}” is {day_first}."),
                ("month_first", "The month comes first", "“{example}” is {month_first}."),
            ),
        ),
        DoubtCode.DECIMALS: DoubtTemplate(
            "Does the mark in “{example}” of “{question}” part decimals or thousands?",
            (
                ("decimal", "Decimals", "“{example}” is {as_decimal}."),
                ("thousands", "Thousands", "“{example}” is {as_thousands}."),
            ),
        ),
        DoubtCode.TRANSPOSED: DoubtTemplate(
            "Do the columns of this file hold people, and the rows questions?",
            (
                ("turn", "Yes, turn it", "Each of the {people} columns becomes a respondent."),
                ("as_is", "No, read it as it stands", "Each row is a respondent."),
            ),
        ),
        DoubtCode.LONG_FORM: DoubtTemplate(
            "Does each row hold one answer, so that a person has many rows?",
            (
                ("pivot", "Yes, one row per answer", "Rows with the same “{person}” become one respondent."),
                ("as_is", "No, each row is a person", "Each row is a respondent."),
            ),
        ),
        DoubtCode.SPEAKERS: DoubtTemplate(
            "Is {speaker} the person who asks the questions?",
            (
                ("asks", "Yes", "What {speaker} says is not counted as an answer."),
                ("answers", "No", "{speaker} is one of the respondents."),
            ),
        ),
        DoubtCode.ONE_COLUMN: DoubtTemplate(
            "“{question}” alone would form the groups. Should it only describe them?",
            (
                ("describe", "Yes, describe only", "The groups come from the other questions."),
                ("basis", "No, let it form groups", "The groups may be just this question."),
            ),
        ),
        DoubtCode.PERSONAL_DATA: DoubtTemplate(
            "“{question}” seems to hold {what}. Keep it out of the personas?",
            (
                ("hide", "Yes, keep it out", "It is neither shown nor used."),
                ("show", "No, it names nobody", "It is used like other questions."),
            ),
        ),
    }
)
TICKED_CODES = DoubtTemplate(
    "In “{question}”, {count} columns hold only 1 and 2. Are they boxes to tick?",
    (
        ("2_is_ticked", "Yes, 2 means ticked", "One multiple-choice question; 1 is not chosen."),
        ("1_is_ticked", "Yes, 1 means ticked", "One multiple-choice question; 2 is not chosen."),
        ("apart", "No, they are questions", "Each column stays a question of its own, with two answers."),
    ),
)
"""What is asked of columns to join that hold two codes; it is known by the word `codes`."""

SEVERAL_ROWS = DoubtTemplate(
    "Do the {rows} rows belong to {people} people, known by “{person}”, who have several rows each?",
    (
        (
            "pivot",
            "Yes, one person each",
            "Rows with the same “{person}” become one respondent: all texts, the middle number, yes if said once.",
        ),
        ("as_is", "No, each row is a person", "Each row is a respondent."),
    ),
)
"""What is asked of tickets, events and diaries; it is known by the word `people`."""
FINER = MappingProxyType(
    {DoubtCode.JOIN_COLUMNS: ("codes", TICKED_CODES), DoubtCode.LONG_FORM: ("people", SEVERAL_ROWS)}
)


def template(code: DoubtCode, words: Container[str] = ()) -> DoubtTemplate:
    """The texts of a doubt that has these words to fill in."""
    word, finer = FINER.get(code, ("", DOUBTS[code]))
    return finer if word in words else DOUBTS[code]


def answer_forms(code: DoubtCode) -> list[str]:
    """All answers that a doubt of this code may offer, with places for what is filled in."""
    templates = (DOUBTS[code], *([FINER[code][1]] if code in FINER else []))
    return list(dict.fromkeys(value for made in templates for value, _, _ in made.answers))


def answer_values(code: DoubtCode, **words: object) -> tuple[str, ...]:
    """The values by which such a doubt may be answered; "together" also where it is asked what the codes mean."""
    finer = tuple(value.format(**words) for value, _, _ in template(code, words).answers)
    return finer if template(code, words) is DOUBTS[code] else (*finer, DOUBTS[code].answers[0][0])


HIDDEN_ROWS = "{rows} {rows:row is|rows are} hidden in the workbook. {rows:Is it a real answer|Are they real answers}?"
"""What is asked of hidden rows in place of the usual sentence."""
OTHER_SHEET = ("Only “{sheet}”", "It is read in place of the one that was taken.")
"""Label and effect of the answer that another sheet holds the answers."""
BESIDE = ("“{sheet}” with the columns of {others}", "Rows with the same “{key}” are one person.")
"""Label and effect of the answer that sheets tell different things of the same people."""


def raise_doubt(
    code: DoubtCode,
    about: str,
    *,
    default: str | None = None,
    evidence: Iterable[str] = (),
    most_answers: int | None = None,
    **words: object,
) -> Doubt:
    """A doubt in words. `default` is the value of an answer, filled in; None takes the first.

    `most_answers`: how many of the template's answers make sense here; None offers all.

    Raises:
        KeyError: a word that the template needs is missing.
    """
    texts = template(code, words)
    words = counted(words)
    answers = tuple(
        Answer(value=value.format(**words), label=label.format(**words), effect=effect.format(**words))
        for value, label, effect in texts.answers[:most_answers]
    )
    return Doubt(
        code=code,
        about=about,
        sentence=texts.sentence.format(**words),
        default=default or answers[0].value,
        answers=answers,
        evidence=tuple(evidence)[:EVIDENCE_SHOWN],
    )
