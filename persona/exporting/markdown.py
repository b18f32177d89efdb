"""Personas as Markdown: what a person reads, with the words behind each statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.exporting.method import method
from persona.exporting.words import (
    OWN_FIELDS,
    beside,
    called,
    capital,
    figures,
    judged,
    name_hint,
    overview,
    people,
    wordings,
)
from persona.kinds import KINDS
from persona.sections import filled, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from persona.models import Evidence, Fact, GenerationResult, OwnField, Persona, SectionId, Sections, Statement

_MARKUP = re.compile(r"[\\`*_\[\]<>|]")
_LINE_START = re.compile(r"^(\d*)([#+\-=~]|(?<=\d)[.)](?=\s))")


def markdown(result: GenerationResult) -> str:
    """All personas of a result."""
    parts = [f"# {escape(result.experiment)}", escape(overview(result))]
    if verdict := judged(result):
        parts += [f"**{escape(verdict)}**", "\n".join(f"- {escape(figure)}" for figure in figures(result))]
    parts += [f"> {escape(warning)}" for warning in result.warnings]
    parts += [persona_markdown(persona, result.sections) for persona in result.personas]
    parts.append("Names are invented. Every quotation stands in the data word for word, at the row given.")
    told = method(result)
    parts.append(f"## {told.title}")
    parts.append("\n".join(f"- **{title}:** {escape(text)}" for title, text in told.entries))
    return "\n\n".join(parts) + "\n"


def persona_markdown(persona: Persona, sections: Sections | None = None) -> str:
    """One persona: tagline, facts, statements by kind, quotes, or the sections that were chosen."""
    return "\n\n".join(_persona(persona, sections))


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no HTML, on one line."""
    return _LINE_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", " ".join(text.split())))


def _persona(persona: Persona, sections: Sections | None) -> Iterator[str]:
    yield f"## {persona.index}. {escape(called(persona))}"
    if hint := name_hint(persona):
        yield escape(hint)
    yield f"*{escape(persona.tagline)}*"
    parts = filled(persona, sections)
    leads = bool(parts) and parts[0][1] == "story"
    yield f"**{escape(people(persona))}.**{f' {escape(persona.summary)}' if leads else ''}"
    for warning in persona.warnings:
        yield f"> {escape(warning)}"
    for part, section in parts[leads:]:
        if part:
            yield f"### {part}"
        yield from _section(persona, section)


def _section(persona: Persona, section: SectionId) -> Iterator[str]:
    """One section with its heading."""
    if section == "story":
        yield f"### {title_of(section)}"
        yield escape(persona.summary)
    elif section == "facts":
        yield "### Facts"
        yield "\n".join(_fact(fact, beside(fact, of_everyone=persona.is_everyone)) for fact in persona.facts)
    elif section == "fields":
        yield f"### {OWN_FIELDS}"
        yield "\n".join(map(_own, persona.fields))
    elif section == "unlike":
        yield f"### {title_of(section)}"
        yield "\n".join(f"- {escape(contrast.text)}" for contrast in persona.unlike)
    elif section == "quotes":
        yield f"### {title_of(section)}"
        yield "\n\n".join(f"> {_quote(quote, rows)}" for quote, rows in wordings(persona.quotes))
    else:
        yield f"{'####' if KINDS[section].part else '###'} {KINDS[section].heading}"
        yield "\n".join(_statement(said) for said in persona.statements if said.kind == section)


def _fact(fact: Fact, note: str) -> str:
    return f"- {escape(fact.label)}: **{escape(fact.value)}**{f' ({escape(note)})' if note else ''}"


def _own(own: OwnField) -> str:
    """A field with its lines one below the other."""
    lines = [escape(line) for line in own.text.splitlines() if line.strip()]
    return f"- **{escape(own.name)}:** " + "\\\n    ".join(lines)


def _statement(statement: Statement) -> str:
    lines = [f"- **{escape(capital(statement.text))}** ({escape(statement.note)})"]
    lines += [f"    - {_quote(passage, rows)}" for passage, rows in wordings(statement.evidence)]
    return "\n".join(lines)


def _quote(evidence: Evidence, rows: str) -> str:
    return f"“{escape(evidence.quote)}” ({rows}, {escape(evidence.column)})"
