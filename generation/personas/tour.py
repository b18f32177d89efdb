"""A tour of a finished result, four stops long, and the finished sample that it is meant for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from experiments import services as experiments
from experiments.forms import UploadKeyForm
from generation.personas.models import Statement
from generation.runs.models import Run
from generation.runs.services import start_run_when_read
from persona.exceptions import ConfigurationError, PersonaError
from persona.ids import uuid7
from persona.models import PersonaConfig

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse

    from accounts.people.requests import Request


class Stop(NamedTuple):
    """What is said at a stop."""

    title: str
    text: str
    go_on: str


STOPS = (
    Stop(
        "Can you show it to others?",
        "The line on top judges the whole result: how many people stand behind it, and what to do before you show it.",
        "Next: a persona",
    ),
    Stop(
        "One click to the words",
        "Every yellow chip opens what people said, word for word. A white chip with a bar opens a count. No chip, no "
        "statement.",
        "Next: open one",
    ),
    Stop(
        "Here is the proof",
        "Each quote stands in the file, with its row. Click the place, and you read the whole answer of that person.",
        "Next: take it with you",
    ),
    Stop(
        "Take it with you",
        "Sheets, slides, tables and text: every one ends with how it was made. Now bring your own file.",
        "Start your own",
    ),
)


@require_safe
def tour(request: Request, run_id: UUID, stop: int) -> HttpResponse:
    """To the page of a stop, which says what is to be seen there; after the last one, to an experiment of one's own."""
    run = get_object_or_404(Run.objects.visible_to(request.user), pk=run_id, status=Run.Status.DONE)
    if stop > len(STOPS):
        return redirect("experiments:create")
    if not (address := _address(run, stop)):
        raise Http404
    return redirect(f"{address}{'&' if '?' in address else '?'}tour={stop}.{run.pk}")


def _address(run: Run, stop: int) -> str:
    """The page of a stop; nothing where the result has none."""
    if stop in (1, len(STOPS)):
        return reverse("generation:results" if stop == 1 else "generation:export", args=[run.pk])
    quoted = Statement.objects.filter(persona__run=run, persona__shown=True, evidence__isnull=False)
    first = quoted.order_by("persona__position", "position").values_list("persona", "pk").first()
    if first is None:
        return reverse("generation:results", args=[run.pk])
    persona = reverse("generation:persona", args=[first[0]])
    return persona if stop == 2 else f"{persona}?e={first[1]}"


def at_stop(request: HttpRequest) -> dict[str, Any]:
    """Context: `tour`, what to say on this page and where to go on; only where the address names a stop."""
    number, _, run = request.GET.get("tour", "").partition(".")
    try:
        stop = STOPS[int(number) - 1] if number in "1234" and number else None
        next_stop = reverse("generation:tour", args=[UUID(run), int(number) + 1]) if stop else ""
    except ValueError:
        return {}
    dots = [at < int(number) for at in range(len(STOPS))] if stop else []
    return {"tour": {"stop": stop, "number": number, "next": next_stop, "dots": dots}} if stop else {}


@require_POST
def begin_sample(request: Request, key: str) -> HttpResponse:
    """The sample with its personas, made by the built-in writer as soon as it is read; the same button twice is one."""
    form = UploadKeyForm(request.POST)
    once = form.cleaned_data["key"] if form.is_valid() else uuid7()
    try:
        experiment = experiments.create_sample(owner=request.user, key=once, sample_key=key)
        run = start_run_when_read(
            experiment=experiment, config=PersonaConfig(), notify=False, request_key=f"tour {once}", by=request.user
        )
    except ConfigurationError as exc:
        raise Http404 from exc
    except PersonaError as problem:
        messages.error(request, f"{problem.message} {problem.hint}")
        return redirect("experiments:list")
    return redirect("generation:run", run.pk)
