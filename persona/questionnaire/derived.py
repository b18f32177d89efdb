"""Columns that a tool worked out of another one: the group of a score ("Promoter" of 9 and 10), bands of an age."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from persona.questionnaire.evidence import Evidence, plain
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.options import option_list
from persona.questionnaire.values.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from persona.questionnaire.columns import RowSample
    from persona.questionnaire.drafts import Draft

_LEAST_VALUES = 5  # of the score
_MOST_BANDS = 8
_LEAST_ROWS, _LEAST_EACH, _SHARE_EACH = 20, 3, 0.03
_ALSO_FILLED = 0.95  # share of the rows with a score in which the group stands, too
_LOOKED_AT = 2_000


class _Score(NamedTuple):
    """A column of numbers, with the place or number of each cell text and how many there are."""

    draft: Draft
    values: Mapping[str, float]
    distinct: int

    @classmethod
    def of(cls, draft: Draft) -> _Score:
        values = _values(draft)
        return cls(draft, values, len(set(values.values())))


def with_derived(drafts: Sequence[Draft], sample: RowSample) -> list[Draft]:
    """The drafts, those that only repeat a score in fewer answers set to describe: the score says more.

    Evidence is the whole column: each value of the score has one group, the values of a group lie together, and every
    group holds several people.
    """
    scores = [_Score.of(draft) for draft in drafts if _may_be_score(draft)]
    scores = [score for score in scores if score.distinct >= _LEAST_VALUES]
    if not scores:
        return list(drafts)
    return [_with_source(draft, scores, sample) if _may_be_group(draft) else draft for draft in drafts]


def _may_be_score(draft: Draft) -> bool:
    return len(draft.columns) == 1 and draft.kind in (Kind.RATING, Kind.NUMBER) and not draft.columns[0].uncounted


def _may_be_group(draft: Draft) -> bool:
    closed = draft.kind in (Kind.SINGLE, Kind.RATING) and len(draft.columns) == 1
    return closed and 2 <= len(draft.columns[0].sides) <= _MOST_BANDS and draft.use is None


def _values(draft: Draft) -> dict[str, float]:
    """The place or number of each cell text of a score."""
    known = draft.recoding.values if draft.recoding else {}
    aside = {*draft.no_answer, *draft.columns[0].blanks}
    found = {}
    for text in draft.columns[0].counts:
        number = known.get(text)
        if number is None and text not in aside and (read := numeral(text)) is not None:
            number = read.read(bool(draft.recoding and draft.recoding.decimal))
        if number is not None:
            found[text] = number
    return found


def _with_source(group: Draft, scores: Sequence[_Score], sample: RowSample) -> Draft:
    bands = group.columns[0]
    for score in scores:
        column = score.draft.columns[0]
        if column.position == bands.position or score.distinct < len(bands.sides) + 2:
            continue
        pairs = islice(sample.of([column.position, bands.position]), _LOOKED_AT)  # most end after a few rows
        if _is_function(pairs, score.values, bands.sides):
            said = plain(score.draft.text, 60)
            if group.kind is Kind.RATING and not (group.scale and group.scale.words):
                group = option_list(Evidence(bands), "its codes are groups of another answer")
            return group.but(use="describe", why=f"it says in fewer words what “{said}” says")
    return group


def _is_function(pairs: Iterable[tuple[str, ...]], values: Mapping[str, float], bands: Mapping[str, int]) -> bool:
    """Whether each value has one band, and the bands cut the values, in order, into as many stretches."""
    band_of: dict[float, str] = {}
    people: Counter[str] = Counter()
    scored = 0
    for cell, band in pairs:
        if (value := values.get(cell)) is None:
            continue
        scored += 1
        if band not in bands:
            continue
        if band_of.setdefault(value, band) != band:
            return False
        people[band] += 1
    if len(people) < 2 or people.total() < max(_LEAST_ROWS, _ALSO_FILLED * scored):
        return False
    if sum(n >= max(_LEAST_EACH, _SHARE_EACH * people.total()) for n in people.values()) < 2:
        return False
    return len(list(groupby(band_of[value] for value in sorted(band_of)))) == len(people)
