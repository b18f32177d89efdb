"""Reading an upload: the library does the work, the row says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import persona
from core.lease.heartbeat import heartbeat
from experiments import files, limits, preview_rows, signals
from experiments.models import DataSource
from persona.exceptions import Cancelled, DataError, PersonaError
from persona.messages import configuration_error
from persona.models import SourceReport
from persona.reading import DialectChoice
from persona.sandbox.reading import ReaderDied

if TYPE_CHECKING:
    from experiments.models import Experiment

TRIES = 2  # of a file whose reading process dies: the first time it may have been for want of others' memory
UNEXPECTED = {
    "code": "unexpected",
    "message": "Something went wrong on our side while we read the file.",
    "hint": "Upload it once more; if that does not help, tell whoever runs this service.",
}
STOPPED = {
    "code": "reading_stopped",
    "message": "Reading the file stopped several times before its end.",
    "hint": "It may need more memory than there is: leave out columns or rows and upload the smaller file.",
}


class ReadProgress:
    """How far a reading is; it also ends the reading once the source is no longer this worker's."""

    def __init__(self, source: DataSource) -> None:
        self.source = source
        self.percent = 0
        self.is_lost = False

    def beat(self) -> bool:
        self.is_lost = not DataSource.objects.renew(self.source, progress=self.percent)
        return not self.is_lost

    def __call__(self, done: int, total: int) -> None:
        self.percent = done * 100 // max(total, 1)
        if self.is_lost:
            raise Cancelled("Another worker reads this file, or it has been removed.")


def check(source: DataSource) -> bool:
    """Read the file of a source that this worker holds, and settle the source; or False, if it is to be read again."""
    progress = ReadProgress(source)
    with heartbeat(progress.beat):
        try:
            result = _outcome(source, progress)
        except Cancelled:
            _tidy(source)
            return True
        except Exception:
            if _finish(source, _failed(UNEXPECTED)):
                raise
            return True  # what broke it is that its file was replaced meanwhile
    if result is None:
        return not DataSource.objects.release(source)
    _finish(source, result)
    return True


def _outcome(source: DataSource, progress: ReadProgress) -> dict[str, Any] | None:
    """What came of reading it; None when it is worth another try."""
    try:
        return _ready(_read(source, progress))
    except Cancelled:
        raise
    except PersonaError as error:
        if isinstance(error, ReaderDied) and source.attempt < TRIES:
            return None
        return _failed(describe(source, error))


def give_up(source: DataSource) -> None:
    """End a source that has cost several workers their lives."""
    DataSource.objects.settle(source, **_failed(STOPPED))


def library(experiment: Experiment) -> persona.Experiment:
    """The experiment as the library keeps it, under its present name; made when there is none yet."""
    if files.experiment(experiment.pk).is_dir():
        kept = persona.Experiment.open(files.experiment(experiment.pk))
        return kept.change(name=experiment.name, description=experiment.description)
    return persona.Experiment.create(
        experiment.name, description=experiment.description, root=files.experiments(), id=experiment.pk
    )


def describe(source: DataSource, error: PersonaError) -> dict[str, Any]:
    """An error as the row keeps it: the library's words, and the lines around the first fault."""
    problems = error.problems if isinstance(error, DataError) else ()
    line = next((problem.line for problem in problems if problem.line), None)
    return {
        "code": error.code,
        "message": error.message,
        "hint": error.hint,
        "problems": [problem.model_dump(mode="json") for problem in problems],
        "lines": preview_rows.around(files.upload(source.pk), line) if line else [],
    }


def _read(source: DataSource, progress: ReadProgress) -> persona.Source:
    experiment = library(source.experiment)
    before = source.experiment.sources.filter(created__lt=source.created, status=DataSource.Status.READY).last()
    kept = {str(pk) for pk in source.experiment.sources.values_list("pk", flat=True)}
    for other in experiment.sources:
        if other.id not in kept:
            files.remove_source(source.experiment_id, other.id)
    others = experiment.sources
    found = experiment.add_source(
        files.upload(source.pk),
        name=source.name,
        id=source.pk,
        limits=limits.of_reader(),
        dialect=DialectChoice.model_validate(source.choices),
        in_place_of_others=True,
        on_progress=progress,
    )
    if before is not None and (unread := _unread(found.report) - _unread(SourceReport.model_validate(before.report))):
        for other in others:
            other.put_back()
        files.remove_source(source.experiment_id, source.pk)
        raise configuration_error("columns_differ", name=min(unread), first=before.name)
    return found


def _unread(report: SourceReport) -> set[str]:
    """The files of several that were not read: answers that somebody adds may not be left aside without a word."""
    return set(report.sheets) - {*report.sheets_read, *report.sheets_beside} if report.kind == "zip" else set()


def _ready(found: persona.Source) -> dict[str, Any]:
    report = found.report
    return {
        "status": DataSource.Status.READY,
        "progress": 100,
        "report": report.model_dump(mode="json"),
        "columns": [column.model_dump(mode="json") for column in found.columns],
        "questionnaire": found.questionnaire.model_dump(mode="json"),
        "rows": report.rows,
        "skipped_total": report.skipped_total,
    }


def _failed(error: dict[str, Any]) -> dict[str, Any]:
    return {"status": DataSource.Status.FAILED, "error": error}


def _finish(source: DataSource, result: dict[str, Any]) -> bool:
    """Settle, then tidy: the library holds its own copy. False when the source is not this worker's any more."""
    settled = DataSource.objects.settle(source, **result)
    if not settled:
        _tidy(source)
        return False
    source.refresh_from_db(fields=["status", "version"])
    signals.source_was_read.send(DataSource, source=source)
    if result["status"] == DataSource.Status.READY:
        files.upload(source.pk).unlink(missing_ok=True)
        _forget_before(source)
    return True


def _forget_before(source: DataSource) -> None:
    """What answers were added to is in this source, too: kept is what runs were made from."""
    before = source.experiment.sources.filter(created__lt=source.created)
    kept = source.experiment.sources_behind_runs()
    for old in before:
        if old not in kept:
            files.remove_source(old.experiment_id, old.pk)
            old.delete()


def _tidy(source: DataSource) -> None:
    """A source that went while it was read leaves nothing."""
    if not DataSource.objects.filter(pk=source.pk).exists():
        files.remove_source(source.experiment_id, str(source.pk))
