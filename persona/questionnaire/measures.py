"""Columns of numbers and of dates, read by one decision for the whole column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.drafts import Draft, Unsure
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import DateRange, NumberRange, Recoding
from persona.questionnaire.options import no_opinions, option_list, silent
from persona.questionnaire.scales.codes import names_amounts
from persona.questionnaire.scales.legends import named_blanks
from persona.questionnaire.scales.no_answer import codes_among_numbers, whole
from persona.questionnaire.values.cells import plain_digits
from persona.questionnaire.values.dates import LEAST_SHARE, Dates, read_dates
from persona.questionnaire.values.numbers import Numbers, read_numbers

if TYPE_CHECKING:
    from persona.questionnaire.context import Context
    from persona.questionnaire.evidence import Evidence

_FEWEST = 3
_OWN_CODE, _LEAST_FOR_CODES = 0.9, 8  # share of different codes from which they are no list


def as_date(seen: Evidence, context: Context) -> Draft | None:
    """A column of days; None where its cells are none."""
    column = seen.column
    order = context.settings.to(DoubtCode.DATE_ORDER, column)
    found = read_dates(column.uncoded, column.text, answer=order)  # type: ignore[arg-type]
    if found is None or not found.is_date:
        return None
    return Draft(
        (column,),
        column.text,
        Kind.DATE,
        "its cells are dates",
        options=no_opinions(column),
        dates=DateRange(first=found.first, last=found.last),
        no_answer=silent(column.counts, column.blanks),
        unsure=_order_doubt(found, column.text),
        seen=found.notes,
    )


_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])\s?(?:[:h時시]|u|\.(?=\d\d\s?(?:uhr|u\b)))\s?[0-5]\d(?::[0-5]\d)?\s?(?:[ap]\.?m\.?|uhr|u|h|分)?",
    re.IGNORECASE,
)
_SLOTS = 12  # so few different times may have been offered to choose from


def as_clock(seen: Evidence, _: Context) -> Draft | None:
    """Times of day in many values; a few of them are slots to choose from."""
    if len(seen.answers) <= min(_SLOTS, seen.cells / 5):
        return None
    if seen.share(lambda text: bool(_CLOCK.fullmatch(plain_digits(text)))) < LEAST_SHARE:
        return None
    column = seen.column
    return Draft(
        (column,),
        column.text,
        Kind.DATE,
        "its cells are times",
        no_answer=silent(column.counts, column.blanks),
        use="describe",
        why="a time of day says little of what people think or do",
    )


def _order_doubt(found: Dates, question: str) -> tuple[Unsure, ...]:
    if found.doubt is None:
        return ()
    day = found.values.get(found.example)
    if day is None:
        return ()
    swapped = day.replace(month=day.day, day=day.month)
    first, second = (day, swapped) if found.order == "day_first" else (swapped, day)
    words = {
        "example": found.example,
        "question": question,
        "day_first": f"{first.day} {first:%B %Y}",
        "month_first": f"{second.day} {second:%B %Y}",
    }
    return (Unsure(DoubtCode.DATE_ORDER, found.doubt, words, tuple(list(found.values)[:3])),)


def as_number(seen: Evidence, context: Context, *, fewest: int | None = None) -> Draft | None:
    """A quantity; ranges, codes and points with words become options; None where its cells are no numbers.

    `fewest`: up to so many different numbers are a list to choose from; fewer by default where something is counted.
    """
    column = seen.column
    answer = context.settings.to(DoubtCode.DECIMALS, column)
    codes, asked = _codes_of_no_answer(seen, context)
    counts = {text: n for text, n in column.uncoded.items() if text not in codes}
    found = read_numbers(
        counts,
        column.text,
        answer=answer,  # type: ignore[arg-type]
        file_mark=context.mark,
        habit=context.habit,
    )
    if found is None:
        return None
    if not found.is_number:
        return _no_quantity(found, seen)
    if fewest is None:
        fewest = _FEWEST - 1 if names_amounts(column.text) else _FEWEST
    if len(set(found.values.values())) <= fewest and not found.unit:
        return option_list(seen, "its cells are two or three numbers, which say too little to be a quantity")
    return Draft(
        (column,),
        column.text,
        Kind.NUMBER,
        "its cells are numbers",
        options=no_opinions(column),
        numbers=NumberRange(min=found.minimum, median=found.median, max=found.maximum, unit=found.unit or None),
        recoding=Recoding(decimal=found.mark, out_of=found.of),
        no_answer=(*codes, *silent(column.counts, column.blanks)),
        unsure=(*_mark_doubt(found, column.text), *asked),
        seen=found.notes,
    )


def _codes_of_no_answer(seen: Evidence, context: Context) -> tuple[tuple[str, ...], tuple[Unsure, ...]]:
    """Codes that the words above the column call none, and the nines far beyond all its other numbers, with a doubt."""
    told = named_blanks(seen.column.text)
    named = tuple(text for text in seen.column.uncoded if told and whole(text) in told)
    found = codes_among_numbers({text: n for text, n in seen.column.uncoded.items() if text not in named})
    if not found:
        return named, ()
    words = ", ".join(found)
    asked = Unsure(
        DoubtCode.NO_ANSWER_CODES, None, {"question": seen.column.text, "codes": words}, found, f"codes {words}"
    )
    kept = context.settings.to(DoubtCode.NO_ANSWER_CODES, seen.column) == "answer"
    return named if kept else (*named, *found), (asked,)


def _no_quantity(found: Numbers, seen: Evidence) -> Draft | None:
    own = found.reason == "codes" and seen.distinct_share > _OWN_CODE and seen.cells >= _LEAST_FOR_CODES
    if found.reason == "ids" or own:
        return Draft((seen.column,), seen.column.text, Kind.IDENTIFIER, "each row has a number of its own")
    if found.reason in ("ranges", "labels", "codes"):
        why = {
            "ranges": "its answers are ranges",
            "labels": "its answers are numbered words",
            "codes": "its digits are codes",
        }
        return option_list(seen, why[found.reason])
    return None


def _mark_doubt(found: Numbers, question: str) -> tuple[Unsure, ...]:
    if found.doubt is None:
        return ()
    value = found.values.get(found.example, 0.0)
    big = value if found.doubt == "thousands" else value * 1_000
    words = {
        "example": found.example,
        "question": question,
        "as_decimal": f"{big / 1_000:g}",
        "as_thousands": f"{big:,.0f}",
    }
    return (Unsure(DoubtCode.DECIMALS, found.doubt, words, tuple(list(found.values)[:3])),)
