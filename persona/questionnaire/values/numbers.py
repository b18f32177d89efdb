"""Numbers of a column: one decision from all its values on how decimals and thousands are parted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from math import log10
from statistics import pstdev
from typing import TYPE_CHECKING, Literal

from persona.questionnaire.codes import NoteCode
from persona.questionnaire.values.ages import sort_ages
from persona.questionnaire.values.blanks import Blank, blank_kind
from persona.questionnaire.values.cells import is_error, plain_digits
from persona.questionnaire.values.code_lists import is_code_list
from persona.questionnaire.values.numerals import LONG_NUMBER, Mark, Numeral, is_range, numeral, out_of
from persona.questionnaire.values.seen import Seen, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Decimals = Literal["decimal", "thousands"]
"""What an unclear mark parts, in the words of the doubt about it."""
NotNumbers = Literal["ranges", "codes", "ids", "labels", "ticks"]

LEAST_SHARE = 0.8  # of the answers; below it a column holds words with some numbers among them
_SAMPLE = 500  # distinct cells looked at before a column is given up as text
_ROUND = 0.3  # share of "1,200" among "1,234" from which they are round thousands
_FAR = 50  # times the median: a number beyond that is told
_OFTEN = 0.02
_FEW_LABELS = 12
_LEAST_EXACT, _EXACT_TO_RANGES = 5, 3  # different numbers beside few ranges: people wrote both, nobody offered a list


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column read as numbers: values by cell text, and what was seen. Cells that cannot be right have no value."""

    values: Mapping[str, float]
    share: float  # of the cells that say something
    minimum: float
    median: float
    maximum: float
    whole: bool  # no value has decimals
    mark: Mark | None = None  # the decimal mark, where one is used
    of: float | None = None  # the maximum in "17/20"
    unit: str = ""
    reason: NotNumbers | None = None  # why these digits are no quantities
    doubt: Decimals | None = None  # the default, where the column cannot tell what its mark parts
    example: str = ""  # a cell that shows the doubt
    guessed: bool = False  # only that measures have such digits tells the mark; other columns tell it better
    notes: tuple[Seen, ...] = ()

    @property
    def is_number(self) -> bool:
        return self.reason is None and self.share >= LEAST_SHARE


def read_numbers(
    counts: Mapping[str, int],
    question: str = "",
    *,
    answer: Decimals | None = None,
    file_mark: Mark | None = None,
    habit: Mark | None = None,
) -> Numbers | None:
    """The numbers of a column; None where hardly any cell is one.

    `counts`: how many cells hold each text. `question` tells ages. `answer`: what a person said to the doubt.
    `file_mark`: the decimal mark of the file's other columns (`common_mark`), for a column that cannot tell. `habit`:
    the decimal mark of programs that write such files, where no column tells it; a person is asked.
    """
    if _is_text(counts):
        return None
    filled = {text: count for text, count in counts.items() if blank_kind(text) in _SAYS_SOMETHING}
    numerals = {text: found for text in filled if (found := numeral(text)) is not None}
    parts = {text: part for text in filled if (part := out_of(text)) is not None}
    whole = _common_whole(parts, filled)
    decided = _decide(numerals, filled, answer, file_mark, habit)
    decimals = decided.decimals
    values = {text: found.read(decimals[found.unclear] if found.unclear else True) for text, found in numerals.items()}
    values |= {text: part for text, (part, of) in parts.items() if of == whole}
    return _result(counts, filled, numerals, values, _Reading(question, whole, decided)) if values else None


def common_mark(columns: Iterable[Numbers]) -> Mark | None:
    """The decimal mark that most number columns of a file are sure of."""
    marks = Counter(column.mark for column in columns if column.mark and not column.doubt and not column.guessed)
    return marks.most_common(1)[0][0] if marks else None


_SAYS_SOMETHING = (None,)  # "Don't know" is an answer, and says nothing of whether the others are numbers


