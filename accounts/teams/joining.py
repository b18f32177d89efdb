"""Joining: the page that the link of an invitation opens, for members-to-be with an account or without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from allauth.account.signals import user_logged_in, user_signed_up
from django.contrib import messages
from django.dispatch import receiver
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from accounts.people.sign_up import KEPT
from accounts.teams import invitations
from accounts.teams.access import for_anybody
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from accounts.people.models import User
    from accounts.people.requests import Request

VERIFIED = "account_verified_email"  # as allauth names it: good for the account that is made with the link alone


@for_anybody
@never_cache
@sensitive_variables("secret")
@require_http_methods(["GET", "POST"])
def join(request: Request, secret: str) -> HttpResponse:
    """Who invites to what; a POST accepts, or goes on to sign in or up and accepts then."""
    try:
        invitation = invitations.found(secret)
        if request.method == "POST" and request.user.is_authenticated:
            made = invitations.accept(secret=secret, user=request.user)
            messages.success(request, f"You are in “{made.team.name}” now, and work there.")
            return redirect("experiments:list")
        if request.user.is_authenticated:
            invitations.check_reader(invitation, request.user)
    except PersonaError as error:
        return render(request, "teams/join.html", {"problem": error}, status=422)
    if request.method == "POST":
        request.session[KEPT] = secret
        # Whoever has the link reads the mail of its address: it need not be confirmed once more.
        get_adapter(request).stash_verified_email(request, invitation.email)
        return redirect("account_login" if "sign-in" in request.POST else "account_signup")
    return render(request, "teams/join.html", {"invitation": invitation, "secret": secret})


@receiver(user_signed_up, dispatch_uid="join_after_sign_up")
@receiver(user_logged_in, dispatch_uid="join_after_sign_in")
def accept_kept(request: HttpRequest, user: User, **_: Any) -> None:
    """Accept the invitation that led to signing in or up; if that cannot be, say why."""
    request.session.pop(VERIFIED, None)
    secret = request.session.pop(KEPT, None)
    if secret is None:
        return
    try:
        made = invitations.accept(secret=secret, user=user)
    except PersonaError as error:
        messages.warning(request, f"{error.message} {error.hint}")
    else:
        messages.success(request, f"You are in “{made.team.name}” now, and work there.")
