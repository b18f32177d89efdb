"""`persona group`: the segments before personas are written, and edits of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.cli.answers import Answers, read_answers
from persona.cli.edits import read_edits
from persona.cli.options import (
    HERE,
    AsJson,
    Basis,
    Count,
    Describe,
    Files,
    Ignore,
    Merges,
    Name,
    OfExperiment,
    Out,
    Redact,
    Renames,
    Resume,
    Roles,
    Root,
    Seed,
    Sheet,
    Splits,
)
from persona.cli.output import console, harmless_model, print_json, say
from persona.cli.progress import progress
from persona.cli.roles import read_roles
from persona.cli.working import data_of, stoppable
from persona.numerals import counted, percent

if TYPE_CHECKING:
    from persona.segments import SegmentationPreview, SegmentSketch

SHOWN_FACTS, SHOWN_MISFITS = 3, 5


def group(
    files: Files = None,
    out: Out = None,
    count: Count = None,
    seed: Seed = 0,
    answer: Answers = None,
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
    """Show the segments before personas are written; rename, merge or split them, then “persona generate --resume”."""
    from persona.column_overrides import choose
    from persona.generator import PersonaGenerator
    from persona.models import PersonaConfig
    from persona.outputs import find_run, run_for
    from persona.questionnaire.rows.reported import with_answers
    from persona.reading.options import DialectChoice

    edits, roles = read_edits(rename, merge, split), read_roles(role or [])
    answers = read_answers(answer or [])
    with progress() as follower:
        if resume:
            found = find_run(resume, root)
            data, run = found.experiment, found.run
        else:
            dialect = with_answers(DialectChoice(sheet=sheet), answers)
            data = data_of(files, out, follower, name=name, experiment=experiment, dialect=dialect, root=root)
            columns = choose(
                data.columns(), basis=basis or (), describe=describe or (), ignore=ignore or (), roles=roles
            )
            questions = data.as_questions(columns)
            config = PersonaConfig(
                count=count, seed=seed, redact=redact, answers=answers, questions=questions, edits=edits
            )
            run, edits = run_for(data, config), ()
        with stoppable(run, data, out):
            preview = PersonaGenerator(data).group(resume=run, edits=edits, on_event=follower.on_event)
    if as_json:
        print_json(preview)
        return
    _print(harmless_model(preview))
    say(f"To write the personas: persona generate --resume {run.id if data.path.parent == root else run.path}")


def _print(preview: SegmentationPreview) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    out = console()
    out.print(preview.summary.reason, markup=False)
    table = Table(box=box.SIMPLE_HEAD, show_lines=True, pad_edge=False)
    table.add_column("#", justify="right")
    for title, ratio in (("Segment", 3), ("What sets it apart", 3), ("In their words", 4)):
        table.add_column(title, overflow="fold", ratio=ratio)
    for sketch in preview.segments:
        facts = "\n".join(f"{fact.label} {fact.value}" for fact in sketch.facts[:SHOWN_FACTS])
        quotes = "\n".join(f"“{passage.quote}”" for passage in sketch.passages)
        table.add_row(str(sketch.index), *map(Text, (_about(sketch), facts, quotes)))
    out.print(table)
    out.print(_misfits(preview), markup=False)


def _about(sketch: SegmentSketch) -> str:
    small = " – few people: read its numbers with care" if sketch.is_small else ""
    return f"{sketch.label}\n{counted(sketch.size, 'respondent')}, {percent(sketch.share)}{small}"


def _misfits(preview: SegmentationPreview) -> str:
    if not preview.misfits_total:
        return "Everybody fits one segment well."
    shown = [
        f"row {misfit.row} ({misfit.segment}{f' or {misfit.other}' if misfit.other else ''})"
        for misfit in preview.misfits[:SHOWN_MISFITS]
    ]
    more = ", …" if preview.misfits_total > len(shown) else ""
    verb = "fits" if preview.misfits_total == 1 else "fit"
    return f"{counted(preview.misfits_total, 'respondent')} {verb} badly: {', '.join(shown)}{more}"
