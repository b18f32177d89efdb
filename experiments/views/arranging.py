"""Keep order in the list: archive, duplicate, throw away and take back, one or many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from core.pages.undoing import undone_by
from experiments import arranging, binning
from experiments.forms import UploadKeyForm
from experiments.models import Experiment
from persona.exceptions import PersonaError
from persona.ids import uuid7

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from django.http import HttpResponse

    from accounts.people.requests import Request

MOST = 500
"""So many can be chosen at once."""
ACTIONS = {
    "archive": ("unarchive", "in the archive now"),
    "unarchive": ("archive", "back in the list"),
    "bin": ("put-back", "in the bin for 30 days"),
    "put-back": ("", "back in the list"),
}
"""What can be done with those that are chosen: what undoes it, and what is said of them afterwards."""


class ArrangeForm(forms.Form):
    """What to do, with which experiments."""

    do = forms.ChoiceField(choices=[(name, name) for name in ACTIONS])
    chosen = forms.TypedMultipleChoiceField()

    def __init__(self, *args: object, ids: Sequence[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["chosen"].choices = [(each, each) for each in ids[:MOST]]  # type: ignore[attr-defined]


@require_POST
def arrange(request: Request) -> HttpResponse:
    """Do the same with all that are chosen; what is not there any more is left out."""
    ids = [each for each in request.POST.getlist("chosen") if _is_id(each)]
    form = ArrangeForm(request.POST, ids=ids)
    if form.is_valid():
        do = form.cleaned_data["do"]
        theirs = Experiment.objects.in_bin_of if do == "put-back" else Experiment.objects.visible_to
        team = request.membership.team
        _do(request, do, list(theirs(request.user).filter(pk__in=ids, team=team)))
    else:
        messages.info(request, "Choose experiments first, by the boxes before their names.")
    return redirect(_list_of(request))


@require_POST
def arrange_one(request: Request, experiment_id: UUID, do: str) -> HttpResponse:
    """Archive one, take it back into the list, or move it to the bin."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    _do(request, do, [experiment])
    return redirect(_list_of(request))


@require_POST
def duplicate(request: Request, experiment_id: UUID) -> HttpResponse:
    """The same question and settings once more, with or without the data."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    form = UploadKeyForm(request.POST)
    key = form.cleaned_data["key"] if form.is_valid() else uuid7()
    with_data = request.GET.get("data") == "1"
    try:
        copy = arranging.duplicate(experiment=experiment, by=request.user, key=key, with_data=with_data)
    except PersonaError as error:
        messages.error(request, f"{error.message} {error.hint}")
        return redirect(_list_of(request))
    messages.success(request, f"“{copy.name}” begins with the same question and settings.")
    return redirect("experiments:check" if with_data and copy.source else "experiments:describe", copy.pk)


def _do(request: Request, do: str, some: list[Experiment]) -> None:
    for experiment in some:
        if do == "archive":
            arranging.archive(experiment=experiment)
        elif do == "unarchive":
            arranging.unarchive(experiment=experiment)
        elif do == "bin":
            binning.move_to_bin(experiment=experiment, by=request.user)
        else:
            binning.put_back(experiment=experiment)
    undo, said = ACTIONS[do]
    if some:
        what = f"“{some[0].name}” is" if len(some) == 1 else f"{len(some)} experiments are"
        messages.success(request, f"{what} {said}.", extra_tags=undone_by(undo, [each.pk for each in some]))


def _list_of(request: Request) -> str:
    """The list as it was seen: its filters are kept, nothing else of what was sent is."""
    kept = request.POST.get("back", "")
    return reverse("experiments:list") + (kept if kept.startswith("?") else "")


def _is_id(text: str) -> bool:
    try:
        forms.UUIDField().clean(text)
    except forms.ValidationError:
        return False
    return True
