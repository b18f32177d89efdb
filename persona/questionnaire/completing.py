"""Texts that complete a closed question: "Other, please specify", by its words or by who filled it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.questionnaire.evidence import Evidence
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.names.titles import fold
from persona.reading.yes_no import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.questionnaire.columns import RowSample
    from persona.questionnaire.drafts import Draft

_NEAR = 3  # questions back at which the one that is completed may stand
_LEAST_FILLED, _LEAST_OPTIONS = 3, 3
_ONLY_THERE = 0.95  # share of the filled cells in rows in which the option is chosen
_USUALLY = 0.5  # share of those rows that are filled
_FEW_CHOOSE = 0.4  # share of the people up to which an option may be what no other offers; where its name says so
_SOME_CHOOSE = 0.7
_DIFFER, _SHORT = 0.6, 4  # share of different texts, and words, of what people name themselves
_LETTERS = 0.9
_MORE_WORDS = 2  # beside the option's own in a name: "Other, which?"
_CLOSED = (Kind.SINGLE, Kind.MULTIPLE)


def with_completing(drafts: Sequence[Draft], sample: RowSample) -> list[Draft]:
    """The drafts, those that complete a question before them with its place (`of`).

    Evidence is the wording, or the whole column: filled in only where one option is chosen, with words of their own.
    """
    found: list[Draft] = []
    for draft in drafts:
        before = next((d for d in reversed(found) if d.of is None), None)
        if before is not None and _completes(draft, before):
            found.append(draft.but(of=before.position))
            continue
        asked = [d for d in reversed(found) if d.of is None][:_NEAR] if _may_complete(draft) else []
        said = ((d, option) for d in asked if (option := _only_for(draft, d, sample, near=d is before)) is not None)
        found.append(_completed(draft, *told) if (told := next(said, None)) else draft)
    return found


def _completed(draft: Draft, before: Draft, option: str) -> Draft:
    reason = f"people who chose “{option}” name here what they mean"
    return draft.but(kind=Kind.OPEN, reason=reason, options=(), no_answer=(), separator=None, of=before.position)


def _completes(draft: Draft, before: Draft) -> bool:
    closed = before.kind in (*_CLOSED, Kind.RANKING)
    if draft.kind is not Kind.OPEN or not closed:
        return False
    named = fold(draft.text)
    if named == f"{fold(before.text)} text":
        return True
    if not headings.asks_for_other(draft.text):
        return False
    return len(named.split()) <= 4 or _same_start(named, fold(before.text)) or named.startswith("if ")


def _same_start(a: str, b: str) -> bool:
    words = b.split()[:4]
    return a.split()[: len(words)] == words


def _may_complete(draft: Draft) -> bool:
    """Whether few filled in some words of their own."""
    column = draft.columns[0]
    may = draft.kind in (Kind.OPEN, *_CLOSED) and len(draft.columns) == 1 and draft.use is None
    if not may or column.uncounted or not _LEAST_FILLED <= column.filled <= _SOME_CHOOSE * column.rows:
        return False
    return Evidence(column).share(lambda text: any(map(str.isalpha, text))) >= _LETTERS


def _only_for(draft: Draft, before: Draft, sample: RowSample, *, near: bool) -> str | None:
    """The option of a question for which alone a column is filled in, as what no other option offers."""
    if before.kind not in _CLOSED or len(before.options) < _LEAST_OPTIONS:
        return None
    filled = {row for row, cell in enumerate(sample.cells[draft.position]) if cell}
    for option in before.options:
        if fold(draft.text) == f"{fold(option.label)} text":  # as Qualtrics calls the box beside an option
            return option.label
    chosen = [(label, rows) for label, rows in _choosers(before, sample) if _are_those(filled, rows)]
    if not chosen or len(filled) < _LEAST_FILLED:
        return None
    label, rows = min(chosen, key=lambda pair: len(pair[1]))
    if fold(label) in YES | NO:
        return None
    named = headings.asks_for_other(label) or _is_named_by(draft, before, label)
    few = len(rows) <= _FEW_CHOOSE * sample.rows
    return label if named or (near and few and _are_own_words(draft)) else None


def _are_those(filled: set[int], rows: set[int]) -> bool:
    return len(filled & rows) >= _ONLY_THERE * len(filled) and len(filled & rows) >= _USUALLY * len(rows)


def _choosers(before: Draft, sample: RowSample) -> Iterator[tuple[str, set[int]]]:
    """Each option of a question with the rows in which it is chosen."""
    ticked = before.recoding.ticked if before.recoding else {}
    for option in before.options:
        if option.column is not None and option.column in ticked:
            on = set(ticked[option.column])
            yield option.label, {row for row, cell in enumerate(sample.cells[option.column]) if cell in on}
        elif before.kind is Kind.SINGLE or before.separator:
            wanted = {fold(option.label), *map(fold, option.spellings)}
            cells = enumerate(sample.cells[before.position])
            yield option.label, {row for row, cell in cells if not wanted.isdisjoint(_parts(cell, before.separator))}
    for code in before.no_answer if len(before.columns) == 1 else ():  # 96 beside 1, 2 and 3 may be "other"
        yield code, {row for row, cell in enumerate(sample.cells[before.position]) if cell == code}


def _parts(cell: str, separator: str | None) -> set[str]:
    return {fold(part) for part in (cell.split(separator.strip() or None) if separator else [cell])}


def _is_named_by(draft: Draft, before: Draft, label: str) -> bool:
    """Whether its name is the option's, with a word or two, or that of the question and the option's."""
    option, words = fold(label), len(fold(label).split())
    asked = {f"{fold(name)} {option}" for name in (before.text, before.columns[0].name)}
    for name in {fold(draft.text), fold(draft.columns[0].name)}:
        if name in asked or (f"{name} ".startswith(f"{option} ") and len(name.split()) <= words + _MORE_WORDS):
            return True
    return False


def _are_own_words(draft: Draft) -> bool:
    """Whether most texts differ and are short: names of things rather than what is thought of them."""
    texts = Evidence(draft.columns[0])
    return texts.distinct_share >= _DIFFER and texts.words <= _SHORT
