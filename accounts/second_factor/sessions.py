"""Where somebody is signed in: each session with its device, and signing out there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from allauth.usersessions.models import UserSession
from django.conf import settings

from accounts.audit.services import record
from core.security.devices import device_of, shortened
from core.security.idle_sessions import SEEN

if TYPE_CHECKING:
    from accounts.people.requests import Request


@dataclass(frozen=True)
class Place:
    """One session: its row, the device in words, part of its address, when a page was opened there last."""

    row: Any
    device: str
    address: str
    seen: datetime
    is_here: bool


def places_of(request: Request) -> list[Place]:
    """Every session of the person, this one first, then the newest; what has ended is tidied away."""
    if not UserSession.objects.filter(session_key=request.session.session_key).exists():
        UserSession.objects.create_from_request(request)  # begun before sessions were listed
    rows = UserSession.objects.purge_and_list(request.user)
    places = [_place(row, request.session.session_key) for row in rows]
    return sorted(places, key=lambda place: (place.is_here, place.seen), reverse=True)


def end(request: Request, pk: int) -> bool:
    """Sign out there; False where the person has no such session, or it is this one, for which there is signing out."""
    row = UserSession.objects.filter(user=request.user.pk, pk=pk).exclude(session_key=_here(request)).first()
    if row is None:
        return False
    row.end()
    record("sessions_ended", sessions=1)
    return True


def end_others(request: Request) -> int:
    """Sign out everywhere else; how many sessions that were."""
    rows = list(UserSession.objects.filter(user=request.user.pk).exclude(session_key=_here(request)))
    for row in rows:
        row.end()
    record("sessions_ended", sessions=len(rows))
    return len(rows)


def end_all(user_id: object) -> None:
    """Sign the person out on all devices."""
    for row in UserSession.objects.filter(user=user_id):
        row.end()


def _here(request: Request) -> str:
    return request.session.session_key or ""


def _place(row: UserSession, here: str | None) -> Place:
    store = import_module(settings.SESSION_ENGINE).SessionStore(row.session_key)
    seen = store.get(SEEN)
    return Place(
        row=row,
        device=device_of(row.user_agent),
        address=shortened(row.ip),
        seen=datetime.fromtimestamp(seen, UTC) if seen else row.last_seen_at,
        is_here=row.session_key == here,
    )
