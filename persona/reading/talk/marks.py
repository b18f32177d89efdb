"""How a line names its speaker. Each way of writing that is a form; a transcript keeps to one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from persona.reading.talk.times import ONLY, TIME, without_times

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = r"(?=[^\W\d_])[^:：\[\]{}<>|\n\t\"“”„«»!?？！。،؟…]{1,40}?"
NUMBER = r"(?:[\[(#]?\d{1,4}[\])]?[.)]?\s+)?"  # of a line or paragraph, as programs for coding print it
BOLD = r"(?:\*\*|__|>>)?\s*"
BEHIND = r"[-–—|,]?\s*"  # what may stand between a time and a name
COLON = re.compile(
    rf"\s*{NUMBER}{BOLD}(?:{TIME}\s*{BEHIND})?{BOLD}(?P<name>{NAME})\s*{BEHIND}(?:{TIME})?\s*{BOLD}"
    rf"(?:\s*：|:{BOLD}(?=\s|$))\s*{BOLD}(?P<text>.*)",
    re.DOTALL,
)
BRACKET = re.compile(
    rf"\s*{NUMBER}(?:{TIME}\s*{BEHIND})?(?:\[(?P<a>{NAME})\]|\{{(?P<b>{NAME})\}}|<(?P<c>{NAME})>|【(?P<d>{NAME})】"
    rf"|［(?P<e>{NAME})］|\((?P<f>{NAME})\)|\*\*(?P<g>{NAME})\*\*)\s*(?:{TIME})?\s*[:：]?\s*(?P<text>.*)",
    re.DOTALL,
)
NAME_TIME = re.compile(rf"\s*{BOLD}(?P<name>{NAME})\s*{BOLD}(?:\s|[-–—|,(])\s*(?:{TIME})\s*{BOLD}:?")
TIME_NAME = re.compile(rf"\s*{BOLD}(?:{TIME})\s*{BEHIND}{BOLD}(?P<name>{NAME})\s*{BOLD}:?")
DASH = re.compile(rf"\s*(?P<name>{NAME})(?:\s+[-–—>=]+>?\s+|\s*\||\t)\s*(?P<text>.+)", re.DOTALL)
LETTER = re.compile(r"\s*\**(?P<name>Q|A|R|I|P|F|INT|Int)\d{0,3}\**\s*[.)]\**\s+(?P<text>.+)", re.DOTALL)
CHAT = re.compile(r"(?:From|from)\s+(?P<name>.+?)\s+to\s+.+")
FIRST_LINE, LONGEST_NAME = 60, 40
ENDS = re.compile(r"[.!?…,;:。！？،؟]\s*$")


class Mark(NamedTuple):
    """The speaker that a line names, what else it says, and how many lines the mark takes."""

    name: str
    text: str
    lines: int = 1


Form = Callable[[Sequence[str], int], Mark | None]
"""Finds the mark of the line at this place, if it has one."""


def by_colon(lines: Sequence[str], at: int) -> Mark | None:
    """`Ann: On paper.`, `[00:12] Ann (00:12): On paper.`, `安：…`"""
    found = COLON.fullmatch(lines[at])
    return _mark(found["name"], found["text"]) if found else None


def by_bracket(lines: Sequence[str], at: int) -> Mark | None:
    """`[Ann] On paper.`, `{Ann} …`, `**Ann** …`"""
    found = BRACKET.fullmatch(lines[at])
    if not found:
        return None
    name = next(found[letter] for letter in "abcdefg" if found[letter])
    return _mark(name, found["text"])


def by_time(lines: Sequence[str], at: int) -> Mark | None:
    """A name with a time, above what is said: `Ann  0:07`, `0:07 Ann`, or the two in lines of their own."""
    line = lines[at]
    if found := NAME_TIME.fullmatch(line) or TIME_NAME.fullmatch(line):
        return _mark(found["name"], "")
    before, after = (lines[at - 1] if at else ""), (lines[at + 1] if at + 1 < len(lines) else "")
    if not _may_be_name(line) or ONLY.fullmatch(line):
        return None
    if ONLY.fullmatch(after) and not ONLY.fullmatch(before):
        return _mark(line, "")
    return _mark(line, "") if ONLY.fullmatch(before) and not ONLY.fullmatch(after) else None


def alone(lines: Sequence[str], at: int) -> Mark | None:
    """A short line above a longer one."""
    after = lines[at + 1] if at + 1 < len(lines) else ""
    return _mark(lines[at], "") if _may_be_name(lines[at]) and len(after) > len(lines[at]) else None


def by_dash(lines: Sequence[str], at: int) -> Mark | None:
    """`Ann – On paper.`, or a tab between the two."""
    found = DASH.fullmatch(lines[at])
    return _mark(found["name"], found["text"]) if found else None


def by_letter(lines: Sequence[str], at: int) -> Mark | None:
    """`Q. How?`, `A. On paper.`"""
    found = LETTER.fullmatch(lines[at])
    return _mark(found["name"], found["text"]) if found else None


def _may_be_name(line: str) -> bool:
    line = line.strip(" *_#\t")
    return 0 < len(line) <= LONGEST_NAME and not ENDS.search(line) and line[0].isalpha()


def _mark(name: str, text: str) -> Mark:
    name = without_times(name).strip(" *_#\t,.-–—|'")
    if found := CHAT.fullmatch(name):
        name = found["name"]
    return Mark(" ".join(name.split()), without_times(text))
