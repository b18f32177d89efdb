"""Asking over HTTP: a question in plain words, answered from a run."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema, Status

from accounts.api.authentication import Call, needs
from accounts.api.idempotency import once
from core.http.readiness import when_ready
from generation.provenance.asking import services
from generation.provenance.asking.models import SavedQuestion
from generation.runs.lookup import finished_run_of, run_of
from persona.models.asking import LONGEST, AskedAnswer, QuoteFilter

router = Router()
MOST = 100


class QuestionIn(Schema, extra="forbid"):
    """A question about the data."""

    question: str = Field(min_length=1, max_length=LONGEST)
    filter: QuoteFilter = Field(default_factory=QuoteFilter, description="Whose words count; everybody's if left out.")
    limit: int = Field(default=5, ge=1, le=MOST, description="How many passages to give; all are counted.")


class SavedIn(Schema, extra="forbid"):
    """A question to be kept."""

    question: str = Field(min_length=1, max_length=LONGEST)


class SavedOut(Schema):
    """A question that the team keeps, with what the run that it was last asked of said to it."""

    id: UUID
    question: str = Field(alias="text")
    run: int = Field(alias="run_number", description="The number of that run.")
    people: int = Field(description="How many people of it spoke of this.")
    base: int = Field(description="How many people of it wrote something.")
    created: datetime


@router.post(
    "/runs/{uuid:run_id}/ask",
    response=AskedAnswer,
    auth=needs("read"),
    operation_id="ask_run",
    summary="Ask a run a question",
)
@when_ready
def ask_run(request: Call, run_id: UUID, wanted: QuestionIn) -> object:
    """Passages with their places and counts by persona, or that nothing in the data speaks of it. Nothing is kept.

    The first question to a run reads all its open answers, which takes seconds; later ones take a fraction of one.
    """
    return services.ask(finished_run_of(request, run_id), wanted.question, wanted.filter, limit=wanted.limit)


@router.get(
    "/runs/{uuid:run_id}/saved-questions",
    response=list[SavedOut],
    auth=needs("read"),
    operation_id="list_saved_questions",
    summary="List the questions that are kept",
)
def list_saved_questions(request: Call, run_id: UUID) -> object:
    """Those of the run's experiment, the newest first: ask them of the next run, and hold it against them."""
    return SavedQuestion.objects.filter(experiment=run_of(request, run_id).experiment_id)


@router.post(
    "/runs/{uuid:run_id}/saved-questions",
    response={201: SavedOut},
    auth=needs("write"),
    operation_id="save_question",
    summary="Keep a question",
)
@when_ready
@once
def save_question(request: Call, run_id: UUID, new: SavedIn) -> object:
    """With what this run says to it; a question that is there already is told of again, and of the newer run."""
    return Status(201, services.save(finished_run_of(request, run_id), new.question, request.user))


@router.delete(
    "/runs/{uuid:run_id}/saved-questions/{uuid:question_id}",
    response={204: None},
    auth=needs("write"),
    operation_id="delete_saved_question",
    summary="Keep a question no longer",
)
def delete_saved_question(request: Call, run_id: UUID, question_id: UUID) -> object:
    """The answers that were given to it stay what they were."""
    run = run_of(request, run_id)
    kept = get_object_or_404(SavedQuestion, experiment=run.experiment_id, pk=question_id)
    services.forget(run, kept.text)
    return Status(204, None)
