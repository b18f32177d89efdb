"""`persona inspect` and `persona check`: how files are understood, before anything is made of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from persona.cli.answers import Answers, read_answers
from persona.cli.options import AsJson, CodebookFile, Sheet
from persona.cli.output import console, harmless_model, print_json, say

if TYPE_CHECKING:
    from persona.inspecting import Inspection
    from persona.models import QuestionChoice
    from persona.questionnaire.models import Questionnaire

InspectFiles = Annotated[list[Path], typer.Argument(help="Files with answers, or folders of them.", show_default=False)]
File = Annotated[Path, typer.Argument(help="A table with answers: one row a respondent.", show_default=False)]


def inspect(
    files: InspectFiles,
    as_json: AsJson = False,
    delimiter: Annotated[str | None, typer.Option(help="What separates cells, if the guess is wrong.")] = None,
    encoding: Annotated[str | None, typer.Option(help="How letters are stored, if the guess is wrong.")] = None,
    header: Annotated[
        bool | None, typer.Option("--header/--no-header", help="Whether the first row holds column names.")
    ] = None,
    sheet: Sheet = None,
    answer: Answers = None,
    codebook: CodebookFile = None,
) -> None:
    """Show how files are understood: the questions, what is unsure about them, and which rows are no people."""
    from persona.sandbox.process import prepare

    prepare()
    from persona.inspecting import inspect
    from persona.reading.options import DialectChoice

    dialect = DialectChoice(delimiter=delimiter, encoding=encoding, header=header, sheet=sheet)
    answers = read_answers(answer or [])
    found = inspect(files, answers=answers, dialect=dialect)
    if codebook is not None:
        found = inspect(files, answers=answers, questions=read_codebook(codebook, found), dialect=dialect)
    if as_json:
        print_json(found)
    else:
        _print(found)


def read_codebook(path: Path, found: Questionnaire) -> dict[str, QuestionChoice]:
    """What a code book says of these questions; what it says of others is told."""
    from persona.codebooks import load_codebook, use_codebook

    used = use_codebook(load_codebook(path), found)
    if used.unused:
        say(f"Not in the data, so left out of the code book: {', '.join(used.unused)}")
    return used.questions


def check(
    file: File,
    strict: Annotated[bool, typer.Option(help="Fail on warnings and open doubts too.")] = False,
    sheet: Sheet = None,
    answer: Answers = None,
    as_json: AsJson = False,
) -> None:
    """Say whether personas can be made from a file, and what to look at first. Exit code 1 if not."""
    from persona.sandbox.process import prepare

    prepare()
    from persona.readiness import check_file
    from persona.reading.options import DialectChoice

    checked = check_file(file, dialect=DialectChoice(sheet=sheet), answers=read_answers(answer or []))
    if as_json:
        print_json(checked)
    else:
        say(f"{checked.name}: {checked.rows:,} rows can be used; {checked.open_answers} questions hold open answers.")
        for warning in checked.warnings:
            say(f"  – {warning}")
        for doubt in checked.doubts:
            say(f"  ? {doubt.sentence} (--answer {doubt.id}={doubt.default} is taken)")
    if strict and (checked.warnings or checked.doubts):
        raise typer.Exit(1)


def _print(found: Inspection) -> None:
    from persona.cli.inspected import print_inspection

    print_inspection(console(), harmless_model(found))
