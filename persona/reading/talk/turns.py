"""Conversations on paper: who speaks in which line, however the transcript marks it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from persona.reading.talk import marks
from persona.reading.talk.stage import tells_of_sound, without_stage_marks
from persona.reading.talk.times import ONLY, without_times

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from persona.reading.talk.marks import Mark

TURNS_AT_LEAST = 4
SPEAKERS_AT_MOST = 20
RETURNING_SHARE = 0.8  # of the marked lines: those who speak once only are no speakers but words before a colon
LEAST_RETURNING = 0.6  # … where every line is marked
MARKED_SHARE = 0.15  # of all lines: a turn may go on over many
NEARLY_ALL = 0.9
ALTERNATING = 0.6  # of neighbouring marks in a form that other texts have as well
FORMS = (  # the form, and the least share of lines that it marks
    (marks.by_time, MARKED_SHARE),
    (marks.by_bracket, MARKED_SHARE),
    (marks.by_colon, MARKED_SHARE),
    (marks.by_letter, 0.5),
    (marks.by_dash, 0.5),
    (marks.alone, 0.2),
)
STRONG = (marks.by_time, marks.by_bracket)  # who is marked like this is a speaker even when seen once
LOOSE = (marks.by_dash, marks.alone)
MOSTLY_ASK = 0.6
ASKING = re.compile(r"[?？؟;]\s*$")
NUMBERED = re.compile(r"(.*?\S)\s*\d+")
PRONOUNS = re.compile(r"\s*[\[(（][^\])）]*[\])）]\s*$")
ASIDE = re.compile(
    r"\s*(?:\[[^\]]*\]\]?|\(\([^()]*(?:\([^()]*\)[^()]*)*\)\)|\([^)]*\)|<[^<>]*>|\*[^*]*\*|（[^）]*）|［[^］]*］|【[^】]*】"
    r"|-{3,}|={3,}|_{3,}|\*\s*\*\s*\*)[\s.]*"
)
OPENING = ("[", "(", "<", "（", "［", "【")
ASIDE_LINES = 4  # that a note in brackets may take
FOOT = re.compile(
    r"https?://|www\.|transcri|transkri|subtitle|untertitel|\bend of\b|\bende d|\brecording\b|\baufnahme\b|\bgrabaci|"
    r"\benregistrement\b|\bgravaç|computer.generated|\bfin\b|録音|文字起こし|转录|轉錄|録画|녹음",
    re.IGNORECASE,
)
BLANKS = re.compile(r"\s{2,}|\s*\xa0\s*")
CASED = re.compile(r"[A-ZÀ-ÞА-ЯΑ-Ω]")


class Line(NamedTuple):
    """A line of text, or a paragraph of a document, with its number."""

    number: int
    text: str


class Turn(NamedTuple):
    """What somebody says until another one speaks."""

    line: int
    speaker: str
    text: str


class _Talk(NamedTuple):
    """Marks of one form, by the place of their line."""

    marks: dict[int, Mark]
    marked: int


def find_turns(lines: Sequence[Line], *, cues: bool = False) -> list[Turn]:
    """The turns of a conversation; none when the lines are no conversation.

    `cues`: the lines are known to be what somebody said, so that one speaker is enough and each is one.
    """
    split = [Line(line.number, _plain(text)) for line in lines for text in line.text.split("\n")]
    filled = [line for line in split if line.text.strip()]
    texts = [line.text for line in filled]
    found = [talk for form, share in FORMS if (talk := _talk(form, share, texts, cues=cues))]
    if not found:
        return []
    best = max(found, key=lambda talk: talk.marked)
    return _joined(filled, best.marks, _first_of_blocks(split), cues=cues)


def _plain(text: str) -> str:
    """One blank or tab between words, so that patterns take no long time over many."""
    return BLANKS.sub(lambda found: "\t" if "\t" in found[0] else " ", text.strip())


def _talk(form: marks.Form, share: float, texts: Sequence[str], *, cues: bool) -> _Talk | None:
    """The marks of a form, unless they are too few, too many or all different."""
    found = {at: mark for at in range(len(texts)) if (mark := form(texts, at)) is not None and mark.name}
    found = {at: mark for at, mark in found.items() if mark.text or not tells_of_sound(mark.name)}
    found = _without_numbers(found)
    said = Counter(key(mark.name) for mark in found.values())
    returning = {name for name, times in said.items() if times > 1}
    if cues and form is marks.by_colon:
        returning = {name for name in said if said[name] > 1 or _is_like_a_name(name, found)}
    start = next((at for at, mark in found.items() if key(mark.name) in returning), 0)
    found = {at: mark for at, mark in found.items() if at >= start}
    marked = sum(key(mark.name) in returning for mark in found.values())
    least = 1 if cues else 2
    if not least <= len(returning) <= SPEAKERS_AT_MOST or marked < (1 if cues else TURNS_AT_LEAST):
        return None
    lines = sum(not ASIDE.fullmatch(text) for text in texts[start:])
    everywhere = len(found) >= NEARLY_ALL * lines or form in STRONG
    if marked < (LEAST_RETURNING if everywhere else RETURNING_SHARE) * len(found) or marked < share * lines:
        return None
    if _are_records([found[at] for at in sorted(found)]):
        return None
    if form in LOOSE and _alternating([key(found[at].name) for at in sorted(found)]) < ALTERNATING:
        return None
    if form is marks.alone and any(b - a < 2 for a, b in pairwise(sorted(found))):
        return None
    kept = {
        at: mark
        for at, mark in found.items()
        if key(mark.name) in returning or (everywhere and _is_like_a_name(mark.name, found))
    }
    return _Talk(kept, marked)


def key(name: str) -> str:
    """A speaker in whatever way the name is written: `DANA MAKER`, `Dana Maker (she/her)`."""
    return (PRONOUNS.sub("", name) or name).casefold().strip(" .")


def _is_like_a_name(name: str, found: dict[int, Mark]) -> bool:
    """Whether its words are written as those of names are in a language that knows capital letters."""
    cased = any(CASED.search(mark.name) for mark in found.values())
    if not cased:
        return len(name) <= marks.LONGEST_NAME // 2
    original = next((mark.name for mark in found.values() if mark.name == name or key(mark.name) == name), name)
    words = [word for word in original.split() if word[0].isalpha()]
    return len(words) <= 4 and all(word[0].isupper() for word in words)


def _without_numbers(found: dict[int, Mark]) -> dict[int, Mark]:
    """`Q1: … A1: … Q2: …` are two speakers, where no number comes back."""
    bare = {at: found_number[1] for at, mark in found.items() if (found_number := NUMBERED.fullmatch(mark.name))}
    if questions := _numbered_questions(found, bare) if bare else {}:
        return questions
    if len(bare) < NEARLY_ALL * len(found) or len({mark.name for mark in found.values()}) < NEARLY_ALL * len(found):
        return found
    if not 2 <= len(set(bare.values())) <= 3:
        return found
    return {at: mark._replace(name=bare.get(at, mark.name)) for at, mark in found.items()}


def _numbered_questions(found: dict[int, Mark], bare: dict[int, str]) -> dict[int, Mark]:
    """`Question 1: Why? Answer: So. Question 2: …`: one word with a new number each time, which asks, and one more.

    Other words before a colon are then part of what is said. Empty where the marks are not like this.
    """
    words = Counter(key(word) for word in bare.values())
    asking = {at: word for at, word in bare.items() if key(word) == words.most_common(1)[0][0]}
    numbers = {found[at].name for at in asking}
    others = Counter(key(mark.name) for at, mark in found.items() if at not in bare)
    if not others or not 1 < len(numbers) == len(asking):
        return {}
    answer, times = others.most_common(1)[0]
    asked = sum(bool(ASKING.search(found[at].text)) for at in asking)
    if times < NEARLY_ALL * len(asking) or asked < MOSTLY_ASK * len(asking):
        return {}
    kept = {at: mark for at, mark in found.items() if at in asking or key(mark.name) == answer}
    return {at: mark._replace(name=asking.get(at, mark.name)) for at, mark in kept.items()}


def _are_records(found: Sequence[Mark]) -> bool:
    """`Name: … Age: … Why: …` over and over, and nothing that is asked."""
    names = [key(mark.name) for mark in found]
    period = len(set(names))
    again = all(a == b for a, b in zip(names, names[period:], strict=False))
    return period > 2 and again and not any("?" in mark.text or "？" in mark.text for mark in found)


def _alternating(names: Sequence[str]) -> float:
    return sum(a != b for a, b in pairwise(names)) / max(1, len(names) - 1)


def _first_of_blocks(lines: Iterable[Line]) -> list[bool]:
    """For each filled line whether it is the first one behind a blank line or the start."""
    found, is_first = [], True
    for line in lines:
        if line.text.strip():
            found.append(is_first)
        is_first = not line.text.strip()
    return found


def _joined(lines: Sequence[Line], found: dict[int, Mark], firsts: Sequence[bool], *, cues: bool) -> list[Turn]:
    """Lines without a speaker go on with the turn before; those above the first turn are no part of the talk."""
    each = cues and any(b - a == 1 and key(found[a].name) == key(found[b].name) for a, b in pairwise(sorted(found)))
    end = _end(lines, found, firsts)
    asides = _asides(lines[:end], found, firsts)
    shown: dict[str, str] = {}
    turns: list[Turn] = []
    for at, line in enumerate(lines[:end]):
        mark = found.get(at)
        if mark is not None:
            name = shown.setdefault(key(mark.name), _capital(mark.name))
            if turns and turns[-1].speaker == name:
                turns[-1] = _more(turns[-1], mark.text)
            else:
                turns.append(Turn(line.number, name, mark.text))
        elif turns and not each and at not in asides and not ONLY.fullmatch(line.text):
            turns[-1] = _more(turns[-1], without_times(line.text))
    return spoken(turns)


def _asides(lines: Sequence[Line], found: Mapping[int, Mark], firsts: Sequence[bool]) -> set[int]:
    """The lines of notes in brackets, which a transcriber wrote whoever spoke before. A note may take some lines."""
    asides: set[int] = set()
    for at, line in enumerate(lines):
        if at in found or at in asides:
            continue
        last = at
        while (
            line.text.startswith(OPENING)
            and not ASIDE.fullmatch(_together(lines, at, last))
            and last + 1 < min(len(lines), at + ASIDE_LINES)
            and not (firsts[last + 1] or last + 1 in found)
        ):
            last += 1
        if ASIDE.fullmatch(_together(lines, at, last)):
            asides.update(range(at, last + 1))
    return asides


def _together(lines: Sequence[Line], first: int, last: int) -> str:
    return " ".join(line.text for line in lines[first : last + 1])


def spoken(turns: Sequence[Turn]) -> list[Turn]:
    """The turns without what a transcriber noted in them; those in which nothing else stands are left out."""
    texts = without_stage_marks([turn.text for turn in turns])
    return [turn._replace(text=text) for turn, text in zip(turns, texts, strict=True) if text]


def _more(turn: Turn, text: str) -> Turn:
    """A line that goes on; one that could be taken for a speaker's stands behind the one before."""
    between = " " if marks.COLON.fullmatch(text) else "\n"
    return turn._replace(text=f"{turn.text}{between}{text.strip()}".strip())


def _end(lines: Sequence[Line], found: dict[int, Mark], firsts: Sequence[bool]) -> int:
    """Where a foot begins: a last block that names nobody, where all other blocks do or it tells of the recording."""
    last = max(found)
    if not any(firsts[1:]):  # no blank lines at all
        return next((at for at in range(last + 1, len(lines)) if FOOT.search(lines[at].text)), len(lines))
    blocks = [at for at in range(last + 1, len(lines)) if firsts[at]]
    if not blocks:
        return len(lines)
    others = [at for at in range(min(found), last) if firsts[at] and at not in found]
    names_alone = not found[last].text and blocks[0] == last + 1
    begins = blocks[1:] if names_alone else blocks
    if not others and begins:
        return begins[0]
    return next((at for at in begins if FOOT.search(lines[at].text)), len(lines))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
