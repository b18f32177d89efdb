"""Rows by which somebody tried the questionnaire out: all that is written in them says "test"."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from persona.questionnaire.rows.duplicates import SAMPLE, batch_size

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from persona.questionnaire.rows.table import RowTable

_WORD = (
    r"(?:tests?|testing|prueba|pruebas|probando|prova|teste|proef|próba|тест|проверка|essai|koe|deneme|zkouška|dummy"
    r"|テスト|测试|測試|테스트|اختبار)"
)
_THIS_IS = (
    r"(?:this\sis|it'?s|just|only|dies\sist|das\sist|nur|ist|esto\ses|es|solo|c'est|ceci\sest|juste|isto\sé|só|questo\sè"
    r"|dit\sis|to\sjest|это|det\s(?:är|er)|これは)"
)
_ARTICLE = r"(?:an?|ein|eine|una?|uma?|een|en|ett?|just|only|nur)"
_KEYS = r"(?:asdf\w{0,8}|qwert\w{0,6}|lorem\sipsum.{0,20}|foo\s?bar)"
_TRIAL = re.compile(
    rf"(?:(?:{_THIS_IS}\s?)?(?:{_ARTICLE}\s)?{_WORD}(?:[\s,.-]*(?:{_WORD}|\d{{1,3}}))*|{_KEYS})[\s.!…]*(?:です)?[.!。]?",
    re.IGNORECASE,
)
_TRIAL_ADDRESS = re.compile(rf"(?:{_WORD}|{_KEYS})[\w.+-]{{0,4}}@.+", re.IGNORECASE)
_MASHED = re.compile(rf"{_KEYS}[\s.!…]*", re.IGNORECASE)
_SEVERAL = 4  # cells beside what is written that a tester in haste leaves blank
_LONGEST = 40
_WRITTEN = 15  # letters on average: what people write themselves, and no list of options
_DIFFER = 0.5
_RARE = 0.1  # share of rows up to which they are trials, and no way to answer


def trials(table: RowTable) -> dict[int, str]:
    """Rows whose written cells and addresses all say that they are a trial, with one of these cells.

    A column of a few options is not looked at: "test" beside "control" is an answer.
    """
    written = _written_columns(table)
    if not written:
        return {}
    known: dict[str, bool] = {}
    found: dict[int, str] = {}
    mashed: set[int] = set()
    for first, cells in table.batches(written, batch_size(table)):
        for row, given in enumerate(zip(*(cells[name] for name in written), strict=True), first):
            if (text := _trial_in(given, known)) is not None:
                found[row] = text
                if _MASHED.fullmatch(text) and sum(bool(cell.strip()) for cell in given) == 1:
                    mashed.add(row)
    people = _answered_like_others(table, [name for name in table.names if name not in written], mashed)
    found = {row: text for row, text in found.items() if row not in people}
    return found if len(found) <= _RARE * table.rows else {}


def _answered_like_others(table: RowTable, closed: Sequence[str], rows: Set[int]) -> set[int]:
    """Those of these rows that are filled like most others, but for what is written: a person who skipped one box."""
    if not rows or len(closed) < _SEVERAL:
        return set()
    filled: dict[int, int] = {}
    for first, cells in table.batches(closed, batch_size(table)):
        for row, given in enumerate(zip(*(cells[name] for name in closed), strict=True), first):
            if row in rows or row <= SAMPLE:
                filled[row] = sum(bool(cell.strip()) for cell in given)
    usual = median(count for row, count in filled.items() if row <= SAMPLE and row not in rows)
    return {row for row in rows if filled[row] >= max(_SEVERAL, usual - 1)}


def _trial_in(given: Sequence[str], known: dict[str, bool]) -> str | None:
    """The first cell of a row in which nothing else is written."""
    filled = [cell.strip() for cell in given if cell.strip()]
    if not filled or any(len(cell) > _LONGEST for cell in filled):
        return None
    for cell in filled:
        if cell not in known:
            known[cell] = bool(_TRIAL.fullmatch(cell) or _TRIAL_ADDRESS.fullmatch(cell))
        if not known[cell]:
            return None
    return filled[0]


def _written_columns(table: RowTable) -> list[str]:
    """Columns of addresses, and of texts of some length that differ from person to person, in the first rows."""
    _, cells = next(iter(table.batches(table.names, min(batch_size(table), SAMPLE))), (1, {}))
    return [name for name in table.names if _is_written([cell.strip() for cell in cells.get(name, ()) if cell.strip()])]


def _is_written(filled: Sequence[str]) -> bool:
    if not filled or len(set(filled)) < _DIFFER * len(filled):
        return False
    if sum("@" in cell for cell in filled) > _DIFFER * len(filled):
        return True
    words = sum(" " in cell or not cell.isascii() for cell in filled) > _DIFFER * len(filled)
    digits = sum(map(str.isdigit, "".join(filled))) > _RARE * sum(map(len, filled))  # ids and times
    return words and not digits and sum(map(len, filled)) >= _WRITTEN * len(filled)
