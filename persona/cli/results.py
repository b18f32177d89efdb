"""`persona compare`, `persona export` and `persona verify`: what can be done with a result."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from persona.cli.editing import told
from persona.cli.options import AsJson
from persona.cli.output import console, harmless, harmless_model, print_json, say
from persona.exporting.formats import FormatId, export_run, listed
from persona.numerals import percent

if TYPE_CHECKING:
    from persona.comparing import Comparison, RunComparison, WhatChanged
    from persona.comparing.models import Change
    from persona.exporting.look import Look
    from persona.models import Sections

Folder = Annotated[
    Path, typer.Argument(help="What “persona generate --out” wrote, or a run's folder.", show_default=False)
]
SHOWN_FACTS = 5  # side by side; all are in the JSON


def compare(
    folder: Folder,
    other: Annotated[
        Path | None, typer.Argument(help="A second result: on the same data, or a later wave of the study.")
    ] = None,
    persona: Annotated[
        list[int] | None, typer.Option(help="The number of a persona, two to four of them; all if left out.")
    ] = None,
    changed: Annotated[
        bool, typer.Option("--changed", help="What changed, in sentences, also where the data is the same.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Put personas of a result side by side, compare the groups of two results, or tell what changed between waves."""
    from persona.comparing import compare, compare_runs
    from persona.comparing.runs import are_same_people
    from persona.outputs import Output

    if other is None:
        found = compare(Output.open(folder).result(), persona or ())
        print_json(found) if as_json else _print_sides(harmless_model(found))
        return
    first, second = Output.open(folder), Output.open(other)
    if changed or not are_same_people(first, second):
        from persona.comparing.changed import what_changed

        told = what_changed(first, second)
        print_json(told) if as_json else _print_changes(told)
    else:
        runs = compare_runs(first, second)
        print_json(runs) if as_json else _print_runs(runs)


def export(
    folder: Folder,
    format: Annotated[FormatId, typer.Option("--format", "-f", help=f"What to make. {listed()}.")] = "html",
    to: Annotated[Path | None, typer.Option(help="The file to write; stdout if left out.")] = None,
    persona: Annotated[
        list[int] | None, typer.Option(help="The number of a persona, as often as needed; all if left out.")
    ] = None,
    no_quotes: Annotated[bool, typer.Option("--no-quotes", help="Without people's words of the data.")] = False,
    no_names: Annotated[
        bool, typer.Option("--no-names", help="Without invented first names, where a persona has a label too.")
    ] = False,
    generated: Annotated[bool, typer.Option("--generated", help="As it was generated, without edits.")] = False,
    logo: Annotated[
        Path | None, typer.Option(help="A picture for formats that have some.", exists=True, dir_okay=False)
    ] = None,
    titles: Annotated[str, typer.Option(help='The colour of titles: "#7a1f5c".')] = "",
    lines: Annotated[str, typer.Option(help="The colour of lines.")] = "",
    sections: Annotated[
        str, typer.Option(help="Sections that come first, if the result itself does not say: goal,frustration,story.")
    ] = "",
    without: Annotated[str, typer.Option(help="Sections to leave out, likewise: quotes,unlike.")] = "",
) -> None:
    """Write a result in another format, with what people changed in it."""
    from persona.cli.verbs import sections_of
    from persona.exporting.choosing import Choice, Chosen
    from persona.files import write_bytes
    from persona.outputs import EditedOutput, Output

    output = Output.open(folder)
    choice = Choice(personas=tuple(persona or ()), quotes=not no_quotes, names=not no_names)
    look = _look(logo, titles, lines, sections_of(sections or "usual", without) if sections or without else None)
    data = export_run(Chosen(output if generated else EditedOutput(output), choice), format, look=look)
    if to is None:
        sys.stdout.buffer.write(data)
    else:
        write_bytes(to, data)
        say(f"Written to {to}")


def _look(logo: Path | None, titles: str, lines: str, sections: Sections | None) -> Look:
    from persona.exporting.look import Look, colour_of
    from persona.exporting.pictures import LOGO, re_encoded

    picture = re_encoded(logo.read_bytes(), LOGO) if logo else None
    return Look(logo=picture, titles=colour_of(titles), lines=colour_of(lines), sections=sections)


def verify(folder: Folder, as_json: AsJson = False) -> None:
    """Prove a result: each quote is in the data, and a second run gives the same bytes. Exit code 1 if not."""
    from persona.cli.progress import progress
    from persona.verifying import verify

    with progress() as follower:
        found = verify(folder, on_event=follower.on_event)
    if as_json:
        print_json(found)
    else:
        for finding in found.findings:
            sign = "✓" if finding.is_right else "✗"
            print(harmless(f"{sign} {finding.what}{f': {finding.detail}' if finding.detail else ''}"))
        for change in found.edits:
            print(harmless(f"Edited: {told(change)}"))
        for problem in found.edits_unread:
            say(problem)
    if not found.is_right:
        say("Error: this result does not hold.")
        raise typer.Exit(1)


def _print_sides(found: Comparison) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from persona.exporting.words import capital
    from persona.kinds import KINDS

    table = Table(box=box.SIMPLE_HEAD, show_lines=True, pad_edge=False)
    table.add_column("")
    for side in found.personas:
        table.add_column(Text(side.name), overflow="fold", ratio=1)
    table.add_row("", *(Text(side.tagline, style="italic") for side in found.personas))
    table.add_row("Share", *(f"{percent(side.share)}, {side.size:,} people" for side in found.personas))
    facts = ("\n".join(f"{f.label} {f.value}" for f in side.facts[:SHOWN_FACTS]) for side in found.personas)
    table.add_row("Facts", *map(Text, facts))
    for kind, about in KINDS.items():
        said = [next((s.text for s in side.leading if s.kind == kind), "") for side in found.personas]
        table.add_row(about.heading, *(Text(capital(text)) for text in said))
    for side, row in zip(found.personas, found.alike, strict=True):
        table.add_row(Text(f"Like {side.name}"), *(f"{percent(share)}" for share in row))
    console().print(table)


def _print_runs(found: RunComparison) -> None:
    print(f"Agreement of the groups: {found.agreement:.2f} (1 the same, 0 by chance)")
    for match in found.matches:
        first, second = f"{match.first}. {match.first_name}", f"{match.second}. {match.second_name}"
        print(f"{first} → {second}: {percent(match.shared)} of the people")


def _print_changes(found: WhatChanged) -> None:
    print(harmless(found.sentence))
    for group in found.groups:
        print(harmless(f"  {group.sentence} {_numbers(group)}"))
    if found.everyone:
        print("\nOf everyone's answers")
    for answer in found.everyone:
        print(harmless(f"  {answer.question}: {answer.sentence} {_numbers(answer)}"))
    for inside in found.inside:
        if named := [change for change in inside.changes if change.sure != "none"]:
            print(harmless(f"\nInside “{inside.name}”"))
            for change in named:
                print(harmless(f"  {change.question}: {change.sentence} {_numbers(change)}"))
    for left in found.questions.left_out:
        print(harmless(f"\nLeft out: “{left.question}”. {left.reason}"))
    for note in found.notes:
        print(harmless(f"\n{note}"))


def _numbers(change: Change) -> str:
    from persona.comparing.wording import numbers

    return f"({numbers(change)})"
