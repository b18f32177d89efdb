"""Codes that are no place on a scale: 9, 99, -9, 88 beyond a gap, and numbers among words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from persona.questionnaire.values.blanks import blank_kind
from persona.questionnaire.values.cells import plain_digits
from persona.questionnaire.values.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONG = (66, 77, 88, 90, *range(95, 100), 666, 777, 888, *range(994, 1000), 7777, 8888, *range(9996, 10_000), 99_999)
# What statistics programs and survey handbooks give to "don't know", "refused" and "not asked".
CONVENTIONAL = frozenset({*range(-9, 1), 6, 7, 8, 9, *_LONG, *(-code for code in _LONG)})
_BEYOND = frozenset({88, *range(97, 100), 888, *range(997, 1000), 8888, *range(9997, 10_000)})
_BELOW = frozenset({-1, -7, -8, -9, *(-code for code in _LONG)})
_MOST_BELOW, _LONGEST_BELOW, _FAR_BELOW = (
    6,
    -100,
    0.05,
)  # how many codes, their size, and the same as a share of amounts
_LONGEST_NINES, _LONGEST_NUMBER = 9_999, 12
_FAR_BEYOND, _LEAST_NUMBERS, _MOSTLY_NUMBERS = 2.5, 4, 0.8
_CLOSE_NUMBERS, _LEAST_GAP, _WIDER = 10, 10, 2
_LONGEST_SCALE = 11
_SHORT_SCALE = 7
_RARE = 0.01
_OFTEN = 0.05
_KINDS_OF_MARKS, _LONGEST_MARK = 2, 4
_FEWEST_PLACES, _MOST_PLACES = 3, 13  # different numbers beside marks, codes for no answer among them
_MOST_MARKED = 0.5  # marks for each number


@dataclass(frozen=True, slots=True)
class NoAnswerCodes:
    """`codes` are no places; of `unsure` ones a person should be asked (they are in `codes` too, as the default)."""

    codes: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()
    low: int | None = None  # of what is left
    high: int | None = None


def codes_outside(
    columns: Sequence[Mapping[int, int]],
    *,
    low: float | None = None,
    high: float | None = None,
    counted: bool = False,
) -> NoAnswerCodes:
    """The codes of a question that stand outside of its scale.

    `columns`: for each column (all items of a battery together), how many cells hold each whole number. `low`, `high`:
    the ends, where words tell them. Without them the scale is the longest run of numbers that most answers use; what
    lies beyond a gap and is a usual code for no answer is none. `counted`: the question asks how many; then small
    numbers beyond a gap are amounts: 7 nights where others stayed up to 4.
    """
    pooled: Counter[int] = Counter()
    for column in columns:
        pooled.update(column)
    if not pooled:
        return NoAnswerCodes()
    if low is not None and high is not None:
        inside = sorted(code for code in pooled if low <= code <= high)
        if inside:
            outside = tuple(sorted(code for code in pooled if not low <= code <= high))
            return NoAnswerCodes(outside, (), int(low), int(high))
    return _by_gaps(pooled, columns, counted=counted)


def codes_among_numbers(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Texts of codes for no answer in a column of quantities: 99, 999, 99999999 far beyond all others, -9 below them.

    Two cells or more must hold it, unless it is a long row of nines that nobody counts by chance.
    """
    return (*_codes_below(counts), *_codes_beyond(counts))


