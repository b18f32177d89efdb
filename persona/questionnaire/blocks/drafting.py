"""From a block to the draft of its question: options with their counts, or the things that were ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.questionnaire.blocks.coded import CODES
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.drafts import Draft, Unsure
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Option, Recoding
from persona.questionnaire.options import silent
from persona.questionnaire.scales import order_words
from persona.questionnaire.scaling import word_scale
from persona.questionnaire.values.blanks import Blank
from persona.questionnaire.values.choices import split_choices
from persona.questionnaire.values.numerals import numeral
from persona.questionnaire.values.ordinals import read_places
from persona.questionnaire.values.separators import SLUG_MARK
from persona.questionnaire.values.spellings import join_spellings

if TYPE_CHECKING:
    from persona.questionnaire.blocks.shapes import Block
    from persona.questionnaire.columns import ColumnView


def draft_block(block: Block) -> Draft:
    """The question that a block is."""
    columns = (block.head, *block.columns) if block.head else block.columns
    draft = Draft(
        columns,
        block.head.text if block.head and not block.guess else block.text,
        block.kind,
        block.reason,
        block.confidence,
        items=(("", *block.items) if block.head else block.items),
        no_answer=_no_answer(block),
    )
    if block.ticks:
        draft = draft.but(
            options=_ticked(block),
            recoding=_recoding(block),
            separator=_separator(block),
            unsure=_join_doubt(block),
        )
        return _as_scale(draft) if block.kind is Kind.SINGLE else draft
    if block.kind is Kind.RANKING:
        return draft.but(options=_ranked(block), recoding=_places(block))
    return draft.but(options=_listed(block))


def _as_scale(draft: Draft) -> Draft:
    """One answer out of boxes as a rating, where the names of the boxes are steps of a scale in words."""
    found = order_words({option.label: max(1, option.count) for option in draft.options}, draft.text)
    if found is None or found.higher_is is None or found.middle is not None:
        return draft
    by_label = {option.label: option for option in draft.options}
    if len(by_label) < len(draft.options) or not set(found.words) <= set(by_label):
        return draft
    aside = [by_label[text].model_copy(update={"no_opinion": True}) for text in by_label if text not in found.words]
    options = (*(by_label[word] for word in found.words), *aside)
    return draft.but(kind=Kind.RATING, options=options, scale=word_scale(found))


def _join_doubt(block: Block) -> tuple[Unsure, ...]:
    if block.confidence == "sure":
        return ()
    if block.guess:
        return (_coded_doubt(block),)
    words = {"count": len(block.columns), "first": block.columns[0].text, "last": block.columns[-1].text}
    return (Unsure(DoubtCode.JOIN_COLUMNS, "together", words, tuple(column.text for column in block.columns[:3])),)


def _coded_doubt(block: Block) -> Unsure:
    """What the two codes of boxes mean is asked once for all questions that are guessed alike."""
    words = {"question": block.text, "codes": CODES, "count": len(block.columns)}
    shown = tuple(f"{column.text}: {_counted(column)}" for column in block.columns[:3])
    return Unsure(DoubtCode.JOIN_COLUMNS, f"{block.guess}_is_ticked", words, shown, f"{block.guess} is ticked")


def _counted(column: ColumnView) -> str:
    return ", ".join(f"{column.sides.get(code, 0)} × {code}" for code in CODES)


def _ticked(block: Block) -> tuple[Option, ...]:
    options = []
    for column, label in zip(block.columns, block.items, strict=True):
        tick = block.ticks[column.position]
        count = sum(column.counts[text] for text in tick.on)
        aside = any(column.blanks.get(text) is Blank.NO_OPINION for text in tick.on)
        options.append(Option(label=label, count=count, no_opinion=aside, column=column.position))
    return tuple(options)


def _recoding(block: Block) -> Recoding:
    """Which cells are ticks. A box that is left says that its person saw it only where something is written then."""
    ticks = block.ticks
    return Recoding(
        labels={column.position: label for column, label in zip(block.columns, block.items, strict=True)},
        ticked={at: tuple(sorted(tick.on)) for at, tick in ticks.items()},
        left={at: tuple(sorted(tick.off)) for at, tick in ticks.items() if tick.form in ("binary", "yes_no", "coded")},
    )


def _separator(block: Block) -> str | None:
    if block.head is None or block.guess:
        return None
    names = [column.name.replace("/", ".").rsplit(".", 1)[-1] for column in block.columns]
    found = split_choices(block.head.sides, block.head.text, known={*block.items, *names})
    return found.separator if found else SLUG_MARK


def _ranked(block: Block) -> tuple[Option, ...]:
    """Things ranked, with how many put them first; of columns of ranks the answers, with how many name them at all."""
    if not (places := _places_of(block)):
        return _listed(block)
    return tuple(
        Option(label=label, count=sum(n for t, n in column.sides.items() if places[t] == 1), column=column.position)
        for column, label in zip(block.columns, block.items, strict=True)
    )


def _places(block: Block) -> Recoding | None:
    """Places of cells that do not say them as a number alone: "Rank 1", "2nd"."""
    values = {text: float(place) for text, place in _places_of(block).items() if numeral(text.rstrip(".")) is None}
    return Recoding(values=values) if values else None


def _places_of(block: Block) -> dict[str, int]:
    """The place that each cell is; empty where the columns are places (such a block is only likely)."""
    if block.confidence != "sure":
        return {}
    return read_places({text for column in block.columns for text in column.sides})


def _listed(block: Block) -> tuple[Option, ...]:
    counts: dict[str, int] = {}
    for column in block.columns:
        for text, n in column.sides.items():
            counts[text] = counts.get(text, 0) + n
    return tuple(Option(label=label, count=count) for label, count in join_spellings(counts).counts.items())


def _no_answer(block: Block) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    blanks: dict[str, Blank] = {}
    ticked = {text for tick in block.ticks.values() for text in tick.on}
    for column in block.columns:
        blanks |= column.blanks
        for text, n in column.counts.items():
            counts[text] = counts.get(text, 0) + n
    kept = {text: n for text, n in counts.items() if text not in ticked}
    return silent(kept, blanks)


def unanswered(draft: Draft, column: ColumnView, block: Block | None) -> frozenset[str]:
    """Cell texts of this column that are no answer to its question."""
    tick = block.ticks.get(column.position) if block else None
    if tick is not None and tick.form in ("text", "mark", "codes", "none"):
        return frozenset(set(column.counts) - tick.on) | {""}
    return frozenset(draft.no_answer) | {t for t, kind in column.blanks.items() if kind is not Blank.NO_OPINION} | {""}
