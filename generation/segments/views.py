"""Pages of groups: look at them, change them, and have their personas written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from core.pages.rendering import page
from experiments.models import Experiment
from generation.billing.estimate import estimate_run
from generation.providers.registry import terms_of, writer_options, writer_words
from generation.runs.services import DataNotReady
from generation.segments import looking, services
from generation.segments.forms import GroupsForm
from generation.segments.models import SegmentDraft
from generation.segments.page import NUMBERS_MS, WAITS_MS, GroupsPage
from generation.segments.worker import config_of
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from accounts.people.requests import Request
    from generation.segments.page import GroupCard

PARTS = ["groups", "numbers", "trial"]


@for_roles(read=Role.EDITOR)
@require_GET
def look(request: Request, experiment_id: UUID) -> HttpResponse:
    """To the groups of the settings of now. Asked for the first time, a worker looks for them; nothing is written."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    try:
        draft = looking.look(experiment=experiment)
    except DataNotReady as error:
        messages.warning(request, f"{error.message} {error.hint}")
        return redirect("experiments:check" if experiment.source else "experiments:upload", experiment.pk)
    return redirect("generation:groups", draft.pk)


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def groups(request: Request, segments_id: UUID) -> HttpResponse:
    """The groups of one draft. A POST changes them, or starts the run that writes their personas."""
    draft = _draft(request, segments_id)
    if request.method == "POST":
        return _act(request, draft)
    if request.htmx.target == "groups" and request.GET.get("seen") == _mark(draft):
        return HttpResponse(status=204)
    shown = GroupsPage.of(draft)
    if request.htmx.target == "numbers" and (shown is None or request.GET.get("known") == str(shown.known_numbers)):
        return HttpResponse(status=204)
    return _page(request, draft, shown, GroupsForm(_names(shown), initial={"notify": True}))


@for_roles(read=Role.EDITOR)
@require_GET
def split(request: Request, segments_id: UUID) -> HttpResponse:
    """The halves of a group, before it is split."""
    draft = _draft(request, segments_id)
    if not draft.trial:
        return _leave(request, draft)
    if request.htmx.target == "trial" and draft.trial_result is None:
        return HttpResponse(status=204)
    whole, tried = GroupsPage.of(draft), GroupsPage.tried(draft)
    if whole is None or draft.trial["segment"] > len(whole.groups):
        raise Http404
    context = {
        "draft": draft,
        "experiment": draft.experiment,
        "group": whole.groups[draft.trial["segment"] - 1],
        "shown": tried,
        "form": GroupsForm((), initial={"seen": draft.version}),
        "waits_ms": WAITS_MS,
    }
    return page(request, "generation/groups_split.html", context, partials=PARTS)


def _act(request: Request, draft: SegmentDraft) -> HttpResponse:
    """Make a change. Whatever goes wrong, the page says so and keeps what was typed."""
    form = GroupsForm(_names(GroupsPage.of(draft)), request.POST)
    if not form.is_valid():
        return _page(request, draft, GroupsPage.of(draft), form, status=422)
    seen = form.cleaned_data["seen"]
    try:
        for edit in form.renamed:
            services.rename(draft=draft, seen=seen, edit=edit)
            draft, seen = _draft(request, draft.pk), seen + 1
        if form.action == "write":
            run = services.start_run(draft=draft, notify=form.cleaned_data["notify"], by=request.user)
            return redirect("generation:run", run.pk)
        after = _changed(draft, seen, form)
    except PersonaError as error:
        draft = _draft(request, draft.pk)
        return _page(request, draft, GroupsPage.of(draft), form, problem=error, status=422)
    after = _draft(request, after.pk)
    if form.action == "split":
        return redirect("generation:groups-split", after.pk)
    if not request.htmx or request.htmx.target not in PARTS:
        return redirect("generation:groups", after.pk)
    shown = GroupsPage.of(after)
    response = _page(request, after, shown, GroupsForm(_names(shown), initial={"notify": form.cleaned_data["notify"]}))
    if after.pk != draft.pk:
        response["HX-Push-Url"] = after.get_absolute_url()
    return response


