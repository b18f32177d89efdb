"""Who asks: a token in `Authorization: Bearer`, nowhere else, and what its owner allowed it to do."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from django.http import HttpRequest
from ninja.security import HttpBearer

from accounts.api import throttling
from accounts.audit.where import come_from
from accounts.teams.models import Role
from accounts.tokens.models import ApiToken
from core.context import know
from core.http.problems import Problem, unauthorized

if TYPE_CHECKING:
    from accounts.people.models import User

Scope = Literal["read", "write", "run", "admin"]


class Call(HttpRequest):
    """A request that a token has let in."""

    auth: ApiToken
    user: User
    reference: str


class Bearer(HttpBearer):
    """Lets in whoever shows a live token that has `scope`, and whose owner has `role` in its team."""

    def __init__(self, scope: Scope, role: Role) -> None:
        super().__init__()
        self.scope, self.role = scope, role

    def __call__(self, request: HttpRequest) -> ApiToken | None:
        # What has to know the caller before the operation runs asks too: the answer stands, and is counted once.
        known: ApiToken | None = getattr(request, "auth", None)
        return known or super().__call__(request)

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken:
        found = ApiToken.objects.named_by(token)
        if found is None:
            raise unauthorized("bad_token", "This token is not valid (any more).", "Make a new one in your account.")
        if not found.may(self.scope):
            raise Problem(
                403,
                "scope_missing",
                f"This token may not do this: it lacks “{self.scope}”.",
                hint="Use one that has it, or make a new one in your account.",
            )
        request.user = acting_as(found)
        know(person=found.owner_id)
        come_from(request)
        request.user.membership.demand(self.role)
        rate, allowed = throttling.count(found.owner_id, "read" if self.scope == "read" else "write")
        request.rate = rate  # type: ignore[attr-defined]
        if not allowed:
            raise throttling.too_many(rate)
        found.note_use()
        return found


def acting_as(token: ApiToken) -> User:
    """The owner of a token, who acts through it in its team and looks into no other."""
    user = token.owner
    user.membership = token.membership
    user.only_team = user.membership.team_id
    return user


@cache
def needs(scope: Scope, role: Role | None = None) -> Bearer:
    """`auth=needs("write")`: each operation names the one scope that it asks for.

    Reading is for all members of the token's team and all else for editors, unless another `role` is named.
    """
    return Bearer(scope, role or (Role.VIEWER if scope == "read" else Role.EDITOR))
