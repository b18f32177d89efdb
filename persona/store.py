"""Runs on disk: one folder a run, its steps saved one by one so that a stopped run can go on."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import BaseModel, Field, ValidationError

from persona.files import new_folder, remove_folder, write_parts, write_text
from persona.messages import configuration_error
from persona.models import Frozen, GenerationResult, Persona, PersonaConfig, Usage
from persona.version import __version__
from persona.writers.llm.templates import PromptStamp

if TYPE_CHECKING:
    from collections.abc import Sequence, Set
    from pathlib import Path

    from persona.edits import Action, AppliedResult, Carried, Edit, EditLog
    from persona.evidence.models import Themes
    from persona.grouping import Segmentation
    from persona.questionnaire.models import Questionnaire

MANIFEST = "manifest.json"
RESULT = "result.json"
QUESTIONNAIRE = "questionnaire.json"
THEMES, PLACEMENTS = "themes.csv", "placements.csv"
FOUND, EDITED = "segmentation", "segmentation-edited"
# Settings that leave the groups as they are, and those that leave written personas as they are.
WRITING_SETTINGS = frozenset({"model", "detail", "budget_usd", "template", "verify", "edits"})
FREE_SETTINGS = frozenset({"budget_usd"})
COUNTED_VERSIONS = ("duckdb", "numpy", "pydantic", "scikit-learn", "scipy", "snowballstemmer")
LOOKED_AT = 20_000
"""Rows by which the personas of two runs are matched."""
RunStatus = Literal["waiting", "running", "grouped", "done", "failed", "cancelled"]
Model = TypeVar("Model", bound=BaseModel)


class SourceStamp(Frozen):
    """Which bytes a run was made from."""

    name: str
    sha256: str
    rows: int


class ErrorNote(Frozen):
    """What ended a run early."""

    code: str
    message: str
    hint: str = ""
    retryable: bool = False


class RunManifest(Frozen):
    """How a run was made: everything that may differ between two runs with the same result."""

    id: str
    status: RunStatus = "waiting"
    created: datetime
    finished: datetime | None = None
    config: PersonaConfig
    sources: tuple[SourceStamp, ...]
    library_version: str
    versions: dict[str, str] = Field(description="Of Python and of the libraries whose version may change a result.")
    seconds: dict[str, float] = Field(default_factory=dict, description="By step, of the attempt that did it.")
    usage: Usage = Usage()
    prompts: tuple[PromptStamp, ...] = Field(default=(), description="Which words a model was asked with.")
    error: ErrorNote | None = None


class RunFolder:
    """One run: `manifest.json`, `questionnaire.json`, `segmentation/`, `personas/`, `result.json`, `edits.jsonl`.

    Each but the last is written whole or not at all, so a run killed at any point can be resumed; edits
    are added line by line.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __repr__(self) -> str:
        return f"RunFolder({str(self.path)!r})"

    @classmethod
    def create(cls, path: Path, *, config: PersonaConfig, sources: Sequence[SourceStamp]) -> RunFolder:
        """A new run with these settings on this data."""
        manifest = RunManifest(
            id=path.name,
            created=datetime.now(UTC),
            config=config,
            sources=tuple(sources),
            library_version=__version__,
            versions=_versions(),
        )
        with new_folder(path) as folder:
            (folder / "personas").mkdir()
            write_text(folder / MANIFEST, _json(manifest))
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> RunFolder:
        """The run in this folder.

        Raises:
            ConfigurationError: there is none.
        """
        if not (path / MANIFEST).is_file():
            raise configuration_error("run_missing", name=path.name)
        return cls(path)

    @property
    def id(self) -> str:
        """What the run is resumed by; also the name of its folder."""
        return self.path.name

    @property
    def manifest(self) -> RunManifest:
        """How the run was made and how far it has come."""
        found = _load(self.path / MANIFEST, RunManifest)
        if found is None:
            raise configuration_error("run_missing", name=self.path.name)
        return found

    @property
    def config(self) -> PersonaConfig:
        """The settings the run was started with."""
        return self.manifest.config

    def note(self, **changes: object) -> RunManifest:
        """Write changes into the manifest."""
        manifest = self.manifest.model_copy(update=changes)
        write_text(self.path / MANIFEST, _json(manifest))
        return manifest

    # -- steps --------------------------------------------------------------------------------------
    def questionnaire(self) -> Questionnaire | None:
        """The questions as this run understood them; None until that step is done."""
        from persona.questionnaire.models import Questionnaire

        return _load(self.path / QUESTIONNAIRE, Questionnaire)

    def save_questionnaire(self, questionnaire: Questionnaire) -> None:
        write_text(self.path / QUESTIONNAIRE, questionnaire.model_dump_json(indent=1) + "\n")

    def segmentation(self) -> Segmentation | None:
        """The groups of this run, as people edited them; None until that step is done."""
        return self._load_groups(EDITED if self.config.edits else FOUND)

    def found_segmentation(self) -> Segmentation | None:
        """The groups as they were found, before anybody edited them."""
        return self._load_groups(FOUND)

    def save_segmentation(self, segmentation: Segmentation) -> None:
        """Keep the groups as they were found."""
        self._save_groups(segmentation, FOUND)

    def save_edited(self, segmentation: Segmentation) -> None:
        """Keep the groups with the run's edits."""
        self._save_groups(segmentation, EDITED)

    def change(self, config: PersonaConfig) -> None:
        """From now on the run has these settings: edits and all that concerns writing may change until it is written.

        Raises:
            ConfigurationError: the groups would be other ones, or personas were written with the old settings.
        """
        old = self.config
        if config == old:
            return
        if _without(config, WRITING_SETTINGS) != _without(old, WRITING_SETTINGS):
            raise configuration_error("run_settings")
        if self.personas() and _without(config, FREE_SETTINGS) != _without(old, FREE_SETTINGS):
            raise configuration_error("run_written")
        if config.edits != old.edits and (self.path / EDITED).is_dir():
            remove_folder(self.path / EDITED)  # first: a run killed here makes them again
        self.note(config=config)

    def _load_groups(self, name: str) -> Segmentation | None:
        from persona.grouping import Segmentation

        folder = self.path / name
        return Segmentation.load(folder) if folder.is_dir() else None

    def _save_groups(self, segmentation: Segmentation, name: str) -> None:
        with new_folder(self.path / name) as folder:
            segmentation.save(folder)

    def personas(self) -> dict[int, Persona]:
        """The personas written so far, by number."""
        found = (_load(path, Persona) for path in sorted((self.path / "personas").glob("persona-*.json")))
        return {persona.index: persona for persona in found if persona is not None}

    def save_persona(self, persona: Persona) -> None:
        write_text(self.path / "personas" / f"persona-{persona.index:02d}.json", _json(persona))

    def save_themes(self, themes: Themes) -> None:
        """Keep what all people say and everybody's place in it, as tables."""
        from persona.evidence.tables import placements_csv, themes_csv

        write_text(self.path / THEMES, themes_csv(themes))
        write_parts(self.path / PLACEMENTS, (part.encode() for part in placements_csv(themes)))

    def tables(self) -> dict[str, bytes]:
        """The tables of themes by the names of their files; none where a version before made the run."""
        return {name: (self.path / name).read_bytes() for name in (THEMES, PLACEMENTS) if (self.path / name).is_file()}

    def result(self) -> GenerationResult | None:
        """What the run found; None until it is done."""
        return _load(self.path / RESULT, GenerationResult)

    def save_result(self, result: GenerationResult) -> None:
        write_text(self.path / RESULT, _json(result))

    # -- what people did to the result --------------------------------------------------------------
    @property
    def edits(self) -> EditLog:
        """What people did to the result, first to last."""
        from persona.edits import EDITS, EditLog

        return EditLog(self.path / EDITS)

    def edit(self, action: Action, *, who: str = "", expects: str | None = None) -> Edit:
        """Change the result; what was generated stays, and `edited` gives it with the change.

        Args:
            action: what to do, of `persona.edits`.
            who: whoever does it, as people call them.
            expects: the last edit of the same thing that was seen (`persona.edits.last_on`); None: whatever it was.

        Raises:
            EditConflict: somebody changed the same thing since then.
            EditError: what it changes is gone or locked, its text is empty or too long.
            ConfigurationError: the run has no result yet.

        Example:
            >>> run.edit(RenamePersona(persona=1, label="The Sunday planner"), who="Ana")    # doctest: +SKIP
        """
        from persona.edits import Edit

        edit = Edit(action=action, who=who, expects=expects)
        self.edits.add(edit, self._generated())
        return edit

    def edited(self) -> AppliedResult:
        """The result with everything that people did to it, and their edits that do not apply any more.

        Raises:
            ConfigurationError: the run has no result yet.
        """
        return self.edits.apply(self._generated())

    def carry_edits(self, old: RunFolder) -> Carried:
        """Carry over what people did to the result of another run: to the personas with the same people and words.

        What is carried is in this run's log from now on; what is not is told with the reason, and stays in the other's.

        Raises:
            ConfigurationError: one of the runs has no result yet.
        """
        from persona.edits import carry

        people = self._people(), old._people()
        carried = carry(
            old._generated(),
            old.edits.read(),
            self._generated(),
            existing=self.edits.read(),
            people=(people[1], people[0]) if all(people) else None,
        )
        self.edits.extend(carried.edits)
        return carried

    def _people(self) -> dict[int, int]:
        """Row -> persona, of at most `LOOKED_AT` rows that are the same for any two runs on the same data."""
        if (found := self.segmentation()) is None:
            return {}
        step = 1
        while len(found.assignments) > step * LOOKED_AT:
            step *= 2  # so that the rows of a larger wave are among those of a smaller one
        return {row + 1: int(found.assignments[row]) for row in range(0, len(found.assignments), step)}

    def _generated(self) -> GenerationResult:
        if (result := self.result()) is None:
            raise configuration_error("run_unfinished", name=self.id)
        return result


def _without(config: PersonaConfig, names: Set[str]) -> dict[str, object]:
    return config.model_dump(exclude=set(names))


def _json(model: BaseModel) -> str:
    return model.model_dump_json(indent=2) + "\n"


def _load(path: Path, kind: type[Model]) -> Model | None:
    """The saved value; None when it is not there, or was saved by a version that wrote it otherwise."""
    try:
        return kind.model_validate_json(path.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


@cache
def _versions() -> dict[str, str]:
    """Looked up once a process: what is installed is found by reading through its folders."""
    found = {"python": platform.python_version()}
    for name in COUNTED_VERSIONS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
