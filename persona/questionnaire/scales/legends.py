"""Legends: codes that the words above a column name, thing by thing ("1=Lotos 2=Wisła 97=other")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from persona.questionnaire.scales.anchors import find_anchors
from persona.questionnaire.scales.direction import find_direction
from persona.questionnaire.scales.no_answer import CONVENTIONAL, whole
from persona.questionnaire.scales.words import WordScale, order_words
from persona.questionnaire.values.blanks import blank_kind
from persona.questionnaire.values.cells import plain_digits, shown, spelling_key
from persona.reading.yes_no import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_NUMBER, _LETTER = r"-?\d{1,4}", r"[^\W\d_]{1,2}"
_START = r"(?<![\w.=<>-])(?<!\d,)"
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_BETWEEN = " ,;/|、،؛·•\n\t-–—"
# How a code and its words are joined, the clearest way first; the looser ones count in brackets and after the question.
_CLEAR = ("=", "→|->|=>")
_LOOSE = (":", r"\)", r"\|", r"[.、]", r"\s[-–—]\s|[-–—]", rf"(?={_CJK})", r"\s(?=[^\W\d_])")
_LISTED = re.compile(r"^[^\d?]+\s[01][.)、]\s?[^\d?]+\s[12][.)、][^?]+$")  # "Gender 1. male 2. female"
_LABEL_FIRST = re.compile(r"(?P<label>[^=:(]{1,80}?)\s*(?:=|:|\(|\s[-–—])\s*(?P<code>-?\d{1,4})\s*\)?")
_LABELS_FIRST = re.compile(r"(?P<label>[^\W\d_][^=\d]{0,79}?)\s*=\s*(?P<code>-?\d{1,4})(?![\w=])[\s,;/|、]*")
_ALONE = re.compile(rf"[(\[,;]\s*(?P<code>{_NUMBER})\s*[=:–-]\s*(?P<label>[^()\[\],;=]{{2,60}}?)\s*(?=[)\],;])")
_PIECES = re.compile(r"\s*[,;/|、،؛\n]\s*")
_BRACKETS = {"(": ")", "（": "）", "[": "]", "{": "}", "【": "】", "「": "」", "〔": "〕", "『": "』"}
_CIRCLED = {chr(0x2460 + at): f" {at + 1}=" for at in range(20)}
_LONGEST_TEXT, _LONGEST_LABEL = 4_000, 120
_NAMED = 0.9  # share of the cells whose code is named; the rest are gaps and codes for no answer
_MOST_PLACES = 11


@lru_cache(maxsize=4_096)
def find_legend(text: str) -> Mapping[str, str]:
    """What the text says that codes mean, by code, in its order; nothing where it names fewer than two.

    >>> find_legend("Shop (1=Lotos, 2=Wisła, 97=other)")
    {'1': 'Lotos', '2': 'Wisła', '97': 'other'}
    """
    if len(text) > _LONGEST_TEXT or not any(map(str.isalnum, text)):
        return {}
    for circled, plain in _CIRCLED.items():
        text = text.replace(circled, plain) if not text.isascii() else text
    text = plain_digits(shown(text))
    for segment, is_apart in _segments(text):
        signs = (*_CLEAR, *_LOOSE) if is_apart else _CLEAR
        for sign in signs:
            if found := _code_first(segment, sign):
                return found
        if found := _label_first(segment, is_apart=is_apart):
            return found
    return {}


def name_codes(text: str, counts: Mapping[str, int]) -> dict[str, str]:
    """What each cell means that is a code of the legend in the text; nothing where the legend does not fit the column.

    `counts`: how many cells hold each text. A legend fits where it names the codes of nearly all cells, usual codes for
    no answer aside.
    """
    if not any(map(str.isdigit, text)) and "=" not in text:
        return {}
    legend = find_legend(text)
    if not legend or len(counts) > 3 * len(legend) + _MOST_PLACES:
        return {}
    folded = {code.casefold(): label for code, label in legend.items()}
    named = {cell: folded[code] for cell in counts if (code := _code(cell)) in folded}
    asked = {cell: n for cell, n in counts.items() if cell in named or whole(cell) not in CONVENTIONAL}
    told = sum(n for cell, n in asked.items() if cell in named)
    return named if told and told >= _NAMED * sum(asked.values()) else {}


@lru_cache(maxsize=20_000)
def without_legend(text: str) -> str:
    """What stands above a column besides its legend.

    >>> without_legend("Shop (1=Lotos, 2=Wisła)"), without_legend("Sex: 1 = male, 2 = female"), without_legend("Age")
    ('Shop', 'Sex', 'Age')
    """
    if not any(map(str.isdigit, text)) or not (legend := find_legend(text)):
        return text
    inside = next((inner for inner in _bracketed(text) if find_legend(inner) == legend), None)
    first = min((at for code in legend if (at := text.find(code)) >= 0), default=len(text))
    rest = (
        text[:first] if inside is None else text.replace(inside, "", 1).replace(f"{text[text.find(inside) - 1]}", " ")
    )
    bare = rest.strip(" :-–—(（[{【「)）]}】」")
    return " ".join(bare.split()) or text


@lru_cache(maxsize=20_000)
def named_blanks(text: str) -> frozenset[int]:
    """Codes that the text says are no answer: the 98 and 99 of "Age (98 = refused, 99 = don't know)".

    >>> sorted(named_blanks("Age (98 = refused, 99 = don't know)")), sorted(named_blanks("Age (in years)"))
    ([98, 99], [])
    """
    if not any(map(str.isdigit, text)):
        return frozenset()
    text = plain_digits(shown(text))
    found = find_legend(text) or {match["code"]: match["label"].strip(_BETWEEN) for match in _ALONE.finditer(text)}
    return frozenset(int(code) for code, label in found.items() if _is_blank(code, label))


def _is_blank(code: str, label: str) -> bool:
    return code.lstrip("-").isdigit() and blank_kind(label) is not None


def names_kinds(text: str, counts: Mapping[str, int]) -> bool:
    """Whether a legend names the codes of a column as things that have no order: brands, not degrees."""
    return bool(name_codes(text, counts)) and find_anchors(text) is None


def order_codes(text: str, counts: Mapping[str, int]) -> tuple[WordScale, dict[str, float]] | None:
    """The scale that the words of a legend make, with the place of each cell; None where they are no steps.

    Where the numbers are themselves points of a scale whose ends are told ("1 = bad … 5 = good") they stay numbers.
    """
    named = name_codes(text, counts)
    if not named or _tells_points(text):
        return None
    labels = dict.fromkeys(find_legend(text).values(), 0)
    for cell, label in named.items():
        labels[label] += counts[cell]
    sides = {label: n for label, n in labels.items() if blank_kind(label) is None}
    found = None if names_yes_and_no(sides) else order_words(sides, without_legend(text))
    if found is None:
        return None
    return found, {cell: float(found.places[label]) for cell, label in named.items() if label in found.places}


def names_yes_and_no(labels: Iterable[str]) -> bool:
    """Whether one label is a yes and one a no: an answer, and no point of a scale."""
    folded = {spelling_key(label) for label in labels}
    return bool(folded & YES) and bool(folded & NO)


def _tells_points(text: str) -> bool:
    """Whether numbers are points of a scale whose direction its words tell."""
    anchors = find_anchors(text)
    return anchors is not None and find_direction(anchors, text, anchors.high).higher_is is not None


def _code(cell: str) -> str:
    number = whole(cell)
    return cell.strip().casefold() if number is None else str(number)


def _segments(text: str) -> Iterator[tuple[str, bool]]:
    """Where a legend may stand: in brackets, after the question, anywhere; with whether nothing else stands there."""
    yield from ((inner, True) for inner in _bracketed(text))
    for mark in re.finditer(r"[?:]\s*(?=\S)|\s[-–—]\s", text):
        yield text[mark.end() :], True
    yield text, bool(_LISTED.search(text))


def _bracketed(text: str) -> Iterator[str]:
    """What stands in outermost brackets; a bracket inside belongs to a label."""
    start, opened = 0, ""
    depth = 0
    for at, letter in enumerate(text):
        if not depth and letter in _BRACKETS:
            start, opened, depth = at + 1, letter, 1
        elif depth and letter == opened:
            depth += 1
        elif depth and letter == _BRACKETS[opened]:
            depth -= 1
            if not depth:
                yield text[start:at]


def _code_first(segment: str, sign: str) -> dict[str, str]:
    clear = sign in _CLEAR
    code = rf"{_NUMBER}|{_LETTER}" if clear else _NUMBER
    marks = list(re.finditer(rf"{_START}(?P<code>{code})\s*(?:{sign})\s*", segment))
    if len(marks) < 2:
        return {}
    ends = [*(mark.start() for mark in marks[1:]), len(segment)]
    pairs = [(mark["code"], segment[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    if sign == _LOOSE[-1] and not all(label.rstrip(" ").endswith(tuple(",;/|、\n")) for _, label in pairs[:-1]):
        return {}
    return _checked(pairs, in_order=not clear)


def _label_first(segment: str, *, is_apart: bool) -> dict[str, str]:
    """ "kobieta=1, mężczyzna=2", "Male (1) / Female (2)"."""
    pieces = [piece for piece in _PIECES.split(segment) if piece] if is_apart else []
    found = [_LABEL_FIRST.fullmatch(piece) for piece in pieces]
    if not found or not all(found):
        found = list(_LABELS_FIRST.finditer(segment))
    pairs = [(match["code"], match["label"]) for match in found if match]
    return _checked(pairs, in_order=False)


def _checked(pairs: list[tuple[str, str]], *, in_order: bool) -> dict[str, str]:
    """The pairs where they are a legend: each code and each label once, words beside numbers, codes that rise."""
    legend = {code: " ".join(label.strip(_BETWEEN).rstrip(".").split()) for code, label in pairs}
    labels = {label.casefold() for label in legend.values()}
    if not 2 <= len(legend) == len(pairs) == len(labels) or max(map(len, labels)) > _LONGEST_LABEL or "" in labels:
        return {}
    numbers = [int(code) for code in legend if code.lstrip("-").isdigit()]
    if len(numbers) < len(legend):
        lettered = not numbers and all(any(map(str.isalpha, label)) and len(label) > 1 for label in labels)
        return legend if lettered else {}
    if not in_order:
        return legend
    worded = all(any(map(str.isalpha, label)) and not label[:1].isdigit() for label in labels)
    return legend if worded and numbers == sorted(numbers) and numbers[0] <= 1 else {}