def _codes_below(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Usual codes below zero where nothing else is; others, where all amounts are far from them: -13 of incomes."""
    whole_ones = {text: code for text, n in counts.items() if n > 1 and (code := whole(text)) is not None and code < 0}
    others = [found.value for text in counts if text not in whole_ones and (found := numeral(text)) is not None]
    if len(others) < _LEAST_NUMBERS or min(others) < 0 or len(whole_ones) > _MOST_BELOW:
        return ()
    beyond = -_FAR_BELOW * median(others)
    codes = {text: code for text, code in whole_ones.items() if code in _BELOW or beyond < code > _LONGEST_BELOW}
    return tuple(sorted(codes, key=lambda text: -codes[text])) if len(codes) == len(whole_ones) else ()


def _codes_beyond(counts: Mapping[str, int]) -> tuple[str, ...]:
    numbers = {text: whole for text in counts if (whole := _whole_number(text)) is not None}
    codes = {text for text, n in numbers.items() if n in _BEYOND or (n > _LONGEST_NINES and set(str(n)) == {"9"})}
    if not codes:
        return ()
    rest = [amount.read(decimals=False) for text in counts if text not in codes and (amount := numeral(text))]
    if len(rest) < _LEAST_NUMBERS or len(rest) + len(codes) < len(counts) * _MOSTLY_NUMBERS:
        return ()
    far = _FAR_BEYOND * max(rest)
    found = [t for t in codes if numbers[t] > far and (counts[t] > 1 or numbers[t] > _LONGEST_NINES)]
    if not found and _is_behind_a_gap(min(numbers[t] for t in codes), rest):
        found = list(codes)
    return tuple(sorted(found, key=lambda text: numbers[text]))


def _is_behind_a_gap(code: int, rest: Sequence[float]) -> bool:
    """Whether a code stands far behind numbers that are close to one another: 99 among ages up to 78."""
    ordered = sorted(set(rest))
    if len(ordered) < _CLOSE_NUMBERS or ordered[0] < 0:
        return False
    widest = max(after - before for before, after in pairwise(ordered))
    return code - ordered[-1] >= max(_LEAST_GAP, _WIDER * widest)


def _whole_number(text: str) -> int | None:
    plain = plain_digits(text)
    return int(plain) if plain.isdigit() and len(plain) <= _LONGEST_NUMBER else None


def _by_gaps(pooled: Counter[int], columns: Sequence[Mapping[int, int]], *, counted: bool) -> NoAnswerCodes:
    run = _main_run(pooled)
    first, last = min(run), max(run)
    outside = [code for code in sorted(pooled) if code not in run and code in CONVENTIONAL and code != 0]
    codes = [code for code in outside if not _is_amid(code, pooled, run) and not _is_level(code, pooled, run)]
    codes = [code for code in codes if not (counted and 0 < code < _TWO_DIGITS)]
    unsure = [code for code in codes if _near(code, first, last) or (code in _SELDOM_CODES and len(columns) == 1)]
    if _lonely_zero(pooled, columns, run):
        codes, unsure = [*codes, 0], [*unsure, 0]
    if first == -1 and last > 1:
        codes.append(-1)
    left = [code for code in pooled if code not in codes]
    return NoAnswerCodes(tuple(sorted(codes)), tuple(sorted(unsure)), min(left), max(left))


def _is_amid(code: int, pooled: Counter[int], run: set[int]) -> bool:
    """Whether as many cells hold numbers beyond it that are no codes: then it is one amount of many (4, 5, 8, 15)."""
    if code < max(run):
        return False
    above = sum(times for other, times in pooled.items() if other > code and other not in CONVENTIONAL)
    return above >= pooled[code]


def _is_level(code: int, pooled: Counter[int], run: set[int]) -> bool:
    """Whether numbers that do not follow each other are amounts, this one among them: 99, 149 and 199."""
    amounts = [other for other in pooled if other not in CONVENTIONAL]
    return code > 0 and len(run) == 1 and len(amounts) > 1 and code <= _FAR_BEYOND * max(amounts)


def _near(code: int, first: int, last: int) -> bool:
    """Whether a code might still be a place: one step beyond the others, and of one digit."""
    gap = code - last if code > last else first - code
    return gap < 3 and not code < 0 <= first and not _repeated_digits(code)


def _main_run(pooled: Counter[int]) -> set[int]:
    """The codes that follow each other and hold most answers; one missing number inside does not part them.

    Beyond an unbroken run of three, 7, 8 and 9 stand apart as soon as one number is missing before them.
    """
    runs: list[list[int]] = []
    for code in sorted(pooled):
        gap = code - runs[-1][-1] if runs else 0
        apart = gap == 2 and code in _OFTEN_OUTSIDE and len(runs[-1]) > 2 and _unbroken(runs[-1])
        if runs and gap <= 2 and not apart:
            runs[-1].append(code)
        else:
            runs.append([code])
    _, _, run = max((sum(pooled[code] for code in run), len(run), run) for run in runs)
    return set(run)


_TWO_DIGITS = 10
_SELDOM_CODES = frozenset({6, 7})  # of one digit; a place that few chose, or a slip, is as likely
_OFTEN_OUTSIDE = frozenset({7, 8, 9, 97, 98, 99})


def _unbroken(run: list[int]) -> bool:
    return run[-1] - run[0] == len(run) - 1


def _repeated_digits(code: int) -> bool:
    return abs(code) > 10


def _lonely_zero(pooled: Counter[int], columns: Sequence[Mapping[int, int]], run: set[int]) -> bool:
    """Whether 0 stands apart: the numbers next to it are missing, or hardly anybody gives it and most items lack it."""
    others = [code for code in pooled if code > 0]
    if 0 not in pooled or len(others) < 2 or not 3 < max(others) <= _LONGEST_SCALE:
        return False
    if min(others) > 2:
        return max(run) <= _SHORT_SCALE and pooled[0] >= _OFTEN * pooled.total()
    items_with = sum(bool(column.get(0)) for column in columns)
    return len(columns) > 2 and items_with * 4 <= len(columns) and pooled[0] <= _RARE * pooled.total()


def codes_among_words(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Cells of a column of words that are a usual code for no answer: "-99" among "Never" and "Always"."""
    asked = {text: n for text, n in counts.items() if blank_kind(text) is None}
    codes = [text for text in asked if (code := whole(text)) is not None and _telling(code)]
    words = sum(n for text, n in asked.items() if any(map(str.isalpha, text)))
    numbers = sum(n for text, n in asked.items() if whole(text) is not None and text not in codes)
    return tuple(codes) if codes and words and numbers <= words else ()


def marks_among_numbers(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Short marks of one or two kinds beside the whole numbers of a scale: "X" or "b.d." among 1 to 5."""
    asked = {text: n for text, n in counts.items() if blank_kind(text) is None}
    codes = {text: code for text in asked if (code := whole(text)) is not None}
    marks = tuple(text for text in asked if text not in codes)
    if not marks or len({text.casefold() for text in marks}) > _KINDS_OF_MARKS:
        return ()
    if any(len(text) > _LONGEST_MARK or any(map(str.isdigit, text)) for text in marks):
        return ()
    rest = sum(asked[text] for text in codes)
    few = _FEWEST_PLACES <= len(set(codes.values())) <= _MOST_PLACES
    return marks if few and sum(asked[text] for text in marks) <= _MOST_MARKED * rest else ()


def _telling(code: int) -> bool:
    return code in CONVENTIONAL and (code < 0 or code > 60)


def whole(text: str) -> int | None:
    """The whole number that a cell is ("4", "4.0", "-99"); None where it is none."""
    plain = plain_digits(text)
    bare = plain.removesuffix(".0").removesuffix(",0").removesuffix(".00")
    digits = bare.removeprefix("-").removeprefix("+")
    return int(bare) if digits.isdigit() and digits.isascii() and len(digits) < 9 else None


def whole_counts(counts: Mapping[str, int]) -> dict[int, int] | None:
    """How many cells hold each whole number; None where some answer is none."""
    found: Counter[int] = Counter()
    for text, n in counts.items():
        if blank_kind(text) is not None:
            continue
        if (code := whole(text)) is None:
            return None
        found[code] += n
    return dict(found) or None
