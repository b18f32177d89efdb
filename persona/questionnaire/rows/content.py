"""Rows that are no respondents by what stands in them: advertisements, and the same answers sent twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from persona.questionnaire.evidence import words_of
from persona.questionnaire.rows.duplicates import FILLED, INDIVIDUAL, LONG, SAMPLE, Repeats, batch_size, row_hashes
from persona.questionnaire.rows.resemblance import unlike_others

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from persona.questionnaire.rows.table import RowTable

_LINK = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)
_CONTACT = re.compile(
    r"\b(?:whats\s?app|telegram|viber|wechat|zalo)\b|[\w.+-]+@[\w-]+\.\w|\+\d[\d\s().-]{7,}\d|\b\d{9,}\b|微信|加微",
    re.IGNORECASE,
)
"""Where a text sends its readers, besides links."""
_ONLY_LINKS = re.compile(r"(?:(?:https?://|www\.)\S+[\s,;]*)+", re.IGNORECASE)
_MARKS = re.compile(r"[;,|\n]")
_OPTIONS = 0.3  # share of different parts below which cells list what was offered
_LEAST_WORDS = 3  # beside the link: a cell that is only an address may be asked for
_SENTENCES = 0.6  # share of cells of a column that are sentences, and that differ: nobody was asked for an address
_WORDS_OF_A_SENTENCE = 4
_LEAST_TIMES = 3
_RARE = 0.3  # share of the rows up to which a text with a link is no stock sentence of the tool
_ALL_DIFFER = 0.98
_SHORT = 40
_LEAST_LETTERS = 6  # of what tells people apart
_REMEMBERED = 20  # earlier rows with one cell; more say that it tells nobody apart
_OWN_WORDS, _FEW_PEOPLE = 4, 500  # of a text that nobody else wrote; among many, somebody else writes it by chance
_DIGITS = 9  # of a number by which somebody is called


def advertisements(table: RowTable) -> dict[int, str]:
    """Rows that sell something, with the text: one text many times, or nothing but links where others write sentences.

    Such a text is long, stands in three or more rows word for word and holds a link; or, among sentences of which
    hardly two are alike, an address, a number to call or the name of a messenger.
    """
    texts: defaultdict[str, list[int]] = defaultdict(list)
    links: defaultdict[str, dict[int, str]] = defaultdict(dict)
    written = _written_columns(table)
    for first, cells in table.batches(table.names, batch_size(table)):
        for name in table.names:
            for row, cell in enumerate(cells[name], first):
                if len(cell) <= LONG // 4:
                    continue
                words = cell.count(" ") + 1
                if words <= _LEAST_WORDS:
                    if name in written and _ONLY_LINKS.fullmatch(cell.strip()):
                        links[name][row] = cell
                elif len(cell) > LONG // 2 and (_LINK.search(cell) or (name in written and _CONTACT.search(cell))):
                    texts[cell.strip()].append(row)
    found = {row: text for text, rows in texts.items() if _is_some(rows, table.rows) for row in rows}
    for told in links.values():
        found |= told if _is_some(told, table.rows) else {}
    return found


def _written_columns(table: RowTable) -> frozenset[str]:
    """Columns of sentences, of which hardly two are alike, in the first rows."""
    _, cells = next(iter(table.batches(table.names, min(batch_size(table), SAMPLE))), (1, {}))
    return frozenset(name for name in table.names if _are_sentences([cell for cell in cells.get(name, ()) if cell]))


def _are_sentences(filled: Sequence[str]) -> bool:
    long = sum(cell.count(" ") + 1 >= _WORDS_OF_A_SENTENCE for cell in filled)
    parts = [part.strip() for cell in filled for part in _MARKS.split(cell)]
    if len(set(parts)) < _OPTIONS * len(parts):  # lists of options, of which each stands in many
        return False
    return long >= _SENTENCES * len(filled) > 0 and len(set(filled)) >= _SENTENCES * len(filled)


def _is_some(rows: Collection[int], people: int) -> bool:
    """Whether these are several rows, and few enough to be none of the tool's own stock sentences."""
    return _LEAST_TIMES <= len(set(rows)) <= _RARE * people


