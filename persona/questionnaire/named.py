"""Columns of codes that the words above them name: "Shop (1=Lotos 2=Wisła 97=other)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.drafts import Draft
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Option, Recoding
from persona.questionnaire.options import SILENT, silent
from persona.questionnaire.scales import find_anchors, find_legend, name_codes, names_yes_and_no, order_codes, whole
from persona.questionnaire.scaling import no_answer_doubt, word_scale
from persona.questionnaire.values.blanks import Blank, blank_kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.context import Context
    from persona.questionnaire.evidence import Evidence
    from persona.questionnaire.scales import WordScale

_REASON = "the words above it name its codes"


def as_named(seen: Evidence, context: Context) -> Draft | None:
    """A choice, or a scale in words; None where no legend names the codes, or where it names points of a scale."""
    column = seen.column
    asked = {text: n for text, n in column.counts.items() if blank_kind(text) is None}
    named = {} if column.uncounted else name_codes(column.text, asked)
    found = order_codes(column.text, asked) if named else None
    if not named or (found is None and find_anchors(column.text) and not names_yes_and_no(named.values())):
        return None
    counts = _by_label(column.text, named, asked)
    draft = _choice(column, named, counts) if found is None else _scale(column, named, counts, found[0])
    return _with_codes(draft, [cell for cell in asked if cell not in named], context)


def with_words(draft: Draft) -> Draft:
    """The same closed question with the words of its legend in place of codes."""
    if draft.kind not in (Kind.SINGLE, Kind.MULTIPLE) or len(draft.columns) > 1 or not draft.options:
        return draft
    named = name_codes(draft.text, {option.label: option.count for option in draft.options})
    return draft.but(options=tuple(_named(option, named) for option in draft.options)) if named else draft


def _named(option: Option, named: Mapping[str, str]) -> Option:
    if (label := named.get(option.label)) is None:
        return option
    no_opinion = blank_kind(label) is Blank.NO_OPINION
    spellings = (option.label, *option.spellings)
    return option.model_copy(update={"label": label, "no_opinion": no_opinion, "spellings": spellings})


def _by_label(text: str, named: Mapping[str, str], asked: Mapping[str, int]) -> dict[str, int]:
    """How many people gave each answer of the legend, those that nobody gave among them."""
    counts = dict.fromkeys(find_legend(text).values(), 0)
    for cell, label in named.items():
        counts[label] += asked[cell]
    return counts


def _option(label: str, count: int, named: Mapping[str, str], *, aside: bool = False) -> Option:
    cells = tuple(cell for cell, meaning in named.items() if meaning == label and cell != label)
    return Option(label=label, count=count, no_opinion=aside, spellings=cells)


def _silent_cells(column: ColumnView, named: Mapping[str, str]) -> tuple[str, ...]:
    """Cells that are no answer: those that the legend calls so, and those that it does not name."""
    told = [cell for cell, label in named.items() if blank_kind(label) in SILENT]
    return (*told, *(text for text in silent(column.counts, column.blanks) if text not in named))


def _choice(column: ColumnView, named: Mapping[str, str], counts: Mapping[str, int]) -> Draft:
    given = {label: n for label, n in counts.items() if n and blank_kind(label) not in SILENT}
    options = [
        _option(label, n, named, aside=blank_kind(label) is Blank.NO_OPINION)
        for label, n in sorted(given.items(), key=lambda pair: -pair[1])
    ]
    silent_cells = _silent_cells(column, named)
    return Draft((column,), column.text, Kind.SINGLE, _REASON, options=tuple(options), no_answer=silent_cells)


def _scale(column: ColumnView, named: Mapping[str, str], counts: Mapping[str, int], found: WordScale) -> Draft:
    outside = [label for label in counts if label not in found.places and blank_kind(label) not in SILENT]
    options = [_option(word, counts[word], named) for word in found.words]
    options += [_option(label, counts[label], named, aside=True) for label in outside if counts[label]]
    values = {cell: float(found.places[label]) for cell, label in named.items() if label in found.places}
    return Draft(
        (column,),
        column.text,
        Kind.RATING,
        _REASON,
        options=tuple(options),
        scale=word_scale(found),
        recoding=Recoding(values=values),
        no_answer=_silent_cells(column, named),
    )


def _with_codes(draft: Draft, codes: Sequence[str], context: Context) -> Draft:
    """Usual codes for no answer that the legend does not name: no answers, unless a person says otherwise."""
    column = draft.columns[0]
    if not codes:
        return draft
    unsure = no_answer_doubt([code for text in codes if (code := whole(text)) is not None], column.text)
    if context.settings.to(DoubtCode.NO_ANSWER_CODES, column) == "answer":
        more = tuple(Option(label=text, count=column.counts[text]) for text in codes)
        return draft.but(options=(*draft.options, *more), unsure=unsure)
    return draft.but(no_answer=(*draft.no_answer, *codes), unsure=unsure)
