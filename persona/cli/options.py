"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from persona.providers import PROVIDERS

HERE = Path(".persona")
Root = Annotated[Path, typer.Option(envvar="PERSONA_ROOT", help="The folder that holds experiments.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for another program.")]

# -- which data, which run -----------------------------------------------------------------------------
Files = Annotated[
    list[Path] | None, typer.Argument(help="Files or folders of them, all with the same columns.", show_default=False)
]
Sheet = Annotated[str | None, typer.Option(help="Which sheet of a workbook; the one with most answers if left out.")]
CodebookFile = Annotated[
    Path | None,
    typer.Option("--codebook", help="A table of questions, codes and labels: CSV or a workbook.", show_default=False),
]
Out = Annotated[Path | None, typer.Option(help="Folder for the result.", show_default=False)]
Name = Annotated[str | None, typer.Option(help="The experiment's name; the file's if left out.")]
OfExperiment = Annotated[
    str | None, typer.Option("--experiment", help="Use the data of this experiment instead of files.")
]
Resume = Annotated[
    str | None, typer.Option(help="Go on with this run (id or folder), with the settings and segments that it has.")
]

# -- settings ------------------------------------------------------------------------------------------
Count = Annotated[int | None, typer.Option(min=1, max=12, help="How many personas; chosen if left out.")]
Seed = Annotated[int, typer.Option(min=0, max=2**32 - 1, help="The same seed gives the same personas.")]
Basis = Annotated[
    list[str] | None, typer.Option(help="Form groups by these columns only: a name, numbers (1-11) or a pattern.")
]
Describe = Annotated[list[str] | None, typer.Option(help="Columns that only describe the groups.")]
Ignore = Annotated[list[str] | None, typer.Option(help="Columns to leave out.")]
Roles = Annotated[list[str] | None, typer.Option("--role", help='What a column means: "Column=rating".')]
Redact = Annotated[bool, typer.Option(help="Mask personal data.")]

# -- edits of segments; numbers are those that “persona group” shows -----------------------------------
Renames = Annotated[list[str] | None, typer.Option("--rename", help='Name a segment: 2="Paper planners".')]
Merges = Annotated[list[str] | None, typer.Option("--merge", help="Put segments together: 2,3.")]
Splits = Annotated[list[str] | None, typer.Option("--split", help="Split a segment in two: 1, or in three: 1=3.")]
Model = Annotated[str, typer.Option(help=f'"builtin", or "provider:name": {", ".join(PROVIDERS)}.')]
Budget = Annotated[float | None, typer.Option(min=0, help="The most a model may cost, in US dollars.")]
BaseUrl = Annotated[str | None, typer.Option(help="Address of anything that speaks as OpenAI does.")]
Pricing = Annotated[
    str | None, typer.Option("--price", help="US dollars for a million tokens in and out, as 0.15,0.6: if not listed.")
]
Template = Annotated[
    str | None, typer.Option(help="How a model writes: ux, marketing, product, healthcare, or a .jinja file.")
]
Verify = Annotated[bool, typer.Option(help="Let the model judge every statement by its quotes once more.")]
Embeddings = Annotated[
    str | None, typer.Option(help='Group answers by meaning: "provider:name" of a model for embeddings.')
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print what would be sent to a model, and send nothing.")]
