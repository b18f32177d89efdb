"""`persona demo` and `persona generate`: from a file to personas."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from persona.cli.options import HERE, AsJson, Root
from persona.cli.output import print_json, say
from persona.cli.progress import Unseen, progress
from persona.cli.roles import read_roles
from persona.numerals import counted

if TYPE_CHECKING:
    from persona.experiment import Experiment
    from persona.models import PersonaConfig
    from persona.store import RunFolder

Seed = Annotated[int, typer.Option(min=0, max=2**32 - 1, help="The same seed gives the same personas.")]
INTERRUPTED = 130  # what shells expect after Ctrl-C


def demo(
    sample: Annotated[str, typer.Option(help="planning-invented (made up) or r-users (real).")] = "planning-invented",
    count: Annotated[int | None, typer.Option(min=1, max=12, help="How many personas; chosen if left out.")] = None,
    seed: Seed = 0,
    out: Annotated[Path | None, typer.Option(help="Keep the result in this folder.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make personas from a sample and print them."""
    from persona.cli.portrait import print_personas
    from persona.models import PersonaConfig
    from persona.outputs import experiment_for, publish
    from persona.samples import sample as find_sample

    chosen = find_sample(sample)
    config = PersonaConfig(count=count, seed=seed)
    say(f"{chosen.name}: {chosen.description}\n{chosen.attribution}")
    with TemporaryDirectory() as folder:
        place = out or Path(folder)
        with progress() as follower:
            experiment = experiment_for([chosen.path], place, name=chosen.name)
            run = _carry_out(experiment, config, place, follower)
        result = publish(place, run).result()
    if as_json:
        print_json(result)
    else:
        print_personas(result)
    if out:
        say(f"Written to {out}")


def generate(
    files: Annotated[list[Path] | None, typer.Argument(help="Tables with answers, all with the same columns.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the result.", show_default=False)] = None,
    count: Annotated[int | None, typer.Option(min=1, max=12, help="How many personas; chosen if left out.")] = None,
    seed: Seed = 0,
    detail: Annotated[Literal["short", "standard", "deep"], typer.Option(help="How much to write.")] = "standard",
    model: Annotated[str, typer.Option(help='"builtin", or "provider:name".')] = "builtin",
    budget: Annotated[float | None, typer.Option(min=0, help="The most a model may cost, in US dollars.")] = None,
    basis: Annotated[
        list[str] | None, typer.Option(help="Form groups by these columns only: a name, numbers (1-11) or a pattern.")
    ] = None,
    describe: Annotated[list[str] | None, typer.Option(help="Columns that only describe the groups.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Columns to leave out.")] = None,
    role: Annotated[list[str] | None, typer.Option(help='What a column means: "Column=rating".')] = None,
    redact: Annotated[bool, typer.Option(help="Mask personal data.")] = True,
    name: Annotated[str | None, typer.Option(help="The experiment's name; the file's if left out.")] = None,
    experiment: Annotated[str | None, typer.Option(help="Use the data of this experiment instead of files.")] = None,
    root: Root = HERE,
    as_json: AsJson = False,
) -> None:
    """Make personas from tables with answers.

    Writes result.json, personas.md, assignments.csv and quotes.csv. A stopped run goes on when the same command is
    given again.
    """
    from persona.choosing import choose
    from persona.models import PersonaConfig
    from persona.outputs import Output, publish

    roles = read_roles(role or [])
    with progress() as follower:
        data = _data(files or [], out, follower, name=name, experiment=experiment, root=root)
        columns = choose(data.columns(), basis=basis or (), describe=describe or (), ignore=ignore or (), roles=roles)
        config = PersonaConfig(
            count=count, model=model, detail=detail, budget_usd=budget, seed=seed, redact=redact, columns=columns
        )
        run = _carry_out(data, config, out, follower)
    output = publish(out, run) if out else Output.open(run.path)
    result = output.result()
    if as_json:
        print_json(result)
    say(f"{counted(len(result.personas), 'persona')} from {counted(result.rows, 'answer')}: {output.path}")


def _data(
    files: list[Path],
    out: Path | None,
    follower: Unseen,
    *,
    name: str | None,
    experiment: str | None,
    root: Path,
) -> Experiment:
    from persona.experiment import Experiment
    from persona.outputs import experiment_for

    if experiment and not files:
        return Experiment.open(experiment, root=root)
    if experiment or not files:
        raise typer.BadParameter("Give files, or --experiment with a name.")
    if out is None:
        raise typer.BadParameter("Say with --out which folder the result goes to.")
    return experiment_for(files, out, name=name, on_progress=follower.on_bytes)


def _carry_out(experiment: Experiment, config: PersonaConfig, out: Path | None, follower: Unseen) -> RunFolder:
    from persona.exceptions import DataError
    from persona.generator import PersonaGenerator
    from persona.outputs import discard, run_for

    run = run_for(experiment, config)
    try:
        PersonaGenerator(experiment=experiment).generate(on_event=follower.on_event, resume=run)
    except KeyboardInterrupt:
        _stopped(run)
    except DataError:
        if out:
            discard(out, experiment)
        raise
    return run


def _stopped(run: RunFolder) -> NoReturn:
    say(f"Stopped. {counted(len(run.personas()), 'persona')} kept; give the same command again to go on.")
    raise typer.Exit(INTERRUPTED)
