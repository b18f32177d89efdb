"""Several interviews in one text: where each begins, and the lines above its talk that tell when and with whom."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from persona.reading.talk.marks import COLON, ENDS
from persona.reading.talk.roles import find_roles
from persona.reading.talk.turns import find_turns, key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.reading.talk.roles import Role
    from persona.reading.talk.turns import Line, Turn

_WORDS = (
    *(
        "interview",
        "participant[ea]?",
        "participante",
        "respondent",
        "transcript",
        r"teilnehmer(?:in)?",
        r"proband(?:in)?",
    ),
    *(
        "entrevista",
        "entretien",
        "intervista",
        "gespräch",
        "wywiad",
        "интервью",
        "інтерв['’ʼ]?ю",
        "интервју",
        "интервю",
    ),
    *("haastattelu", "intervju", "interjú", "rozhovor", "interviu", "intervjuu", "intervija", "razgovor"),
    *("görüşme", "mülakat", "röportaj", "συνέντευξη", "wawancara", "phỏng vấn", "mahojiano", "viðtal"),
    *(
        "ראיון",
        "(?:ال)?مقابلة",
        "مصاحبه",
        "साक्षात्कार",
        "インタビュー",
        "访谈",
        "訪談",
        "采访",
        "인터뷰",
        "면접",
        "สัมภาษณ์",
    ),
)
_NUMBER = r"(?:#|no\.?|nr\.?|n°|№)?\s*(?:[a-z]{1,3}[-_ ]?)?\d+\b"
HEADING = re.compile(
    rf"\W*(?:(?:{'|'.join(_WORDS)})\s*{_NUMBER}|\d+\s*[.)]?\s*(?:{'|'.join(_WORDS)})(?!\w)).{{0,60}}", re.IGNORECASE
)
COUNTED = re.compile(
    r"\W*(?:(?P<word>[^\W\d_][^\d:：?!]{1,30}?)\s*(?:#|no\.?|nr\.?|n°|№)?\s*(?P<n>\d{1,3})|(?P<m>\d{1,3})\s*[.)]?\s+"
    r"(?P<other>[^\W\d_][^\d:：?!]{1,30}?))\W*",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}|\d{4}\s*[年년]|\d{1,2}\.?\s+[^\W\d_]{3,}\.?\s+\d{4}")
LONGEST = 120  # letters of a heading
LEAST_QUESTION = 8  # letters of a question that is asked again
ASKED_AGAIN = 0.5  # share of interviews in which something is asked that is asked in another, too
MOST_ABOVE = 8  # lines between a heading and the talk
MOST_WORDS = 8  # of what such a line tells


class Interview(NamedTuple):
    """The heading of an interview, and its turns; both empty where there is none."""

    title: str
    turns: list[Turn]


def find_interviews(lines: Sequence[Line]) -> list[Interview]:
    """The talks in a text: several, each under a heading, or one without a title."""
    headings, is_titled = _named(lines), True
    if len(headings) < 2:
        headings = _counted(lines)
    if len(headings) < 2:
        headings, is_titled = _dated(lines), False
    if len(headings) < 2:
        return [Interview("", find_turns(lines))]
    parts = list(zip(headings, [*headings[1:], len(lines)], strict=True))
    titles = [lines[start].text.strip(" #*_=-\t") if is_titled else "" for start, _ in parts]
    bodies = _talks_of([list(lines[start + 1 : end]) for start, end in parts])
    talks = [find_turns(body) for body in bodies]
    if any(talks):  # a short one is a talk as well
        talks = [talk or find_turns(body, cues=True) for talk, body in zip(talks, bodies, strict=True)]
    return [Interview(title, turns) for title, turns in zip(titles, talks, strict=True)]


def shared_roles(interviews: Sequence[Interview]) -> Mapping[str, Role]:
    """Who asks and who answers where the same marks stand in every interview: one short one tells too little."""
    casts = [{turn.speaker for turn in each.turns} for each in interviews if each.turns]
    if len(casts) < 2 or any(cast != casts[0] for cast in casts):
        return {}
    found = find_roles([turn for each in interviews for turn in each.turns])
    return found.roles if found.sure else {}


def _named(lines: Sequence[Line]) -> list[int]:
    """Lines that call themselves an interview or a participant, with a number."""
    return [at for at, text in _short(lines) if ":" not in text and HEADING.fullmatch(text)]


def _counted(lines: Sequence[Line]) -> list[int]:
    """Lines of one word in any language that count: 1, 2, 3, where the same is asked, or a day told, below each."""
    by_word: dict[str, list[tuple[int, int]]] = {}
    for at, text in _short(lines):
        if found := COUNTED.fullmatch(text):
            word = key(found["word"] or found["other"])
            by_word.setdefault(word, []).append((at, int(found["n"] or found["m"])))
    for places in by_word.values():
        headings = [at for at, _ in places]
        if len(places) > 1 and all(b == a + 1 for (_, a), (_, b) in pairwise(places)) and _are_heads(lines, headings):
            return headings
    return []


def _dated(lines: Sequence[Line]) -> list[int]:
    """Where lines above a talk begin that tell its day in the same word each time, under no heading."""
    days: dict[str, list[int]] = {}
    for at, text in _short(lines):
        if _tells_a_day(text) and (found := COLON.fullmatch(text)):
            days.setdefault(key(found["name"]), []).append(at)
    for places in days.values():
        starts = [_first_of_block(lines, at) for at in places]
        parts = zip(starts, [*starts[1:], len(lines)], strict=True)
        if len(places) > 1 and all(find_turns(body) for body in _talks_of([list(lines[a + 1 : b]) for a, b in parts])):
            return starts
    return []


def _first_of_block(lines: Sequence[Line], at: int) -> int:
    while at and lines[at - 1].text.strip():
        at -= 1
    return at


def _short(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """The lines that are short enough for a heading, with their places."""
    return [(at, line.text.strip()) for at, line in enumerate(lines) if 0 < len(line.text) <= LONGEST]


def _are_heads(lines: Sequence[Line], headings: Sequence[int]) -> bool:
    parts = [list(lines[a + 1 : b]) for a, b in zip(headings, [*headings[1:], len(lines)], strict=True)]
    talks = [find_turns(part) for part in _talks_of(parts)]
    if sum(map(bool, talks)) < 2:
        return False
    if all(any(_tells_a_day(line.text) for line in part[:MOST_ABOVE]) for part in parts):
        return True
    asked = [{_folded(turn.text) for turn in talk if "?" in turn.text or "？" in turn.text} for talk in talks]
    times = Counter(question for each in asked for question in each if len(question) >= LEAST_QUESTION)
    again = sum(any(times[question] > 1 for question in each) for each in asked)
    return again >= 2 and again >= ASKED_AGAIN * len(parts)


def _tells_a_day(text: str) -> bool:
    """`Date: 12.5.2026  Interviewer: Kaisa`"""
    found = COLON.fullmatch(text)
    return bool(found and _DAY.match(found["text"].strip()))


def _talks_of(parts: Sequence[list[Line]]) -> list[list[Line]]:
    """The parts without the lines at their top that tell something in the same words in every one."""
    tops = [_top(part) for part in parts]
    shared = set.intersection(*(set(top.values()) for top in tops)) if tops else set()
    last = [max((at for at, name in top.items() if name in shared), default=-1) for top in tops]
    return [part[at + 1 :] for part, at in zip(parts, last, strict=True)]


def _top(part: Sequence[Line]) -> dict[int, str]:
    """What the lines above a talk are about, by their place: `Date: …`, `Interviewer: Kaisa`; no sentences."""
    found: dict[int, str] = {}
    for at, line in enumerate(part[:MOST_ABOVE]):
        if not line.text.strip():
            continue
        mark = COLON.fullmatch(" ".join(line.text.split()))
        if mark is None or ENDS.search(mark["text"]) or not 0 < len(mark["text"].split()) <= MOST_WORDS:
            break
        found[at] = key(mark["name"])
    return found


def _folded(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())
