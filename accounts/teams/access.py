"""Who may do what: the one place that asks whether somebody's role allows what a page or the API is asked for.

Every page may be read by all members of the team that its address names, and every change needs an editor, unless the
view says otherwise with `for_roles` or `for_anybody`. So a new page cannot forget to ask.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from accounts.teams.models import Membership, Role, RoleMissing
from core.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponseBase

    from accounts.people.requests import Request

View = TypeVar("View", bound="Callable[..., HttpResponseBase]")
SAFE = ("GET", "HEAD", "OPTIONS")


class Needed(NamedTuple):
    """The least role that may read a page, and that may change something by it; None: whoever is signed in."""

    read: Role | None = Role.VIEWER
    change: Role | None = Role.EDITOR

    def by(self, method: str | None) -> Role | None:
        return self.read if method in SAFE else self.change


ROWS: dict[str, str] = {
    "team_id": "team",
    "member_id": "team__memberships",
    "invitation_id": "team__invitations",
}
"""By the name of an id in an address: how a membership leads to the row it names."""

PERSONAL = ("account", "admin:", "mfa_", "theme")
"""How the names of pages begin that belong to no team: one's own account, the administration, light and dark."""


def found_by(**ways: str) -> None:
    """Say how ids in addresses lead to a team: `found_by(run_id="team__experiments__runs")`."""
    ROWS.update(ways)


def for_roles(*, read: Role = Role.VIEWER, change: Role = Role.EDITOR) -> Callable[[View], View]:
    """The roles that a page needs where they are not those of most pages."""
    return _marked(Needed(read, change))


def for_anybody(view: View) -> View:
    """A page for whoever is signed in: it is about themselves, or asks by itself who they are."""
    return _marked(Needed(None, None))(view)


def _marked(needed: Needed) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.needed = needed  # type: ignore[attr-defined]
        return view

    return mark


def needed_by(view: Callable[..., Any], name: str) -> Needed:
    """What a view needs that is called by this name."""
    personal = Needed(None, None)
    return personal if name.startswith(PERSONAL) else cast("Needed", getattr(view, "needed", Needed()))


class Roles:
    """Middleware: let nobody change, or look at, what their role does not allow; `request.membership` is how they come.

    To somebody outside the team what an address names does not exist.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: object, kwargs: Mapping[str, Any]
    ) -> HttpResponse | None:
        if not request.user.is_authenticated:
            return None
        asked = cast("Request", request)
        asked.membership = cast("Membership", SimpleLazyObject(lambda: membership_for(asked, kwargs)))
        match = request.resolver_match
        role = needed_by(view, match.view_name if match else "").by(request.method)
        if role is None or (role == Role.VIEWER and request.method in SAFE):  # all it shows is asked by `visible_to`
            return None
        try:
            asked.membership.demand(role)
        except RoleMissing as error:
            return refused(request, error)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return refused(request, error) if isinstance(error, RoleMissing) else None


def membership_for(request: Request, ids: Mapping[str, Any]) -> Membership:
    """How the person belongs to the team of what the address names; without that, to the one they work in.

    Raises:
        Http404: they are not in its team.
    """
    named = {ROWS[name]: value for name, value in ids.items() if name in ROWS}
    if not named:
        return request.user.membership
    return _membership_by(*named).or_404(request.user.pk, *named.values())


@cache
def _membership_by(*ways: str) -> Prepared[Membership]:
    """A person's membership in the team to which ids lead by these ways: a few, as `ROWS` has them."""

    def build(user: UUID, *ids: UUID) -> QuerySet[Membership]:
        return Membership.objects.filter(user=user, **dict(zip(ways, ids, strict=True))).select_related("team")[:1]

    return Prepared(build, UUID, *(UUID for _ in ways))


def refused(request: HttpRequest, error: RoleMissing) -> HttpResponse:
    """A plain sentence on what their role does not allow, and whom to ask; `ui.js` shows it where htmx asked."""
    if getattr(request, "htmx", False):
        return HttpResponse(f"{error.message} {error.hint}", status=403, content_type="text/plain; charset=utf-8")
    return render(request, "role.html", {"error": error}, status=403)


def membership(request: HttpRequest) -> dict[str, Any]:
    """Context: `membership`, how the person belongs to the team whose page this is."""
    return {"membership": getattr(request, "membership", None)}
