"""Which second steps somebody has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator

if TYPE_CHECKING:
    from accounts.people.models import User

Kind = Authenticator.Type
FIRST = (Kind.TOTP, Kind.WEBAUTHN)
"""Those that are enough by themselves; codes on paper only stand in for them."""


@dataclass(frozen=True)
class Factors:
    """What the page of sign-in and security shows: rows of allauth's table."""

    app: Any = None
    paper: Any = None
    passkeys: tuple[tuple[Any, str], ...] = ()  # each with its name

    @property
    def is_on(self) -> bool:
        return bool(self.app or self.passkeys)


def has_second_factor(user: User | None) -> bool:
    return user is not None and Authenticator.objects.filter(user=user.pk, type__in=FIRST).exists()


def factors_of(user: User) -> Factors:
    """All of this person's, in one query."""
    rows = list(Authenticator.objects.filter(user=user.pk).order_by("created_at", "pk"))
    of = {kind: [row for row in rows if row.type == kind] for kind in Kind}
    keys = tuple((row, str(row.data.get("name", ""))) for row in of[Kind.WEBAUTHN])
    return Factors(app=next(iter(of[Kind.TOTP]), None), paper=next(iter(of[Kind.RECOVERY_CODES]), None), passkeys=keys)
