"""Subtitles (WebVTT, SRT and their kin), known by the times between their lines, as lines that somebody said."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from persona.reading.talk.marks import ENDS, LONGEST_NAME
from persona.reading.talk.times import CUE, without_times
from persona.reading.talk.turns import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADING = re.compile(r"\ufeff?\s*WEBVTT\b.*")
LEAST, SHARE = 2, 0.15  # of all lines that hold something: a cue has one or two lines of text and a number
NEARLY_ALL = 0.9
BARE = re.compile(r"\s*\d{1,2}:\d{2}:\d{2}[.,]\d{1,3},\d{1,2}:\d{2}:\d{2}[.,]\d{1,3}\s*")  # of YouTube's SBV
VOICE = re.compile(r"<v(?:\.[^\s>]*)*\s+([^>]+)>")
TAG = re.compile(r"</?[a-zA-Z][^>]*>|<\d[\d:.]*>")
NUMBER = re.compile(r"\s*(?:\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}(?:/\S*)?)\s*")
CHANGE = re.compile(r"^(?:>>+|-|–)\s*")


def are_captions(lines: Sequence[Line]) -> bool:
    """Whether the lines are those of a file of subtitles, whatever it is called."""
    filled = [line.text for line in lines if line.text.strip()]
    times = sum(_is_time(text) for text in filled)
    if filled and HEADING.fullmatch(filled[0].split("\n")[0]):
        return times > 0
    return times >= LEAST and times >= SHARE * len(filled)


def spoken_lines(lines: Sequence[Line]) -> list[Line]:
    """What is said in each cue, one line each, as `name: text` where a name stands there."""
    cues = list(_cues([Line(line.number, text) for line in lines for text in line.text.split("\n")]))
    between = ": " if _names_above(cues) else " "
    found: list[Line] = []
    for number, texts in cues:
        first, *more = [text.strip() for text in texts] or [""]
        found += _voices(number, between.join([first, " ".join(more)]) if more else first)
    return found


def _names_above(cues: Sequence[tuple[int, list[str]]]) -> bool:
    """Whether the first line of nearly every cue is the name of one of a few."""
    firsts = [texts[0].strip() for _, texts in cues if len(texts) > 1]
    short = all(len(name) <= LONGEST_NAME and ":" not in name and not ENDS.search(name) for name in firsts)
    return short and len(firsts) >= NEARLY_ALL * len(cues) and 2 * len(set(firsts)) <= len(firsts)


def _cues(lines: Sequence[Line]) -> Iterator[tuple[int, list[str]]]:
    """The line of each cue's time, and the lines below it."""
    at: int | None = None
    texts: list[str] = []
    for place, line in enumerate(lines):
        if _is_time(line.text):
            if at is not None:
                yield at, texts
            at, texts = line.number, []
        elif not line.text.strip():
            if at is not None and texts:
                yield at, texts
                at = None
        elif at is not None and not (NUMBER.fullmatch(line.text) and _is_time(_following(lines, place))):
            texts.append(line.text)
    if at is not None:
        yield at, texts


def _following(lines: Sequence[Line], place: int) -> str:
    return lines[place + 1].text if place + 1 < len(lines) else ""


def _is_time(text: str) -> bool:
    return bool(CUE.fullmatch(text) or BARE.fullmatch(text))


def _voices(number: int, text: str) -> Iterator[Line]:
    """A cue may hold what several people say."""
    pieces = VOICE.split(text)  # text, name, text, name, text …
    for name, said in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        plain = CHANGE.sub("", without_times(html.unescape(TAG.sub("", said))).strip())
        who = html.unescape(name).replace(":", " ").strip()
        if plain:
            yield Line(number, f"{who}: {plain}" if who else plain)
