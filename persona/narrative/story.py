"""The story of a persona: who they are, what they want, what stops them, what they do, and unlike whom.

Every sentence names the statements and facts that it tells; nothing stands in it that they do not hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from persona.kinds import told_together
from persona.models import Contrast, FactTold, StorySentence
from persona.writing.numbers import percent
from persona.writing.wordforms import capital

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.models import Fact, GroupCount, Persona, Statement
    from persona.narrative.locale import Locale
    from persona.writing.phrasebooks import Phrasebook

PARTS = told_together()
"""What a story tells between who they are and unlike whom: of each part the strongest statement."""
AT_LEAST, AT_MOST = 4, 6
FACTS = 2
APART = 0.15
"""A share must be so far from another persona's to set the two apart …"""
FAR = 0.1
"""… and a mean so large a part of the larger one."""
CONTRASTS = 4
FEW = 0.005
"""Up to here a share would be rounded to none."""


class Clause(NamedTuple):
    """A counted statement inside a sentence: what was answered, its figures, and what is compared."""

    text: str
    figures: str
    topic: str

    def __str__(self) -> str:
        return f"{self.text} ({self.figures})" if self.figures else self.text


def story(
    persona: Persona,
    rows: int,
    describing: frozenset[str],
    clauses: Mapping[str, Clause],
    contrasts: Sequence[Contrast],
    locale: Locale,
) -> tuple[StorySentence, ...]:
    """Four to six sentences where there is so much to tell.

    Args:
        persona: with all its statements.
        rows: how many people there are in all groups.
        describing: columns that tell who people are.
        clauses: statement id -> a counted statement as it stands inside a sentence.
        contrasts: the persona beside others, the clearest first.
        locale: the language's sentences.
    """
    first, last = _who(persona, rows, describing, locale), _unlike(contrasts)
    room = AT_MOST - 1 - len(last)
    told = _strongest(persona.statements, room, AT_LEAST - 1 - len(last), {c.statement for c in contrasts[:1]})
    return (first, *(_told(statement, clauses, locale) for statement in told), *last)


def contrasts(
    persona: Persona, others: Mapping[int, str], clauses: Mapping[str, Clause], book: Phrasebook, locale: Locale
) -> tuple[Contrast, ...]:
    """One line for each other persona, at most four: the counted statement in which the two differ most."""
    told = [statement for statement in persona.statements if statement.id in clauses]
    found: list[tuple[float, Contrast]] = []
    used: set[str] = set()
    for other, name in others.items():
        apart = sorted(((_apart(s, other), s.id not in used, n) for n, s in enumerate(told)), key=lambda a: -a[0])
        new = next((a for a in apart if a[1] and a[0] >= APART), apart[0] if apart else (0.0, False, 0))
        if new[0] < APART:
            continue
        statement = told[new[2]]
        used.add(statement.id)
        found.append((new[0], _contrast(statement, other, name, clauses, book, locale)))
    found.sort(key=lambda pair: (-pair[0], pair[1].persona))
    return tuple(contrast for _, contrast in found[:CONTRASTS])


def _who(persona: Persona, rows: int, describing: frozenset[str], locale: Locale) -> StorySentence:
    if persona.size == rows:
        return StorySentence(about="who", text=locale.everyone.format(rows=f"{rows:,}"))
    facts = [f for f in persona.facts if f.column in describing and (f.kind == "number" or f.direction == "more")][
        :FACTS
    ]
    values = {"size": f"{persona.size:,}", "rows": f"{rows:,}", "share": _share(persona.size / rows, locale)}
    if not facts:
        return StorySentence(about="who", text=locale.who.format(**values))
    said = "; ".join(locale.fact.format(label=f.label, value=f.value, everyone=f.everyone) for f in facts)
    return StorySentence(about="who", text=locale.who_more.format(**values, facts=said), facts=tuple(map(_name, facts)))


def _share(share: float, locale: Locale) -> str:
    """A part of all people: never none and never all of them."""
    return locale.few if share <= FEW else percent(min(share, 0.99))


def _name(fact: Fact) -> FactTold:
    return FactTold(column=fact.column, option=fact.option)


def _strongest(statements: Sequence[Statement], most: int, least: int, contrasted: set[str]) -> list[Statement]:
    """The first of each part in the order of the story; where these are few, the next ones of any."""
    fresh = [s for s in statements if s.id not in contrasted]
    first = [next((s for kind in part for s in fresh if s.kind == kind), None) for part in PARTS]
    told = [statement for statement in first if statement is not None][:most]
    told += [s for s in fresh if s not in told][: max(0, least - len(told))]
    place = {kind: number for number, part in enumerate(PARTS) for kind in part}
    return sorted(told, key=lambda statement: place.get(statement.kind, len(PARTS)))


def _told(statement: Statement, clauses: Mapping[str, Clause], locale: Locale) -> StorySentence:
    clause = clauses.get(statement.id)
    if clause is not None:
        said = str(clause)
    else:
        form = locale.quoted if statement.origin == "quoted" else locale.phrased
        said = form.format(text=statement.text.rstrip(".。"), note=statement.note)
    text = locale.of(statement.kind).format(said=said)
    return StorySentence(about=statement.kind, text=capital(text), statements=(statement.id,))


def _unlike(contrasts: Sequence[Contrast]) -> list[StorySentence]:
    return [StorySentence(about="unlike", text=c.text, statements=(c.statement,)) for c in contrasts[:1]]


def _apart(statement: Statement, other: int) -> float:
    """How far two personas stand apart in one statement, between 0 and 1."""
    theirs = _group(statement, other)
    if theirs is None:
        return 0.0
    if statement.share is not None and theirs.share is not None:
        return abs(statement.share - theirs.share)
    if statement.mean is None or theirs.mean is None:
        return 0.0
    largest = max(abs(statement.mean), abs(theirs.mean))
    apart = abs(statement.mean - theirs.mean) / largest if largest else 0.0
    return min(1.0, apart / 2) if apart >= FAR else 0.0


def _group(statement: Statement, persona: int) -> GroupCount | None:
    return next((group for group in statement.groups if group.persona == persona), None)


def _contrast(
    statement: Statement, other: int, name: str, clauses: Mapping[str, Clause], book: Phrasebook, locale: Locale
) -> Contrast:
    theirs = _group(statement, other)
    here, there = _figures(statement, theirs, book) if theirs else ("", "")
    said = clauses[statement.id].topic
    return Contrast(
        persona=other,
        statement=statement.id,
        text=locale.unlike.format(other=name, text=said, here=here, there=there),
        here=here,
        there=there,
        topic=said,
    )


def _figures(statement: Statement, theirs: GroupCount, book: Phrasebook) -> tuple[str, str]:
    if statement.share is not None and theirs.share is not None:
        return percent(statement.share), percent(theirs.share)
    return book.figures.rounded(statement.mean or 0.0), book.figures.rounded(theirs.mean or 0.0)
