"""Services: what people do with runs. Each is one transaction, used by pages and API alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import F, Max, Q
from django.utils import timezone

from accounts.provider_keys.services import start_replacement_test
from accounts.teams.models import Team
from core.lease.models import MAX_ATTEMPTS
from experiments.models import Experiment
from generation.billing.preflight import Preflight, check_run
from generation.runs import tasks
from generation.runs.models import Run
from generation.runs.recorder import end_unheld
from generation.runs.worker import describe
from persona.exceptions import Cancelled, PersonaError
from persona.ids import uuid7
from persona.messages import hint, sentence
from persona.models import PersonaConfig
from persona.run_states import RESUMABLE

if TYPE_CHECKING:
    from accounts.models import KeyTest, User

MAX_ACTIVE = settings.ENV.max_active_runs
CANCELLED = describe(Cancelled(sentence("run_cancelled_early"), hint=hint("run_cancelled_early")))


class DataNotReady(PersonaError):
    """The experiment has no data that can be used yet."""

    code = "data_not_ready"

    def __init__(self) -> None:
        super().__init__("This experiment has no data yet that can be used.", hint="Upload a file and check it first.")


class TooManyRuns(PersonaError):
    """The owner has as many runs at work as one person may have."""

    code = "too_many_runs"
    retryable = True

    def __init__(self) -> None:
        super().__init__(
            f"{MAX_ACTIVE} of your runs are at work already.",
            hint="Wait until one of them is ready, or stop one. Your settings are kept.",
        )


def check_data(experiment: Experiment) -> None:
    """Whether there is something to work with.

    Raises:
        DataNotReady: there is not.
    """
    _ready_rows(experiment)


def start_run(
    *,
    experiment: Experiment,
    config: PersonaConfig,
    notify: bool = False,
    request_key: str | None = None,
    pk: UUID | None = None,
    by: User | None = None,
) -> Run:
    """A run with these settings, sent to a worker; the same request key gives the same run again.

    Args:
        experiment: what to work with.
        config: how.
        notify: mail whoever started it at the end.
        request_key: names the request.
        pk: the id of a preview, whose segments are then its own.
        by: who starts it; else whoever made the experiment.

    Raises:
        DataNotReady: there is nothing to make personas from.
        TooManyRuns: the team has to wait.
        PersonaError: the model cannot be used, or not be paid (`generation.billing.preflight`).
    """
    key = request_key or uuid4().hex
    if run := experiment.runs.filter(request_key=key).first():
        return run
    _ready_rows(experiment)
    by = by or experiment.owner
    terms = check_run(experiment, config, by)
    return _start(experiment, terms, notify=notify, key=key, pk=pk or uuid7(), by=by)


@transaction.atomic
def start_run_when_read(
    *, experiment: Experiment, config: PersonaConfig, notify: bool, request_key: str, by: User | None = None
) -> Run:
    """A run that begins once the file of its experiment has been read (`generation.runs.pending`).

    Raises:
        TooManyRuns: the team has to wait.
    """
    _lock(experiment)
    if run := experiment.runs.filter(request_key=request_key).first():
        return run
    by = by or experiment.owner
    check_room(experiment, by)
    run = Run.objects.create(
        experiment=experiment,
        started_by=by,
        request_key=request_key,
        number=_next_number(experiment),
        config=config.model_dump(mode="json"),
        notify=notify,
        awaits_data=True,
    )
    tasks.send_on_commit(run)
    return run


@transaction.atomic
def _start(experiment: Experiment, terms: Preflight, *, notify: bool, key: str, pk: UUID, by: User | None) -> Run:
    _lock(experiment)
    if run := experiment.runs.filter(request_key=key).first():
        return run
    check_room(experiment, by)
    run = Run.objects.create(
        pk=pk,
        started_by=by,
        experiment=experiment,
        request_key=key,
        number=_next_number(experiment),
        config=terms.config.model_dump(mode="json"),
        payer=terms.payer,
        expected=terms.expected.model_dump(mode="json") if terms.expected else None,
        notify=notify,
        rows=_ready_rows(experiment),
    )
    terms.set_aside(run)
    experiment.touch()
    tasks.send_on_commit(run)
    return run


@transaction.atomic
def cancel_run(*, run: Run) -> None:
    """Stop a run: at once while it waits, else as soon as its worker looks. Finished personas stay."""
    waiting = Run.objects.filter(pk=run.pk, status=Run.Status.QUEUED)
    if not end_unheld(waiting, Run.Status.CANCELLED, CANCELLED):
        Run.objects.filter(pk=run.pk, status=Run.Status.RUNNING).update(cancel_requested=True)


def experiment_was_binned(sender: object, experiment: Experiment, **_: Any) -> None:  # noqa: ARG001 -- a receiver
    """Nobody waits for the runs of what is thrown away; each can be gone on with once it is put back."""
    for run in Run.objects.active().filter(experiment=experiment):
        cancel_run(run=run)


def resume_run(*, run: Run, by: User | None = None, **changes: Any) -> bool:
    """Go on with a failed or stopped run from the steps it has saved; False when there is nothing to go on with.

    Args:
        run: the run.
        by: who goes on with it; else whoever started it.
        changes: settings that are different from now on, such as `budget_usd` or `model`; written personas stay.

    Raises:
        TooManyRuns: the team has to wait.
        PersonaError: the model cannot be used, or not be paid (`generation.billing.preflight`).
    """
    if run.status not in RESUMABLE:
        return False
    config = PersonaConfig.model_validate(run.config | changes)
    by = by or run.started_by
    return _resume(run, check_run(run.experiment, config, by), by)


@transaction.atomic
def resume_with_key(*, run: Run, secret: str, by: User) -> bool:
    """Have another key of the run's provider tested; once it works, it is kept and the run goes on.

    Raises:
        KeyTestBusy: another key of this person is being tested.
    """
    if run.status not in RESUMABLE:
        return False
    test = start_replacement_test(user=by, team=run.experiment.team, model=run.config["model"], secret=secret)
    return bool(Run.objects.filter(pk=run.pk, status__in=RESUMABLE).update(awaits_key=test))


def key_was_kept(sender: object, test: KeyTest, **_: Any) -> None:  # noqa: ARG001 -- a signal's receiver
    """Go on with the runs that waited for this key. One that cannot go on says why in place of its old error."""
    for run in Run.objects.filter(awaits_key=test, status__in=RESUMABLE).select_related("experiment__team"):
        try:
            resume_run(run=run, by=test.owner)
        except PersonaError as error:
            Run.objects.filter(pk=run.pk, awaits_key=test).update(error=describe(error), awaits_key=None)


@transaction.atomic
def _resume(run: Run, terms: Preflight, by: User | None) -> bool:
    _lock(run.experiment)
    check_room(run.experiment, by)
    ended = Run.objects.filter(pk=run.pk, status__in=RESUMABLE)
    resumed = ended.update(
        status=Run.Status.QUEUED,
        started_by=by,
        config=terms.config.model_dump(mode="json"),
        payer=terms.payer,
        error=None,
        started=None,
        finished=None,
        awaits_key=None,
        cancel_requested=False,
        attempt_limit=F("attempt") + MAX_ATTEMPTS,
        sent=timezone.now(),
    )
    if resumed:
        run.refresh_from_db()
        terms.set_aside(run)
        tasks.send_on_commit(run)
    return bool(resumed)


def _lock(experiment: Experiment) -> None:
    """One start at a time for one team, so that numbers and the limit hold, and none while the data is changed.

    SQLite locks by itself.
    """
    Team.objects.select_for_update().get(pk=experiment.team_id)
    Experiment.objects.select_for_update().get(pk=experiment.pk)


def check_room(experiment: Experiment, by: User | None) -> None:
    """Whether the team, and the person in all of theirs, may have one more run at work.

    Raises:
        TooManyRuns: not now.
    """
    whose = Q(experiment__team=experiment.team_id)
    if by is not None:
        whose |= Q(started_by=by)
    if Run.objects.active().filter(whose).count() >= MAX_ACTIVE:
        raise TooManyRuns


def _next_number(experiment: Experiment) -> int:
    return int(experiment.runs.aggregate(last=Max("number"))["last"] or 0) + 1


def _ready_rows(experiment: Experiment) -> int:
    source = experiment.source
    if source is None or not source.is_ready:
        raise DataNotReady
    return source.rows