@dataclass(frozen=True, slots=True)
class _Decided:
    """Whether each unclear mark parts decimals, and the doubt where the column itself cannot tell."""

    decimals: Mapping[Mark, bool]
    doubt: tuple[Decimals, str] | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    question: str
    of: float | None
    decided: _Decided


def _result(
    counts: Mapping[str, int],
    filled: Mapping[str, int],
    numerals: Mapping[str, Numeral],
    values: dict[str, float],
    reading: _Reading,
) -> Numbers:
    answered = sum(filled.values())
    ranges = [text for text in filled if text not in values and is_range(text)]
    unit, other_units = _units({text: numerals[text] for text in values if text in numerals}, filled)
    reason = _why_not(values, numerals, filled, ranges, reading.question)
    ages = sort_ages(values, filled, reading.question)
    odd = {*ages.birth_years, *ages.impossible, *(other_units if reason is None else ())}
    share = sum(filled[text] for text in values if text not in other_units) / answered
    kept = {text: value for text, value in values.items() if text not in odd} or values
    low, middle, high = _spread(kept, filled)
    notes = (
        *seen(NoteCode.ERROR_CELLS, [text for text in counts if is_error(text)], counts),
        *seen(NoteCode.RANGES, ranges, filled),
        *seen(NoteCode.LONG_NUMBERS, [text for text in values if _is_long(text)], filled),
        *seen(NoteCode.MIXED_UNITS, other_units, filled),
        *seen(NoteCode.BIRTH_YEARS, ages.birth_years, filled),
        *seen(NoteCode.OUTLIERS, [*ages.impossible, *_far_away(kept, middle)], filled),
        *seen(NoteCode.NO_OPINION, [t for t in counts if blank_kind(t) is Blank.NO_OPINION], counts),
        *seen(NoteCode.NOT_A_NUMBER, [text for text in filled if text not in values and text not in ranges], filled),
    )
    default, example = reading.decided.doubt or (None, "")
    return Numbers(
        values=kept,
        share=share,
        minimum=low,
        median=middle,
        maximum=high,
        whole=all(value.is_integer() for value in kept.values()),
        mark=_used_mark(kept, numerals, reading.decided.decimals),
        of=reading.of,
        unit=unit,
        reason=reason,
        doubt=default,
        example=example,
        guessed=reading.decided.guessed,
        notes=notes,
    )


def _used_mark(kept: Mapping[str, float], numerals: Mapping[str, Numeral], decided: Mapping[Mark, bool]) -> Mark | None:
    """The mark that parts decimals in most of the values that have them."""
    marks: Counter[Mark] = Counter()
    for found in (numerals[text] for text in kept if text in numerals):
        if mark := found.decimals or (found.unclear if found.unclear and decided[found.unclear] else None):
            marks[mark] += 1
    return marks.most_common(1)[0][0] if marks else None


def _is_text(counts: Mapping[str, int]) -> bool:
    """Whether a look at the first distinct cells finds hardly any number."""
    sample = [text for text in islice(counts, _SAMPLE) if blank_kind(text) in _SAYS_SOMETHING]
    return not sample or sum(
        numeral(t) is not None or out_of(t) is not None or is_range(t) for t in sample
    ) < 0.3 * len(sample)


def _common_whole(parts: Mapping[str, tuple[float, float]], filled: Mapping[str, int]) -> float | None:
    """The one maximum of all "17/20"; None where they differ, as in dates and true fractions."""
    wholes: Counter[float] = Counter()
    for text, (_, whole) in parts.items():
        wholes[whole] += filled[text]
    if not wholes:
        return None
    whole, count = wholes.most_common(1)[0]
    return whole if count >= 0.95 * wholes.total() and count >= 0.5 * sum(filled.values()) else None


