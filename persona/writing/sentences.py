"""Sentences and clauses of an answer, as places in it: text is trimmed by moving the two ends, never rewritten."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from persona.writing import lexicon
from persona.writing.words import WORD, words

_SENTENCE_END = re.compile(
    r"[.!?…]+[\"”’')\]]*(?=\s)|[!?]+(?=[A-Z])|(?<=[a-z][a-z])\.(?=[A-Z][a-z]+ )|\n+"
    r"|(?<!&quot)(?<!&amp)(?<!&#\d\d);\s|\s[-–—]{1,2}\s(?=(?:plus|also|and|but)\b)"
)
_LEFT = frozenset('"“”«»*•,;:.-–—)>|')
_RIGHT = frozenset('"“”«»*•,;:.-–—|…(')
_SMILEY = re.compile(r"\s*(?::-?[)(DP]|;-?\)|<3|\blol\b|\bhaha\b|!{2,})$", re.IGNORECASE)
_SMILEY_ENDS = tuple(")(DP3!LlAa")
_INITIALS = re.compile(r"\.[A-Za-z]\.$")
_OPENER = re.compile(r"([^,:]{1,30}?)[,:]\s+")
_LONG_SENTENCE = 18
_CLOSER_CHARACTERS = 20


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places of sentences: end marks, line breaks and semicolons; abbreviations are no ends."""
    begin = start
    for mark in _SENTENCE_END.finditer(text, start, end):
        if mark[0].startswith(".") and lexicon.ABBREVIATION.search(text, begin, mark.start() + 1):
            continue
        yield begin, mark.end()
        begin = mark.end()
    if begin < end:
        yield begin, end


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out blanks, bullets, hedges ("Well,", "I think that"), end marks, smileys and a stray bracket."""
    start = _trim_left(text, start, end)
    end = _trim_right(text, start, end)
    while text[end - 1 : end] in _SMILEY_ENDS and (smiley := _SMILEY.search(text[start:end])):
        end = start + smiley.start()
    if closer := lexicon.CLOSER.search(text, max(start, end - _CLOSER_CHARACTERS), end):
        end = closer.start()
    return _without_stray_brackets(text, start, end)


def without_opener(text: str, start: int, end: int, is_opener: Callable[[str], bool]) -> tuple[int, int]:
    """Leave out an opener that these answers were found to use."""
    opener = _OPENER.match(text[start : min(end, start + 34)])
    if opener and is_opener(opener[1].strip().lower()):
        return trim(text, start + opener.end(), end)
    return start, end


def clauses(text: str, start: int, end: int, is_start: Callable[[list[str]], bool]) -> list[tuple[int, int]]:
    """Cut a sentence at "and", "but" … where the right side begins as other answers do, or the sentence is long.

    Never at "so", "because" or "when": these carry the reason.
    """
    sentence = text[start:end]
    found = WORD.findall(sentence)
    length = len(found)
    if length <= 7 or not (" -" in sentence or " –" in sentence or not lexicon.JOINTS.isdisjoint(found)):
        return [(start, end)]
    places, begin = [], start
    for joint in lexicon.JOINT.finditer(sentence):
        left, right = start + joint.start(), start + joint.end()
        if len(words(text[begin:left])) >= 3 and _may_cut(text, left, right, end, length, is_start):
            places.append((begin, left))
            begin = right
    if begin == start:
        return [(start, end)]
    return [trim(text, a, b) for a, b in (*places, (begin, end))]


def _may_cut(text: str, left: int, right: int, end: int, length: int, is_start: Callable[[list[str]], bool]) -> bool:
    following = words(text[right:end])
    if len(following) < 4:
        return False
    if is_start([word.lower() for word in following[:3]]):
        return True
    return (
        length > _LONG_SENTENCE
        and lexicon.CLAUSE_JOINT.match(text[left:end]) is not None
        and lexicon.SUBJECT_START.match(text[right:end]) is not None
    )


def _trim_left(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in _LEFT):
        start += 1
    for _ in range(4):
        rest = text[start:end]
        found = lexicon.BULLET.match(rest) or lexicon.OPENER_WITH_MARK.match(rest)
        needed = 2
        if not found:
            found, needed = lexicon.OPENER_BARE.match(rest), 3
        if not found or len(words(rest[found.end() :])) < needed:
            break
        start += found.end()
    return start


def _trim_right(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in _RIGHT):
        if text[end - 1] == "." and _INITIALS.search(text[start:end]):
            break
        end -= 1
    return end


def _without_stray_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    for opening, closing in ("()", "[]"):
        inside = text[start:end]
        if opening not in inside and closing not in inside:
            continue
        surplus = inside.count(opening) - inside.count(closing)
        if surplus < 0 and inside.endswith(closing):
            end -= 1
        elif surplus > 0 and inside.startswith(opening):
            start += 1
    return start, end
