"""Name, tagline and summary of a segment: templates filled with computed differences and people's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from persona.models import ColumnRole
from persona.writing.differences import AGREE, Differences, Share
from persona.writing.facts import scale_end
from persona.writing.numbers import people, small_percent
from persona.writing.phrases import bare, capital, is_role, joined, lower, lower_role, phrase, short, with_article
from persona.writing.seam import Passage

NAMES = (
    "Alex Lind", "Robin Vale", "Kim Arden", "Sam Okello", "Noor Castell", "Charlie Brandt",
    "Jules Moreau", "Toni Ferro", "Sasha Reed", "Andrea Sol", "Dominique Hart", "Ariel Novak",
)  # fmt: skip
"""Unisex, by position, never from the data: a name must not suggest an age, a gender or an origin."""

SHARE_TO_NAME = 0.25
RATIO_TO_NAME = 1.2


def name_of(index: int) -> str:
    """The invented name of persona `index` (from 1)."""
    return NAMES[(index - 1) % len(NAMES)]


def roles(found: Differences) -> list[Share]:
    """Kinds of work that are more frequent here than elsewhere, at most two."""
    mine = [s for s in found.shares if s.effect > 0 and is_role(s.column.question) and s.share >= 0.1]
    return mine[:2]


def tagline(found: Differences, talks_about: Sequence[str], *, alone: bool = False) -> str:
    """What sets the segment apart, in at most two short sentences; of everyone (`alone`), what they talk about."""
    if alone:
        return f"Talks most about {_quoted(talks_about)}." if talks_about else "Everyone who answered."
    pieces = _pieces(found)
    role = next((s for s in roles(found) if s.share >= SHARE_TO_NAME), None)
    if not pieces:
        return _fallback(found, role, talks_about)
    text = _listed(pieces)
    if role is None:
        return f"{capital(text)}."
    noun = lower_role(role.option)
    return f"{capital(noun)} who {text}." if role.share >= 0.5 else f"Often {with_article(noun)}. {capital(text)}."


def _quoted(talks_about: Sequence[str]) -> str:
    return joined([f"“{words}”" for words in talks_about[:3]])


def _listed(pieces: Sequence[str]) -> str:
    if len(pieces) == 1:
        return pieces[0]
    return f"{pieces[0]}{', and ' if ' and ' in pieces[0] else ' and '}{pieces[1]}"


def _pieces(found: Differences) -> list[str]:
    """At most two phrases from different questions and verbs; no option is named twice."""
    ups = [s for s in found.shares if s.effect > 0 and s.share >= SHARE_TO_NAME and s.ratio >= RATIO_TO_NAME]
    pieces: list[str] = []
    role = " ".join(short(s.option).lower() for s in roles(found)[:1])
    for column in dict.fromkeys(s.column.name for s in sorted(ups, key=lambda s: -s.effect)):
        shares = [s for s in ups if s.column.name == column]
        said = _phrase_of(shares, " ".join(pieces).lower())
        if said and not _repeats(said, [*pieces, role]):
            pieces.append(said)
        if len(pieces) == 2:
            return pieces
    agreed = [s for s in ups if s.option == AGREE and s.share >= 0.5]
    return [*pieces, *(f"says “{bare(s.column.question)}”" for s in agreed[:1])]


def _phrase_of(shares: Sequence[Share], said: str) -> str | None:
    column = shares[0].column
    if is_role(column.question) or shares[0].option == AGREE:
        return None
    new = [s.option for s in shares if short(s.option).lower() not in said]
    return phrase(column.question, new[: 2 if column.role is ColumnRole.MULTIPLE else 1]) if new else None


def _repeats(said: str, others: Sequence[str]) -> bool:
    """The same verb as another piece, or a long word that one of them holds already."""
    if any(_verb(said) == _verb(other) for other in others if other):
        return True
    stems = {word[:6] for word in re.findall(r"\w{6,}", said.lower())}
    return bool(stems & {word[:6] for word in re.findall(r"\w{6,}", " ".join(others).lower())})


def _verb(said: str) -> str:
    return said.removeprefix("also ").split(maxsplit=1)[0]


def _fallback(found: Differences, role: Share | None, talks_about: Sequence[str]) -> str:
    talk = f"Talks more than others about {_quoted(talks_about)}." if talks_about else ""
    mostly = next(
        (s for s in found.shares if s.effect > 0 and s.column.role is ColumnRole.CATEGORY and s.share >= 0.4), None
    )
    if role is not None and role.share >= 0.4:
        return f"Most often {with_article(lower_role(role.option))}. {talk}".strip()
    if mostly is not None and mostly.option.lower() not in ("0", "1", "yes", "no"):
        return f"Mostly {lower(short(mostly.option))}. {talk}".strip()
    return talk or "No clear difference from everyone."


MUCH_LESS = 0.15
"""What so much fewer people say than the strongest statement is no summary of them."""
_HEADS = (
    ("goal", "What they want"),
    ("need", "What they ask for"),
    ("frustration", "What gets in the way"),
    ("motivation", "What they value"),
    ("behaviour", "What they do"),
)


def summary(name: str, size: int, rows: int, found: Differences, passages: Sequence[Passage]) -> str:
    """Who the segment is with its numbers, and its strongest statements with theirs: at most two sentences."""
    called = name.split(maxsplit=1)[0]
    first = f"{called} stands for {size:,} of {rows:,} respondents ({small_percent(size / rows)}){_who(found)}."
    said = _said(passages)
    return f"{first} {said}" if said else first


def _who(found: Differences) -> str:
    named = [with_article(lower_role(share.option)) for share in roles(found)]
    if named:
        return f", more often than average {' or '.join(named)}"
    measure = next((m for m in found.measures if m.column.role is ColumnRole.RATING and abs(m.distance) >= 0.4), None)
    if measure is None:
        return ""
    way = "higher" if measure.mean > measure.everyone else "lower"
    asked = bare(measure.column.question)
    values = f"({measure.mean:.1f} against {measure.everyone:.1f}{scale_end(measure.column)})"
    if len(asked.split()) <= 2:
        return f", whose {lower(asked)} is {way} than everyone’s {values}"
    return f", who answer “{asked}” {way} than everyone {values}"


def _said(passages: Sequence[Passage]) -> str:
    first = {kind: next((p for p in passages if p.kind == kind and p.stands), None) for kind, _ in _HEADS}
    most = max((p.mentions or p.support for p in first.values() if p), default=0)
    bits: list[str] = []
    for kind, head in _HEADS:
        best = first[kind]
        if best is None or (best.support < 2 and not best.mentions) or (kind == "need" and bits):
            continue
        if (best.mentions or best.support) < MUCH_LESS * most:
            continue
        many = people(best.support)
        if best.mentions and best.mentions > best.support:
            many = f"{best.mentions:,} people mention “{best.topic}”"
        bits.append(f"{head if not bits else head[0].lower() + head[1:]}: “{best.text}” ({many})")
        if len(bits) == 2:
            break
    return "; ".join(bits) + "." if bits else ""
