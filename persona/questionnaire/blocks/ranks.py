"""Rankings: columns in which each person puts the same things in another order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from persona.questionnaire.names.stems import Run
from persona.questionnaire.values.orders import asks_for_order
from persona.questionnaire.values.ordinals import ordinal, placed, read_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.questionnaire.columns import ColumnView, RowSample

_PLACE = re.compile(
    r"^\W*((rank|choice|place|position|priority|rang|platz|choix|opción|no|nr|#|ranga|ranking|puesto|lugar|posición|posição|posto"
    r"|rangs|plaats|plats|plass|sija|miejsce|pořadí|místo|miesto|hely|loc(?:ul)?|sıra|место|ранг|місце|mjesto|θέση|peringkat"
    r"|urutan|hạng|thứ|nafasi|المرتبة|الترتيب|מקום|דירוג|स्थान|順位|排名|순위)?\W*\d{1,2}(st|nd|rd|th)?"
    r"|(first|second|third|fourth|fifth|1st|2nd|3rd|[4-9]th)(\s+(choice|place|priority))?)\W*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?P<before>\D{0,3})(?P<number>\d)(?:st|nd|rd|th|ers?|ère|re|e|º|ª|°|\.º|\.ª|:?[ae]|\.)?(?=[\W_]|[^\x00-\x7f])\W*(?P<words>[^\W\d].*)"
)
_LEAST_COLUMNS = 3
_LEAST_ROWS = 5
_MOSTLY = 0.9
_MOST_OPTIONS = 60


def is_ranking(columns: Sequence[ColumnView], stem: str, sample: RowSample) -> bool:
    """Whether the cells are places (1, "2nd", "Rank 3") up to the number of columns, none twice in a row."""
    most = len(columns)
    if most < _LEAST_COLUMNS:
        return False
    places = read_places({text for column in columns for text in column.sides})
    if not places or min(places.values()) != 1:
        return False
    top = max(places.values())
    if top > most or top < _LEAST_COLUMNS:
        return False
    rows = [[places[cell] for cell in row if cell in places] for row in sample.of([c.position for c in columns])]
    several = [row for row in rows if len(row) > 1]
    full = [row for row in several if len(row) >= min(top, most)]
    distinct = sum(len(set(row)) == len(row) for row in several)
    if len(several) < min(_LEAST_ROWS, sample.rows):
        return False
    asked = asks_for_order(stem) and len(full) >= 1
    return distinct >= (_MOSTLY if asked else 0.97) * len(several) and (asked or len(full) >= 0.5 * len(several))


def names_places(items: Sequence[str]) -> bool:
    """Whether words call the columns places ("Rank 1", "second"), so that their cells name things.

    >>> names_places(["1st choice", "2nd choice"]), names_places(["1", "2"]), names_places(["Price", "Taste"])
    (True, False, False)
    """
    return all(any(map(str.isalpha, item)) and (_PLACE.match(item) or ordinal(item)) for item in items) or _spell_all(
        items
    )


def _spell_all(items: Sequence[str]) -> bool:
    """Whether items say first, second, third before the same words; the first may leave it out: "Most important"."""
    found = [placed(item) for item in items]
    return len(items) > 1 and all(place == at or (place is None and at == 1) for at, (place, _) in enumerate(found, 1))


@lru_cache(maxsize=10_000)
def _place(text: str) -> int | None:
    text = text.strip()
    match = re.fullmatch(r"(\d{1,2})(?:\.0+)?(?:st|nd|rd|th|\.)?", text)
    return int(match[1]) if match else None


def is_slots(columns: Sequence[ColumnView], run: Run, sample: RowSample) -> bool:
    """Whether the columns are first, second … choices: numbered, one list of answers, none twice in a row."""
    if len(columns) < 2 or not (
        all(_PLACE.match(item) or ordinal(item) for item in run.items) or _spell_all(run.items)
    ):
        return False
    words = [column.sides for column in columns]
    union: dict[str, int] = {}
    for answers in words:
        for text, count in answers.items():
            union[text] = union.get(text, 0) + count
    if not _LEAST_COLUMNS <= len(union) <= _MOST_OPTIONS or any(column.uncounted for column in columns):
        return False
    shared = sum(n for text, n in union.items() if sum(text in answers for answers in words) > 1)
    if shared < 0.7 * sum(union.values()) or all(_place(text) is not None for text in union):
        return False
    rows = [[cell for cell in row if cell in union] for row in sample.of([c.position for c in columns])]
    several = [row for row in rows if len(row) > 1]
    repeats = sum(len(set(row)) < len(row) for row in several)
    return len(several) >= min(_LEAST_ROWS, sample.rows) and repeats <= 0.03 * len(several)


def place_runs(columns: Sequence[ColumnView]) -> list[Run]:
    """Neighbours whose names count up before the same words, in any language: "1. helyen", "2nd choice", "第3位"."""
    found: list[Run] = []
    start = 0
    while start < len(columns):
        counted = _COUNTED.match(columns[start].text)
        stop = start + 1
        while counted and counted["number"] == "1" and stop < len(columns) and _follows(columns, start, stop, counted):
            stop += 1
        if counted and stop - start > 1:
            places = tuple(str(place) for place in range(1, stop - start + 1))
            found.append(Run(start, stop, counted["words"].strip(" .:-"), places, 2))
        elif (end := _spelled_out(columns, start)) - start > 1:
            stop = end
            places = tuple(str(place) for place in range(1, stop - start + 1))
            found.append(Run(start, stop, _without_place(columns[start].text), places, 2))
        start = stop
    return found


def _spelled_out(columns: Sequence[ColumnView], start: int) -> int:
    """Where neighbours end whose names say first, second, third before the same words; the first may leave it out."""
    place, words = placed(columns[start].text)
    if place not in (None, 1):
        return start
    stop = start + 1
    while stop < len(columns) and columns[stop].position == columns[start].position + stop - start:
        if placed(columns[stop].text) != (stop - start + 1, words):
            break
        stop += 1
    return stop


def _without_place(name: str) -> str:
    """A name without the word for its place, as the file writes it: "choice" of "First choice"."""
    words = [word for word in name.split() if ordinal(word) is None]
    return " ".join(words) if 0 < len(words) < len(name.split()) else placed(name)[1] or name


def _follows(columns: Sequence[ColumnView], start: int, at: int, first: re.Match[str]) -> bool:
    """Whether a column stands beside the one before it and is named by the next place."""
    counted = _COUNTED.match(columns[at].text)
    beside = columns[at].position == columns[start].position + at - start
    return (
        beside
        and counted is not None
        and counted["number"] == str(at - start + 1)
        and (counted["before"], counted["words"]) == (first["before"], first["words"])
    )


def puts_all_in_order(columns: Sequence[ColumnView], sample: RowSample) -> bool:
    """Whether nearly everybody names every one of the answers, so that only their order can differ."""
    union = {text for column in columns for text in column.sides}
    rows = [[cell for cell in row if cell in union] for row in sample.of([c.position for c in columns])]
    filled = [row for row in rows if row]
    whole = sum(len(set(row)) == len(union) for row in filled)
    return len(union) == len(columns) and whole >= 0.97 * max(len(filled), 1)


def names_ranks(run: Run) -> bool:
    """Whether the question, or its items, speak of an order: "Rank 1", "Second choice"."""
    return (
        _spell_all(run.items)
        or asks_for_order(run.stem)
        or any(
            re.search(r"rank|rang|priorit|hạng|peringkat|urutan|ранг|順位|排名|순위|المرتبة|pořad", item, re.IGNORECASE)
            for item in run.items
        )
    )
