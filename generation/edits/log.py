"""The log of a run and its result with the log applied, each made once in a process."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.pages.kept import Kept
from experiments import files
from generation.edits.models import EditEntry
from persona.edits import AppliedResult, Edit, apply
from persona.messages import configuration_error
from persona.models import GenerationResult
from persona.store import RunFolder

if TYPE_CHECKING:
    from generation.runs.models import Run

SIZE = 6
"""Results that stay in memory: one of 5,000 statements takes some 30 MB."""


class Edited(NamedTuple):
    """A log and what comes of it."""

    edits: tuple[Edit, ...]
    applied: AppliedResult


_generated: Kept[GenerationResult] = Kept(size=SIZE)
_edited: Kept[Edited] = Kept(size=SIZE)


def generated(run: Run) -> GenerationResult:
    """The result as the run left it.

    Raises:
        ConfigurationError: its files have gone.
    """
    return _generated.get((run.pk, run.finished), lambda: _read(run))


def edited(run: Run) -> Edited:
    """The log up to the run's last edit, and the result with it applied.

    Raises:
        ConfigurationError: its files have gone.
    """
    return _edited.get((run.pk, run.finished, run.edited), lambda: _replayed(run))


def keep(run: Run, found: Edited) -> None:
    """Spare the next one to replay it all; to be called once the edit is committed."""
    _edited.keep((run.pk, run.finished, run.edited), found)


def _read(run: Run) -> GenerationResult:
    folder = files.run(run.experiment_id, run.pk)
    found = RunFolder.open(folder).result() if folder.is_dir() else None
    if found is None:
        raise configuration_error("files_gone")
    return found


def _replayed(run: Run) -> Edited:
    entries = EditEntry.objects.filter(run=run, sequence__lte=run.edited).values_list("edit", flat=True)
    edits = tuple(map(Edit.model_validate, entries))
    return Edited(edits, apply(generated(run), edits))
