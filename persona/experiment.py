"""Experiments: a name, data sources that were read and checked, and the runs made from them."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from pydantic import ValidationError

from persona.files import new_folder, remove_folder, write_text
from persona.ids import uuid7
from persona.messages import configuration_error
from persona.models import Column, ColumnChoice, Frozen, PersonaConfig, QuestionChoice
from persona.reading.folders import source_files
from persona.reading.options import MEGABYTE, DialectChoice, Limits
from persona.source import Source, add_source
from persona.store import RunFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from persona.questionnaire.models import Questionnaire
    from persona.store import SourceStamp
    from persona.table import Table

MANIFEST = "experiment.json"
DEFAULT_ROOT = Path(".persona")
# Wider than for uploads: here people read their own files on their own computer.
LOCAL_LIMITS = Limits(bytes=10_000 * MEGABYTE, rows=10_000_000, columns=10_000)


class ExperimentManifest(Frozen):
    """What `experiment.json` holds."""

    id: str
    name: str
    description: str = ""
    created: datetime


class Experiment:
    """A study on disk: `experiment.json`, `sources/` and `runs/` in one folder; `questionnaires/` may go at any time.

    Example:
        >>> experiment = Experiment.create("my-exp", ["data.csv"])        # doctest: +SKIP
        >>> [column.name for column in experiment.columns()]              # doctest: +SKIP
        ['Respondent', 'Role', 'What do you like best?']
    """

    def __init__(self, path: Path, manifest: ExperimentManifest, sources: tuple[Source, ...] | None = None) -> None:
        self.path = path
        self.manifest = manifest
        self._sources = sources

    def __repr__(self) -> str:
        return f"Experiment({self.name!r}, path={str(self.path)!r})"

    @property
    def id(self) -> str:
        """What the experiment is found by in its store; also the name of its folder."""
        return self.manifest.id

    @property
    def name(self) -> str:
        """What people call it."""
        return self.manifest.name

    @property
    def description(self) -> str:
        """What people noted about it; may be empty."""
        return self.manifest.description

    # -- making and finding -------------------------------------------------------------------------
    @classmethod
    def create(
        cls,
        name: str,
        data_sources: str | Path | Iterable[str | Path] = (),
        *,
        description: str = "",
        root: str | Path | None = None,
        id: str | UUID | None = None,
        dialect: DialectChoice = DialectChoice(),  # noqa: B008 -- frozen
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Experiment:
        """A new experiment with these files, read and checked; a second one of the same name gets its own folder.

        Args:
            name: what people call it.
            data_sources: a file with answers, or several of one study, which are put below each other: waves may have
                other orders and some other questions; a folder stands for the files in it.
            description: what you want to find out.
            root: the folder that holds experiments, `.persona` if not given.
            id: an id of your own. The experiment's folder then has this name.
            dialect: how all the files are written, where the guess would be wrong; which sheet of a workbook.
            on_progress: called with the bytes read and the bytes in all, file by file.

        Raises:
            DataError: a file cannot be read; nothing is kept.
            ConfigurationError: the name is empty, the id is taken, or the files share too few questions.
        """
        name = " ".join(name.split())
        if not name:
            raise configuration_error("experiment_name")
        root = Path(root or DEFAULT_ROOT)
        key = str(id or uuid7())
        path = root / (key if id else f"{slug(name)}-{key}")
        if path.exists():
            raise configuration_error("experiment_exists", name=path.name)
        manifest = ExperimentManifest(id=key, name=name, description=description.strip(), created=datetime.now(UTC))
        with new_folder(path) as folder:
            (folder / "sources").mkdir()
            (folder / "runs").mkdir()
            write_text(folder / MANIFEST, manifest.model_dump_json(indent=2) + "\n")
            for file in source_files(data_sources):
                cls(folder, manifest).add_source(file, dialect=dialect, on_progress=on_progress)
        return cls(path, manifest)

    @classmethod
    async def acreate(
        cls,
        name: str,
        data_sources: str | Path | Iterable[str | Path] = (),
        *,
        description: str = "",
        root: str | Path | None = None,
        id: str | UUID | None = None,
        dialect: DialectChoice = DialectChoice(),  # noqa: B008 -- frozen
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Experiment:
        """`create`, with the files read on a thread so that the event loop goes on."""
        return await asyncio.to_thread(
            cls.create,
            name,
            data_sources,
            description=description,
            root=root,
            id=id,
            dialect=dialect,
            on_progress=on_progress,
        )

    @classmethod
    def open(cls, name_or_path: str | Path, *, root: str | Path | None = None) -> Experiment:
        """The experiment in this folder, or the newest with this name (or folder name, or id) under `root`.

        Raises:
            ConfigurationError: there is none.
        """
        if (Path(name_or_path) / MANIFEST).is_file():
            return cls(Path(name_or_path), _read_manifest(Path(name_or_path)))
        wanted = str(name_or_path)
        for experiment in cls.list(root):
            if wanted in (experiment.name, experiment.path.name, experiment.id):
                return experiment
        raise configuration_error("experiment_missing", name=wanted)

    @classmethod
    def list(cls, root: str | Path | None = None) -> tuple[Experiment, ...]:
        """All experiments under `root`, newest first."""
        folders = (path.parent for path in Path(root or DEFAULT_ROOT).glob(f"[!.]*/{MANIFEST}"))
        found = [cls(folder, _read_manifest(folder)) for folder in folders]
        return tuple(sorted(found, key=lambda e: (e.manifest.created, e.id), reverse=True))

    def change(self, *, name: str | None = None, description: str | None = None) -> Experiment:
        """The same experiment under another name or description; what is left out stays, and so does the folder.

        Raises:
            ConfigurationError: the name is empty.

        Example:
            >>> Experiment.open("my-study").change(name="Meal planning").name     # doctest: +SKIP
            'Meal planning'
        """
        name = self.name if name is None else " ".join(name.split())
        if not name:
            raise configuration_error("experiment_name")
        description = self.description if description is None else description.strip()
        manifest = self.manifest.model_copy(update={"name": name, "description": description})
        if manifest != self.manifest:
            write_text(self.path / MANIFEST, manifest.model_dump_json(indent=2) + "\n")
        return type(self)(self.path, manifest)

    def delete(self) -> None:
        """Remove the experiment with its data and runs."""
        remove_folder(self.path)

    # -- data ---------------------------------------------------------------------------------------
    @property
    def sources(self) -> tuple[Source, ...]:
        """The data sources that were read completely and that no other has taken the place of, oldest first."""
        return sources_in(self.path) if self._sources is None else self._sources

    def as_of(self, run: RunFolder) -> Experiment:
        """The experiment with the data that a run was made from, whatever has been added since.

        Where that data is gone, it is the experiment as it is now.
        """
        left = list(_complete_in(self.path))
        behind = []
        for stamp in run.manifest.sources:
            if (same := next((source for source in left if source.stamp == stamp), None)) is None:
                return self
            left.remove(same)
            behind.append(same)
        return type(self)(self.path, self.manifest, tuple(behind)) if behind else self

    def add_source(
        self,
        path: str | Path,
        *,
        name: str | None = None,
        id: str | UUID | None = None,
        limits: Limits = LOCAL_LIMITS,
        dialect: DialectChoice = DialectChoice(),  # noqa: B008 -- frozen
        in_place_of_others: bool = False,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Source:
        """Copy a file in, read it and find out what its columns mean.

        With the id of a source that is there, that one is read again and replaced. `in_place_of_others`: it is all
        the data from now on; the sources before it are kept for the runs that were made from them.

        Raises:
            DataError: the file cannot be read.
            ConfigurationError: it shares too few questions with the sources before it.
        """
        key = str(id or uuid7())
        others = [source for source in self.sources if source.id != key]
        made = add_source(
            Path(path),
            self.path / "sources" / key,
            name=name,
            others=[] if in_place_of_others else others,
            limits=limits,
            dialect=dialect,
            on_progress=on_progress,
        )
        for source in others if in_place_of_others else ():
            source.put_aside()
        return made

    def read_again(self, root: Path) -> Experiment:
        """A second experiment under `root` with the same name, made from the same files in the same way."""
        again = Experiment.create(self.name, description=self.description, root=root)
        for source in self._some_sources():
            again.add_source(source.original, name=source.name, dialect=source.dialect)
        return again

    def table(self, answers: Mapping[str, str] | None = None) -> Table:
        """The rows of all sources, numbered from 1.

        `answers` to doubts that concern how a file is read (rows of names, hidden rows, long form, turned tables,
        sheets, speakers) have it read again, beside the reading that is kept.
        """
        from persona.table import Table

        return Table.open([source.path for source in self._read_as(answers)])

    def columns(self, overrides: Mapping[str, ColumnChoice] | None = None) -> tuple[Column, ...]:
        """Each column by itself, as its question is understood; `overrides` win over what was read.

        Raises:
            ConfigurationError: `overrides` names a column that is not there.
        """
        from persona.recoding.variables import columns_of

        return columns_of(self.questionnaire(questions=self.as_questions(overrides or {})))

    def as_questions(self, columns: Mapping[str, ColumnChoice]) -> dict[str, QuestionChoice]:
        """What people say of columns, by name, as their word on questions, by id.

        Raises:
            ConfigurationError: a name that no column has.
        """
        from persona.questionnaire.column_choices import as_questions

        return as_questions(columns, self.questionnaire()) if columns else {}

    def questionnaire(
        self,
        answers: Mapping[str, str] | None = None,
        questions: Mapping[str, QuestionChoice] | None = None,
    ) -> Questionnaire:
        """What people were asked, what is unsure about it, and which rows are people.

        Args:
            answers: what people said to doubts, by "code:about", or by "code" for all of that kind.
            questions: what they say of questions, by id.

        Raises:
            ConfigurationError: an answer that a doubt does not offer, or a question or column that is not there.

        Example:
            >>> experiment.questionnaire().respondents                    # doctest: +SKIP
            300
        """
        sources = self._read_as(answers)
        if len(sources) == 1 and not answers and not questions:
            return sources[0].questionnaire
        from persona.questionnaire.keeping import KeptQuestionnaires
        from persona.questionnaire.rows.reported import with_what_reading_saw
        from persona.questionnaire.understanding import understand

        table = self.table(answers)

        def anew(answers: Mapping[str, str], questions: Mapping[str, QuestionChoice]) -> Questionnaire:
            return with_what_reading_saw(understand(table, answers, questions, key=table.key), table.reports)

        as_read = sources[0].questionnaire if len(sources) == 1 and not answers else None
        kept = KeptQuestionnaires(self.path / "questionnaires", table.key, anew, as_read)
        return kept.of(answers or {}, questions or {})

    def understood(self, config: PersonaConfig) -> Questionnaire:
        """The questionnaire after all that a run's settings say of it.

        Raises:
            ConfigurationError: as `questionnaire`.
        """
        questions = {**self.as_questions(config.columns), **config.questions}
        return self.questionnaire(config.answers, questions)

    @property
    def rows(self) -> int:
        """How many rows all its sources have together."""
        return sum(source.report.rows for source in self.sources)

    def _read_as(self, answers: Mapping[str, str] | None) -> tuple[Source, ...]:
        again = self.path / "readings"
        return tuple(source.read_as(answers or {}, again, LOCAL_LIMITS) for source in self._some_sources())

    def _some_sources(self) -> tuple[Source, ...]:
        if not (sources := self.sources):
            raise configuration_error("no_data", name=self.name)
        return sources

    # -- runs ---------------------------------------------------------------------------------------
    def new_run(self, config: PersonaConfig | None = None, *, id: str | UUID | None = None) -> RunFolder:
        """A run that waits to be carried out, with the settings it will have.

        Raises:
            ConfigurationError: there is no data, or a run with this id.
        """
        path = self.path / "runs" / str(id or uuid7())
        if path.exists():
            raise configuration_error("run_exists", name=path.name)
        self._some_sources()
        return RunFolder.create(path, config=config or PersonaConfig(), sources=self.stamps())

    def run(self, id: str | UUID) -> RunFolder:
        """The run with this id.

        Raises:
            ConfigurationError: there is none.
        """
        return RunFolder.open(self.path / "runs" / str(id))

    def runs(self) -> tuple[RunFolder, ...]:
        """All runs, newest first."""
        folders = (path.parent for path in (self.path / "runs").glob("[!.]*/manifest.json"))
        found = map(RunFolder, folders)
        return tuple(sorted(found, key=lambda run: (run.manifest.created, run.id), reverse=True))

    def stamps(self) -> tuple[SourceStamp, ...]:
        """Which bytes the sources hold now."""
        return tuple(source.stamp for source in self.sources)


def slug(name: str) -> str:
    """A name as part of a path: lower-case Latin letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "experiment"


def sources_in(folder: Path) -> tuple[Source, ...]:
    """The sources in an experiment's folder that are its data now, oldest first."""
    return tuple(source for source in _complete_in(folder) if not source.is_aside)


def _complete_in(folder: Path) -> Iterator[Source]:
    """Those as well that others have taken the place of."""
    folders = sorted((folder / "sources").glob("[!.]*/"))
    return (source for source in map(Source, folders) if source.is_complete)


def _read_manifest(folder: Path) -> ExperimentManifest:
    try:
        return ExperimentManifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValidationError) as exc:
        raise configuration_error("experiment_damaged", name=folder.name) from exc
