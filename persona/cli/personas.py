"""`persona demo` and `persona generate`: from a file to personas."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from persona.cli.answers import Answers, read_answers
from persona.cli.edits import read_edits
from persona.cli.files import read_codebook
from persona.cli.options import (
    HERE,
    AsJson,
    BaseUrl,
    Basis,
    Budget,
    CodebookFile,
    Count,
    Describe,
    DryRun,
    Embeddings,
    Files,
    Ignore,
    Merges,
    Model,
    Name,
    OfExperiment,
    Out,
    Pricing,
    Redact,
    Renames,
    Resume,
    Roles,
    Root,
    Seed,
    Sheet,
    Splits,
    Template,
    Verify,
)
from persona.cli.output import print_json, say
from persona.cli.progress import Unseen, progress
from persona.cli.roles import read_roles
from persona.cli.working import data_of, stoppable
from persona.numerals import counted

if TYPE_CHECKING:
    from persona.experiment import Experiment
    from persona.models import PersonaConfig
    from persona.store import RunFolder
    from persona.writers.llm import Access


def demo(
    sample: Annotated[str, typer.Option(help="planning-invented (made up) or r-users (real).")] = "planning-invented",
    count: Count = None,
    seed: Seed = 0,
    out: Annotated[Path | None, typer.Option(help="Keep the result in this folder.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make personas from a sample and print them."""
    from persona.cli.portrait import print_personas
    from persona.models import PersonaConfig
    from persona.outputs import experiment_for, publish, run_for
    from persona.samples import sample as find_sample

    chosen = find_sample(sample)
    config = PersonaConfig(count=count, seed=seed)
    say(f"{chosen.name}: {chosen.description}\n{chosen.attribution}")
    with TemporaryDirectory() as folder:
        place = out or Path(folder)
        with progress() as follower:
            experiment = experiment_for([chosen.path], place, name=chosen.name)
            run = run_for(experiment, config)
            _carry_out(experiment, run, config, place, follower)
        result = publish(place, run).result()
    if as_json:
        print_json(result)
    else:
        print_personas(result)
    if out:
        say(f"Written to {out}")


def generate(
    ctx: typer.Context,
    files: Files = None,
    out: Out = None,
    count: Count = None,
    seed: Seed = 0,
    detail: Annotated[Literal["short", "standard", "deep"], typer.Option(help="How much to write.")] = "standard",
    model: Model = "builtin",
    base_url: BaseUrl = None,
    budget: Budget = None,
    price: Pricing = None,
    template: Template = None,
    verify: Verify = False,
    embeddings: Embeddings = None,
    dry_run: DryRun = False,
    answer: Answers = None,
    codebook: CodebookFile = None,
    basis: Basis = None,
    describe: Describe = None,
    ignore: Ignore = None,
    role: Roles = None,
    redact: Redact = True,
    rename: Renames = None,
    merge: Merges = None,
    split: Splits = None,
    resume: Resume = None,
    name: Name = None,
    experiment: OfExperiment = None,
    sheet: Sheet = None,
    root: Root = HERE,
    as_json: AsJson = False,
) -> None:
    """Make personas from tables with answers.

    Writes result.json, personas.md and tables of people, quotes and themes. A stopped run goes on when the same command
    is given again. With --resume, the personas of the segments that “persona group” has shown. Keys of models are read
    from OPENAI_API_KEY, ANTHROPIC_API_KEY and GOOGLE_API_KEY.
    """
    if ctx.obj is not None:
        from persona.cli import elsewhere

        return elsewhere.generate(ctx.obj, ctx.params)
    from persona.cli.models import access_for, print_questions, spent
    from persona.column_overrides import choose
    from persona.exporting.words import judged, next_steps
    from persona.models import PersonaConfig
    from persona.outputs import Output, find_run, publish, run_for
    from persona.questionnaire.rows.reported import with_answers
    from persona.reading.options import DialectChoice
    from persona.writers.llm import preview
    from persona.writers.llm.model_name import BUILTIN

    edits, roles = read_edits(rename, merge, split), read_roles(role or [])
    answers = read_answers(answer or [])
    writing = {"detail": detail, "model": model, "budget_usd": budget, "template": template, "verify": verify}
    run: RunFolder | None
    with progress() as follower, TemporaryDirectory() as nowhere:
        if resume:
            found = find_run(resume, root)
            data, run = found.experiment, found.run
            changes = {key: value for key, value in writing.items() if _given(ctx, key.removesuffix("_usd"))}
            config = run.config.model_copy(update={**changes, "edits": (*run.config.edits, *edits)})
        else:
            if files and out is None and not dry_run:
                raise typer.BadParameter("Say with --out which folder the result goes to.")
            place = Path(nowhere) if dry_run else out
            dialect = with_answers(DialectChoice(sheet=sheet), answers)
            data = data_of(files, place, follower, name=name, experiment=experiment, dialect=dialect, root=root)
            columns = choose(
                data.columns(), basis=basis or (), describe=describe or (), ignore=ignore or (), roles=roles
            )
            told = read_codebook(codebook, data.questionnaire(answers)) if codebook else {}
            config = PersonaConfig.model_validate(
                {
                    "count": count,
                    "seed": seed,
                    "redact": redact,
                    "answers": answers,
                    "questions": {**told, **data.as_questions(columns)},
                    "edits": edits,
                    "embeddings": embeddings,
                    **writing,
                }
            )
            run = None if dry_run else run_for(data, config)
        if dry_run:
            known = run.segmentation() if run and not edits else None
            return print_questions(preview(data, config, segmentation=known), as_json=as_json)
        assert run is not None  # noqa: S101 -- only a dry run has none
        asked = config.embeddings if config.model == BUILTIN else config.model
        access = access_for(asked or BUILTIN, base_url, price)
        _carry_out(data, run, config, out, follower, access)
    output = publish(out, run) if out else Output.open(run.path)
    result = output.result()
    if as_json:
        print_json(result)
    say(f"{counted(len(result.personas), 'persona')} from {counted(result.rows, 'answer')}: {output.path}")
    say(judged(result))
    for step in next_steps(result):
        say(f"→ {step}")
    if result.usage.requests or result.usage.cached:
        say(spent(result.usage))
    return None


def _given(ctx: typer.Context, name: str) -> bool:
    """Whether somebody wrote this option; its value alone may be the one it has by itself."""
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _carry_out(
    experiment: Experiment,
    run: RunFolder,
    config: PersonaConfig,
    out: Path | None,
    follower: Unseen,
    access: Access | None = None,
) -> None:
    from persona.generator import PersonaGenerator

    with stoppable(run, experiment, out):
        PersonaGenerator(experiment, access=access).generate(config, on_event=follower.on_event, resume=run)
