"""Output folders: a result's four files beside the data and the run they came from, so that they can be verified."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from pydantic import Field, ValidationError

from persona.experiment import DEFAULT_ROOT, Experiment
from persona.exporting import write_outputs
from persona.files import called, remove_empty, sha256_of, write_text
from persona.finished import Finished
from persona.messages import configuration_error, data_error
from persona.models import Frozen, GenerationResult, PersonaConfig
from persona.reading.folders import source_files
from persona.reading.options import DialectChoice
from persona.store import RunFolder
from persona.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from persona.edits import AppliedResult
    from persona.grouping import Segmentation
    from persona.models.crosstables import CrossTable

MANIFEST = "manifest.json"
NOTHING_CHOSEN = DialectChoice()


class OutputManifest(Frozen):
    """Where the result of an output folder comes from."""

    experiment: str = Field(description="The experiment's folder, seen from the output folder.")
    run: str


class Output:
    """A folder with a result, its tables of quotes, themes and assignments, and in `.persona` what made them."""

    def __init__(self, path: Path, experiment: Experiment, run: RunFolder) -> None:
        self.path = path
        self.experiment = experiment.as_of(run)
        self.run = run

    @classmethod
    def open(cls, path: str | Path) -> Output:
        """The output folder at `path`, or the folder of a run.

        Raises:
            ConfigurationError: it is neither.
        """
        path = Path(path)
        try:
            manifest = OutputManifest.model_validate_json((path / MANIFEST).read_bytes())
        except (OSError, ValidationError):
            return cls._of_run(path)
        experiment = Experiment.open(path / manifest.experiment)
        return cls(path, experiment, experiment.run(manifest.run))

    @classmethod
    def _of_run(cls, path: Path) -> Output:
        home = path.resolve().parent.parent
        if path.resolve().parent.name != "runs" or not (path / MANIFEST).is_file():
            raise configuration_error("not_a_result", name=path.name)
        return cls(path, Experiment.open(home), RunFolder.open(path))

    def result(self) -> GenerationResult:
        """The result as its run saved it.

        Raises:
            ConfigurationError: the run is not done.
        """
        if (result := self.run.result()) is None:
            raise configuration_error("run_unfinished", name=self.run.id)
        return result.with_rows(self.finished)

    def edited(self) -> AppliedResult:
        """The result with what people did to it.

        Raises:
            ConfigurationError: the run is not done.
        """
        return self.run.edits.apply(self.result())

    @cached_property
    def finished(self) -> Finished:
        """The run with its rows."""
        return Finished(self.experiment, self.run)

    def tables(self) -> dict[str, bytes]:
        """The tables of themes by the names of their files."""
        return self.run.tables()

    def day(self) -> date | None:
        """When the result was made; None until it is."""
        finished = self.run.manifest.finished
        return finished.date() if finished else None

    def segmentation(self) -> Segmentation:
        return self.finished.segmentation()

    def cross_tables(self) -> tuple[CrossTable, ...]:
        """Every closed question beside all personas, with bases, shares, means and letters of tests; counted anew.

        Raises:
            ConfigurationError: the run is not done.
        """
        return self.finished.cross_tables()


class EditedOutput:
    """An output as people edited it, to be exported: `export_run(EditedOutput(output), "md")`."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def result(self) -> GenerationResult:
        return self._output.edited().result

    def day(self) -> date | None:
        return self._output.day()

    def segmentation(self) -> Segmentation:
        return self._output.segmentation()

    def cross_tables(self) -> tuple[CrossTable, ...]:
        return self._output.cross_tables()


def experiment_for(
    files: Sequence[Path],
    folder: Path,
    *,
    name: str | None = None,
    dialect: DialectChoice = NOTHING_CHOSEN,
    on_progress: Callable[[int, int], None] | None = None,
) -> Experiment:
    """The experiment with exactly these files in an output folder: the one from before, or a new one."""
    if folder.exists() and not folder.is_dir():
        raise configuration_error("not_a_folder", name=folder.name)
    return experiment_in(files, folder / DEFAULT_ROOT, name=name, dialect=dialect, on_progress=on_progress)


def experiment_in(
    files: Sequence[Path],
    root: Path,
    *,
    name: str | None = None,
    dialect: DialectChoice = NOTHING_CHOSEN,
    on_progress: Callable[[int, int], None] | None = None,
) -> Experiment:
    """The experiment with exactly these files under `root`: the one from before, or a new one."""
    if missing := next((file for file in files if not file.exists()), None):
        raise data_error("missing_file", name=called(missing))
    name = name or PurePath(called(files[0])).stem
    files = tuple(source_files(files))
    for experiment in Experiment.list(root):
        if experiment.name == name and _holds(experiment, files, dialect):
            return experiment
    return Experiment.create(name, files, root=root, dialect=dialect, on_progress=on_progress)


def run_for(experiment: Experiment, config: PersonaConfig) -> RunFolder:
    """The run that was stopped with these very settings and this version, or a new one."""
    for run in experiment.runs():
        manifest = run.manifest
        if manifest.config == config and manifest.status != "done" and manifest.library_version == __version__:
            return run
    return experiment.new_run(config)


def find_run(name: str, root: Path) -> Output:
    """A run by its folder, by an output folder made from it, or by its id under `root`.

    Raises:
        ConfigurationError: there is none.
    """
    if (Path(name) / MANIFEST).is_file():
        return Output.open(name)
    for experiment in Experiment.list(root):
        for run in experiment.runs():
            if run.id == name:
                return Output(run.path, experiment, run)
    raise configuration_error("run_missing", name=name)


def discard(folder: Path, experiment: Experiment) -> None:
    """Leave nothing of data that cannot be used; a result from before stays."""
    root = folder / DEFAULT_ROOT
    if experiment.path.parent != root or any(run.manifest.status == "done" for run in experiment.runs()):
        return
    experiment.delete()
    remove_empty([root, folder])


def publish(folder: Path, run: RunFolder) -> Output:
    """Write a finished run's files into an output folder; what earlier data left there is removed.

    Raises:
        ConfigurationError: the run is not done.
    """
    experiment = Output.open(run.path).experiment
    output = Output(folder, experiment, run)
    write_outputs(folder, output)
    manifest = OutputManifest(experiment=_seen_from(folder, experiment.path), run=run.id)
    write_text(folder / MANIFEST, manifest.model_dump_json(indent=2) + "\n")
    for other in Experiment.list(folder / DEFAULT_ROOT):
        if other.id != experiment.id:
            other.delete()
    return output


def _holds(experiment: Experiment, files: Sequence[Path], dialect: DialectChoice) -> bool:
    stamps = [(stamp.name, stamp.sha256) for stamp in experiment.stamps()]
    read_alike = all(source.dialect == dialect for source in experiment.sources)
    return read_alike and stamps == [(file.name, sha256_of(file)) for file in files]


def _seen_from(folder: Path, path: Path) -> str:
    """A relative path: an output folder may move, with what it holds, to another computer."""
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
