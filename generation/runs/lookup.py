"""What an address names: found among what the caller may see, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from core.http.problems import Problem
from experiments.models import Experiment
from generation.runs.models import Run

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.api.authentication import Call


def experiment_of(request: Call, experiment_id: UUID) -> Experiment:
    return get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)


def run_of(request: Call, run_id: UUID) -> Run:
    """A run without its summary: the map has hundreds of points, and only one address tells them."""
    return get_object_or_404(Run.objects.visible_to(request.user).defer("summary"), pk=run_id)


def mark_of(request: Call, run_id: UUID) -> Run:
    """A run with no more than how far it is."""
    far = Run.objects.visible_to(request.user).only("version", "attempt", "status", "cancel_requested")
    return get_object_or_404(far, pk=run_id)


def finished_run_of(request: Call, run_id: UUID) -> Run:
    """A run that has a result.

    Raises:
        Problem: (409) it has none yet.
    """
    run = run_of(request, run_id)
    if run.status != Run.Status.DONE:
        raise Problem(
            409,
            "run_unfinished",
            "This run has no result yet.",
            hint="Follow it until its status is “done”; a run that ended early can be resumed.",
            retryable=not run.is_finished,
        )
    return run
