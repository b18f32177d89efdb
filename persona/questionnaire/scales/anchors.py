"""Anchors: what a question or its answers say of the numbers of a scale ("1 = never", "0 = cannot say")."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from persona.questionnaire.scales.places import place
from persona.questionnaire.values.blanks import blank_kind
from persona.questionnaire.values.cells import plain_digits, shown
from persona.reading.asking import is_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LABEL = r"[“”\"'„«‘’]?\s*(?P<label>[^\W\d_][^\d;、|()\[\]“”\"„«»\n]{0,58}?)"
_END = (
    r"(?=\s*(?:[,、;.|)\]“”\"»…/\n]|$|\s-?\d+\s*[=:(–-]"
    r"|\s(?:and|to|und|bis|et|à|y|a|e|ed|en|tot|through|up\sto|or)\s+[\"“(]?-?\d|\s*[-–—>→.]{1,3}\s*-?\d))"
)
_NUMBER = r"(?<![\w./-])(?<!\d,)(?P<code>-?\d{1,3})(?![\w/]|[.,]\d)"
_IS = (
    r"(?:=|:|–|—|-|being|is|are|means?|meaning|stands\sfor|for|as|bedeutet|heißt|für|steht\sfür|ist|est|signifie|pour|es"
    r"|significa|para|é|è|vuol\sdire|betekent|betyder|oznacza|to|znamená|означает|это|تعني|يعني|は|が|為|是)"
)
_CODE_FIRST = re.compile(rf"{_NUMBER}\s*{_IS}\s*(?:the\s)?{_LABEL}{_END}", re.IGNORECASE)
_CODE_BRACKET = re.compile(
    rf"{_NUMBER}\s*[(\[（“\"«„]\s*(?P<label>[^\W\d_][^()\[\]（）\d]{{0,58}})[)\]）”\"»]", re.IGNORECASE
)
_LABEL_FIRST = re.compile(
    r"(?:^|[,;:(\[/\n]|\bfrom\b|\bto\b|\bvon\b|\bbis\b|\bde\b|\bà\b|\bda\b|\ba\b)\s*"
    r"(?P<label>[^\W\d_][^\d;,:()\[\]\n=]{1,48}?)\s*(?:=|\(|\[)\s*(?P<code>-?\d{1,3})\s*(?:[)\]]|(?=[,;\n.]|$))",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?<![\w.,/$€£-])(?P<low>-?\d{1,2})\s*(?:-|–|—|to|bis|à|a|al|até|ate|hasta|tot(?:\sen\smet)?|till|til|do|до|through"
    r"|～|〜|~|から|到|至|إلى|الى|עד|से|ถึง|에서|\.\.+|…)\s*(?P<high>\d{1,3})(?:(?=\s?[点點分점까段階级級])|(?![\w/%]|[.,]\d))",
    re.IGNORECASE,
)
# "(out of 10)", "滿分10分", "10点満点": the most points that can be given; the fewest are not told.
_MOST = re.compile(
    r"(?:out\sof|满分|滿分|満点|만점|von\s(?:max(?:imal|\.)?\s|insgesamt\s)?|max(?:imum|imal|\.)?|sur|su|из|z|ze|van|av|af"
    r"|sobre|de\sun\smáximo\sde|من\sأصل|مِن|מתוך|में\sसे|เต็ม)\s*[:：]?\s*(?P<top>\d{1,2})(?![\d.,]\d)",
    re.IGNORECASE,
)
_MOST_LAST = re.compile(r"(?<![\d.,])(?P<top>\d{1,2})\s?(?:点満点|分满分|分滿分|分制|점\s?만점|点中|점제)")
_CLEAR_MOST = re.compile(r"out\sof|满分|滿分|満点|만점|من\sأصل|מתוך", re.IGNORECASE)
_TOPS = frozenset({5, 6, 7, 10, 20})
# "(1 very bad - 10 very good)" and "(very bad 1 - 10 very good)": the words stand beside the ends of a stretch.
_END_LABEL = r"[^\W\d_][^\d()\[\]=:;\n]{0,40}?"
_DASH = r"\s*(?:[-–—/,…>→]+|\.\.+|\s(?:to|bis|à|a|tot|till|til|do|до)\s)\s*"
_BEGINS, _STOPS = r"(?:[(\[（]|[?:.!？：]\s)\s*", r"\s*(?:[)\]）]|\.?$)"
_ENDS = (
    re.compile(
        rf"{_BEGINS}(?P<low>\d)\s+(?P<first>{_END_LABEL}){_DASH}(?P<high>\d{{1,3}})\s+(?P<last>{_END_LABEL}){_STOPS}"
    ),
    re.compile(
        rf"[(\[（]\s*(?P<first>{_END_LABEL})\s+(?P<low>\d){_DASH}(?P<high>\d{{1,3}})\s+(?P<last>{_END_LABEL})\s*[)\]）]"
    ),
)
_SCALE_WORD = re.compile(
    r"scale|rat(?:e|ing)|score|points?|stars?|skala|bewert|punkt|noten?|sterne|échelle|note[rz]?|étoile"
    r"|escala|puntú|califi"
    r"|valor|nota|scala|valut|voto|punteggio|schaal|cijfer|beoordeel|skalan|betyg|karakter|vurder|bedøm"
    r"|oce[nń]|оцен|шкал|балл|ohodno|hodnoť|stupnic|známk|puan|ölçe|asteik|arvio|段階|評価|点|点数|打分|评分",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?<!\w)(?:from|between|von|zwischen|de|del|من|entre|da|van|desde|tussen|från|fra|od|от|בין|מ-?)$", re.IGNORECASE
)
_NOT_APPLICABLE = re.compile(r"(?<!\w)n\.?/a\.?(?!\w)", re.IGNORECASE)
_UNIT = re.compile(  # "1점 = …", "5 points: …": what a number counts, before what it means
    r"(?<=\d)\s?(?:[점点點分级級]|points?|pts?\.?|punkte?n?|punti|puntos?|pontos?|pkt\.?|poäng|балл(?:а|ов)?|stars?|sterne?|étoiles?)"
    r"(?=\s*(?:=|:|は|是|(?<=\s)[-–—](?=\s))\s*[^\W\d_])",
    re.IGNORECASE,
)
_GLUE, _LONGEST_SUFFIX = frozenset("-'’:"), 4
_LOWEST, _HIGHEST, _MOST_CODES = (-10, 1), (2, 100), 101


@dataclass(frozen=True, slots=True)
class Anchors:
    """What is said of the numbers: `labels` of points that have words, `no_answer` for codes that are no place."""

    low: float | None = None
    high: float | None = None
    labels: Mapping[float, str] = field(default_factory=dict)
    no_answer: Mapping[float, str] = field(default_factory=dict)

    @property
    def low_label(self) -> str | None:
        return None if self.low is None else self.labels.get(self.low)

    @property
    def high_label(self) -> str | None:
        return None if self.high is None else self.labels.get(self.high)


def find_anchors(text: str) -> Anchors | None:
    """The scale that a question's text describes; None where it describes none.

    `text`: the question, with its item and instruction where there are any. "(1-5, 0 = cannot say)" gives low 1, high 5
    and the code 0 for no answer.
    """
    text = _UNIT.sub("", _NOT_APPLICABLE.sub("not applicable", plain_digits(shown(text))))
    stretch = _stretch(text)
    said = _said(text)
    labels = {code: label for code, label in said.items() if blank_kind(label) is None}
    no_answer = {code: label for code, label in said.items() if code not in labels}
    if len(labels) < 2 and stretch is None:
        top = _top(text)
        return None if top is None else Anchors(None, top, labels, no_answer)
    low, high = stretch or (min(labels), max(labels))
    if labels and stretch and not (low <= min(labels) and max(labels) <= high):
        low, high = min(low, *labels), max(high, *labels)
    if not is_plausible(low, high) or (len(labels) > 2 and not stretch and _names_things(labels)):
        return None
    return Anchors(low, high, labels, no_answer)


def common_anchors(titles: Iterable[str]) -> Anchors | None:
    """The one scale whose two ends the lines above a table name; None where they name none, or several."""
    found = [anchors for title in titles if (anchors := find_anchors(title)) and anchors.low_label]
    ends = {(anchors.low, anchors.high) for anchors in found if anchors.high_label}
    return next(anchors for anchors in found if anchors.high_label) if len(ends) == 1 else None


def read_value_labels(labels: Mapping[float, str]) -> Anchors | None:
    """The scale in the value labels of a statistics file or a code book; None where they name things, not places."""
    places = {code: label for code, label in labels.items() if blank_kind(label) is None and code >= 0}
    aside = {code: label for code, label in labels.items() if code not in places}
    graded = {code: label for code, label in places.items() if place(label).graded}
    if len(places) < 2 or len(graded) < 2 or (len(places) > 2 and _names_things(places)):
        return None
    return Anchors(min(places), max(places), places, aside)


def find_anchored_values(counts: Mapping[str, int]) -> tuple[Anchors, dict[str, float]] | None:
    """The scale of answers that carry their number, and the number of each; None where they are none.

    "1: never", "2", "3: several times a month", "5: every day"; "No trust at all - 1" … "Complete trust - 7".
    """
    if len(counts) > 2 * _MOST_CODES:
        return None
    asked = {text: n for text, n in counts.items() if blank_kind(text) is None}
    values: dict[str, float] = {}
    labels: dict[float, str] = {}
    for text in asked:
        if (found := _value_and_label(text)) is None:
            continue
        values[text], label = found
        if label:
            labels[found[0]] = label
    inside = sum(asked[text] for text in values)
    if not labels or len(set(values.values())) < 3 or inside < 0.95 * sum(asked.values()):
        return None
    codes = {code for code in values.values() if code >= 0} or set(values.values())
    if len(codes) > 2 and len(labels) == len(codes) > 2 and _names_things(labels):
        return None
    aside = {code: labels.get(code, "") for code in set(values.values()) - codes}
    places = {code: label for code, label in labels.items() if code in codes}
    anchors = Anchors(min(codes), max(codes), places, aside)
    return anchors, {text: code for text, code in values.items() if code in codes}


_TWO = re.compile(r"\d+\s+\D{1,5}\s+\d+")  # "7 a 9": two numbers, and no words for one
_BARE = re.compile(r"-?\d{1,3}(?:[.,]0+)?")
_VALUE_FIRST = re.compile(
    r"[(\[]?(?P<code>-?\d{1,3})[)\]]?\s*(?:[-–—:=.)|]+\s*|\s+"
    r"|(?=[(\[]))[(\[“\"]?(?P<label>[^\W\d_][^\n]{0,118}?)[)\]”\"]?"
)
_VALUE_LAST = re.compile(r"(?P<label>[^\W\d_][^\n\d]{0,118}?)\s*(?:[-–—:=|]\s*|\s)[(\[]?(?P<code>-?\d{1,3})[)\]]?")


def _value_and_label(text: str) -> tuple[float, str] | None:
    plain = plain_digits(text)
    if _BARE.fullmatch(plain):
        return float(plain.replace(",", ".")), ""
    if (match := _VALUE_FIRST.fullmatch(plain) or _VALUE_LAST.fullmatch(plain)) and not _TWO.fullmatch(plain):
        return float(match["code"]), match["label"].strip()
    return None


def _stretch(text: str) -> tuple[float, float] | None:
    """The ends of a scale told as a stretch: "(1-5)", "on a scale of 1 to 10"."""
    for match in _RANGE.finditer(text):
        low, high = float(match["low"]), float(match["high"])
        before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
        bracketed = (before.endswith(("(", "[")) and after[:1] in tuple(")],;:=")) or not before
        bracketed = bracketed or (not after and before.endswith(("?", ":", ".", ",")))
        bracketed = bracketed or bool(_FROM.search(before))
        told = _SCALE_WORD.search(before[-48:]) or _SCALE_WORD.match(after[:12])
        if is_plausible(low, high) and (bracketed or told):
            return low, high
    return None


def _top(text: str) -> float | None:
    """The most points, where the words for it are clear, stand in brackets or beside a word of a scale."""
    for match in (*_MOST.finditer(text), *_MOST_LAST.finditer(text)):
        before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
        clear = match.re is _MOST_LAST or _CLEAR_MOST.match(match[0])
        enclosed = before.endswith(("(", "[", "（", "，", ",")) and bool(re.match(r"\w{0,12}\s*[)\]）]", after))
        told = _SCALE_WORD.search(before[-48:]) or _SCALE_WORD.match(after[:12])
        whole = not text[: match.start()][-1:].isalnum() or not match[0][0].isascii()
        if int(match["top"]) in _TOPS and whole and (clear or enclosed or told):
            return float(match["top"])
    return None


def is_plausible(low: float, high: float) -> bool:
    """Whether scales have such ends: from -10 … 1 up to 2 … 11, 20 or 100."""
    return (
        _LOWEST[0] <= low <= _LOWEST[1]
        and low + 2 <= high
        and _HIGHEST[0] <= high <= _HIGHEST[1]
        and (high <= 11 or high in {20, 100})
    )


def _said(text: str) -> dict[float, str]:
    found: dict[float, str] = {}
    for pattern in (_CODE_BRACKET, _CODE_FIRST, _LABEL_FIRST):
        for match in pattern.finditer(text):
            label = match["label"].strip(" .,:;-–—'’")
            if label and not _is_link(label) and not is_question(label) and not _is_suffix(text, match):
                found.setdefault(float(match["code"]), label)
    return found or _said_of_ends(text)


def _is_suffix(text: str, match: re.Match[str]) -> bool:
    """Whether it is an ending of the number itself: "1-től 5-ig", "1'den 5'e"; "1-low" has a word of degree."""
    glued = text[match.end("code") : match.start("label")] in _GLUE
    return glued and len(match["label"]) <= _LONGEST_SUFFIX and not place(match["label"]).graded


def _said_of_ends(text: str) -> dict[float, str]:
    for match in (match for pattern in _ENDS if (match := pattern.search(text))):
        low, high = float(match["low"]), float(match["high"])
        if is_plausible(low, high):
            return {low: match["first"].strip(" .,-–—'’"), high: match["last"].strip(" .,-–—'’")}
    return {}


def _is_link(label: str) -> bool:
    return label.casefold() in {"to", "bis", "and", "und", "et", "à", "a", "y", "e", "or", "von", "from", "scale"}


def _names_things(labels: Mapping[float, str]) -> bool:
    """Whether labels name things ("1 = Bavaria, 2 = Berlin") and not places: few hold a word of degree, none rise."""
    found = [place(labels[code]) for code in sorted(labels)]
    graded = [each.value for each in found if each.graded]
    if len(graded) < 0.5 * len(found):
        return True
    steps = [b - a for a, b in pairwise(graded)]
    return len(steps) > 1 and not (all(s >= 0 for s in steps) or all(s <= 0 for s in steps))
