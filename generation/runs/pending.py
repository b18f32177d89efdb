"""Awaiting data: a run that was asked for together with its upload begins once the file has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from generation.billing.preflight import Preflight, check_run
from generation.runs.drafts import with_columns
from generation.runs.models import Run
from generation.runs.recorder import end_unheld
from generation.runs.worker import describe
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from uuid import UUID

    from experiments.models import DataSource


def settle(run_id: UUID | str) -> None:
    """Let the run begin if its data is there, end it if the data cannot be used, else let it wait on."""
    run = Run.objects.filter(pk=run_id, awaits_data=True, status=Run.Status.QUEUED).select_related("experiment").first()
    if run is None or (source := run.experiment.source) is None or source.is_being_read:
        return
    if not source.is_ready:
        _end(run, {name: (source.error or {})[name] for name in ("code", "message", "hint")} | {"retryable": False})
        return
    try:
        _begin(run, source, check_run(run.experiment, with_columns(run.config, source), run.started_by))
    except PersonaError as error:
        _end(run, describe(error))


@transaction.atomic
def _begin(run: Run, source: DataSource, terms: Preflight) -> None:
    """Of many that try at once, one sets the money aside."""
    waiting = Run.objects.filter(pk=run.pk, awaits_data=True, status=Run.Status.QUEUED)
    if waiting.update(
        awaits_data=False,
        rows=source.rows,
        config=terms.config.model_dump(mode="json"),
        payer=terms.payer,
        expected=terms.expected.model_dump(mode="json") if terms.expected else None,
    ):
        run.refresh_from_db()
        terms.set_aside(run)


def _end(run: Run, reason: dict[str, Any]) -> None:
    end_unheld(Run.objects.filter(pk=run.pk, awaits_data=True, status=Run.Status.QUEUED), Run.Status.FAILED, reason)
