"""Dates of a column: one order of day and month for all of its cells, serial numbers and clock counts included."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Literal

from persona.questionnaire.codes import NoteCode
from persona.questionnaire.values.blanks import Blank, blank_kind
from persona.questionnaire.values.cells import is_error, plain_digits
from persona.questionnaire.values.day_forms import Written, written_day, year_before
from persona.questionnaire.values.seen import Seen, seen

if TYPE_CHECKING:
    from collections.abc import Mapping

Order = Literal["day_first", "month_first"]
"""In the words of the doubt about it."""

LEAST_SHARE = 0.85
_SAMPLE = 500
_SERIAL_DAYS = (10_000, 60_000)  # 1927 to 2064
_SERIAL_STAMPS = (35_000, 60_000)  # 1995 to 2064: days with a time of day, told by their fractions alone
_SECONDS = (631_152_000, 2_524_608_000)  # 1990 to 2050
_EPOCHS = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}
_FEWEST, _MUCH_SHORTER = 3, 8
_STEADY = 10  # dates that must differ before a short span decides the order
_DATE_WORDS = re.compile(
    r"date|(?<![^\W_])(?:day|born|birthday|time|timestamp|when|since|until|created|updated|submitted|started|completed|joined"
    r"|datum|tag|wann|geburtstag|zeit|seit|erstellt|jour|quand|depuis|naissance|fecha|día|cuándo|nacimiento|data|dia"
    r"|quando|nascimento|nascita|giorno|dob|dato|päivä|dzień|tarih|wanneer|ts|when|start|end)(?![^\W_])|_at$|дата|日付|日期|生年月日|날짜"
    r"|تاريخ|geburtsdatum|birth",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dates:
    """A column read as days. `doubt` is the default order where the column cannot tell, `other` the other reading."""

    values: Mapping[str, date]
    share: float  # of the cells that say something
    first: str  # ISO days
    last: str
    written: Literal["text", "serial", "clock"] = "text"
    order: Order | None = None  # where it matters
    doubt: Order | None = None
    example: str = ""  # a cell that shows the doubt
    notes: tuple[Seen, ...] = ()

    @property
    def is_date(self) -> bool:
        return self.share >= LEAST_SHARE


def read_dates(
    counts: Mapping[str, int], question: str = "", *, answer: Order | None = None, epoch: Literal[1900, 1904] = 1900
) -> Dates | None:
    """The days of a column; None where few cells are dates.

    `counts`: how many cells hold each text. `question` tells whether whole numbers may be serial dates. `answer`: what
    a person said to the doubt. `epoch`: the first year of the workbook's serial dates.
    """
    sample = [text for text in islice(counts, _SAMPLE) if blank_kind(text) in _SAYS_SOMETHING]
    as_texts = sum(written_day(text) is not None for text in sample) >= 0.5 * len(sample)
    if not sample or not (as_texts or sum(_plain_number(text) is not None for text in sample) >= 0.5 * len(sample)):
        return None
    filled = {text: n for text, n in counts.items() if blank_kind(text) in _SAYS_SOMETHING}
    if as_texts:
        return _from_texts(counts, filled, answer)
    return _from_numbers(counts, filled, question, _EPOCHS[epoch])


_SAYS_SOMETHING = (None,)


def _from_texts(counts: Mapping[str, int], filled: Mapping[str, int], answer: Order | None) -> Dates | None:
    days = {text: found for text in filled if (found := written_day(text)) is not None}
    if _compact_only(days) and len(days) < 3:  # 20240131 alone may be any number
        return None
    unordered = {text: found for text, found in days.items() if not found.month}
    if years := _years_first(unordered):
        days, unordered = days | years, {}
    order, sure = _order(unordered) if unordered else (None, True)
    order = answer or order if unordered else None
    values = {text: day for text, found in days.items() if (day := _day(found, order)) is not None}
    if not values:
        return None
    doubtful = [text for text, found in unordered.items() if found.first != found.second]
    doubt = order if not sure and answer is None and doubtful else None
    against = [text for text, found in unordered.items() if text in values and _swapped(found, order)]
    extra = seen(NoteCode.MULTIPLE_DATE_ORDERS, against, filled)
    example = max(doubtful, key=lambda text: (filled[text], text)) if doubt else ""
    return _dates(counts, filled, values, extra, order=order, doubt=doubt, example=example)


def _compact_only(days: Mapping[str, Written]) -> bool:
    return all(text.strip().isdigit() for text in days)


def _order(unordered: Mapping[str, Written]) -> tuple[Order, bool]:
    """The order of day and month in all of these cells, and whether it is sure."""
    day_first = sum(found.first > 12 for found in unordered.values())
    month_first = sum(found.second > 12 for found in unordered.values())
    if day_first != month_first:
        return ("day_first" if day_first > month_first else "month_first"), True
    marks = Counter(found.mark for found in unordered.values())
    if marks["."] * 2 > marks.total():  # nobody writes the month first before a point
        return "day_first", True
    spans = {order: _span(unordered, order) for order in _ORDERS}
    shorter = min(_ORDERS, key=lambda order: spans[order])
    clear = len(unordered) >= _STEADY and spans[shorter] * _MUCH_SHORTER < max(spans.values())
    if clear or spans[shorter] * 2 < max(spans.values()):
        return shorter, clear
    twelve_hours = sum(found.twelve_hours for found in unordered.values()) * 2 > len(unordered)
    return ("month_first" if twelve_hours else "day_first"), False


def _years_first(unordered: Mapping[str, Written]) -> dict[str, Written]:
    """The same cells with two digits of the year first, where that alone puts them close together; else none."""
    turned = {text: found for text in unordered if (found := year_before(text)) is not None}
    if len(turned) < _FEWEST or len(turned) < len(unordered):
        return {}
    others = min(_span(unordered, order) for order in _ORDERS)
    return turned if _span(turned, "day_first") * _MUCH_SHORTER < others else {}


_ORDERS: tuple[Order, Order] = ("day_first", "month_first")


def _span(unordered: Mapping[str, Written], order: Order) -> int:
    """Days from the first to the last: a survey is open for weeks, and read in the wrong order for a year."""
    days = [day for found in unordered.values() if (day := _day(found, order))]
    return (max(days) - min(days)).days + 1 if days else 0


def _swapped(found: Written, order: Order | None) -> bool:
    return (found.second > 12) if order == "day_first" else (found.first > 12)


def _day(found: Written, order: Order | None) -> date | None:
    month, day = found.month, found.day
    if not month:
        day, month = (found.first, found.second) if order == "day_first" else (found.second, found.first)
        if month > 12:
            day, month = month, day
    try:
        return date(found.year, month, day)
    except ValueError:
        return None


def _from_numbers(counts: Mapping[str, int], filled: Mapping[str, int], question: str, epoch: date) -> Dates | None:
    """Days from a spreadsheet's serial numbers, or from seconds or milliseconds since 1970."""
    numbers = {text: number for text in filled if (number := _plain_number(text)) is not None}
    if not numbers or sum(filled[t] for t in numbers) < LEAST_SHARE * sum(filled.values()):
        return None
    low, high = min(numbers.values()), max(numbers.values())
    named = bool(_DATE_WORDS.search(question))
    stamped = all(not number.is_integer() and abs(number * 1000 % 1) > 1e-6 for number in islice(numbers.values(), 50))
    if (named and _within(low, high, _SERIAL_DAYS)) or (stamped and _within(low, high, _SERIAL_STAMPS)):
        values = {text: epoch + timedelta(days=int(number)) for text, number in numbers.items()}
        return _dates(counts, filled, values, seen(NoteCode.SERIAL_DATES, values, filled), written="serial")
    for factor in (1, 1_000):
        past = high / factor <= datetime.now(UTC).timestamp()
        steady = factor > 1 and len(numbers) >= _STEADY and high < 1.2 * low and past
        if (named or steady) and _within(low, high, (_SECONDS[0] * factor, _SECONDS[1] * factor)):
            values = {text: datetime.fromtimestamp(n / factor, UTC).date() for text, n in numbers.items()}
            return _dates(counts, filled, values, (), written="clock")
    return None


def _within(low: float, high: float, ends: tuple[int, int]) -> bool:
    return ends[0] <= low and high <= ends[1]


_NUMBER = re.compile(r"\d{5,13}(?:[.,]\d+)?")


def _plain_number(text: str) -> float | None:
    plain = plain_digits(text)
    return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def _dates(
    counts: Mapping[str, int],
    filled: Mapping[str, int],
    values: dict[str, date],
    extra: tuple[Seen, ...],
    *,
    written: Literal["text", "serial", "clock"] = "text",
    order: Order | None = None,
    doubt: Order | None = None,
    example: str = "",
) -> Dates:
    aside = [text for text in counts if blank_kind(text) is Blank.NO_OPINION]
    errors = seen(NoteCode.ERROR_CELLS, [text for text in counts if is_error(text)], counts)
    return Dates(
        values=values,
        share=sum(filled[text] for text in values) / sum(filled.values()),
        first=min(values.values()).isoformat(),
        last=max(values.values()).isoformat(),
        written=written,
        order=order,
        doubt=doubt,
        example=example,
        notes=(*errors, *seen(NoteCode.NO_OPINION, aside, counts), *extra),
    )
