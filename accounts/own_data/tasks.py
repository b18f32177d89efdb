"""Tasks of own data; they take ids and may run twice."""

from __future__ import annotations

from celery import shared_task
from django.core.cache import cache

from accounts.own_data.models import Departure, Takeout

MINUTE = 60


@shared_task(name="accounts.make_takeout")
def make_takeout(takeout_id: str) -> None:
    """Make an archive, unless another worker does."""
    from accounts.own_data import worker

    if (takeout := Takeout.objects.claim(takeout_id)) is not None:
        worker.carry_out(takeout)


@shared_task(name="accounts.delete_account")
def delete_account(user_id: str) -> None:
    """Delete an account, unless it is gone."""
    from accounts.own_data import worker

    worker.delete(user_id)


@shared_task(name="accounts.sweep_own_data")
def sweep_own_data() -> None:
    """Once a minute: send again what was lost, and tidy up."""
    from accounts.own_data import worker

    if not cache.add("accounts.own_data", True, MINUTE):
        return
    worker.tidy()
    for pk in Takeout.objects.under_way().values_list("pk", flat=True):
        make_takeout.delay(str(pk))
    for pk in Departure.objects.values_list("user", flat=True):
        delete_account.delay(str(pk))
