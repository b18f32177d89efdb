"""A finished run as the library keeps it, with what people made of its result: what is exported and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from experiments.ingest import library
from generation.edits.log import edited
from persona.outputs import Output

if TYPE_CHECKING:
    from generation.runs.models import Run
    from persona.models import GenerationResult


class EditedOutput(Output):
    """A run whose result people have edited; the files stay as they were generated."""

    def __init__(self, run: Run, generated: Output) -> None:
        super().__init__(generated.path, generated.experiment, generated.run)
        self._run = run

    def result(self) -> GenerationResult:
        return edited(self._run).applied.result.with_rows(self.finished)


def output_of(run: Run) -> Output | None:
    """The run as the library keeps it; None where its folder has gone: the rows can still be read."""
    experiment = library(run.experiment)
    folder = experiment.path / "runs" / str(run.pk)
    if not folder.is_dir():
        return None
    output = Output(folder, experiment, experiment.run(run.pk))
    return EditedOutput(run, output) if run.edited else output