def _decide(
    numerals: Mapping[str, Numeral],
    filled: Mapping[str, int],
    answer: Decimals | None,
    file_mark: Mark | None,
    habit: Mark | None,
) -> _Decided:
    decided: dict[Mark, bool] = {}
    doubt: tuple[Decimals, str] | None = None
    guessed = False
    for mark in _MARKS:
        unclear = {text: found for text, found in numerals.items() if found.unclear == mark}
        if not unclear:
            continue
        verdict = answer == "decimal" if answer else _verdict(mark, unclear, numerals, file_mark)
        if verdict is None and mark == "." and mark == (habit or mark) and len(unclear) >= _MANY:
            # Three digits after a point that seldom end in 0, in many values, were measured and not counted.
            verdict = guessed = True
        if verdict is None:
            verdict = mark == "." == (habit or mark)
            doubt = ("decimal" if verdict else "thousands", max(unclear, key=lambda text: (filled[text], text)))
        decided[mark] = verdict
    return _Decided(decided, doubt, guessed)


_MANY = 10
_MARKS: tuple[Mark, Mark] = (".", ",")
_MONEY = frozenset(["$", "€", "£", "¥", "₹", "eur", "usd", "gbp", "chf", "euro", "dollar", "dollars"]) | frozenset(
    "円元원₩"
)


def _verdict(
    mark: Mark, unclear: Mapping[str, Numeral], numerals: Mapping[str, Numeral], file_mark: Mark | None
) -> bool | None:
    """Whether `mark` parts decimals, by: other numbers of the column, round endings, the other columns of the file."""
    decimals = sum(found.decimals == mark for found in numerals.values())
    thousands = sum(found.thousands == mark for found in numerals.values())
    other = sum(found.decimals is not None and found.decimals != mark for found in numerals.values())
    if decimals or thousands or other:
        return decimals > thousands + other
    plain = [found.value for found in numerals.values() if not found.unclear and found.value > 0]
    if (by_size := _nearer(plain, [found.value for found in unclear.values()])) is not None:
        return by_size
    if all(found.unit in _MONEY for found in unclear.values()):
        return False  # nobody writes three decimals of money
    round_ones = sum(found.digits.endswith("0") for found in unclear.values())
    hundreds = all(found.digits.endswith("00") for found in unclear.values())
    if (len(unclear) >= 5 and round_ones >= _ROUND * len(unclear)) or (len(unclear) > 1 and hundreds):
        return False
    return file_mark == mark if file_mark else None


def _nearer(plain: list[float], unclear: list[float]) -> bool | None:
    """Which reading lies nearer to the numbers without a mark: 850 beside 1,200 means thousands, 3 beside 2.515 not."""
    if len(plain) < 2 or not all(value > 0 for value in unclear):
        return None
    as_decimals, as_thousands = (
        pstdev([log10(value) for value in [*plain, *(factor * value for value in unclear)]]) for factor in (1, 1000)
    )
    return None if abs(as_decimals - as_thousands) < 0.15 else as_decimals < as_thousands


def _units(numerals: Mapping[str, Numeral], filled: Mapping[str, int]) -> tuple[str, list[str]]:
    """The commonest unit, and the cells that carry another one (a bare number counts as the commonest)."""
    units: Counter[str] = Counter()
    for text, found in numerals.items():
        units[found.unit] += filled[text]
    units.pop("", None)
    if not units:
        return "", []
    commonest = units.most_common(1)[0][0]
    return commonest, [text for text, found in numerals.items() if not same_unit(found.unit, commonest)]


def same_unit(unit: str, other: str) -> bool:
    """ "hour" and "hours", "Jahr" and "Jahren", "min" and "minutes", "год" and "лет" are one unit, and so is none."""
    if not unit or unit == other or (min(len(unit), len(other)) > 2 and unit[:3] == other[:3]):
        return True
    return any(unit in words and other in words for words in _ONE_UNIT)


