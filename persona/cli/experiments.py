"""`persona experiment`: experiments kept in a folder, by default `.persona` here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from persona.cli.options import HERE, AsJson, Root, Sheet
from persona.cli.output import console, harmless, print_json, say
from persona.numerals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from persona.experiment import Experiment
    from persona.store import RunFolder

app = typer.Typer(help="Keep experiments: their data, their runs.", no_args_is_help=True, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(help="An experiment's name, id or folder.", show_default=False)]


@app.command()
def create(
    name: Annotated[str, typer.Argument(help="What you call it.", show_default=False)],
    files: Annotated[list[Path], typer.Argument(help="Files or folders of them, of one study.")],
    description: Annotated[str, typer.Option(help="What you want to find out.")] = "",
    sheet: Sheet = None,
    root: Root = HERE,
    as_json: AsJson = False,
) -> None:
    """Make an experiment from files."""
    from persona.experiment import Experiment
    from persona.reading.options import DialectChoice

    dialect = DialectChoice(sheet=sheet)
    experiment = Experiment.create(name, files, description=description, root=root, dialect=dialect)
    if as_json:
        print_json(_about(experiment))
    else:
        print(experiment.path)
        say(f"{experiment.name}: {counted(experiment.rows, 'row')}")


@app.command("list")
def list_(root: Root = HERE, as_json: AsJson = False) -> None:
    """All experiments, newest first."""
    from persona.experiment import Experiment

    found = Experiment.list(root)
    if as_json:
        print_json([_about(experiment) for experiment in found])
    elif found:
        _print_table(("Experiment", "Made", "Rows", "Runs", "Id"), [_row(experiment) for experiment in found])
    else:
        say("No experiments yet: make one with “persona experiment create NAME FILE”.")


@app.command()
def show(name: Name, root: Root = HERE, as_json: AsJson = False) -> None:
    """One experiment: its files and runs."""
    from persona.experiment import Experiment

    experiment = Experiment.open(name, root=root)
    if as_json:
        print_json(_about(experiment))
        return
    print(harmless("\n".join(_description(experiment))))


@app.command()
def delete(
    name: Name,
    root: Root = HERE,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Remove an experiment with its data and runs."""
    from persona.experiment import Experiment

    experiment = Experiment.open(name, root=root)
    if not yes:
        runs = counted(len(experiment.runs()), "run")
        typer.confirm(f"Delete “{experiment.name}” with its data and {runs}?", abort=True, err=True)
    experiment.delete()
    if as_json:
        print_json({"deleted": experiment.id})
    say(f"Deleted {experiment.name}.")


@app.command()
def runs(name: Name, root: Root = HERE, as_json: AsJson = False) -> None:
    """The runs of an experiment, newest first."""
    from persona.experiment import Experiment

    found = Experiment.open(name, root=root).runs()
    if as_json:
        print_json([run.manifest.model_dump(mode="json") for run in found])
    elif found:
        _print_table(("Run", "Started", "Status", "Personas", "Seconds"), [_run_row(run) for run in found])
    else:
        say("No runs yet.")


def _description(experiment: Experiment) -> Iterator[str]:
    yield from (experiment.name, str(experiment.path))
    if experiment.description:
        yield experiment.description
    for report in (source.report for source in experiment.sources):
        yield f"  {report.name}: {counted(report.rows, 'row')}, {counted(report.skipped_total, 'line')} skipped"
    for run in experiment.runs():
        yield f"  run {run.id}: {run.manifest.status}"


def _about(experiment: Experiment) -> dict[str, object]:
    return {
        **experiment.manifest.model_dump(mode="json"),
        "path": str(experiment.path),
        "rows": experiment.rows,
        "sources": [stamp.model_dump() for stamp in experiment.stamps()],
        "runs": [{"id": run.id, "status": run.manifest.status} for run in experiment.runs()],
    }


def _row(experiment: Experiment) -> tuple[str, ...]:
    made = f"{experiment.manifest.created:%Y-%m-%d %H:%M}"
    return experiment.name, made, f"{experiment.rows:,}", str(len(experiment.runs())), experiment.id


def _run_row(run: RunFolder) -> tuple[str, ...]:
    manifest = run.manifest
    seconds = f"{sum(manifest.seconds.values()):.1f}" if manifest.seconds else ""
    return run.id, f"{manifest.created:%Y-%m-%d %H:%M}", manifest.status, str(len(run.personas())), seconds


def _print_table(titles: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE, pad_edge=False)
    for title in titles:
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*(Text(harmless(cell)) for cell in row))
    console().print(table)
