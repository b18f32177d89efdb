"""Make an edit: checked by the library, added to the log, and seen by every page at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.shortcuts import get_object_or_404

from experiments import tasks as search
from generation.edits.log import Edited, edited, generated, keep
from generation.edits.models import EditEntry
from generation.edits.rows import bring_up_to_date
from generation.runs.models import Run
from persona.edits import Edit, Reverted, apply, check, last_on
from persona.exceptions import EditConflict
from persona.messages import configuration_error

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from accounts.models import User
    from persona.edits import Action, AppliedResult

LARGE = ("summary", "drawing", "verdict", "quality", "warnings")
"""Fields of a run that are not needed here."""


class Made(NamedTuple):
    """What became of an edit."""

    run: Run
    entry: EditEntry
    conflict: EditConflict | None = None
    """Somebody else was quicker: the edit stands in the log undone, and the result is as they made it."""


def edit(user: User, run_id: UUID, action: Action, *, seen: int | None = None, expects: str | None = None) -> Made:
    """Add an edit to the log of a run, and bring what pages read up to date.

    Args:
        user: who does it.
        run_id: the run whose result it changes.
        action: what is done.
        seen: the number of the run's last edit when the person saw what they change; None: do not ask.
        expects: the same as the library has it: the id of the last edit of this very thing.

    Raises:
        Http404: there is no such run, or the person may not see it.
        EditError: it cannot be made: gone, locked, empty, too long.
        ConfigurationError: the run has no result, or its files have gone.
    """
    with transaction.atomic():
        run = _locked(user, run_id)
        before = edited(run)
        if seen is not None:
            expects = last_on(before.edits[:seen], action)
        new = Edit(who=user.get_full_name(), action=action, expects=expects)
        try:
            after = check(generated(run), before.edits, new)
        except EditConflict as conflict:
            return _keep_undone(user, run, before, new, conflict)
        return Made(run, _append(user, run, before, [new], after)[0])


def _locked(user: User, run_id: UUID) -> Run:
    """The run, whose log grows by nobody else until this transaction ends."""
    runs = Run.objects.visible_to(user).select_for_update(of=("self",)).defer(*LARGE)
    run = get_object_or_404(runs, pk=run_id)
    if run.status != Run.Status.DONE:
        raise configuration_error("run_unfinished", name=f"Run {run.number}")
    return run


def _keep_undone(user: User, run: Run, before: Edited, new: Edit, conflict: EditConflict) -> Made:
    """Both wordings stay in the history: the later one is in the log, and undone in the same moment.

    By that moment pages tell it from what its person took back (`EditEntry.was_refused`).
    """
    news = [new, Edit(who=new.who, when=new.when, action=Reverted(edit=new.id))]
    after = apply(generated(run), [*before.edits, *news])
    return Made(run, _append(user, run, before, news, after)[0], conflict)


def _append(user: User, run: Run, before: Edited, news: Sequence[Edit], after: AppliedResult) -> list[EditEntry]:
    changes = {change.edit: change for change in after.changes}
    entries = [
        EditEntry(
            id=new.id,
            run=run,
            sequence=run.edited + number,
            persona=_about(new.action, changes[new.id].persona, before, news),
            kind=new.action.type,
            edit=new.model_dump(mode="json"),
            user=user,
            state=changes[new.id].state,
            told=changes[new.id].model_dump(mode="json"),
        )
        for number, new in enumerate(news, start=1)
    ]
    EditEntry.objects.bulk_create(entries)
    run.edited += len(entries)
    run.save(update_fields=["edited"])
    bring_up_to_date(run, before.applied, after)
    search.index.delay_on_commit(str(run.experiment_id))
    transaction.on_commit(lambda: keep(run, Edited((*before.edits, *news), after)))
    return entries


def _about(action: Action, persona: int | None, before: Edited, news: Sequence[Edit]) -> int | None:
    """The persona that an edit is about; of an undoing, the one of what it undoes."""
    if persona is not None:
        return persona
    if isinstance(action, Reverted):
        undone = action.edit
        known = {change.edit: change.persona for change in before.applied.changes}
        if undone in known:
            return known[undone]
        action = next(each.action for each in news if each.id == undone)
    holder = before.applied.holder(action)
    return holder.index if holder else None
