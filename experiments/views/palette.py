"""The palette and the list of shortcuts: pages of their own that a script shows over the page one is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from core.pages.rendering import page
from experiments import experiment_list, palette
from experiments.list_filters import LONGEST
from experiments.models import Experiment

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from accounts.people.requests import Request

KEYS = (
    ("Everywhere", (("Ctrl K or /", "Search or go to"), ("?", "This list"), ("Esc", "Close what is open"))),
    (
        "Go to",
        (("g e", "Experiments"), ("g t", "Team"), ("g a", "Account"), ("g h", "Help"), ("n", "New experiment")),
    ),
    ("In the list", (("j, k", "Next, previous"), ("x", "Choose"), ("Enter", "Open"))),
    (
        "On a persona",
        (
            ("e", "Edit"),
            ("p", "Pin"),
            ("h", "Hide"),
            ("y, n", "Right, wrong"),
            ("Alt ↑ ↓", "Move a statement"),
            ("Ctrl Z, Ctrl Shift Z", "Undo, redo"),
        ),
    ),
)


@require_safe
def search(request: Request) -> HttpResponse:
    """What is found for some words; a script asks for the results alone."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    groups = palette.find(request, text)
    context = {"groups": groups, "text": text, "count": sum(len(group.results) for group in groups)}
    return page(request, "experiments/palette.html", context, partials=["palette"])


@require_safe
def shortcuts(request: Request) -> HttpResponse:
    """All keys, by where they work."""
    return page(request, "experiments/shortcuts.html", {"parts": KEYS}, partials=["shortcuts"])


@require_safe
def open_experiment(request: Request, experiment_id: UUID) -> HttpResponse:
    """Where an experiment is just now: its results, its run, its check or its upload."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    [card] = experiment_list.cards([experiment])
    return redirect(card.url)
