"""What the search finds of a result: personas, statements and quotes of an experiment's newest, as people left them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from experiments.searching import Line
from generation.personas.models import Evidence, Persona, Statement
from generation.runs.models import Run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID


def lines_of(experiment: UUID) -> Iterator[Line]:
    """Personas first and quotes last, so that what is cut from a very long result are quotes."""
    done = Run.objects.filter(experiment=experiment, status=Run.Status.DONE).order_by("-number")
    run = done.values_list("pk", flat=True).first()
    if run is None:
        return
    personas = Persona.objects.filter(run=run).order_by("position")
    for pk, label, name, tagline, summary in personas.values_list("pk", "label", "name", "tagline", "summary"):
        for text in (label, name, tagline, summary):
            yield Line("persona", str(pk), text)
    statements = Statement.objects.filter(persona__run=run, persona__shown=True)
    said = statements.order_by("persona__position", "position")
    for pk, persona, text in said.values_list("pk", "persona", "text"):
        yield Line("statement", f"{persona}:{pk}", text)
    quotes = Evidence.objects.filter(statement__in=statements, counted=True)
    for statement, persona, quote in quotes.order_by("statement", "position").values_list(
        "statement", "statement__persona", "quote"
    ):
        yield Line("quote", f"{persona}:{statement}", quote)
