"""Facts: the clearest differences of a segment, worded for people with their comparison to everyone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from persona.models import Column, ColumnRole, Fact
from persona.questionnaire import headings
from persona.questionnaire.names.asking import plainly
from persona.writing.differences import AGREE, Differences, Measure, Share, is_one_code_of_several
from persona.writing.numbers import percent
from persona.writing.phrasebooks import ENGLISH, Phrasebook
from persona.writing.wordforms import bare, capital, item_of

if TYPE_CHECKING:
    from persona.writing.phrasebooks.figures import Figures

SHARES_AT_MOST = 6
LESS_AT_MOST = 2
MEASURES_AT_MOST = 4
USUAL_AT_MOST = 5
TELLING_DISTANCE = 0.3
_OF_TOOLS = ("process", "administration", "identifier", "owner", "weight")
SEEN_PART = 0.05
"""Of a scale: smaller differences of means are not told, however alike people answered."""


def facts(found: Differences, *, alone: bool = False, book: Phrasebook = ENGLISH) -> tuple[Fact, ...]:
    """The facts of one segment; of everyone, what most people answer, when there is only one (`alone`)."""
    found = replace(
        found,
        shares=tuple(share for share in found.shares if not _is_of_tools(share.column)),
        measures=tuple(measure for measure in found.measures if not _is_of_tools(measure.column)),
        usual=tuple(share for share in found.usual if not _is_of_tools(share.column)),
    )
    if alone:
        usual = [_usual_fact(share, book) for share in _usual(found.usual)]
        return (*usual, *(_measure_fact(m, book) for m in found.measures[:MEASURES_AT_MOST]))
    measures = [m for m in found.measures if abs(m.distance) >= TELLING_DISTANCE and _is_seen(m)]
    shares = [_share_fact(share, book) for share in _most_telling(found.shares)]
    return (*shares, *(_measure_fact(m, book) for m in measures[:MEASURES_AT_MOST]))


def _is_of_tools(column: Column) -> bool:
    """Whether those who ran the study filled a column, by its heading: it tells nothing of its people."""
    names = [headings.spoken(name) for name in (column.name, column.question)]
    short = [name for name in names if len(name.split()) <= headings.LONGEST_LABEL]
    return any(headings.names(kind, name) for kind in _OF_TOOLS for name in short)


def _most_telling(shares: Sequence[Share]) -> list[Share]:
    """At most six: three of a multiple choice, one of another question, two that are less than everyone's."""
    taken: list[Share] = []
    per_column: Counter[str] = Counter()
    less = 0
    for share in shares:
        limit = 3 if share.column.role is ColumnRole.MULTIPLE else 1
        if per_column[share.column.name] >= limit or (share.effect < 0 and less >= LESS_AT_MOST):
            continue
        per_column[share.column.name] += 1
        less += share.effect < 0
        taken.append(share)
        if len(taken) == SHARES_AT_MOST:
            break
    return taken


def _usual(shares: Iterable[Share]) -> list[Share]:
    """The most frequent answer of each question that at least a third gave; of a single choice not what all gave."""
    first: dict[str, Share] = {}
    for share in shares:
        if share.share >= 1 / 3 and (share.share < 1 or share.column.role is ColumnRole.MULTIPLE):
            first.setdefault(share.column.name, share)
    return list(first.values())[:USUAL_AT_MOST]


def _label(share: Share, book: Phrasebook) -> str:
    """What people of this share do or say."""
    if share.option == AGREE:
        return book.agrees.format(question=bare(item_of(plainly(share.column.question))))
    return book.label(share.column.question, share.option, is_code=is_one_code_of_several(share.option, share.column))


def _share_fact(share: Share, book: Phrasebook) -> Fact:
    return Fact(
        kind="share",
        column=share.column.name,
        label=_label(share, book),
        value=book.figures.share_of(share.count, share.base, share.share),
        everyone=percent(share.everyone),
        comparison=book.figures.compared(share.share, share.everyone),
        direction="more" if share.share > share.everyone else "less",
        option=share.option,
        count=share.count,
        base=share.base,
        share=share.share,
        everyone_share=share.everyone,
    )


def _usual_fact(share: Share, book: Phrasebook) -> Fact:
    fact = _share_fact(share, book)
    return fact.model_copy(update={"comparison": "", "direction": "same"})


def _measure_fact(measure: Measure, book: Phrasebook) -> Fact:
    is_rating = measure.column.role is ColumnRole.RATING
    words = book.figures
    low, typical, high = (words.rounded(q) for q in measure.quartiles)
    half = words.half.format(spread=low if low == high else f"{low}–{high}")
    usual = words.typically.format(value=words.rounded(measure.everyone_median))
    return Fact(
        kind="rating" if is_rating else "number",
        column=measure.column.name,
        label=capital(bare(measure.column.question)),
        value=f"{words.decimal(measure.mean)}{scale_end(measure.column, book)}" if is_rating else half,
        everyone=words.decimal(measure.everyone) if is_rating else usual,
        comparison=_rated(measure, words) if is_rating else words.typically.format(value=typical),
        direction=_direction(measure),
        base=measure.base,
        mean=measure.mean,
        everyone_mean=measure.everyone,
        quartiles=measure.quartiles,
    )


def _is_seen(measure: Measure) -> bool:
    """Whether a rating differs by more than people see on its scale."""
    if measure.column.role is not ColumnRole.RATING or measure.column.scale is None:
        return True
    low, high = measure.column.scale
    return abs(measure.mean - measure.everyone) >= SEEN_PART * (high - low)


def _rated(measure: Measure, words: Figures) -> str:
    """Higher and lower are said of a scale on which more is more; of any other, to which end a group leans."""
    column, difference = measure.column, measure.mean - measure.everyone
    if column.higher_is == "more" or column.scale_ends is None:
        return words.rated(difference) if column.higher_is == "more" else ""
    return words.leaning(difference, column.scale_ends)


def _direction(measure: Measure) -> Literal["more", "less", "same"]:
    """Whether the group has more of what is asked; "same" as well where a scale does not tell which end is more."""
    column, difference = measure.column, measure.mean - measure.everyone
    if abs(measure.distance) < 1e-9 or (column.role is ColumnRole.RATING and column.higher_is is None):
        return "same"
    return "more" if (difference > 0) is not (column.higher_is == "less") else "less"


def scale_end(column: Column, book: Phrasebook = ENGLISH) -> str:
    """ " of 7" for a scale that starts at 0 or 1; where less is more, what its ends mean."""
    if column.scale is None or column.scale[0] not in (0, 1):
        return ""
    low, top = (f"{end:g}" for end in column.scale)
    if column.higher_is != "less":
        return book.figures.of_scale.format(top=top)
    if column.scale_ends not in (None, (low, top)):
        return f" ({low} = {column.scale_ends[0]}, {top} = {column.scale_ends[1]})"
    return book.figures.of_scale_down.format(low=low, top=top)
