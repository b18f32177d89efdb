"""Closed questions in one column: their options, counted over all spellings, also where a cell holds several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.questionnaire.codes import NoteCode
from persona.questionnaire.drafts import Draft
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Option
from persona.questionnaire.values.blanks import Blank
from persona.questionnaire.values.choices import split_choices
from persona.questionnaire.values.orders import first_places
from persona.questionnaire.values.seen import Seen
from persona.questionnaire.values.separators import SEPARATORS, pieces
from persona.questionnaire.values.spellings import Spellings, join_spellings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.context import Context
    from persona.questionnaire.evidence import Evidence

MOST_OPTIONS = 200
SILENT = (Blank.EMPTY, Blank.MARKER, Blank.NOT_ASKED, Blank.REFUSED)
"""What is no answer at all."""


def option_list(seen: Evidence, reason: str, *, aside: Collection[str] = ()) -> Draft:
    """A single choice."""
    column = seen.column
    counted = {t: n for t, n in column.answers.items() if column.blanks.get(t) not in SILENT and t not in aside}
    spellings = join_spellings(counted)
    return Draft(
        (column,),
        column.text,
        Kind.SINGLE,
        reason,
        options=options_of(spellings, {t for t in counted if column.blanks.get(t) is Blank.NO_OPINION}),
        no_answer=(*aside, *silent(column.counts, column.blanks)),
        seen=spelling_notes(spellings),
    )


def options_of(spellings: Spellings, no_opinion: set[str]) -> tuple[Option, ...]:
    """Options, the most frequent first; labels whose cells take no side are marked."""
    aside = {spellings.labels[text] for text in no_opinion}
    return tuple(
        Option(label=label, count=count, no_opinion=label in aside, spellings=spellings.joined.get(label, ()))
        for label, count in list(spellings.counts.items())[:MOST_OPTIONS]
    )


def no_opinions(column: ColumnView) -> tuple[Option, ...]:
    """Answers that take no side, beside numbers or days."""
    aside = [text for text, kind in column.blanks.items() if kind is Blank.NO_OPINION]
    return tuple(Option(label=text, count=column.counts[text], no_opinion=True) for text in aside)


def silent(counts: Mapping[str, int], blanks: Mapping[str, Blank]) -> tuple[str, ...]:
    """Cells that are no answer at all: not asked, refused, codes for it."""
    found = [text for text in counts if blanks.get(text) in SILENT]
    return tuple(sorted(found, key=lambda text: (-counts[text], text))[:20])


def spelling_notes(spellings: Spellings) -> tuple[Seen, ...]:
    if not spellings.joined:
        return ()
    label, others = next(iter(spellings.joined.items()))
    count = sum(len(others) + 1 for others in spellings.joined.values())
    return (Seen(NoteCode.SPELLINGS, count, (label, *others[:2])),)


def split_anyhow(seen: Evidence) -> Draft:
    """A person says that cells hold several choices: the mark that is found most often parts them."""
    column = seen.column
    held = {s: sum(n for text, n in column.sides.items() if s.pattern.search(text)) for s in SEPARATORS}
    separator = max(SEPARATORS, key=lambda s: held[s])
    counts: dict[str, int] = {}
    for text, n in column.sides.items():
        for label in {text[piece.start : piece.end] for piece in pieces(text, separator)}:
            counts[label] = counts.get(label, 0) + n
    options = options_of(join_spellings(counts), set())
    return Draft((column,), column.text, Kind.MULTIPLE, "", options=options, separator=separator.mark)


def several_in_a_cell(seen: Evidence, _: Context) -> Draft | None:
    """A check-all question in one cell; None where a cell is one answer."""
    column = seen.column
    if column.uncounted:
        return None
    choices = split_choices(column.sides, column.text)
    if choices is None:
        return None
    none = {t: n for t, n in column.answers.items() if column.blanks.get(t) is Blank.NO_OPINION}
    if first := first_places(choices, column.sides, column.text):
        return Draft(
            (column,),
            column.text,
            Kind.RANKING,
            "one cell holds the same things in another order each time",
            options=tuple(Option(label=label, count=count) for label, count in first.items()),
            separator=choices.separator,
            no_answer=silent(column.counts, column.blanks),
        )
    options = [Option(label=label, count=count) for label, count in choices.options.items()]
    known = {option.label for option in options}
    options += [Option(label=t, count=n, no_opinion=True) for t, n in none.items() if t not in known]
    return Draft(
        (column,),
        column.text,
        Kind.MULTIPLE,
        "one cell holds several choices from one list",
        options=tuple(options[:MOST_OPTIONS]),
        separator=choices.separator,
        no_answer=silent(column.counts, column.blanks),
    )
