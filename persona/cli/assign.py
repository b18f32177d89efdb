"""`persona assign`: new people among the personas of a result, or the few questions that would place them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from persona.cli.options import AsJson
from persona.cli.output import harmless, print_json, say
from persona.cli.results import Folder
from persona.numerals import percent

if TYPE_CHECKING:
    from persona.models import GenerationResult
    from persona.models.assigning import Assigned, ShortForm
    from persona.models.brought import BroughtPlaces


def assign(
    folder: Folder,
    file: Annotated[
        Path | None, typer.Argument(help="New answers; without, the questions that place people best.")
    ] = None,
    to: Annotated[Path | None, typer.Option(help="A CSV file to write: row, persona, sure, next, answered.")] = None,
    personas: Annotated[
        Path | None,
        typer.Option(
            help="Personas from elsewhere, as JSON: the study's own people are placed among them.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Place new people among the personas of a result, with how sure that is; or its people among other personas."""
    from persona.exporting.tables import assigned_csv
    from persona.files import write_text
    from persona.outputs import Output

    result = Output.open(folder).result()
    if personas is not None:
        return _place_among(result, personas, to, as_json=as_json)
    if file is None:
        form = result.short_form()
        return print_json(form) if as_json else _print_form(form)
    found = result.assign(file)
    if to is not None:
        write_text(to, assigned_csv(found))
        say(f"Written to {to}")
    return print_json(found) if as_json else _print_places(found, result)


def _place_among(result: GenerationResult, personas: Path, to: Path | None, *, as_json: bool) -> None:
    from persona.assigning.bringing import read_personas
    from persona.exporting.tables import brought_csv
    from persona.files import write_text

    found = result.place_among(read_personas(personas.read_bytes()))
    if to is not None:
        write_text(to, brought_csv(found))
        say(f"Written to {to}")
    return print_json(found) if as_json else _print_brought(found, result)


def _print_brought(found: BroughtPlaces, result: GenerationResult) -> None:
    from persona.exporting.words import called

    names = {persona.index: called(persona) for persona in result.personas}
    for line in found.personas:
        print(harmless(f"{line.name}: {line.people:,}, {percent(line.share)}, {line.clear:,} of them clearly"))
        for people, number in sorted(
            ((people, number) for number, people in line.found.items() if people), reverse=True
        ):
            print(harmless(f"   {people:,} of them are in {number}. {names.get(number, '')}".rstrip()))
    print(harmless(f"\n{found.sentence}"))
    for note in found.notes:
        print(harmless(note))


def _print_places(found: Assigned, result: GenerationResult) -> None:
    from persona.exporting.words import called

    names = {persona.index: called(persona) for persona in result.personas}
    for line in found.personas:
        share = f"{percent(line.share)} (in the study {percent(line.study_share)})"
        print(harmless(f"{line.persona}. {names[line.persona]}: {line.people:,}, {share}, {line.sure:,} of them sure"))
    print(harmless(f"\n{found.sentence}"))
    for note in found.notes:
        print(harmless(note))


def _print_form(form: ShortForm) -> None:
    for number, question in enumerate(form.questions, start=1):
        print(harmless(f"{number}. {question.question} ({percent(question.right)} right so far)"))
        print(harmless(f"   {' / '.join(question.options) or 'a number'}"))
    right, chance = percent(form.accuracy.right), percent(form.accuracy.chance)
    print(f"\nThese place {right} of people right, all questions {percent(form.all_right)}, chance {chance}.")
