"""Edits of what a statement rests on: quotes that count or do not, and statements made of quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.edits.lengths import proper
from persona.edits.on_statements import add, put
from persona.edits.working import Done, added_id, stamp
from persona.messages import edit_error
from persona.models import Statement
from persona.writing.passages import strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.edits import actions as do
    from persona.edits.models import Edit
    from persona.edits.working import Working
    from persona.models import Evidence, Strength
    from persona.writing.phrasebooks import Phrasebook

EVIDENCE_AT_MOST = 50  # of a statement; its number counts all
_WEAKER = ("strong", "clear", "weak").index


def count(work: Working, edit: Edit, action: do.CountQuote) -> Done:
    """A quote counts, or does not; the number of people and its words follow."""
    state, place = work.place(action.statement)
    old = state.statements[place]
    if old.origin == "counted" or (old.asked and not old.evidence):
        raise edit_error("edit_counted_number")
    evidence, found = list(old.evidence), _found(action.quote, old.evidence)
    if found is not None and evidence[found].counted == action.counted:
        return Done(state.index, old.id, str(old.support), str(old.support))
    if found is None:
        evidence.append(action.quote.model_copy(update={"counted": action.counted}))
    else:
        evidence[found] = evidence[found].model_copy(update={"counted": action.counted})
    others = [quote for number, quote in enumerate(old.evidence) if number != found]
    is_alone = not action.others_count and not any(
        each.counted and _person(each) == _person(action.quote) for each in others
    )
    support = old.support + (1 if action.counted else -1) * is_alone
    new = with_support(old, tuple(evidence), max(0, support), work.book)
    put(work, state, place, new, edit)
    state.notes_before.setdefault(old.id, old.note)
    return Done(state.index, old.id, str(old.support), str(new.support))


def _found(quote: Evidence, evidence: Sequence[Evidence]) -> int | None:
    """The place of a quote among those of a statement; else of one that shares words with it."""
    for number, each in enumerate(evidence):
        if _key(each) == _key(quote):
            return number
    cell = (quote.source, quote.row, quote.column)
    for number, each in enumerate(evidence):
        if (each.source, each.row, each.column) == cell and each.start < quote.end and quote.start < each.end:
            return number
    return None


def with_support(old: Statement, evidence: tuple[Evidence, ...], support: int, book: Phrasebook) -> Statement:
    """The statement with another number of people behind it, its note and its strength."""
    base = max(old.base, support)
    mentions = None if old.mentions is None else max(old.mentions, support)
    return old.model_copy(
        update={
            "evidence": evidence,
            "support": support,
            "base": base,
            "mentions": mentions,
            "note": book.figures.note(support, base, mentions, old.topic),
            "strength": _strength(old, support, base),
        }
    )


def _strength(old: Statement, support: int, base: int) -> Strength:
    """By the number of people; one that was weaker for its words does not become stronger by more of them."""
    new = strength(support, base)
    return new if strength(old.support, old.base) == old.strength else max(new, old.strength, key=_WEAKER)


def make(work: Working, edit: Edit, action: do.AddStatement) -> Done:
    """A statement of quotes found in the data, last of its kind."""
    state = work.open(action.persona)
    quotes = {_key(quote): quote.model_copy(update={"counted": True}) for quote in action.quotes}
    first = next(iter(quotes.values()))
    text = proper(action.text if action.text is not None else first.quote, "statement", before=first.quote)
    support = len({_person(quote) for quote in quotes.values()})
    base = max(state.persona.wrote or state.persona.size, support)
    new = Statement(
        id=added_id(edit),
        kind=action.kind,
        text=text,
        origin="quoted" if text == " ".join(first.quote.split()) else "person",
        strength=strength(support, base),
        support=support,
        base=base,
        note=work.book.figures.note(support, base, None, None),
        evidence=tuple(quotes.values())[:EVIDENCE_AT_MOST],
    )
    add(state, new)
    work.home[new.id] = state.index
    state.mark(new.id, changed=stamp(edit))
    return Done(state.index, new.id, "", text)


def _key(quote: Evidence) -> tuple[str, int, str, int, int]:
    return quote.source, quote.row, quote.column, quote.start, quote.end


def _person(quote: Evidence) -> tuple[str, int]:
    return quote.source, quote.row
