"""Asking for one's data, or for the end of one's account."""

from __future__ import annotations

from django.db import transaction

from accounts.audit.services import record
from accounts.own_data import tasks
from accounts.own_data.models import Departure, Takeout
from accounts.own_data.worker import remove
from accounts.people.access import end_access
from accounts.people.models import User
from accounts.second_factor.sessions import end_all
from persona.messages import configuration_error


@transaction.atomic
def ask_for_data(user: User) -> Takeout:
    """An archive that a worker makes; the one that is being made, where one is. The one before goes."""
    User.objects.select_for_update().get(pk=user.pk)
    mine = Takeout.objects.visible_to(user)
    if made := mine.under_way().first():
        return made
    for before in mine:
        remove(before)
    record("data_exported", person=user.pk)
    made = Takeout.objects.create(user=user)
    tasks.make_takeout.delay_on_commit(str(made.pk))
    return made


@transaction.atomic
def ask_to_leave(user: User) -> None:
    """From now on nobody signs in as this person and nothing acts for them; a worker deletes the account.

    Raises:
        ConfigurationError: nobody else could administer the installation.
    """
    operators = User.objects.filter(is_superuser=True, is_active=True)
    if user.is_superuser and not operators.exclude(pk=user.pk).exists():
        raise configuration_error("last_operator")
    User.objects.filter(pk=user.pk).update(is_active=False)
    Departure.objects.get_or_create(user=user)
    end_access(user, with_keys=False)
    end_all(user.pk)
    tasks.delete_account.delay_on_commit(str(user.pk))
