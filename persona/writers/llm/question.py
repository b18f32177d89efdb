"""The question about one segment: the data that is sent, cut to a number of tokens whatever the size of the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Literal

from persona.kinds import KINDS, order
from persona.models import Fact, Frozen
from persona.writers.llm.templates import Template
from persona.writers.llm.tokens import likely

if TYPE_CHECKING:
    from persona.writers.llm.masking import Mask
    from persona.writing import Passage, SegmentBrief

Detail = Literal["short", "standard", "deep"]
DATA_TOKENS: Mapping[Detail, int] = {"short": 2_000, "standard": 4_000, "deep": 7_000}
STATEMENTS: Mapping[Detail, int] = {"short": 8, "standard": 12, "deep": 18}
FACTS = 12
LONGEST_TEXT = 600  # characters of one passage, question or fact


class Question(Frozen):
    """Exactly what is sent about one segment, before what a provider's own format adds."""

    persona: int
    system: str
    message: str
    tokens: int


@dataclass(frozen=True)
class Offer:
    """A question with the passages that it offers, as they were sent."""

    question: Question
    brief: SegmentBrief
    texts: Mapping[str, str]
    """Passage id -> its text, masked."""
    most: int

    @property
    def facts(self) -> tuple[str, ...]:
        """What is computed about the segment, in words."""
        return tuple(fact.label for fact in self.brief.facts)


def compose(
    brief: SegmentBrief, template: Template, *, detail: Detail = "standard", redact: bool = True, share: float = 1.0
) -> Offer:
    """The question about a segment; `share` below 1 makes it shorter, for a model that reads less."""
    # Brings the word lists of all languages along: not wanted where made questions are only shown.
    from persona.writers.llm.masking import Mask

    mask = Mask(brief.private, active=redact)
    passages = [*_fitting(brief, mask, int(DATA_TOKENS[detail] * share))]
    questions = list(dict.fromkeys(passage.question for passage in passages))
    head = {
        "people": {"in_this_group": brief.segment.size, "in_all_groups": brief.rows},
        "computed": [mask(_fact(fact)) for fact in brief.facts[:FACTS]],
        "questions": [_short(mask(question)) for question in questions],
    }
    texts = {passage.id: _short(mask(passage.text)) for passage in passages}
    lines = [_line(passage, texts[passage.id], questions.index(passage.question) + 1) for passage in passages]
    data = _data(head, lines)
    marker = sha256(data.encode()).hexdigest()[:24]  # depends on every character between the markers
    message = template.message(data=data, marker=marker, most=STATEMENTS[detail])
    question = Question(
        persona=brief.segment.index,
        system=template.system,
        message=message,
        tokens=likely(template.system) + likely(message),
    )
    return Offer(question, brief, texts, STATEMENTS[detail])


def _fitting(brief: SegmentBrief, mask: Mask, tokens: int) -> Iterator[Passage]:
    """Passages in turn from every kind, best first, as many as there is room for; in the order of kinds."""
    by_kind = [[p for p in brief.passages if p.kind == kind] for kind in KINDS]
    chosen: dict[str, Passage] = {}
    seen: set[str] = set()
    for passage in chain.from_iterable(zip_longest(brief.leads, *by_kind)):
        if passage is None or passage.text.lower() in seen:
            continue
        seen.add(passage.text.lower())
        tokens -= likely(_line(passage, _short(mask(passage.text)), 10)) + 1
        if tokens < 0 and chosen:
            break
        chosen.setdefault(passage.id, passage)
    return iter(sorted(chosen.values(), key=lambda p: order(p.kind)))


def _line(passage: Passage, text: str, question: int) -> str:
    said = {
        "id": passage.id,
        "kind": passage.kind,
        "asked": question,
        "said_by_percent": round(100 * passage.support / passage.base) if passage.base else 0,
        "text": text,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _data(head: Mapping[str, object], lines: Iterable[str]) -> str:
    """JSON with one passage a line."""
    pieces = [f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in head.items()]
    return "{" + ",\n".join([*pieces, '"passages": [\n' + ",\n".join(lines) + "\n]"]) + "}"


def _fact(fact: Fact) -> str:
    return _short(f"{fact.label}: {fact.value} (everyone: {fact.everyone})")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_TEXT else f"{flat[:LONGEST_TEXT].rsplit(' ', 1)[0]} …"
