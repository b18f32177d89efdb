"""The files of a finished run, as the library keeps them: what is exported and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from experiments.ingest import library
from persona.outputs import Output

if TYPE_CHECKING:
    from generation.runs.models import Run


def output_of(run: Run) -> Output | None:
    """The run as the library keeps it; None where its folder has gone: the rows can still be read."""
    experiment = library(run.experiment)
    folder = experiment.path / "runs" / str(run.pk)
    return Output(folder, experiment, experiment.run(run.pk)) if folder.is_dir() else None
