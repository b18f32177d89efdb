"""Stage marks in talk: `[laughter]`, `((pause))`, `*sighs*`. A transcriber wrote them, so nobody said them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BRACKETED = re.compile(
    r"\(\((?P<a>[^()]{1,80})\)\)|\[\[?(?P<b>[^\[\]]{1,80})\]\]?|\((?P<c>[^()]{1,60})\)|<(?P<d>[^<>]{1,60})>"
    r"|(?<![\w*])\*(?P<e>[^\W\d_*][^*\n]{1,40})\*(?![\w*])|（(?P<f>[^（）]{1,40})）|［(?P<g>[^［］]{1,40})］"
    r"|【(?P<h>[^【】]{1,40})】"
)
WORD_STARTS = (  # what is heard or seen and is no speech, as the words for it begin
    *("laugh", "chuckl", "giggl", "crosstalk", "cross-talk", "cross talk", "inaudib", "unintellig", "indistinct"),
    *("overlap", "pause", "silence", "sigh", "cough", "sneez", "applau", "whisper", "nods", "nodding", "shrug"),
    *("clears throat", "clearing throat", "clear throat", "phone ring", "telephone ring", "doorbell", "crying", "sobs"),
    *("background noise", "simultaneous", "speaking at the same", "audio cut", "audio drop", "break in recording"),
    *("lacht", "lachen", "lachend", "gelächter", "schmunzel", "unverständlich", "seufz", "räusper", "hustet", "nickt"),
    *("schweigen", "stille", "durcheinander", "klingelt", "telefon klingel", "überlapp", "flüster"),
    *("ríe", "rie", "risa", "pausa", "inaudib", "ininteligib", "suspir", "silencio", "asiente", "tose", "aplaus"),
    *("rire", "rires", "rit", "silence", "incompréhensib", "inintelligib", "soupir", "hoche", "tousse", "brouhaha"),
    *("ride", "ridono", "risate", "incomprensib", "sospira", "annuisce", "riso", "risos", "incompreensív", "suspiro"),
    *(
        "gelach",
        "stilte",
        "onverstaanbaar",
        "zucht",
        "knikt",
        "skratt",
        "paus",
        "ohörbart",
        "suckar",
        "latter",
        "griner",
    ),
    *("śmiech", "śmieje", "niezrozumia", "pauza", "cisza", "wzdycha", "smích", "směje", "nesrozumit", "nevet"),
    *("смех", "смеёт", "смеет", "пауза", "неразборчив", "вздыха", "молчан", "кашля", "сміх", "сміє", "нерозбірлив"),
    *("γέλι", "γελά", "παύση", "gülü", "gülme", "duraksama", "anlaşılm", "sessizlik"),
)
SIGNS = (  # in scripts where words do not begin at a blank, or where prefixes stand before them
    *(
        "笑",
        "沈黙",
        "聞き取れ",
        "聞き取り不能",
        "間があ",
        "うなず",
        "咳",
        "沉默",
        "停顿",
        "停頓",
        "听不清",
        "聽不清",
        "叹气",
        "嘆氣",
    ),
    *(
        "웃음",
        "웃으며",
        "침묵",
        "잠시",
        "안 들림",
        "들리지 않",
        "한숨",
        "หัวเราะ",
        "เงียบ",
        "ฟังไม่",
        "ضحك",
        "يضحك",
        "تضحك",
        "صمت",
    ),
    *("غير واضح", "غير مسموع", "צחוק", "צוחק", "שתיקה", "לא ברור", "हँस", "हंस", "चुप्पी", "अस्पष्ट"),
)
KNOWN = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(map(re.escape, dict.fromkeys(WORD_STARTS)))})|{'|'.join(map(re.escape, SIGNS))}",
    re.IGNORECASE,
)
HEARD = re.compile(r"\s*(?:\((?:\.{1,3}|…)\)|\(\d{1,2}(?:[.,]\d)?\s?(?:s|sec|sek)?\.?\)|\[(?:\.{2,3}|…)\])")
"""Pauses by their length, as linguists write them, and what the transcriber left out."""
LETTERS = re.compile(r"[^\W\d_]+")
FEW_WORDS, MORE_WORDS = 3, 8
AGAIN, TURNS, APART = 3, 2, 0.8
PERSON = re.compile(
    r"(?:he|she|they|i|we|you|it|ich|er|sie|wir|yo|él|ella|je|il|elle|nous|io|lui|lei|eu|ele|ela)\b", re.IGNORECASE
)
SENTENCE_END = re.compile(r"(?:^|[.!?…,;:。！？、،؟—–-][\"”’)»」』]*)\s*$")
BEFORE_POINT = re.compile(r"\s+(?=[.,;:!?…。、，！？](?:\s|$))")


class _Place(NamedTuple):
    turn: int
    text: str  # what stands in the brackets, folded
    is_round: bool
    apart: bool  # a sentence ends before it, or a turn begins


def without_stage_marks(texts: Sequence[str]) -> list[str]:
    """What is said in each turn of a talk without what the transcriber noted in between.

    Known words tell, and whatever stands in brackets again and again between sentences. What fills a gap in a
    sentence stays: `[company]` for a name, `[the manager]` for who is meant.

    >>> without_stage_marks(["It works. [laughter]", "At [company] (my first job) [inaudible 00:00:31] it did."])
    ['It works.', 'At [company] (my first job) it did.']
    """
    recurring = _recurring(texts)
    return [_cut(text, recurring) for text in texts]


def tells_of_sound(inner: str) -> bool:
    """Whether the words in a bracket tell of something heard or seen: `laughter`, `phone rings`."""
    return _is_known(inner, is_round=True)


def _cut(text: str, recurring: frozenset[str]) -> str:
    def kept(found: re.Match[str]) -> str:
        inner = _inner(found)
        if not _is_known(inner, _is_round(found)) and _fold(inner) not in recurring:
            return found[0]
        return "" if found[0][0] in "（［【" else " "

    shorter = HEARD.sub(" ", BRACKETED.sub(kept, text))
    if shorter == text:
        return text
    lines = (BEFORE_POINT.sub("", " ".join(line.split())) for line in shorter.split("\n"))
    return "\n".join(line for line in lines if LETTERS.search(line) or any(sign.isdigit() for sign in line))


def _is_known(inner: str, is_round: bool) -> bool:
    """Whether it tells of something heard or seen. In round brackets people speak, too: fewer words may stand there."""
    words = LETTERS.findall(inner)
    known = KNOWN.search(inner)
    if known is None or PERSON.match(inner) or "?" in inner:
        return False
    return len(words) <= (FEW_WORDS if is_round else MORE_WORDS)


def _recurring(texts: Sequence[str]) -> frozenset[str]:
    """What stands in brackets over and over in several turns, nearly always between two sentences."""
    places = [place for number, text in enumerate(texts) for place in _places(number, text)]
    counts = Counter(place.text for place in places)
    return frozenset(
        text
        for text, count in counts.items()
        if count >= AGAIN and _stands_apart([place for place in places if place.text == text])
    )


def _stands_apart(places: Sequence[_Place]) -> bool:
    if len({place.turn for place in places}) < TURNS or not LETTERS.search(places[0].text):
        return False
    if len(LETTERS.findall(places[0].text)) > FEW_WORDS or any(place.is_round for place in places):
        return False
    return sum(place.apart for place in places) >= APART * len(places)


def _places(number: int, text: str) -> Iterator[_Place]:
    for found in BRACKETED.finditer(text):
        before, after = text[: found.start()].rsplit("\n", maxsplit=1)[-1], text[found.end() :]
        apart = bool(SENTENCE_END.search(before)) and _may_begin(after)
        yield _Place(number, _fold(_inner(found)), _is_round(found), apart)


def _may_begin(after: str) -> bool:
    """Whether a sentence could begin behind it."""
    after = after.strip()
    return not after or not after[0].islower()


def _inner(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group is not None)


def _is_round(found: re.Match[str]) -> bool:
    return found["c"] is not None or found["f"] is not None


def _fold(text: str) -> str:
    return " ".join(re.sub(r"[\d:.,]+", " ", text).casefold().split())
