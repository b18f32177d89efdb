"""Several choices in one cell: the separator, the options, and what each cell ticked, decided over the whole column.

A separator is believed where its parts come back in ever new company. Parts that never part ("Yes, often", "Paris,
France") are whole options; what hardly ever comes back is prose.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from persona.questionnaire.values.blanks import Blank, blank_kind
from persona.questionnaire.values.cells import shown, spelling_key
from persona.questionnaire.values.clauses import are_clauses
from persona.questionnaire.values.code_lists import are_decimals, asks_for_several, is_code_list
from persona.questionnaire.values.day_forms import written_day
from persona.questionnaire.values.numerals import numeral, out_of
from persona.questionnaire.values.separators import (
    LIST_MARK,
    SEPARATORS,
    Separator,
    cut_further,
    listed,
    pieces,
    quick_parts,
)
from persona.questionnaire.values.slugs import split_slugs
from persona.questionnaire.values.spellings import join_spellings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

_SAMPLE = 3_000  # distinct cells that decide
_MOST_OPTIONS = 150
_LEAST_KNOWN = 0.7  # share of all parts that come back
_ANY_MARK = re.compile(r"[\s／;；؛|•·‣▪,、，،/&+\[{┋]|::|<br")
_LONGEST_CELL = 1_000  # letters on average; longer cells are texts
_LONGEST_OPTION = 9.0  # words on average; longer parts are sentences
_SURE = 0.001  # probability by chance below which two parts belong together
_NEVER_APART = 0.97
_LEAST_LISTS, _MOST_BESIDE = 2, 0.2
_EMPTY_LINE = re.compile(r"\S[^\S\n]*\n(?:[^\S\n]*\n)+[^\S\n]*\S")
_MOSTLY, _SENTENCE_WORDS, _SENTENCE_SIGNS, _ASIAN = 0.5, 4, 10, 0x2E80
_RARE = 200  # one in so many cells: what fewer wrote is text of their own


@dataclass(frozen=True, slots=True)
class Choices:
    """A column of ticked options. `options` are counted by cells, `written` are texts that only few people added."""

    separator: str
    options: Mapping[str, int]  # most frequent first
    written: Mapping[str, int]
    ticked: Mapping[str, tuple[str, ...]]  # cell text → what it ticks, options and written texts


def split_choices(counts: Mapping[str, int], question: str = "", *, known: Collection[str] = ()) -> Choices | None:
    """What was ticked in each cell; None where a cell is one answer.

    `counts`: how many cells hold each text. `known`: names of options from elsewhere (columns of their own, a code
    book), which prove a separator that little else speaks for.
    """
    if not _hopeful(counts):
        return None
    cells = {
        text: text if "\t" in text else shown(text) for text in counts if blank_kind(text) in {None, Blank.NO_OPINION}
    }
    filled = Counter[str]()
    for text, cell in cells.items():
        filled[cell] += counts[text]
    found = _split(filled, question, known)
    return found and replace(found, ticked={text: found.ticked[cell] for text, cell in cells.items()})


def _split(filled: Mapping[str, int], question: str, known: Collection[str]) -> Choices | None:
    if len(filled) < 2 and not any(_ends_open(text) for text in filled):
        return None
    if lists := _as_lists(filled):
        return lists
    if _one_thing(filled):
        return None
    if is_code_list(filled, question):
        return _choices(filled, ",", lambda text: [part.strip() for part in text.split(",") if part.strip()])
    if _amounts(filled) or are_decimals(filled):
        return None
    several = asks_for_several(question)
    together = "\0".join(islice(filled, _SAMPLE))
    for separator in SEPARATORS:
        if separator.pattern.search(together) is None:
            continue
        if found := _try(separator, filled, several=several, known=known):
            return found
    slugs = split_slugs(filled, several=several, known=known)
    return _choices(filled, " ", slugs) if slugs else None


def _hopeful(counts: Mapping[str, int]) -> bool:
    """Whether any of the first distinct cells holds a mark or a blank at all, and they are no long prose."""
    sample = list(islice(counts, 500))
    marked = any(_ANY_MARK.search(text) for text in sample)
    return marked and sum(map(len, sample)) < _LONGEST_CELL * len(sample)


def _one_thing(filled: Mapping[str, int]) -> bool:
    """Whether the marks in most cells are those of dates, scores or addresses."""
    sample = list(islice(filled, 200))
    whole = sum(written_day(text) is not None or out_of(text) is not None or "://" in text for text in sample)
    return whole >= 0.5 * len(sample)


def _amounts(filled: Mapping[str, int]) -> bool:
    """Whether cells are numbers, some with a unit ("2,5", "3 h"): their commas part decimals and no ticks."""
    found = [numeral(text) for text in islice(filled, 200)]
    numbers = [number for number in found if number is not None]
    return len(numbers) >= 0.8 * len(found) and any(number.unit for number in numbers)


def _as_lists(filled: Mapping[str, int]) -> Choices | None:
    rows = {text: listed(text) for text in filled if text.lstrip()[:1] in {"[", "{"}}
    good = sum(filled[text] for text, row in rows.items() if row is not None)
    if good < 0.9 * sum(filled.values()):
        return None
    return _choices(filled, LIST_MARK, lambda text: list(rows.get(text) or ([text] if text not in rows else [])))


def _try(separator: Separator, filled: Mapping[str, int], *, several: bool, known: Collection[str]) -> Choices | None:
    sample = dict(islice(filled.items(), _SAMPLE))
    holding = {text: n for text, n in sample.items() if separator.pattern.search(text)}
    cells = sum(sample.values())
    least = 2 if separator.plain or several or known else 3
    if len(holding) < 1 or sum(holding.values()) < max(least, 0.03 * cells):
        return None
    cut = _Cut(separator, sample)
    if separator.mark == "\n" and _are_letters(cut, holding):
        return None
    if not _believable(cut, sample, several=several, known=known):
        return None
    return _choices(filled, separator.mark, _other_marks(cut.parts, sample))


def _other_marks(parts: Callable[[str], list[str]], sample: Mapping[str, int]) -> Callable[[str], list[str]]:
    """The same cut, with the parts of cells that people wrote with another mark ("a & b" beside "a, b").

    An option may hold a mark and stand beside its own words ("Bacon & eggs", "Eggs"); then it stands in lists as other
    options do. Cells with another mark are nothing but such a list, and more than one list is written so.
    """
    rows = {text: parts(text) for text in sample}
    present = Counter(part for row in rows.values() for part in row if cut_further(part, bool) is None)
    atoms = {spelling_key(part) for part, n in present.items() if n > 1}
    lists = {part for row in rows.values() for part in row if cut_further(part, lambda p: spelling_key(p) in atoms)}
    whole = sum(n for text, n in sample.items() if len(rows[text]) == 1 and rows[text][0] in lists)
    beside = sum(n for text, n in sample.items() if len(rows[text]) > 1 and lists & set(rows[text]))
    if len(lists) < _LEAST_LISTS or beside > _MOST_BESIDE * whole:
        return parts
    return lambda text: [
        piece for part in parts(text) for piece in cut_further(part, lambda p: spelling_key(p) in atoms) or [part]
    ]


def _are_letters(cut: _Cut, holding: Mapping[str, int]) -> bool:
    """Whether lines are those of mails, however many stock lines recur: most cells have empty lines, or a sentence of
    their own.
    """
    rows = {text: cut.parts(text) for text in holding}
    seen = Counter(part for row in rows.values() for part in set(row))
    own = sum(any(seen[part] == 1 and _is_sentence(part) for part in row) for row in rows.values())
    parted = sum(bool(_EMPTY_LINE.search(text)) for text in holding)
    return len(rows) > 1 and max(own, parted) >= _MOSTLY * len(rows)


def _is_sentence(part: str) -> bool:
    return len(part.split()) >= _SENTENCE_WORDS or sum(ord(sign) > _ASIAN for sign in part) >= _SENTENCE_SIGNS


class _Cut:
    """Cells cut at a separator, and joined again where two parts never part."""

    def __init__(self, separator: Separator, sample: Mapping[str, int]) -> None:
        self.separator = separator
        self.glued: frozenset[tuple[str, str]] = frozenset()
        self.glued = _inseparable([self.parts(text) for text in sample], list(sample.values()))

    def parts(self, text: str) -> list[str]:
        if not self.glued and (quick := quick_parts(text, self.separator)) is not None:
            return quick
        spans = pieces(text, self.separator)
        parts: list[str] = []
        start = 0
        for at, span in enumerate(spans):
            piece = text[span.start : span.end]
            before = spans[at - 1] if at else None
            if before and (text[before.start : before.end], piece) in self.glued:
                parts[-1] = text[start : span.end]
            else:
                parts.append(piece)
                start = span.start
        return parts


def _inseparable(rows: Sequence[Sequence[str]], weights: Sequence[int]) -> frozenset[tuple[str, str]]:
    """Neighbours that belong to one option: the second never stands without the first before it, and not by chance."""
    cells = sum(weights)
    alone, firsts, seconds = Counter[str](), Counter[str](), Counter[str]()
    pairs, present = Counter[tuple[str, str]](), Counter[str]()
    for row, weight in zip(rows, weights, strict=True):
        present.update(dict.fromkeys(set(row), weight))
        if len(row) == 1:
            alone[row[0]] += weight
        for pair in pairwise(row):
            pairs[pair] += weight
            firsts[pair[0]] += weight
            seconds[pair[1]] += weight
    starts = [row[0] for row in rows if row]
    capitals = sum(part[:1].isupper() for part in starts) > 0.9 * len(starts)
    glued = set()
    for (first, second), together in pairs.items():
        if together < _NEVER_APART * present[second] or alone[second]:
            continue
        by_chance = (present[first] / cells) ** together
        both_ways = together >= _NEVER_APART * present[first] and together > 1
        goes_on = capitals and second[:1].islower() and first[:1].isupper() and together > 1
        if (both_ways and by_chance < _SURE * 50) or (goes_on and by_chance < 0.3):
            glued.add((first, second))
    return frozenset(glued)


def _believable(cut: _Cut, sample: Mapping[str, int], *, several: bool, known: Collection[str]) -> bool:
    """Whether the parts are options: few, short, seen again and again, and in changing company."""
    rows = {text: cut.parts(text) for text in sample}
    cells = sum(sample.values())
    many = {text: row for text, row in rows.items() if len(row) > 1}
    if _all_end_open(sample, cut.separator) and _few(rows, sample):
        return True
    present = Counter[str]()
    for text, row in rows.items():
        present.update(dict.fromkeys(set(row), sample[text]))
    floor = max(2, cells // _RARE)
    common = {part for part, n in present.items() if n >= floor}
    words = sum(len(part.split()) * n for part, n in present.items()) / max(1, present.total())
    if not many or not common or words > _LONGEST_OPTION or len(common) > 2 * _MOST_OPTIONS:
        return False
    coverage = sum(present[part] for part in common) / present.total()
    if known and sum(present[part] for part in present if part in known) > 0.8 * present.total():
        return True
    if not (several or cut.separator.plain) and are_clauses(rows, sample, common):
        return False
    least = 0.5 if several and cut.separator.plain else _LEAST_KNOWN
    if coverage < least or (any(len(row) != len(set(row)) for row in many.values()) and _repeats(many, sample) > 0.1):
        return False
    return not _positional(many, rows) and _recombines(many, rows, common, cut.separator, several=several)


def _repeats(many: Mapping[str, Sequence[str]], sample: Mapping[str, int]) -> float:
    """Share of cells that hold one part twice: nobody ticks a box twice."""
    twice = sum(sample[text] for text, row in many.items() if len(row) != len(set(row)))
    return twice / sum(sample[text] for text in many)


def _all_end_open(sample: Mapping[str, int], separator: Separator) -> bool:
    """Whether nearly every cell ends with the separator, as Microsoft Forms writes ticks."""
    if not separator.plain or separator.mark == "\n":
        return False
    ending = sum(n for text, n in sample.items() if text.rstrip().endswith(separator.mark))
    return ending >= 0.95 * sum(sample.values())


def _ends_open(text: str) -> bool:
    return text.rstrip().endswith((";", "|"))


def _few(rows: Mapping[str, Sequence[str]], sample: Mapping[str, int]) -> bool:
    distinct = {part for row in rows.values() for part in row}
    return len(distinct) <= max(3, sum(sample.values()) / 2)


def _positional(many: Mapping[str, Sequence[str]], rows: Mapping[str, Sequence[str]]) -> bool:
    """Whether each place has words of its own, as in "Paris, France": a place name, no ticks."""
    widths = {len(row) for row in many.values()}
    if len(widths) != 1 or len(many) < 0.8 * len(rows):
        return False
    places = [set(column) for column in zip(*many.values(), strict=True)]
    return all(not a & b for at, a in enumerate(places) for b in places[at + 1 :])


def _recombines(
    many: Mapping[str, Sequence[str]],
    rows: Mapping[str, Sequence[str]],
    common: set[str],
    separator: Separator,
    *,
    several: bool,
) -> bool:
    """Whether parts come back in other company: more different cells than parts, or followers with many leaders."""
    leaders: dict[str, set[str]] = {}
    for row in many.values():
        for first, second in pairwise(row):
            leaders.setdefault(second, set()).add(first)
    starts = {row[0] for row in rows.values() if row}
    free = [part for part, before in leaders.items() if part in common and (len(before) > 1 or part in starts)]
    bound = [part for part, before in leaders.items() if part in common and len(before) == 1 and part not in starts]
    if not free or len(free) < len(bound):
        return False
    if separator.plain or several:
        return True
    known_cells = sum(all(part in common for part in row) for row in rows.values())
    return known_cells > len(common) or (len(free) >= 0.5 * len(common) and len(common) > 2)


def _choices(filled: Mapping[str, int], mark: str, parts: Callable[[str], list[str]]) -> Choices:
    rows = {text: [shown(part) for part in parts(text)] for text in filled}
    found = Counter[str]()
    for text, row in rows.items():
        found.update(dict.fromkeys(set(row), filled[text]))
    spellings = join_spellings({part: n for part, n in found.items() if part})
    ticked = {text: tuple(dict.fromkeys(spellings.labels[part] for part in row if part)) for text, row in rows.items()}
    counted = Counter[str]()
    for text, labels in ticked.items():
        counted.update(dict.fromkeys(labels, filled[text]))
    ordered = sorted(counted, key=lambda label: (-counted[label], label))
    floor = 1 if len(ordered) <= 12 else max(2, sum(filled.values()) // _RARE)
    options = [label for label in ordered if counted[label] >= floor][:_MOST_OPTIONS]
    written = [label for label in ordered if label not in set(options)]
    return Choices(mark, {o: counted[o] for o in options}, {w: counted[w] for w in written}, ticked)
