"""API tokens in the pages: see them, make one, revoke one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.people.confirmation import confirmed_address_required
from accounts.people.notices import tell
from accounts.people.reauthentication import recent_sign_in_required
from accounts.tokens.forms import TokenForm
from accounts.tokens.models import ApiToken, TooManyTokens
from core.links import absolute

if TYPE_CHECKING:
    from django.http import HttpResponse

    from accounts.people.requests import Request


@require_safe
def tokens(request: Request) -> HttpResponse:
    """All live tokens, and the webhooks."""
    return _list(request)


@never_cache
@require_http_methods(["GET", "POST"])
@confirmed_address_required
@recent_sign_in_required
def create(request: Request) -> HttpResponse:
    """A new token; its text is on the answer, once."""
    if request.method == "GET":
        return _form(request, TokenForm(membership=request.user.membership))
    form = TokenForm(request.POST, membership=request.user.membership)
    if not form.is_valid():
        return _form(request, form)
    chosen = form.cleaned_data
    if ApiToken.objects.filter(pk=chosen["key"]).exists():
        messages.info(request, "This token was made before, and its text is not shown again.")
        return redirect("account_api")
    try:
        token, text = ApiToken.objects.issue(
            request.user, key=chosen["key"], name=chosen["name"], scopes=chosen["scopes"], days=chosen["days"]
        )
    except TooManyTokens as problem:
        form.add_error(None, f"{problem.message} {problem.hint}")
        return _form(request, form)
    tell(token.owner, "account/email/api_token.txt", {"token": token, "address": absolute(reverse("account_api"))})
    return _list(request, new=token, text=text)


@require_POST
def revoke(request: Request, token_id: UUID) -> HttpResponse:
    """From now on it is worth nothing."""
    token = get_object_or_404(ApiToken.objects.visible_to(request.user), pk=token_id)
    token.revoke()
    messages.success(request, f"“{token.name}” is revoked. What used it gets no answers any more.")
    return redirect("account_api")


def _list(request: Request, **shown: object) -> HttpResponse:
    mine = ApiToken.objects.visible_to(request.user).live().select_related("membership__team")
    return render(request, "account/api.html", {"tokens": mine, **shown})


def _form(request: Request, form: TokenForm) -> HttpResponse:
    return render(request, "account/api_new.html", {"form": form}, status=422 if form.errors else 200)
