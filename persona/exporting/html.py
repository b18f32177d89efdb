"""Personas as one HTML file that needs nothing else, and as a piece for notebooks."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from persona.exporting.look import OURS, Look
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
from persona.text.languages import html_attributes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from persona.kinds import StatementKind
    from persona.models import Evidence, Fact, GenerationResult, OwnField, Persona, SectionId, Sections, Statement

PAGE = (
    "<style>:root { color-scheme: light dark; }"
    " body { margin: 0 auto; max-width: 46rem; padding: 1rem 1.25rem 3rem; }</style>"
)
"""A page of its own stands in the middle of the window; in a notebook, it stands where it is put."""
STYLE = """
.pw { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; }
.pw article { border: 1px solid #8884; border-radius: 12px; padding: 1rem 1.5rem; margin: 1.5rem 0; }
.pw h2, .pw blockquote, .pw summary + * { font-family: Georgia, serif; }
.pw h2 { margin: 0; }
.pw .tagline { font-style: italic; margin: .25rem 0 1rem; }
.pw small, .pw .note { opacity: .75; font-size: .85em; }
.pw mark { background: #ffe68a; color: #222; padding: 0 .15em; }
.pw blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid #e2b93b; }
.pw .warning { border-left: 3px solid #c60; padding-left: .75rem; }
@media print { .pw article { break-inside: avoid; } }
"""


def html(result: GenerationResult, look: Look = OURS) -> str:
    """All personas of a result as one page."""
    title = escape(result.experiment)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        f"{PAGE}</head>\n<body>{_look(look)}{result_html(result, look)}{_method(result)}</body></html>\n"
    )


def _look(look: Look) -> str:
    """A logo, which the file itself holds, and colours for light and dark."""
    rules = ""
    if look.titles:
        rules += f"body .pw h1, body .pw h2 {{ color: light-dark({look.title_ink}, {look.title_glow}); }}"
    if look.lines:
        rules += f"body .pw article {{ border-top: 4px solid light-dark({look.line_ink}, {look.line_glow}); }}"
    style = f"<style>{rules}</style>" if rules else ""
    return style + _picture(look.logo, 48)


def _picture(data: bytes | None, high: int) -> str:
    """A picture that the file itself holds; "" where there is none."""
    if not data:
        return ""
    return f'<p><img alt="" height="{high}" src="data:image/png;base64,{b64encode(data).decode()}"></p>'


def result_html(result: GenerationResult, look: Look = OURS) -> str:
    """All personas of a result as a piece of HTML with its own style, for notebooks."""
    warnings = "".join(f'<p class="warning">{escape(warning)}</p>' for warning in result.warnings)
    articles = "".join(_article(p, look.portraits.get(p.index), result.sections) for p in result.personas)
    measures = "".join(f"<li>{escape(figure)}</li>" for figure in figures(result))
    verdict = f"<p><strong>{escape(judged(result))}</strong></p><ul>{measures}</ul>" if result.verdict else ""
    return (
        f'<style>{STYLE}</style><main class="pw"><h1>{escape(result.experiment)}</h1>\n'
        f"<p>{escape(overview(result))}</p>{verdict}{warnings}{articles}\n"
        "<p><small>Names are invented. Every quotation stands in the data word for word, at the row given.</small></p>"
        "</main>"
    )


def persona_html(persona: Persona) -> str:
    """One persona as a piece of HTML with its own style, for notebooks."""
    return f'<style>{STYLE}</style><div class="pw">{_article(persona)}</div>'


def _method(result: GenerationResult) -> str:
    told = method(result)
    lines = "".join(f"<dt>{escape(title)}</dt><dd>{escape(text)}</dd>" for title, text in told.entries)
    return f'\n<section class="pw"><h2>{escape(told.title)}</h2><dl>{lines}</dl></section>'


def _article(persona: Persona, portrait: bytes | None = None, sections: Sections | None = None) -> str:
    parts = filled(persona, sections)
    leads = bool(parts) and parts[0][1] == "story"
    told = [f"{f'<h3>{part}</h3>' if part else ''}{_part(persona, section)}" for part, section in parts[leads:]]
    story = f" {escape(persona.summary)}" if leads else ""
    warnings = "".join(f'<p class="warning">{escape(warning)}</p>' for warning in persona.warnings)
    return (
        f"\n<article>{_picture(portrait, 96)}<h2>{escape(called(persona))}</h2>{_name(persona)}"
        f'<p class="tagline">{escape(persona.tagline)}</p>'
        f"<p><strong>{escape(people(persona))}.</strong>{story}</p>{warnings}{''.join(told)}</article>"
    )


def _part(persona: Persona, section: SectionId) -> str:
    """One section with its heading."""
    if section == "story":
        return f"<h3>{title_of(section)}</h3><p>{escape(persona.summary)}</p>"
    if section == "facts":
        return _section("Facts", [_fact(f, beside(f, of_everyone=persona.is_everyone)) for f in persona.facts])
    if section == "fields":
        return _section(OWN_FIELDS, map(_own, persona.fields))
    if section == "unlike":
        return _section(title_of(section), (escape(contrast.text) for contrast in persona.unlike))
    if section == "quotes":
        quotes = _quotes(persona.quotes)
        return f"<h3>{title_of(section)}</h3>{quotes}" if quotes else ""
    return _of_kind(persona, section)


def _name(persona: Persona) -> str:
    return f'<p class="note">{escape(hint)}</p>' if (hint := name_hint(persona)) else ""


def _of_kind(persona: Persona, kind: StatementKind) -> str:
    about = KINDS[kind]
    return _section(
        about.heading, [_statement(s) for s in persona.statements if s.kind == kind], inner=bool(about.part)
    )


def _section(title: str, items: Iterable[str], *, inner: bool = False) -> str:
    lines, level = "".join(f"<li>{item}</li>" for item in items), "h4" if inner else "h3"
    return f"<{level}>{title}</{level}><ul>{lines}</ul>" if lines else ""


def _fact(fact: Fact, note: str) -> str:
    value = f"{escape(fact.label)}: <strong>{escape(fact.value)}</strong>"
    return f'{value} <span class="note">{escape(note)}</span>' if note else value


def _own(own: OwnField) -> str:
    lines = "<br>".join(escape(line) for line in own.text.splitlines())
    return f'<strong dir="auto">{escape(own.name)}</strong><br><span dir="auto">{lines}</span>'


def _statement(statement: Statement) -> str:
    quotes = _quotes(statement.evidence)
    claim, note = escape(capital(statement.text)), escape(statement.note)
    said = f"<span{html_attributes(statement.text)}>{claim}</span>"
    return f"<details><summary>{said} <small>{note}</small></summary>{quotes}</details>"


def _quotes(evidence: Sequence[Evidence]) -> str:
    return "".join(f"<blockquote>{_quote(passage, rows)}</blockquote>" for passage, rows in wordings(evidence))


def _quote(evidence: Evidence, rows: str) -> str:
    said = f"<mark{html_attributes(evidence.quote)}>{escape(evidence.quote)}</mark>"
    return f"{said} <small>{rows}, {escape(evidence.column)}</small>"
