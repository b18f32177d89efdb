"""The page of the activity log, for owners of a team, and its CSV file, for them and for operators."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.audit.catalogue import GROUPS, of_group
from accounts.audit.models import AuditEntry
from accounts.people.models import User
from accounts.teams.access import for_roles
from accounts.teams.models import Role
from core.spreadsheets import csv_download

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.http import HttpResponse, HttpResponseBase

    from accounts.audit.models import AuditQuerySet
    from accounts.people.requests import Request

AT_ONCE = 50
BLOCK = 500
HEADER = ("when (UTC)", "who", "what", "team", "about", "id", "detail", "address", "device")
owners_only = for_roles(read=Role.OWNER, change=Role.OWNER)


class Line(NamedTuple):
    """An entry with the people it names, as far as they have accounts."""

    entry: AuditEntry
    who: User | None
    whom: User | None
    is_of_team: bool

    @property
    def detail(self) -> str:
        return ", ".join(_shown(name, value) for name, value in sorted(self.entry.detail.items()))


@owners_only
@require_safe
def log(request: Request, team_id: UUID) -> HttpResponse:
    """The newest entries, or those before one; of one group where asked."""
    group = request.GET.get("what", "")
    found = _of_group(AuditEntry.objects.of_team(request.membership.team), group)
    if before := request.GET.get("before"):
        found = found.before(_entry(found, before))
    entries = list(found[: AT_ONCE + 1])
    context = {
        "lines": _lines(entries[:AT_ONCE], team_id),
        "older": entries[AT_ONCE - 1].pk if len(entries) > AT_ONCE else None,
        "groups": GROUPS.items(),
        "group": group,
        "is_first": not before,
    }
    return render(request, "teams/log.html", context)


@owners_only
@require_safe
def log_file(request: Request, team_id: UUID) -> HttpResponseBase:
    """All of it as a CSV file."""
    found = _of_group(AuditEntry.objects.of_team(request.membership.team), request.GET.get("what", ""))
    return csv_download("activity-log.csv", HEADER, rows(found, team_id))


def rows(found: AuditQuerySet, team_id: UUID | None = None) -> Iterator[Sequence[str]]:
    """As the file has them, the newest first; of entries that are not of `team_id` no address, where one is given."""
    last: AuditEntry | None = None
    while block := list((found.before(last) if last else found)[:BLOCK]):
        for line in _lines(block, team_id):
            entry = line.entry
            yield (
                f"{entry.at:%Y-%m-%d %H:%M:%S}",
                line.who.email if line.who else str(entry.person or ""),
                entry.action,
                str(entry.team or ""),
                entry.about,
                entry.about_id,
                json.dumps(entry.detail, sort_keys=True) if entry.detail else "",
                (entry.address or "") if line.is_of_team else "",
                entry.device,
            )
        last = block[-1]


def _lines(entries: Iterable[AuditEntry], team_id: UUID | None) -> list[Line]:
    entries = list(entries)
    ids = {entry.person for entry in entries} | {_uuid(entry.about_id) for entry in entries if entry.about == "person"}
    people = {user.pk: user for user in User.objects.filter(pk__in=[each for each in ids if each])}
    return [
        Line(
            entry=entry,
            who=people.get(entry.person) if entry.person else None,
            whom=people.get(found) if (found := _uuid(entry.about_id)) else None,
            is_of_team=team_id is None or entry.team == team_id,
        )
        for entry in entries
    ]


def _of_group(found: AuditQuerySet, group: str) -> AuditQuerySet:
    if not group:
        return found
    if group not in GROUPS:
        raise Http404
    return found.filter(action__in=of_group(group))


def _entry(found: AuditQuerySet, text: str) -> AuditEntry:
    entry = found.filter(pk=pk).first() if (pk := _uuid(text)) else None
    if entry is None:
        raise Http404
    return entry


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _shown(name: str, value: object) -> str:
    words = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{name} {words}"
