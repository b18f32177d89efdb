"""What goes into the archive of somebody's data; apps above add their parts with `add_part`."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, NamedTuple

from allauth.socialaccount.models import SocialAccount

from accounts.audit.models import AuditEntry
from accounts.audit.views import HEADER, rows
from accounts.teams.models import Membership
from accounts.tokens.models import ApiToken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from accounts.people.models import User


class Piece(NamedTuple):
    """One file of the archive."""

    name: str
    content: bytes | Path


PARTS: list[Callable[[User], Iterable[Piece]]] = []


def add_part(part: Callable[[User], Iterable[Piece]]) -> None:
    PARTS.append(part)


def pieces(user: User) -> Iterator[Piece]:
    """Every file of this person's archive."""
    for part in PARTS:
        yield from part(user)


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str).encode()


def of_account(user: User) -> Iterator[Piece]:
    """Who they are, where they are in, their tokens without what opens, and what they did."""
    about = {"email": user.email, "name": user.name, "joined": user.date_joined, "last_sign_in": user.last_login}
    notices = {"mail_when_done": user.mail_when_done, "browser_when_done": user.browser_when_done}
    yield Piece("account.json", as_json(about | notices))
    teams = Membership.objects.filter(user=user.pk).select_related("team")
    yield Piece("teams.json", as_json([{"team": m.team.name, "role": m.role, "joined": m.joined} for m in teams]))
    by_company = SocialAccount.objects.filter(user=user.pk).values("uid", "date_joined", "last_login")
    yield Piece("single-sign-on.json", as_json(list(by_company)))
    tokens = ApiToken.objects.visible_to(user).values("name", "scopes", "created", "expires", "revoked", "last_used")
    yield Piece("api-tokens.json", as_json(list(tokens)))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    writer.writerows(rows(AuditEntry.objects.filter(person=user.pk)))
    yield Piece("activity.csv", text.getvalue().encode())


add_part(of_account)
