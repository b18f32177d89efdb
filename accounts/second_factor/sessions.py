"""Where somebody is signed in: each session with its device, and signing out there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from allauth.usersessions.models import UserSession
from django.conf import settings

from core.security.idle_sessions import SEEN

if TYPE_CHECKING:
    from accounts.people.requests import Request

BROWSERS = (
    ("Edge", r"Edg(?:e|A|iOS)?/"),
    ("Opera", r"OPR/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Safari/"),
)
SYSTEMS = (
    ("an iPhone", r"iPhone"),
    ("an iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("a Mac", r"Macintosh|Mac OS X"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux|X11"),
)


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
    return True


def end_others(request: Request) -> int:
    """Sign out everywhere else; how many sessions that were."""
    rows = list(UserSession.objects.filter(user=request.user.pk).exclude(session_key=_here(request)))
    for row in rows:
        row.end()
    return len(rows)


def end_all(user_id: object) -> None:
    """Sign the person out on all devices."""
    for row in UserSession.objects.filter(user=user_id):
        row.end()


def device_of(user_agent: str) -> str:
    """ "Firefox on Windows", as far as it can be told."""
    browser = next((name for name, mark in BROWSERS if re.search(mark, user_agent)), "")
    system = next((name for name, mark in SYSTEMS if re.search(mark, user_agent)), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or "A program"


def shortened(address: str) -> str:
    """Enough of an address to know one's own, and not the whole of it."""
    found = ip_address(address)
    if found.version == 4:
        return f"{address.rpartition('.')[0]}.x"
    return f"{':'.join(found.exploded.split(':')[:3])}:…"


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
