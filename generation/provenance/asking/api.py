"""Asking over HTTP: a question in plain words, answered from a run."""

from __future__ import annotations

from uuid import UUID

from ninja import Field, Router, Schema

from accounts.api.authentication import Call, needs
from core.http.readiness import when_ready
from generation.provenance.asking import services
from generation.runs.lookup import finished_run_of
from persona.models.asking import LONGEST, AskedAnswer, QuoteFilter

router = Router()
MOST = 100


class QuestionIn(Schema, extra="forbid"):
    """A question about the data."""

    question: str = Field(min_length=1, max_length=LONGEST)
    filter: QuoteFilter = Field(default_factory=QuoteFilter, description="Whose words count; everybody's if left out.")
    limit: int = Field(default=5, ge=1, le=MOST, description="How many passages to give; all are counted.")


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
