"""Words that several columns of a file use for the steps of one scale, whoever chose which of them in a column."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from persona.questionnaire.values.cells import spelling_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.scales import WordScale

_LEAST_SHARED = 2
_MOST_WORDS, _LONGEST = 13, 70  # of a column, and letters of each
_LEAST_KNOWN, _KNOWN_SHARE = 3, 0.6  # labels of a file that words put in the order of their codes


def words_of_all(columns: Iterable[ColumnView]) -> Mapping[int, Mapping[str, int]]:
    """By position: the answers of all columns that share two answers or more with this one, and with each other.

    What the file itself calls the codes of a column belongs to its words, chosen or not.
    """
    groups: dict[int, Counter[str]] = {}
    members: defaultdict[int, list[int]] = defaultdict(list)
    known: defaultdict[str, set[int]] = defaultdict(set)
    for column in columns:
        words = _words(column)
        if not words:
            continue
        shared = Counter(group for key in words for group in known[key])
        joined = sorted(group for group, n in shared.items() if n >= _LEAST_SHARED)
        first = joined[0] if joined else column.position
        counts = groups.setdefault(first, Counter())
        for other in joined[1:]:
            counts.update(groups.pop(other))
            members[first] += members.pop(other)
        counts.update(dict(words.values()))
        members[first].append(column.position)
        for key in {spelling_key(text) for text in counts}:
            known[key] = (known[key] - set(joined)) | {first}
    return {at: groups[group] for group, places in members.items() for at in places}


def _words(column: ColumnView) -> dict[str, tuple[str, int]]:
    """The commonest spelling of each answer in words with its count; empty where the column holds other things."""
    texts = {text: n for text, n in column.sides.items() if text not in column.codes}
    fits = not column.uncounted and 0 < len(texts) <= _MOST_WORDS
    if not fits or any(len(text) > _LONGEST or not any(map(str.isalpha, text)) for text in texts):
        return {}
    found: dict[str, tuple[str, int]] = {}
    for text, n in (*texts.items(), *((step, 0) for step in column.steps if step not in texts)):
        key = spelling_key(text)
        if key not in found or found[key][1] < n:
            found[key] = (text, n)
    return found


def in_steps(found: WordScale, steps: Sequence[str]) -> WordScale:
    """The scale in the order of the codes behind its words, where these words say the same or nothing.

    An answer whose words nobody knows stands where its code does: between "satisfied" (2) and "dissatisfied" (4).
    """
    placed = [found.places[step] for step in steps if step in found.places]
    rises = all(a < b for a, b in pairwise(placed))
    falls = all(a > b for a, b in pairwise(placed))
    if len(placed) < max(_LEAST_KNOWN, _KNOWN_SHARE * len(steps)) or not (rises or falls):
        return found
    words = tuple(steps) if rises else tuple(reversed(steps))
    place_of = {word: at for at, word in enumerate(words, 1)}
    known = {spelling_key(word): at for word, at in place_of.items()}
    texts = {*found.places, *found.outside}
    places = place_of | {text: known[spelling_key(text)] for text in texts if spelling_key(text) in known}
    return replace(found, words=words, places=places, outside=tuple(sorted(texts - places.keys())), middle=None)
