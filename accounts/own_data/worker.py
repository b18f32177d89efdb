"""What a worker does about own data: archives are made, accounts deleted, and what is over or lost is tidied."""

from __future__ import annotations

import logging
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse

from accounts.audit.services import record
from accounts.own_data.models import Departure, Takeout, folder
from accounts.own_data.parts import pieces
from accounts.people.models import User
from accounts.people.notices import tell
from core.links import absolute
from core.mail import send_text

if TYPE_CHECKING:
    from accounts.own_data.parts import Piece

logger = logging.getLogger(__name__)


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


def tidy() -> None:
    """Remove archives whose time is over or that no row knows."""
    for takeout in Takeout.objects.ended():
        remove(takeout)
    known = {str(pk) for pk in Takeout.objects.values_list("pk", flat=True)}
    for path in map(Path, os.scandir(folder())):
        if path.stem not in known:
            path.unlink(missing_ok=True)


def _add(archive: zipfile.ZipFile, piece: Piece) -> None:
    if isinstance(piece.content, bytes):
        archive.writestr(piece.name, piece.content)
    elif piece.content.is_file():
        archive.write(piece.content, piece.name)
