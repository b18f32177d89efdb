"""Personas on the terminal, readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.cli.output import console, harmless_model
from persona.exporting.words import OWN_FIELDS, beside, called, capital, figures, judged, next_steps, overview, people
from persona.kinds import KINDS
from persona.numerals import percent
from persona.sections import filled, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console
    from rich.text import Text

    from persona.models import Evidence, Fact, GenerationResult, Persona, SectionId, Sections, Statement

SHARE_BAR = 30  # characters for everyone


def print_personas(result: GenerationResult) -> None:
    """All personas of a result."""
    out = console()
    result = harmless_model(result)
    out.print()
    out.print(overview(result), markup=False)
    if verdict := judged(result):
        out.print(f"\n{verdict}", style="bold", markup=False)
        for figure in figures(result):
            out.print(f"  {figure}", style="dim", markup=False)
        for step in next_steps(result):
            out.print(f"  → {step}", markup=False)
    for warning in result.warnings:
        out.print(f"! {warning}", style="yellow", markup=False)
    for persona in result.personas:
        _print_persona(out, persona, result.sections)
    quality = result.quality
    quotes = f"{quality.quotes:,} quotes, {percent(quality.verbatim)} found word for word in the data"
    out.print(f"\n{quotes}. Names are invented.", style="dim", markup=False)


def _print_persona(out: Console, persona: Persona, sections: Sections | None) -> None:
    from rich import box
    from rich.console import Group
    from rich.panel import Panel
    from rich.text import Text

    title = Text(f" {persona.index}. {called(persona)} ", style="bold")
    out.print()
    out.print(
        Panel(Group(*_lines(persona, sections)), title=title, title_align="left", box=box.ROUNDED, padding=(1, 2))
    )


def _lines(persona: Persona, sections: Sections | None) -> Iterator[Text]:
    from rich.text import Text

    long = round(persona.share * SHARE_BAR)
    bar = "█" * long + "░" * (SHARE_BAR - long)
    parts = filled(persona, sections)
    leads = bool(parts) and parts[0][1] == "story"
    yield Text(persona.tagline, style="italic")
    yield Text.assemble((bar, "green"), f" {people(persona)}")
    if leads:
        yield from _section(persona, "story")
    for warning in persona.warnings:
        yield Text(f"! {warning}", style="yellow")
    for part, section in parts[leads:]:
        if part:
            yield Text(f"\n{part}", style="bold")
        yield from _section(persona, section)


def _section(persona: Persona, section: SectionId) -> Iterator[Text]:
    """One section with its heading; the story has none."""
    from rich.text import Text

    if section == "story":
        yield Text(f"\n{persona.summary}")
    elif section == "facts":
        yield Text("\nFacts", style="bold")
        yield from map(_fact, persona.facts)
    elif section == "fields":
        yield Text(f"\n{OWN_FIELDS}", style="bold")
        yield from (Text.assemble(f"• {own.name}  ", (own.text, "bold")) for own in persona.fields)
    elif section == "unlike":
        yield Text(f"\n{title_of(section)}", style="bold")
        yield from (Text(f"↔ {contrast.text}", style="dim") for contrast in persona.unlike)
    elif section == "quotes":
        yield Text(f"\n{title_of(section)}", style="bold")
        yield from map(_quote, persona.quotes)
    else:
        yield Text(f"\n{KINDS[section].heading}", style="" if KINDS[section].part else "bold")
        yield from (_statement(said) for said in persona.statements if said.kind == section)


def _fact(fact: Fact) -> Text:
    from rich.text import Text

    return Text.assemble(f"• {fact.label}  ", (fact.value, "bold"), (f"  {beside(fact)}", "dim"))


def _statement(statement: Statement) -> Text:
    from rich.text import Text

    return Text.assemble(f"• {capital(statement.text)}  ", (statement.note, "dim"))


def _quote(quote: Evidence) -> Text:
    from rich.text import Text

    return Text.assemble((f"“{quote.quote}”", "yellow"), (f"  row {quote.row}", "dim"))
