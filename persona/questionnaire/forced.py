"""Columns read as the kind that a person chose."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from persona.questionnaire.blocks.drafting import draft_block
from persona.questionnaire.blocks.finding import tick_block
from persona.questionnaire.blocks.shapes import Block
from persona.questionnaire.drafts import Draft
from persona.questionnaire.evidence import Evidence
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.measures import as_date, as_number
from persona.questionnaire.models import NumberRange, Scale
from persona.questionnaire.names.stems import runs
from persona.questionnaire.options import option_list, several_in_a_cell, split_anyhow
from persona.questionnaire.scaling import ScaleReading, as_rating, read_scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.context import Context

CHOSEN = "you chose this kind"


def read_as(kind: Kind, columns: Sequence[ColumnView], context: Context) -> Draft:
    """These columns as one question of this kind."""
    if len(columns) > 1:
        return _many(kind, columns, context)
    seen = Evidence(columns[0])
    found = _one(kind, seen, context) or Draft((seen.column,), seen.column.text, kind, CHOSEN)
    return found.but(kind=kind, reason=CHOSEN, confidence="sure", unsure=())


def _one(kind: Kind, seen: Evidence, context: Context) -> Draft | None:
    match kind:
        case Kind.SINGLE:
            return option_list(seen, CHOSEN)
        case Kind.MULTIPLE | Kind.RANKING:
            return several_in_a_cell(seen, context) or split_anyhow(seen)
        case Kind.RATING | Kind.BATTERY:
            rated = as_rating(seen, context)
            return rated if rated and rated.scale else _plain_scale(seen, context)
        case Kind.NUMBER | Kind.WEIGHT:
            return as_number(seen, context)
        case Kind.DATE:
            return as_date(seen, context)
        case _:
            return None


def _plain_scale(seen: Evidence, context: Context) -> Draft:
    """Numbers as they are, or words in the order of how often they were chosen, until somebody says it better."""
    number = as_number(seen, context)
    ends = number.numbers if number else None
    options = option_list(seen, CHOSEN)
    if ends is None:
        values = [float(o.label) for o in options.options if o.label.lstrip("-").isdigit()]
        ends = NumberRange(min=min(values), median=min(values), max=max(values)) if values else None
    words = () if ends else tuple(option.label for option in options.options)
    scale = Scale(low=ends.min if ends else 1, high=ends.max if ends else max(1, len(words)), words=words)
    return options.but(scale=scale)


def _many(kind: Kind, columns: Sequence[ColumnView], context: Context) -> Draft:
    stem, items = _stem(columns)
    if kind is Kind.MULTIPLE and (block := tick_block(columns, stem, items)) is not None:
        return draft_block(block).but(reason=CHOSEN, confidence="sure")
    if kind in (Kind.RATING, Kind.BATTERY):
        found = read_scale(columns, stem, context)
        read = found if isinstance(found, ScaleReading) else None
        scale = read.scale if read else _plain_scale(Evidence(_pooled(columns)), context).scale
        recoding = read.recoding if read else None
        return Draft(tuple(columns), stem, Kind.BATTERY, CHOSEN, items=tuple(items), scale=scale, recoding=recoding)
    if kind in (Kind.RANKING, Kind.MULTIPLE):
        return draft_block(Block(kind, tuple(columns), stem, tuple(items), CHOSEN))
    return Draft(tuple(columns), stem, kind, CHOSEN, items=tuple(items))


def _pooled(columns: Sequence[ColumnView]) -> ColumnView:
    """The cells of all columns as one, so that an answer that is given in the second alone has its place, too."""
    counts = sum((Counter(column.counts) for column in columns), Counter[str]())
    return replace(columns[0], counts=counts, rows=sum(column.rows for column in columns))


def _stem(columns: Sequence[ColumnView]) -> tuple[str, Sequence[str]]:
    """What the names share where they share it, else the first name."""
    texts = [column.text for column in columns]
    found = runs(texts)
    if len(found) == 1 and found[0].stop - found[0].start == len(texts):
        return found[0].stem, found[0].items
    return texts[0], texts
