"""Direction: whether a higher number means more, less, or is not known, and what tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from persona.questionnaire.scales.mirrored import denied_one
from persona.questionnaire.scales.places import place
from persona.questionnaire.scales.recommending import asks_to_recommend

if TYPE_CHECKING:
    from collections.abc import Iterable

    from persona.questionnaire.scales.anchors import Anchors

Higher = Literal["more", "less"]
Marks = Literal["up", "down", ""]
_MARKS = frozenset((5, 6))
_LOOKED_AT = 200  # names of columns
_CLEAR = 0.3  # how far apart the words of the two ends must stand

# A question that asks "how …" names what a higher number has more of; so do ratings, stars and recommendations.
_ASKS_HOW_MUCH = re.compile(
    r"\bhow\s+(?!many|much\s+(?:time|money)|old|long|often\s+do\s+you)(?:\w+ly\s+)?\w+|\brate\b|\brating\b"
    r"|\bstars?\b|\bscore\b|\bnps\b|\blikel"
    r"|\brecommend|\bsatisf(?:action|ied)|\bimportance\b|\busefulness\b|\bease\b|\bquality\b|\btrust\b"
    r"|\bconfidence\b|\bout\s+of\b"
    r"|wahrscheinlich|weiterempf|quelle\smesure|recommand|recomend|recomiend|raccomand|consiglier|aanbeve"
    r"|rekommender|anbefal|poleci|рекоменд|doporuč|tavsiye|suositt?el|おすすめ|薦め|推薦|推荐|추천"
    r"|satisfacci|satisfech|satisfaç|satisfeit|soddisfa|tevreden|importancia|importância|満足度|满意度|重要度|重要性|만족도"
    r"|별점|평점|만점|評分|评分|打分|星級|星级|满分|滿分|満点|דירוג|ציון|تقييم|คะแนน|रेटिंग|βαθμολογ"
    r"|probabil|waarschijnlijk|sannolik|sandsynlig|sannsynlig|prawdopodob|вероятн|pravděpodob",
    re.IGNORECASE,
)
# In German-speaking countries 1 is the best mark, and people read it into any scale that says nothing else.
_GRADES = re.compile(
    r"schulnote|\bnoten?\b|zensur|\bbenot|schulsystem|school\s+(?:grade|mark)|\bgrade[sd]?\b", re.IGNORECASE
)
_GERMAN = re.compile(
    r"\b(?:wie|sie|ihre?[nrms]?|bitte|bewert\w+|zufrieden\w*|und|der|die|das|mit|auf|einer?|skala)\b", re.IGNORECASE
)
_SCHOOL = re.compile(
    r"schulnote|\bnoten\b|zensur|schulsystem|school\s+(?:grade|mark)|\bas\s+at\s+school\b", re.IGNORECASE
)
_FRENCH = re.compile(
    r"\b(?:le|la|les|des|du|vous|votre|vos|pourquoi|quel(?:le)?s?|est|une?|et|été|pour|avec|sur|aux?)\b", re.IGNORECASE
)  # there a "note" counts up
_BEST_FIRST = re.compile(
    r"\b1\s*(?:=|is|being|ist|est|es|:|–|-)?\s*(?:the\s+|am\s+|le\s+|el\s+|la\s+)?(?:best|most|highest|top"
    r"|favou?rite|beste?\w*|meilleur\w*|mejor"
    r"|melhor|migliore)\b|am\s+(?:besten|wichtigsten)\s*\(?=?\s*1\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Direction:
    """`higher_is` is None where nothing tells it; then `default` is what to propose in the doubt."""

    higher_is: Higher | None
    default: Higher = "more"


def find_direction(anchors: Anchors | None, question: str = "", high: float | None = None) -> Direction:
    """What a higher number of this scale means.

    `anchors`: words of its points (of the question, of the answers, of a code book). `question`: its text, with what
    the items share. `high`: the highest number, which tells school marks.
    """
    if anchors and (told := _by_labels(anchors)):
        return Direction(told)
    if _BEST_FIRST.search(question):
        return Direction("less")
    top = high if high is not None else anchors.high if anchors else None
    if top in _MARKS and (_GRADES.search(question) or len(_GERMAN.findall(question)) > 1):
        return Direction(None, "less" if _GRADES.search(question) else "more")  # it may be a school mark
    if _ASKS_HOW_MUCH.search(question) or asks_to_recommend(question):
        return Direction("more")
    if anchors and anchors.low == 0 and anchors.high in {10, 100}:
        return Direction("more")  # such a scale counts up
    return Direction(None)


def marks_of(titles: Iterable[str], texts: Iterable[str]) -> Marks:
    """Which way school marks run in a file, for scales that say nothing else.

    "down", 1 the best, where a line above the table (`titles`) speaks of school marks; "up" where the names of its
    columns (`texts`) are French: what is a "Note" there counts up; empty where nothing tells.
    """
    titles = list(titles)
    if any(_SCHOOL.search(title) for title in titles):
        return "down"
    words = " \n ".join([*titles, *islice(texts, _LOOKED_AT)])
    return "up" if len(_FRENCH.findall(words)) > len(_GERMAN.findall(words)) else ""


def proposed_by_marks(question: str, high: float, marks: Marks) -> Higher | None:
    """What is proposed of a scale that may be school marks, by the way these run in its file; None if nothing is."""
    if high not in _MARKS or not marks:
        return None
    return "less" if marks == "down" or _SCHOOL.search(question) else "more"


def _by_labels(anchors: Anchors) -> Higher | None:
    """By the words of both ends; by all points where the ends alone do not differ."""
    low, high = anchors.low_label, anchors.high_label
    ends = (low, high) if low and high else None
    if ends is None and len(anchors.labels) > 1:
        codes = sorted(anchors.labels)
        ends = (anchors.labels[codes[0]], anchors.labels[codes[-1]])
    if ends is None:
        return _by_one_end(anchors)
    lower, upper = place(ends[0]), place(ends[1])
    if lower.negated and lower.about & upper.about:  # "no pain" … "worst pain": more of it, however bad it is
        return "more"
    if denied := denied_one(ends[0], ends[1]):
        return "more" if denied == ends[0] else "less"
    if not (lower.graded or upper.graded) or _mirrored(ends[0], ends[1]):
        return None
    if abs(upper.value - lower.value) < _CLEAR:
        return None
    return "more" if upper.value > lower.value else "less"


def _by_one_end(anchors: Anchors) -> Higher | None:
    """ "5 = best" alone tells both ends."""
    for code, label in anchors.labels.items():
        found = place(label)
        if found.graded and abs(found.value) >= 0.7 and code in {anchors.low, anchors.high}:
            return "more" if (found.value > 0) == (code == anchors.high) else "less"
    return None


def _mirrored(low: str, high: str) -> bool:
    """ "Mostly me" and "mostly other people": the same words of degree about two different things."""
    lower, upper = place(low), place(high)
    return (
        not (lower.pole or upper.pole or lower.negated or upper.negated)
        and lower.about != upper.about
        and not (lower.amount or upper.amount)
    )