def same_answers(table: RowTable) -> Repeats | None:
    """Rows equal to an earlier one in all but ids and times, and in something that tells people apart.

    That is a text of some length, or of some words that nobody else wrote, an address, a number to call, or two of:
    a time, a short text and the like, each of which few share. Or many closed answers, where nobody else's come near.
    """
    answered, telling = _kinds_of_columns(table)
    if not FILLED <= len(answered) < len(table.names):
        return None
    hashes = row_hashes(table, answered)
    _, groups, sizes = np.unique(hashes, return_inverse=True, return_counts=True)
    alike = {int(at) + 1: int(groups[at]) for at in np.flatnonzero(sizes[groups] > 1)}
    rows = _told_again(table, telling, alike) if telling else []
    how = "all answers are equal, one that nobody else gave among them"
    if not rows and (rows := unlike_others(table, answered, alike)):
        how = "all answers are equal, and nobody else's come near to them"
    return Repeats(tuple(rows), how) if rows else None


def _told_again(table: RowTable, telling: Sequence[str], alike: Mapping[int, int]) -> list[int]:
    """The later ones of rows of the same answers that share what tells people apart. `alike`: the group of each."""
    rows: list[int] = []
    own = _own_texts(table, telling, alike) if alike else frozenset()
    earlier: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for first, cells in table.batches(telling, batch_size(table)) if alike else ():
        for row in range(first, first + len(cells[telling[0]])):
            if row in alike:
                given = {name: cells[name][row - first].strip() for name in telling}
                if _sent_again(given, earlier, alike[row], row, own):
                    rows.append(row)
    return rows


def _own_texts(table: RowTable, telling: Sequence[str], alike: Mapping[int, int]) -> frozenset[tuple[str, str]]:
    """Texts of several words, with their columns, that one group of rows of the same answers holds and nobody else."""
    places: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    if table.rows > _FEW_PEOPLE:
        return frozenset()
    for first, cells in table.batches(telling, batch_size(table)):
        for name in telling:
            for row, cell in enumerate(cells[name], first):
                if words_of(cell) >= _OWN_WORDS:
                    places[name, cell.strip()].add(alike.get(row, -row))
    return frozenset(text for text, groups in places.items() if len(groups) == 1)


def _sent_again(
    given: Mapping[str, str],
    earlier: dict[tuple[int, str, str], list[int]],
    group: int,
    row: int,
    own: Collection[tuple[str, str]],
) -> bool:
    """Whether an earlier row of the same answers shares enough of what tells people apart; remembers this one."""
    shared: Counter[int] = Counter()
    for name, cell in given.items():
        if not cell:
            continue
        before = earlier[group, name, cell]
        shared.update(dict.fromkeys(before, 2 if _tells_apart(cell) or (name, cell) in own else 1))
        if len(before) < _REMEMBERED:
            before.append(row)
    return any(n > 1 for n in shared.values())


def _tells_apart(cell: str) -> bool:
    """Whether two people hardly write the same: a long text, an address, a number to call."""
    return len(cell) >= LONG or "@" in cell or (":" not in cell and sum(map(str.isdigit, cell)) >= _DIGITS)


def _kinds_of_columns(table: RowTable) -> tuple[list[str], list[str]]:
    """Columns of answers, and of all columns those that few people share, but numbers in a row.

    What is short and differs in every row is no answer but an id or a time.
    """
    _, cells = next(iter(table.batches(table.names, min(batch_size(table), SAMPLE))))
    answered, telling = [], []
    for name in table.names:
        filled = [cell.strip() for cell in cells[name] if cell.strip()]
        length = sum(map(len, filled)) / max(1, len(filled))
        most = Counter(filled).most_common(1)
        differ = bool(filled) and len(set(filled)) >= _ALL_DIFFER * len(filled) and most[0][1] <= 2
        if filled and length >= _LEAST_LETTERS and len(set(filled)) >= INDIVIDUAL * len(filled):
            telling.append(name)
        if not differ or length >= _SHORT:
            answered.append(name)
    return answered, telling