AT_ONCE: Mapping[str, Callable[..., None]] = {
    "split_leave": services.leave_trial,
    "keep": services.keep_question,
    "cancel": services.cancel,
    "again": services.try_again,
}
"""What may be done whatever was seen: nobody loses anything by it."""


def _changed(draft: SegmentDraft, seen: int, form: GroupsForm) -> SegmentDraft:
    """Do what the button says; the draft to show next."""
    asked, action = form.cleaned_data, form.action
    if action in AT_ONCE:
        AT_ONCE[action](draft=draft)
    elif action == "merge":
        services.change(draft=draft, seen=seen, edit=form.merged)
    elif action == "split" and asked["split"]:
        services.try_split(draft=draft, seen=seen, number=asked["split"])
    elif action == "split_keep":
        services.keep_trial(draft=draft, seen=seen)
    elif action == "undo":
        return looking.undo(draft=draft, seen=seen)
    elif action == "number" and asked["number"]:
        return looking.choose_number(draft=draft, count=asked["number"])
    elif action == "describe":
        return looking.leave_out(draft=draft, question=asked["describe"]) or draft
    return draft


def _page(
    request: Request,
    draft: SegmentDraft,
    shown: GroupsPage | None,
    form: GroupsForm,
    *,
    problem: PersonaError | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "draft": draft,
        "experiment": draft.experiment,
        "shown": shown,
        "form": form,
        "problem": problem,
        "typed": form.typed if status != 200 else {},
        "mark": _mark(draft),
        "is_working": draft.status in (SegmentDraft.Status.WAITING, SegmentDraft.Status.WORKING),
        "waits_ms": WAITS_MS,
        "numbers_ms": NUMBERS_MS,
    }
    if shown is not None and request.htmx.target != "numbers":
        context |= _price(draft, len(shown.groups)) | {"cards": list(_cards(shown, form, context["typed"]))}
    return page(request, "generation/groups.html", context, partials=PARTS, status=status)


class Card(NamedTuple):
    """A group, and what a person may do with it: nothing where `others` is empty."""

    group: GroupCard
    others: Sequence[GroupCard]
    typed: str
    error: str
    mostly: bool


def _cards(shown: GroupsPage, form: GroupsForm, typed: Mapping[int, str]) -> Iterator[Card]:
    mostly = shown.one_answer.group.number if shown.one_answer else 0
    for group in shown.groups:
        error = " ".join(map(str, form.errors.get(f"name_{group.number}", ())))
        others = () if shown.run else shown.groups
        yield Card(group, others, typed.get(group.number, ""), error, group.number == mostly)


def _price(draft: SegmentDraft, count: int) -> dict[str, Any]:
    """What writing these groups will take, and where their answers go."""
    config = config_of(draft).model_copy(update={"count": count})
    options = writer_options(draft.experiment.team)
    return {
        "writer": writer_words(config.model),
        "option": next((each for each in options if each.id == config.model.partition(":")[0]), None),
        "estimated": estimate_run(draft.experiment, config, terms_of(options, config.model)),
    }


def _leave(request: Request, draft: SegmentDraft) -> HttpResponse:
    """Back to the groups: there is nothing to be split any more."""
    if request.htmx:
        return HttpResponseClientRedirect(draft.get_absolute_url())
    return redirect("generation:groups", draft.pk)


def _draft(request: Request, segments_id: UUID) -> SegmentDraft:
    found = SegmentDraft.objects.visible_to(request.user).select_related("experiment", "original", "before")
    return get_object_or_404(found, pk=segments_id)


def _names(shown: GroupsPage | None) -> list[str]:
    return [group.sketch.name or "" for group in shown.groups] if shown else []


def _mark(draft: SegmentDraft) -> str:
    """Changes whenever the page would."""
    return f"{draft.version} {draft.status} {draft.part:.2f}"
