"""How allauth lets in whoever the company's sign-in sends."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect

from accounts.audit.services import record
from accounts.people.access import end_access, is_confirmed
from accounts.people.models import NAME_LETTERS, User

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Only with an address that the company vouches for: by it the person is known here."""
        vouched = [address.email for address in sociallogin.email_addresses if address.verified]
        # Whoever only claimed the address, and never confirmed it, has no say in whose it is.
        EmailAddress.objects.filter(email__in=vouched, verified=False).exclude(user=sociallogin.user.pk).delete()
        if not (vouched or sociallogin.is_existing):
            why = (
                f"{settings.ENV.sso_name} did not say that your e-mail address is yours, so you are not signed in. "
                "Ask the people who run it, or sign in with a password."
            )
            raise ImmediateHttpResponse(_refused(request, why))

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[User, str] | None:
        """The account that signs in with an address that the company vouches for.

        allauth's own would find whoever only asked to change to that address, too. Whoever made the account before
        without confirming the address has nothing in it any more.
        """
        vouched = [User.objects.normalize_email(each.email) for each in sociallogin.email_addresses if each.verified]
        found = User.objects.filter(email__in=vouched).first()
        if found is None:
            return None
        if not is_confirmed(found):
            end_access(found, with_keys=True)
        return found, found.email

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002 -- allauth's
        """The company says who may come in; SIGN_UP is for those with a password."""
        return True

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        user: User = super().populate_user(request, sociallogin, data)
        parts = (data.get("first_name"), data.get("last_name"))
        user.name = str(data.get("name") or " ".join(filter(None, parts)))[:NAME_LETTERS]
        user.email = User.objects.normalize_email(user.email)
        return user

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,  # noqa: ARG002 -- allauth's
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: object = None,  # noqa: ARG002 -- allauth's
    ) -> None:
        """Back to the page of signing in with a sentence; what was wrong is the operators' to read."""
        name = settings.ENV.sso_name
        if error == AuthError.CANCELLED:
            answer = _refused(request, f"{name} did not let you in. Try again, or ask the people who run it.")
        else:
            answer = not_working(request, exception)
        raise ImmediateHttpResponse(answer)


def not_working(request: HttpRequest, error: Exception | None = None) -> HttpResponse:
    """Back to the page of signing in: the company's sign-in does not answer, or not as it should."""
    if error is not None:
        logger.warning("single sign-on failed: %s: %s", type(error).__name__, error)
    return _refused(request, f"Signing in with {settings.ENV.sso_name} did not work this time. Start again from here.")


def _refused(request: HttpRequest, why: str) -> HttpResponse:
    record("sign_in_failed", step="sso")
    messages.error(request, why)
    return redirect("account_login")