_ONE_UNIT = tuple(
    frozenset(words.split())
    for words in (
        "y yr yrs year years",
        "год года лет",
        "rok lata lat roky let",
        "kg kgs kilo kilos",
        "h hr hrs hour hours std stunde stunden",
        "€ eur euro euros",
        "$ us$ usd dollar dollars",
        "£ gbp pounds",
        "¥ jpy 円 yen",
        "₽ rub руб р рублей",
        "zł pln",
        "₩ 원 krw",
    )
)


def _why_not(
    values: Mapping[str, float],
    numerals: Mapping[str, Numeral],
    filled: Mapping[str, int],
    ranges: list[str],
    question: str,
) -> NotNumbers | None:
    """Why a column of digits holds no quantities: ticked codes, ladders of ranges, codes with zeros, ids, labels."""
    if is_code_list(filled, question):
        return "ticks"
    cells = sum(filled[text] for text in values)
    in_ranges = sum(filled[text] for text in ranges)
    often = in_ranges >= 0.1 * (cells + in_ranges) or (len(ranges) > 1 and len(filled) <= 12)
    exact = len(set(values.values()))
    if ranges and often and (in_ranges > cells or exact < max(_LEAST_EXACT, _EXACT_TO_RANGES * len(ranges))):
        return "ranges"
    digits = [(text, found.digits) for text, found in numerals.items() if found.digits]
    zeros = [text for text, written in digits if len(written) > 1 and written.isdigit() and written[0] == "0"]
    if len(zeros) > 1 and sum(filled[text] for text in zeros) >= _OFTEN * cells:
        return "codes"
    if sum(filled[text] for text in values if _is_long(text)) > cells / 2:
        return "ids"
    if _CODE_WORDS.search(question.replace("_", " ")) and all(len(written) > 3 for _, written in digits):
        return "codes"
    units = {found.unit for found in numerals.values() if found.unit}
    points = {found.value for found in numerals.values() if found.unit}
    few = len(filled) <= _FEW_LABELS or len(filled) <= cells / 2  # else each row has a code of its own: "1047EA"
    if (
        few
        and len(units) >= 3
        and len(units) >= 0.6 * sum(bool(found.unit) for found in numerals.values())
        and len(points) > 2
    ):
        return "labels"
    return None


_CODE_WORDS = re.compile(
    r"(?<![^\W_])(?:zip(?:\s?codes?)?|post(?:al)?\s?codes?|postleitzahl|plz|code\spostal|código\spostal|cep|cap|postcodes?|postnummer"
    r"|(?:tele)?phone|mobile|telefon\w*|handy\w*|tel|téléphone|teléfono|telefono|fax|iban|account(?:\s(?:no|number))?|kundennummer"
    r"|customer\s(?:no|number|id)|order\s(?:no|number|id)|matrikelnummer)(?![^\W_])|郵便番号|邮编|電話|电话",
    re.IGNORECASE,
)


def _is_long(text: str) -> bool:
    """Whether a spreadsheet would have lost some of its digits, or has lost them: "4.2E+15"."""
    digits = plain_digits(text).removesuffix(".0")
    return (digits.isdigit() and len(digits) >= LONG_NUMBER) or "e+1" in digits.casefold()


def _spread(values: Mapping[str, float], filled: Mapping[str, int]) -> tuple[float, float, float]:
    """Smallest, median and largest value, each cell counted."""
    ordered = sorted((value, filled[text]) for text, value in values.items())
    half, reached = sum(count for _, count in ordered) / 2, 0
    for at, (value, count) in enumerate(ordered):
        reached += count
        if reached > half:
            return ordered[0][0], value, ordered[-1][0]
        if reached == half:
            return ordered[0][0], (value + ordered[at + 1][0]) / 2, ordered[-1][0]
    raise AssertionError("a column of numbers holds a number")  # pragma: no cover


def _far_away(values: Mapping[str, float], middle: float) -> list[str]:
    """Values that a typing error may have made; they are told and stay, for incomes and counts do have long tails."""
    return [text for text, value in values.items() if middle > 0 and value > _FAR * middle]
