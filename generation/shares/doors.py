"""Doors: who gets in by the address of a link, what answers carry, and the door through which members look."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.hashers import check_password
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render, resolve_url
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from accounts.teams.access import SAFE, for_anybody, for_roles
from accounts.teams.looks import Addresses
from accounts.teams.models import Membership, Role
from generation.shares import pace
from generation.shares.cookies import SignedCookie
from generation.shares.models import ShareLink
from generation.shares.reading import Rules, Shown, shown
from persona.exceptions import PersonaError
from persona.messages import hint, sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from accounts.people.requests import Request

    View = Callable[..., HttpResponse]

SALT = "persona.share"
HOURS = 12
"""How long a browser need not be asked for the password again."""
KNOWN = SignedCookie(SALT, HOURS * 3600)
LETTERS_MOST = 200
UNSEEN = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cache-Control": "private, no-store",
}
"""Neither search engines nor the sites that a reader goes on to learn of the link."""


@dataclass(frozen=True)
class Door:
    """A way into a shared result."""

    link: ShareLink
    base: str
    """The address of its first page; those of all others begin with it."""
    is_preview: bool = False

    @property
    def shown(self) -> Shown:
        return shown(self.link.run, Rules.of(self.link))

    @property
    def look(self) -> Addresses | None:
        """The team's own look."""
        return Addresses.of(self.link.run.experiment.team, f"{self.base}look/")

    @property
    def pictures(self) -> dict[int, str]:
        """What the personas that are shown are pictured by; none where the link tells no names and portraits."""
        shown = self.shown
        return {persona.position: persona.picture for persona in shown.personas}

    @property
    def pictures_at(self) -> str:
        """Below which address readers find pictures that people brought."""
        return f"{self.base}pictures/"

    @property
    def may_comment(self) -> bool:
        return self.link.comments and not self.is_preview

    @property
    def may_judge(self) -> bool:
        return not self.is_preview


def for_readers(view: View, *, opens: bool = True) -> View:
    """A page for whoever has the link; `opens`: not before a password was given, where one is asked."""

    # Nobody is known here: nothing is done in anybody's name, so there is no name that a foreign form could use.
    @csrf_exempt
    @for_anybody
    @sensitive_variables("secret")
    @wraps(view)
    def open_link(request: Request, secret: str, **about: Any) -> HttpResponse:
        link = ShareLink.objects.opened_by(secret)
        if link is None:
            return unseen(ended(request))
        door = Door(link, reverse("generation:shared", args=[secret]))
        refusal = _refusal(request, door) if opens else None
        return unseen(refusal or _answered(view, request, door, about))

    return open_link


def for_preview(view: View) -> View:
    """The same page for members who share, as a reader sees it."""

    @for_roles(read=Role.EDITOR)
    @wraps(view)
    def look(request: Request, link_id: UUID, **about: Any) -> HttpResponse:
        found = ShareLink.objects.visible_to(request.user).select_related("run__experiment__team", "made_by")
        link = get_object_or_404(found, pk=link_id)
        door = Door(link, reverse("generation:share-preview", args=[link.pk]), is_preview=True)
        return unseen(_answered(view, request, door, about))

    return look


def only_posted(page: str) -> Callable[[View], View]:
    """For a view that is posted to: whoever reloads or types its address is led to the page it belongs to."""

    def mark(view: View) -> View:
        @wraps(view)
        def post(request: Request, door: Door, **about: Any) -> HttpResponse:
            if request.method in ("GET", "HEAD"):
                return HttpResponseRedirect(door.base + page.format(**about))
            return require_POST(view)(request, door, **about)

        return post

    return mark


def _answered(view: View, request: Request, door: Door, about: dict[str, Any]) -> HttpResponse:
    try:
        return view(request, door, **about)
    except PersonaError:
        return gone(request)


def gone(request: HttpRequest) -> HttpResponse:
    """What is shown of a result whose files are away."""
    return render(request, "generation/shares/gone.html", status=503)


def ended(request: HttpRequest) -> HttpResponse:
    """The same for a link that has ended, that was closed, and that never was."""
    return render(request, "generation/shares/ended.html", status=404)


def unseen(response: HttpResponse) -> HttpResponse:
    """The answer with headers that keep the link to whoever has it; what has an age of its own keeps that."""
    for name, value in UNSEEN.items():
        response.headers.setdefault(name, value)
    return response


def _refusal(request: HttpRequest, door: Door) -> HttpResponse | None:
    """What is answered instead of the page; None: come in."""
    link = door.link
    if link.audience == ShareLink.Audience.TEAM:
        if not request.user.is_authenticated:
            seen = request.get_full_path() if request.method in SAFE else door.base
            return redirect_to_login(seen, resolve_url("account_login"))
        is_member = Membership.objects.filter(user=request.user.pk, team=link.run.experiment.team_id).exists()
        return None if is_member else ended(request)
    if link.has_password and not _is_known(request, link):
        return gate(request, door)
    return None


def gate(request: HttpRequest, door: Door, problem: str = "", status: int = 200) -> HttpResponse:
    """The page that asks for the password."""
    return render(request, "generation/shares/gate.html", {"door": door, "problem": problem}, status=status)


@sensitive_variables("given")
def unlock(request: HttpRequest, door: Door) -> HttpResponse:
    """Let in whoever gives the right password; after ten wrong ones from one address it has to wait."""
    link = door.link
    if not link.has_password:
        return HttpResponseRedirect(door.base)
    given = request.POST.get("password", "")[:LETTERS_MOST]
    minutes = pace.PAUSE // 60
    left = pace.take_try(request, link)
    if left is None:
        told = f"{sentence('share_wait')} {hint('share_wait', minutes=minutes)}"
        response = gate(request, door, told, status=429)
        response["Retry-After"] = str(pace.PAUSE)
        return response
    if not check_password(given, link.password):
        pace.count_wrong(link)
        tries = f"{left} {'try' if left == 1 else 'tries'}"
        return gate(request, door, sentence("share_wrong_password", left=tries, minutes=minutes), status=422)
    pace.forget(request, link)
    response = HttpResponseRedirect(door.base)
    KNOWN.give(request, response, _cookie(link), _mark(link), path=door.base)
    return response


def _is_known(request: HttpRequest, link: ShareLink) -> bool:
    return KNOWN.read(request, _cookie(link)) == _mark(link)


def _cookie(link: ShareLink) -> str:
    return f"persona-share-{link.pk.hex}"


def _mark(link: ShareLink) -> str:
    """Changes with the password; tells nobody anything about it."""
    return salted_hmac(SALT, f"{link.pk} {link.password}").hexdigest()
