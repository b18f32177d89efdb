"""Talk as a table: a row for each turn, with who speaks, often when, and what is said."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from persona.reading.talk.clock import Times, read_times
from persona.reading.talk.roles import asking_shares, asks_by_word, find_roles
from persona.reading.talk.turns import SPEAKERS_AT_MOST, TURNS_AT_LEAST, Turn, key

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = re.compile(r"(?:name|who|person|sender|from|author|role|participant|wer|quién|qui|角色|名前)\W*", re.IGNORECASE)
SPEAKER = re.compile(
    r"(?:speaker|speaking|sprecher|voice|hablante|orador|locut|interlocut"
    r"|parlante|falante|spreker|talare|puhuja|mówca|mluvčí|beszélő|konuşmacı|говор|спикер|участник|мовець|ομιλητ|المتحدث"
    r"|المتكلم|דובר|वक्ता|話者|発言者|说话|說話|发言|發言|讲话|講話|화자|발화자|발언자|ผู้พูด|pembicara|người nói)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"(?:start|begin|time|seconds|offset|tc\b|timecode|zeit|anfang|hora|tiempo|inicio|début|temps|inizio|tempo|tijd|czas"
    r"|время|начало|час|開始|時間|时间|시작|시간|وقت|زمن|זמן|समय|เวลา)",
    re.IGNORECASE,
)
INTERVIEW = re.compile(
    r"(?:interview|session|file|recording|transcript|conversation|call|meeting|dialog|chat|thread|document|source|case"
    r"|gespräch|sitzung|datei|aufnahme|entrevista|sesión|archivo|entretien|séance|fichier|intervista|sessione|wywiad"
    r"|nagranie|görüşme|интервью|запись|беседа|インタビュー|会話|访谈|訪談|会话|인터뷰|대화|مقابلة|ראיון|สัมภาษณ์)",
    re.IGNORECASE,
)
LONGEST_NAME = 40
WIDE = 2  # letters that a sign of Chinese, Japanese or Korean stands for
LEAST_LETTERS = 15  # of a turn, in the middle
DISTINCT, FILLED, NAMED = 0.6, 0.9, 0.3
RETURNING, ALTERNATING, STRICTLY = 0.8, 0.4, 0.6
ASK, ASK_NAMED, ANSWER = 0.5, 0.2, 0.3
FEW = 3  # speakers of a talk that its times and the name of the column prove
AT_LEAST, AT_MOST = 0.1, 0.75  # share of the rows that those who ask may have


class TalkColumns(NamedTuple):
    """Where in a table of talk stands what, by column, and at which rows another interview begins."""

    speaker: int
    text: int
    interview: int | None = None
    begins: tuple[int, ...] = (0,)


def find_talk_columns(names: Sequence[str], rows: Sequence[Sequence[str]]) -> TalkColumns | None:
    """Which columns hold who speaks and what is said; None when the rows are no talk.

    One column of text that hardly recurs, one of a few names that take turns, of whom somebody asks, and rows in the
    order of time: a column of rising times, or a name that says that it tells the speaker. `rows` hold no names.
    """
    width = max(map(len, rows), default=0)
    if len(rows) < TURNS_AT_LEAST or width < 2:
        return None
    columns = [[row[at].strip() if at < len(row) else "" for row in rows] for at in range(width)]
    names = [*names, *[""] * width][:width]
    text = max(range(width), key=lambda at: _letters(columns[at]))
    if not _are_sayings(columns[text]):
        return None
    clock = _clock(names, [column if at != text else [] for at, column in enumerate(columns)])
    speakers = [at for at in range(width) if at != text and _may_be_speakers(names[at], columns[at])]
    for at in sorted(speakers, key=lambda at: not _tells_speaker(names[at])):
        others = {other: column for other, column in enumerate(columns) if other not in (at, text)}
        said = [
            Turn(n, name, words) for n, (name, words) in enumerate(zip(onward(columns[at]), columns[text], strict=True))
        ]
        interview, begins = _interviews(names, others, clock, said)
        if _is_talk(names[at], said, begins, clock):
            return TalkColumns(at, text, interview, begins)
    return None


def _clock(names: Sequence[str], columns: Sequence[Sequence[str]]) -> Times | None:
    """The column of rising times, best one of the recording; mere numbers are times where the column says so."""
    times = [
        found
        for name, column in zip(names, columns, strict=True)
        if (found := read_times(column)) is not None and (not found.plain or TIME.search(name))
    ]
    return min(times, key=lambda found: found.of_day, default=None)


def _tells_speaker(name: str) -> bool:
    return bool(SPEAKER.match(name.strip()) or NAMES.fullmatch(name.strip()))


def onward(cells: Sequence[str]) -> list[str]:
    """A speaker's name in each row; where none stands, the one before goes on."""
    found: list[str] = []
    for cell in cells:
        found.append(cell.strip() or (found[-1] if found else ""))
    return found


