"""Asking for one's data or for the end of one's account, and what a worker then does about it."""

from __future__ import annotations

import logging
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse

from accounts.audit.services import record
from accounts.own_data import tasks
from accounts.own_data.models import Departure, Takeout, folder
from accounts.own_data.parts import pieces
from accounts.people.access import end_access
from accounts.people.models import User
from accounts.people.notices import tell
from accounts.second_factor.sessions import end_all
from core.links import absolute
from core.mail import send_text
from persona.messages import configuration_error

if TYPE_CHECKING:
    from accounts.own_data.parts import Piece

logger = logging.getLogger(__name__)


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


def carry_out(takeout: Takeout) -> None:
    """Write the archive; it has its name only once it is whole."""
    part = takeout.path.with_suffix(".part")
    try:
        with part.open("wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for piece in pieces(takeout.user):
                _add(archive, piece)
        part.replace(takeout.path)
    except Exception:
        part.unlink(missing_ok=True)
        Takeout.objects.filter(pk=takeout.pk).update(status=Takeout.Status.FAILED)
        raise
    size = takeout.path.stat().st_size
    if not Takeout.objects.filter(pk=takeout.pk).update(status=Takeout.Status.READY, bytes=size):
        takeout.path.unlink(missing_ok=True)  # the account went meanwhile
        return
    tell(takeout.user, "account/email/data_ready.txt", {"address": absolute(reverse("account_data"))})


def remove(takeout: Takeout) -> None:
    """The row, and with it the file."""
    path = takeout.path
    takeout.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


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


def delete(user_id: str) -> bool:
    """Delete the account of somebody who asked for it, with all that is theirs alone; twice does nothing more."""
    with transaction.atomic():
        user = User.objects.select_for_update().filter(pk=user_id).first()
        if user is None or not Departure.objects.filter(user=user).exists():
            return False
        email = user.email
        for takeout in Takeout.objects.visible_to(user):
            remove(takeout)
        record("account_deleted", person=user.pk)
        user.delete()
    try:
        send_text("account/email/account_deleted.txt", {}, email)
    except OSError:  # what is deleted stays so when no mail can leave
        logger.exception("The end of an account could not be told.")
    return True


def sweep() -> None:
    """Send again what was lost, and remove archives whose time is over or that no row knows."""
    for takeout in Takeout.objects.ended():
        remove(takeout)
    for pk in Takeout.objects.under_way().values_list("pk", flat=True):
        tasks.make_takeout.delay(str(pk))
    for pk in Departure.objects.values_list("user", flat=True):
        tasks.delete_account.delay(str(pk))
    known = {str(pk) for pk in Takeout.objects.values_list("pk", flat=True)}
    for path in map(Path, os.scandir(folder())):
        if path.stem not in known:
            path.unlink(missing_ok=True)


def _add(archive: zipfile.ZipFile, piece: Piece) -> None:
    if isinstance(piece.content, bytes):
        archive.writestr(piece.name, piece.content)
    elif piece.content.is_file():
        archive.write(piece.content, piece.name)
