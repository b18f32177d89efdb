"""Reading the answers of a run for those who ask; it may run twice, and then finds it done."""

from __future__ import annotations

from celery import shared_task

from generation.personas.assigning import finished
from generation.runs.models import Run
from persona.exceptions import PersonaError


@shared_task(name="generation.index_run")
def index_run(run_id: str) -> None:
    """Make the index of a run in its folder."""
    run = Run.objects.filter(pk=run_id, status=Run.Status.DONE).select_related("experiment").first()
    if run is not None:
        try:
            finished(run).study()
        except PersonaError:  # its folder has gone: the page says so
            return
