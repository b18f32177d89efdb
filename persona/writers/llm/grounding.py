"""Grounding of an answer: which of its claims the cited passages carry, and why the others do not stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from persona.kinds import order
from persona.models import Dropped
from persona.writers.llm.lexical_overlap import lexical_overlap, said, sentences
from persona.writing import DraftStatement
from persona.writing.words import folded

if TYPE_CHECKING:
    from persona.writers.llm.question import Offer
    from persona.writers.llm.reply import Claim, Reply, StatementReply

MAX_CITED = 6
_PIECES = re.compile(r"[,:–—]\s+|\s(?:and|und|y|et|e|who|but|aber)\s")
REASONS: Mapping[str, str] = {
    "uncited": "it cites no passage of the data",
    "unsupported": "the passages it cites do not say so",
    "altered": "it changes a word of the passage it copies",
    "number": "it holds a number that the passages do not hold",
    "negation": "it turns the passage around",
    "rejected": "a second look found that its quotations do not say so",
}

ASK_AGAIN = (
    "Answer again with other statements in their place, or fewer; keep to the words of the passages. "
    "Those that are not in this list are kept already."
)


@dataclass
class Grounding:
    """What stands of the answers about one segment; answers after the first only add."""

    offer: Offer
    kept: list[DraftStatement] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    tagline: str | None = None
    summary: str | None = None

    def hear(self, reply: Reply) -> list[Dropped]:
        """Judge one answer; returns the statements that did not stand."""
        missed = [lost for claim in reply.statements if (lost := self._statement(claim)) is not None]
        self.dropped = [lost for lost in self.dropped if lost.kind in ("tagline", "summary")]
        self._summary(reply.summary)
        self._tagline(reply.tagline)
        self.dropped += missed
        return missed

    @property
    def statements(self) -> tuple[DraftStatement, ...]:
        """What is kept, kind by kind, in the order it was written."""
        return tuple(sorted(self.kept[: self.offer.most], key=lambda statement: order(statement.kind)))

    def _statement(self, claim: StatementReply) -> Dropped | None:
        found = self._drafted(claim)
        if isinstance(found, Dropped):
            return found
        if not any(folded(found.text) == folded(known.text) for known in self.kept):
            self.kept.append(found)
        return None

    def _drafted(self, claim: StatementReply) -> DraftStatement | Dropped:
        text, cited = _flat(claim.text), self._cited(claim)
        if not cited:
            return Dropped(kind=claim.kind, text=text, reason="uncited")
        found = lexical_overlap(text, cited)
        if found.strength is None:
            return Dropped(kind=claim.kind, text=text, reason=found.reason or "unsupported")
        whole = next((own for own in self._own_words(found.cited) if folded(own) == folded(text)), text)
        return DraftStatement(kind=claim.kind, text=whole, evidence=found.cited[:MAX_CITED], agreement=found.strength)

    def _own_words(self, ids: tuple[str, ...]) -> list[str]:
        """The passages as they were sent: words of people keep their own punctuation."""
        return [self.offer.texts[id_] for id_ in ids]

    def _cited(self, claim: Claim) -> list[tuple[str, str]]:
        ids = dict.fromkeys(id_.strip("[]\"' ") for id_ in claim.evidence_ids)
        return [(id_, self.offer.texts[id_]) for id_ in ids if id_ in self.offer.texts]

    def _summary(self, claim: Claim) -> None:
        """The sentences of a summary that its passages, or what is computed, carry."""
        if self.summary is not None:
            return
        cited, computed = self._cited(claim), [("", fact) for fact in self.offer.facts]
        judged = [(one, lexical_overlap(one, [*cited, *computed])) for one in sentences(_flat(claim.text))]
        self.summary = " ".join(one for one, found in judged if cited and found.strength is not None) or None
        lost = [(one, found.reason or "unsupported") for one, found in judged if found.strength is None]
        self._put_aside("summary", [Dropped(kind="summary", text=one, reason=reason) for one, reason in lost])

    def _tagline(self, text: str) -> None:
        """A tagline cites nothing: each piece of it must agree with a passage, or with something computed."""
        if self.tagline is not None:
            return
        pieces = [piece for piece in _PIECES.split(_flat(text)) if said(piece).stems]
        if pieces and all(map(self._stands_somewhere, pieces)):
            self.tagline = _flat(text)
            self._put_aside("tagline", [])
        else:
            self._put_aside("tagline", [Dropped(kind="tagline", text=_flat(text), reason="unsupported")])

    def _stands_somewhere(self, piece: str) -> bool:
        return any(
            lexical_overlap(piece, [("", text)]).strength for text in (*self.offer.facts, *self.offer.texts.values())
        )

    def _put_aside(self, kind: str, lost: list[Dropped]) -> None:
        self.dropped = [*(other for other in self.dropped if other.kind != kind), *lost]


def reasons(missed: list[Dropped]) -> str:
    """What a model is told about statements that do not stand."""
    lines = (f"- “{lost.text[:200]}”: {REASONS[lost.reason]}." for lost in missed)
    return "\n".join(["These statements cannot be used:", *lines, ASK_AGAIN])


def _flat(text: str) -> str:
    return " ".join(text.split())
