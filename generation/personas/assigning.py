"""Placing new people: the page with the few questions, and what the answers say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from core.pages.kept import Kept
from core.pages.rendering import page
from experiments import finished as finished_runs
from generation.personas.models import Persona
from generation.runs.models import Run
from persona.exceptions import PersonaError
from persona.models import ColumnRole
from persona.recoding.cells import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import QueryDict

    from accounts.people.requests import Request
    from persona.finished import Finished
    from persona.models.assigning import Assignment, FormQuestion, ShortForm

SIZE = 8
"""Runs whose forms stay in memory."""
LONGEST = 500
_forms: Kept[ShortForm] = Kept(size=SIZE)


@dataclass(frozen=True)
class Field:
    """One question of the form, with what was answered."""

    number: int
    asked: FormQuestion
    given: Sequence[str]

    @property
    def name(self) -> str:
        return f"q{self.number}"

    @property
    def is_several(self) -> bool:
        return self.asked.role is ColumnRole.MULTIPLE

    @property
    def cell(self) -> str:
        """As the library reads it."""
        known = [option for option in self.given if option in self.asked.options or not self.asked.options]
        return SEPARATOR.join(known) if self.is_several else next(iter(known), "")[:LONGEST]


@dataclass(frozen=True)
class Place:
    """Where somebody belongs: the likeliest persona and the next."""

    found: Assignment
    persona: Persona
    next: Persona


@for_roles(change=Role.VIEWER)  # it asks, and changes nothing
@require_http_methods(["GET", "POST"])
def place(request: Request, run_id: UUID) -> HttpResponse:
    """A form of five to eight questions; its answers are read, told and not kept."""
    run = get_object_or_404(Run.objects.visible_to(request.user).select_related("experiment"), pk=run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    context: dict[str, Any] = {"run": run, "experiment": run.experiment}
    try:
        form = _forms.get((run.pk, run.finished), lambda: finished(run).short_form())
        fields = _fields(form, request.POST)
        answers = {field.asked.column: field.cell for field in fields if field.cell}
        context |= {"form": form, "fields": fields}
        if request.method == "POST":
            context |= {"place": _place(run, answers), "is_empty": not answers}
    except PersonaError as problem:
        context["problem"] = problem
    return page(request, "generation/place.html", context, partials=["place"])


def finished(run: Run) -> Finished:
    """The run as the library keeps it, with what was learnt of its people, if that was asked for a while ago.

    Raises:
        ConfigurationError: its folder has gone.
    """
    return finished_runs.finished(run.experiment, run.pk)


def _fields(form: ShortForm, given: QueryDict) -> list[Field]:
    return [Field(number, asked, given.getlist(f"q{number}")) for number, asked in enumerate(form.questions, start=1)]


def _place(run: Run, answers: dict[str, str]) -> Place | None:
    if not answers:
        return None
    found = finished(run).place_answers(answers).assignments[0]
    if found.persona is None:
        return None
    personas = {
        each.position: each for each in run.personas.only("pk", "position", "name", "label", "picture", "run_id")
    }
    return Place(found, personas[found.persona], personas[found.next or found.persona])
