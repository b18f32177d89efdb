"""API tokens in the pages: see them, make one, revoke one."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.mail import send_mail
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.people.reauthentication import recent_sign_in_required
from accounts.tokens.forms import TokenForm
from accounts.tokens.models import ApiToken, TooManyTokens
from core.links import absolute

if TYPE_CHECKING:
    from django.http import HttpResponse

    from accounts.people.requests import Request

logger = logging.getLogger(__name__)


@require_safe
def tokens(request: Request) -> HttpResponse:
    """All live tokens, and the webhooks."""
    return _list(request)


@never_cache
@require_http_methods(["GET", "POST"])
@recent_sign_in_required
def create(request: Request) -> HttpResponse:
    """A new token; its text is on the answer, once."""
    if request.method == "GET":
        return _form(request, TokenForm())
    form = TokenForm(request.POST)
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
    _tell_owner(token)
    return _list(request, new=token, text=text)


@require_POST
def revoke(request: Request, token_id: UUID) -> HttpResponse:
    """From now on it is worth nothing."""
    token = get_object_or_404(ApiToken.objects.visible_to(request.user), pk=token_id)
    token.revoke()
    messages.success(request, f"“{token.name}” is revoked. What used it gets no answers any more.")
    return redirect("account_api")


def _list(request: Request, **shown: object) -> HttpResponse:
    mine = ApiToken.objects.visible_to(request.user).live()
    return render(request, "account/api.html", {"tokens": mine, **shown})


def _form(request: Request, form: TokenForm) -> HttpResponse:
    return render(request, "account/api_new.html", {"form": form}, status=422 if form.errors else 200)


def _tell_owner(token: ApiToken) -> None:
    """By mail, so that a token made by somebody else is noticed. It is there even when no mail can leave."""
    context = {"token": token, "address": absolute(reverse("account_api"))}
    subject, _, body = render_to_string("account/email/api_token.txt", context).partition("\n\n")
    try:
        send_mail(" ".join(subject.split()), body.strip() + "\n", None, [token.owner.email])
    except (SMTPException, OSError):
        logger.exception("The owner of token %s could not be told of it.", token.pk)
