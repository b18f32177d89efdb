"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

HERE = Path(".persona")
Root = Annotated[Path, typer.Option(envvar="PERSONA_ROOT", help="The folder that holds experiments.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for another program.")]
