"""Personas as Markdown: what a person reads, with the words behind each statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.models import KINDS, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from persona.models import Evidence, Fact, GenerationResult, Persona, Statement

HEADINGS: dict[StatementKind, str] = {
    "goal": "Goals",
    "need": "Needs",
    "frustration": "Frustrations",
    "behaviour": "Behaviours",
    "motivation": "Motivations",
}
SHOWN_QUOTES = 3
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])|^([#+\-=~]|\d+(?=[.)]))")


def markdown(result: GenerationResult) -> str:
    """All personas of a result."""
    parts = [f"# {escape(result.experiment)}", escape(_overview(result))]
    parts += [f"> {escape(warning)}" for warning in result.warnings]
    parts += [persona_markdown(persona) for persona in result.personas]
    parts.append("Names are invented. Every quotation stands in the data word for word, at the row given.")
    return "\n\n".join(parts) + "\n"


def persona_markdown(persona: Persona) -> str:
    """One persona: tagline, facts, statements by kind, quotes."""
    return "\n\n".join(_persona(persona))


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no HTML, on one line."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}" if not found[0].isdigit() else found[0], " ".join(text.split()))


def _overview(result: GenerationResult) -> str:
    people, personas = len_words(result.rows, "respondent"), len_words(len(result.personas), "persona")
    return f"{personas} from {people}. {result.segmentation.reason}"


def len_words(count: int, noun: str) -> str:
    """`1 persona`, `1,000 personas`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _persona(persona: Persona) -> Iterator[str]:
    yield f"## {persona.index}. {escape(persona.name)}"
    yield f"*{escape(persona.tagline)}*"
    yield f"**{len_words(persona.size, 'respondent')}, {persona.share:.0%}.** {escape(persona.summary)}"
    for warning in persona.warnings:
        yield f"> {escape(warning)}"
    if persona.facts:
        yield "### Facts"
        yield "\n".join(map(_fact, persona.facts))
    for kind in KINDS:
        if statements := [s for s in persona.statements if s.kind == kind]:
            yield f"### {HEADINGS[kind]}"
            yield "\n".join(map(_statement, statements))
    if persona.quotes:
        yield "### In their words"
        yield "\n\n".join(f"> {_quote(quote)}" for quote in persona.quotes)


def _fact(fact: Fact) -> str:
    beside = "; ".join(part for part in (fact.comparison, f"everyone: {fact.everyone}") if part)
    return f"- {escape(fact.label)}: **{escape(fact.value)}** ({escape(beside)})"


def _statement(statement: Statement) -> str:
    lines = [f"- **{escape(statement.text)}** ({escape(statement.note)})"]
    lines += [f"    - {_quote(evidence)}" for evidence in statement.evidence[:SHOWN_QUOTES]]
    return "\n".join(lines)


def _quote(evidence: Evidence) -> str:
    return f"“{escape(evidence.quote)}” (row {evidence.row}, {escape(evidence.column)})"
