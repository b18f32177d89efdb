"""Personas from elsewhere: a page that takes them as JSON or as a form, and says whom of a study each describes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from core.pages.rendering import page
from generation.personas.assigning import finished
from generation.personas.models import Persona
from generation.provenance.asking.services import is_ready
from generation.runs.models import Run
from persona.assigning.bringing import MOST_LETTERS, read_personas
from persona.exceptions import PersonaError
from persona.messages import configuration_error
from persona.models.brought import LONGEST_SAID, MOST_BROUGHT, BroughtPersona

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest

    from accounts.people.requests import Request
    from persona.models.brought import BroughtCount, BroughtPlaces

FIELDS = 4
"""Personas that the form has room for; JSON takes more."""
LONGEST = 10_000


@dataclass(frozen=True)
class Typed:
    """One persona as it stands in the form."""

    number: int
    name: str
    answers: str
    says: str

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.answers or self.says)

    def persona(self) -> BroughtPersona:
        """For the library: a line of `answers` is a question and its answer, a line of `says` a sentence.

        Raises:
            ConfigurationError: it has no name, or neither answers nor sentences.
        """
        pairs = (line.rpartition("=") for line in self.answers.splitlines() if "=" in line)
        answers = {asked.strip(): told.strip() for asked, _, told in pairs}
        says = [line.strip()[:LONGEST_SAID] for line in self.says.splitlines() if line.strip()]
        try:
            return BroughtPersona(name=self.name, answers=answers, says=tuple(says))
        except ValidationError as exc:
            what = "it needs a name." if not self.name else str(exc.errors()[0]["msg"]).removeprefix("Value error, ")
            raise configuration_error("brought_unreadable", why=f"persona {self.number}: {what}") from exc


@dataclass(frozen=True)
class Line:
    """One of them with its people, and where these are among the study's own personas, most first."""

    count: BroughtCount
    own: Sequence[tuple[Persona, int]]


@for_roles(change=Role.VIEWER)  # it asks, and changes nothing
@require_http_methods(["GET", "POST"])
def own_personas(request: Request, run_id: UUID) -> HttpResponse:
    """What is written here is read, told and not kept."""
    run = get_object_or_404(Run.objects.visible_to(request.user).select_related("experiment"), pk=run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    typed = [_typed(request, number) for number in range(1, FIELDS + 1)]
    context: dict[str, Any] = {"run": run, "experiment": run.experiment, "typed": typed, "book": _book(request)}
    if request.method == "POST":
        try:
            brought = _brought(request, typed)
            if any(each.says for each in brought) and not is_ready(run):
                context["is_reading"] = True
            else:
                found = finished(run).place_among(brought)
                context |= {"found": found, "lines": list(_lines(run, found))}
        except PersonaError as problem:
            context["problem"] = problem
    status = 422 if "problem" in context else 200
    return page(request, "generation/own_personas.html", context, partials=["own-personas"], status=status)


def _typed(request: HttpRequest, number: int) -> Typed:
    name, answers, says = (request.POST.get(f"{what}{number}", "").strip() for what in ("name", "answers", "says"))
    return Typed(number, name[:120], answers[:LONGEST], says[:LONGEST])


def _book(request: HttpRequest) -> str:
    return request.POST.get("book", "")[:MOST_LETTERS]


def _brought(request: HttpRequest, typed: Sequence[Typed]) -> list[BroughtPersona]:
    """Those of the form, and those of the JSON that is pasted or sent.

    Raises:
        ConfigurationError: there are none, or they cannot be read.
    """
    brought = [each.persona() for each in typed if not each.is_empty]
    if file := request.FILES.get("file"):
        brought += read_personas(file.read(MOST_LETTERS + 1))
    if pasted := _book(request).strip():
        brought += read_personas(pasted)
    if not brought:
        raise configuration_error("brought_count", limit=MOST_BROUGHT)
    return brought


def _lines(run: Run, found: BroughtPlaces) -> Iterator[Line]:
    personas = {
        each.position: each for each in run.personas.only("pk", "position", "name", "label", "picture", "run_id")
    }
    for count in found.personas:
        own = sorted(((people, -number) for number, people in count.found.items() if people), reverse=True)
        yield Line(count, [(personas[-number], people) for people, number in own if -number in personas])
