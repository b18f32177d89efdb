"""The list of experiments, and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.pages.rendering import page
from experiments import experiment_list, searching
from experiments.list_filters import Wanted
from experiments.models import Experiment
from persona import judging
from persona.ids import uuid7
from persona.samples import SAMPLES
from persona.terms import TERMS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from accounts.people.requests import Request

PAGE = 20
WORDS = ("persona", "statement", "evidence", "segment", "respondent", "theme", "basis")
"""Terms that the page of help explains."""
HEADS = (
    ("name", "name", "Name", "nm"),
    ("state", "state", "State", ""),
    ("size", "-size", "Size", "num"),
    ("", "", "Personas", "fc"),
    ("changed", "-changed", "Changed", "wh"),
    ("", "", "Owner", ""),
    ("", "", "Cost", "num co"),
)
"""Heads of the list: what each orders by, how at first, its word and its classes."""


@require_safe
def list_experiments(request: Request) -> HttpResponse:
    """All experiments of the team that the person works in, searched, filtered, ordered; without any, how to begin."""
    team = request.user.membership.team
    counts = experiment_list.counts(Experiment.objects.filter(team=team))
    samples = [(sample, uuid7()) for sample in SAMPLES]
    if not counts["all"] and not counts["archive"]:
        return render(request, "experiments/welcome.html", {"samples": samples, "finished": (SAMPLES[0], uuid7())})
    wanted = Wanted.of(request.GET)
    mine = Experiment.objects.visible_to(request.user).filter(team=team)
    paginator = Paginator(wanted.among(mine, request.user).select_related("owner"), PAGE)
    if not wanted.is_narrowed:
        paginator.count = counts.get(wanted.show, counts["all"])  # they are counted already
    chosen = paginator.get_page(request.GET.get("page"))
    some = list(chosen.object_list)
    found = searching.found_in([each.pk for each in some], wanted.text) if wanted.text else {}
    context = {
        "page": chosen,
        "cards": experiment_list.cards(some, found),
        "counts": counts,
        "wanted": wanted,
        "heads": [_head(wanted.sort, *head) for head in HEADS],
        "samples": samples,
        "finished": (SAMPLES[0], uuid7()),
        "team": team,
    }
    return page(request, "experiments/list.html", context, partials=["list"])


def _head(sort: str, key: str, first: str, word: str, style: str) -> dict[str, str]:
    """A head that orders the list; pressed again, the other way round."""
    now = sort if key and sort.removeprefix("-") == key else ""
    other = now.removeprefix("-") if now.startswith("-") else f"-{key}"
    return {"key": key, "sort": other if now else first, "now": now, "word": word, "style": style}


@require_safe
def help_page(request: Request) -> HttpResponse:
    """How results are judged and statements read, how it works, how a file should look."""
    context = {
        "samples": [(sample, uuid7()) for sample in SAMPLES],
        "finished": (SAMPLES[0], uuid7()),
        "titles": judging.titles(),
        "levels": [(row, list(zip(judging.titles(), row.cells, strict=True))) for row in judging.levels()],
        "caps": judging.caps(),
        "words": [term for term in TERMS if term.term in WORDS],
    }
    return render(request, "experiments/help.html", context)