def _letters(cells: Sequence[str]) -> float:
    return sum(WIDE if ord(sign) > 0x2E80 else 1 for cell in cells for sign in cell) / max(1, len(cells))


def _are_sayings(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return (
        len(filled) >= FILLED * len(cells)
        and _letters(filled) >= LEAST_LETTERS
        and len(set(filled)) >= DISTINCT * len(filled)
    )


def _may_be_speakers(name: str, cells: Sequence[str]) -> bool:
    """A few short names that come back; blanks only where the column says that it tells the speaker."""
    filled = [cell for cell in cells if cell]
    if len(filled) < (NAMED if _tells_speaker(name) else FILLED) * len(cells) or not cells[0]:
        return False
    counts = Counter(map(key, filled))
    if not len(counts) >= 2 or not all(len(cell) <= LONGEST_NAME and any(map(str.isalpha, cell)) for cell in counts):
        return False
    returning = [count for count in counts.values() if count > 1]
    return 2 <= len(returning) <= SPEAKERS_AT_MOST * 5 and sum(returning) >= RETURNING * len(filled)


def _is_talk(column: str, said: Sequence[Turn], begins: Sequence[int], clock: Times | None) -> bool:
    """Whether speakers take turns, somebody asks and the others do not, and rows follow each other in time."""
    blocks = parted(said, begins)
    if any(len({turn.speaker for turn in block}) > SPEAKERS_AT_MOST for block in blocks):
        return False
    changes = [a.speaker != b.speaker for block in blocks for a, b in pairwise(block)]
    alternating = sum(changes) / max(1, len(changes))
    if alternating < ALTERNATING:
        return False
    if clock is not None and not clock.of_day and clock.starts and SPEAKER.match(column.strip()):
        few = all(len({turn.speaker for turn in block}) <= FEW for block in blocks)
        if few and alternating >= STRICTLY:
            return True
    by_word = any(asks_by_word(turn.speaker) for turn in said)
    ordered = _tells_speaker(column) or (clock is not None and (not clock.of_day or by_word))
    return ordered and _somebody_asks(said, blocks)


def _somebody_asks(said: Sequence[Turn], blocks: Sequence[Sequence[Turn]]) -> bool:
    shares = asking_shares(said)
    asking = {name for block in blocks for name in find_roles(block).those_who("asks")}
    rows = sum(turn.speaker in asking for turn in said) / len(said)
    if not AT_LEAST <= rows <= AT_MOST:
        return False
    asked = [shares[turn.speaker] for turn in said if turn.speaker in asking]
    answered = [shares[turn.speaker] for turn in said if turn.speaker not in asking]
    least = ASK_NAMED if all(map(asks_by_word, asking)) else ASK
    return sum(asked) / len(asked) >= least and sum(answered) / len(answered) <= ANSWER


def parted(said: Sequence[Turn], begins: Sequence[int]) -> list[Sequence[Turn]]:
    """The turns of each interview."""
    return [said[a:b] for a, b in pairwise([*begins, len(said)])]


def _interviews(
    names: Sequence[str], others: dict[int, list[str]], clock: Times | None, said: Sequence[Turn]
) -> tuple[int | None, tuple[int, ...]]:
    """The column that names the interview, and where each begins: it is one stretch, at which the clock begins anew.

    A column of chapters has stretches, too; there the clock goes on, or the same people do.
    """
    restarts = (0, *sorted(clock.restarts)) if clock is not None and not clock.of_day else ()
    best: tuple[int | None, tuple[int, ...]] = (None, (0,))
    for at, cells in others.items():
        filled = onward(cells)
        begins = (0, *(n for n, (a, b) in enumerate(pairwise(filled), 1) if a != b))
        blocks = parted(said, begins)
        if len(begins) != len(set(filled)) or len(begins) <= len(best[1]) or min(map(len, blocks)) < TURNS_AT_LEAST:
            continue
        if any(len({turn.speaker for turn in block}) < 2 for block in blocks):
            continue
        if set(begins) <= set(restarts) if restarts else _is_named(names[at]) or _are_others(blocks):
            best = (at, begins)
    if best[0] is None and len(restarts) > 1 and min(map(len, parted(said, restarts))) >= TURNS_AT_LEAST:
        return None, restarts
    return best


def _is_named(name: str) -> bool:
    return INTERVIEW.search(name) is not None


def _are_others(blocks: Sequence[Sequence[Turn]]) -> bool:
    """Whether each stretch has somebody of its own who answers."""
    answering = [set(find_roles(block).those_who("answers")) for block in blocks]
    return all(answering) and not any(a & b for n, a in enumerate(answering) for b in answering[n + 1 :])
