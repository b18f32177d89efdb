"""`persona inspect` and `persona check`: how a file is understood, before anything is made of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from persona.cli.options import AsJson, Sheet
from persona.cli.output import console, harmless_model, print_json, say
from persona.dialects import delimiter_word
from persona.filekinds import DELIMITED, kind_in_words
from persona.numerals import counted

if TYPE_CHECKING:
    from persona.inspecting import Inspection

File = Annotated[Path, typer.Argument(help="A table with answers: one row a respondent.", show_default=False)]
SHOWN_SKIPPED = 20


def inspect(
    file: File,
    as_json: AsJson = False,
    delimiter: Annotated[str | None, typer.Option(help="What separates cells, if the guess is wrong.")] = None,
    encoding: Annotated[str | None, typer.Option(help="How letters are stored, if the guess is wrong.")] = None,
    header: Annotated[
        bool | None, typer.Option("--header/--no-header", help="Whether the first row holds column names.")
    ] = None,
    sheet: Sheet = None,
) -> None:
    """Show how a file is read: rows, columns with their roles, and every line skipped with its reason."""
    from persona.sandbox.process import prepare

    prepare()
    from persona.inspecting import inspect
    from persona.reading.options import DialectChoice

    found = inspect(file, dialect=DialectChoice(delimiter=delimiter, encoding=encoding, header=header, sheet=sheet))
    if as_json:
        print_json(found)
    else:
        _print_inspection(found)


def check(
    file: File,
    strict: Annotated[bool, typer.Option(help="Fail on warnings too.")] = False,
    sheet: Sheet = None,
    as_json: AsJson = False,
) -> None:
    """Say whether personas can be made from a file, and what to look at first. Exit code 1 if not."""
    from persona.sandbox.process import prepare

    prepare()
    from persona.readiness import check_file
    from persona.reading.options import DialectChoice

    checked = check_file(file, dialect=DialectChoice(sheet=sheet))
    if as_json:
        print_json(checked)
    else:
        say(f"{checked.name}: {checked.rows:,} rows can be used; {checked.open_answers} columns hold open answers.")
        for warning in checked.warnings:
            say(f"  – {warning}")
    if strict and checked.warnings:
        raise typer.Exit(1)


def _print_inspection(found: Inspection) -> None:
    out = console()
    found = harmless_model(found)
    out.print(f"{found.name}: {found.rows:,} rows, {len(found.columns)} columns", style="bold", markup=False)
    out.print(_dialect(found), markup=False)
    out.print()
    out.print(_columns(found))
    if found.skipped_total:
        out.print(f"\n{counted(found.skipped_total, 'line')} skipped", style="bold")
        for line in found.skipped_lines[:SHOWN_SKIPPED]:
            out.print(f"  {line.message}", markup=False)
        if (more := found.skipped_total - SHOWN_SKIPPED) > 0:
            out.print(f"  … and {more:,} more: --json lists them")


def _dialect(found: Inspection) -> str:
    dialect = found.dialect
    if found.kind not in DELIMITED:
        words = kind_in_words(
            found.kind, sheet=dialect.sheet, sheets=len(dialect.sheets), header_line=dialect.header_line
        )
        others = [name for name in dialect.sheets if name != dialect.sheet]
        return f"{words}; the others: {', '.join(others)}" if others else words
    delimiter = delimiter_word(dialect.delimiter)
    guessed = " (a guess)" if dialect.encoding_how == "guessed" else ""
    header = f"column names in line {dialect.header_line}" if dialect.header_line else "no column names"
    return f"separated by {delimiter} · {dialect.encoding}{guessed} · {header}"


def _columns(found: Inspection) -> object:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE, pad_edge=False)
    for title, style in (("#", "dim"), ("Column", ""), ("Role", ""), ("Groups", ""), ("What is in it", "dim")):
        table.add_column(title, style=style, justify="right" if title == "#" else "left")
    for column in found.columns:
        role = column.role.value.replace("_", " ")
        groups = "forms" if column.basis else "describes"
        table.add_row(str(column.position + 1), Text(column.name), role, groups, Text(column.detail))
    return table
