"""How allauth speaks and links here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from django.conf import settings
from django.contrib.messages import ERROR
from django.shortcuts import redirect
from django.urls import reverse

from accounts.audit.services import record
from accounts.people import sign_in_pace, sign_up
from accounts.people.access import end_access, is_confirmed
from accounts.people.models import User
from accounts.second_factor.stages import LATE, SECOND_STEP
from accounts.single_sign_on import signing_out
from core.links import absolute

if TYPE_CHECKING:
    from allauth.account.models import EmailAddress, EmailConfirmation
    from django.http import HttpRequest, HttpResponse


class AccountAdapter(DefaultAccountAdapter):
    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "This account is switched off. Ask the people who run this installation.",
        "duplicate_email": "This is the address you use already.",
        "email_password_mismatch": "This e-mail and password do not go together. Check both, or set a new password.",
        "email_taken": "There is an account with this e-mail. Sign in, or set a new password.",
        "enter_current_password": "This is not your current password.",
        "incorrect_password": "This is not your password.",
        "same_as_current": "This is the one you use now. Choose another.",
        "too_many_login_attempts": "Too many tries. Wait a while, or set a new password by e-mail.",
        "rate_limited": "Too many tries. Wait a few minutes.",
    }

    def get_reset_password_from_key_url(self, key: str) -> str:
        return _ours(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: EmailConfirmation) -> str:
        return _ours(super().get_email_confirmation_url(request, emailconfirmation))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Ours in place of allauth's count, by which five wrong passwords from anywhere lock an account."""
        self._login_failed_rl_usage = sign_in_pace.consume(request, _email_of(credentials))
        if self._login_failed_rl_usage is None:
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        sign_in_pace.count_wrong(request, _email_of(credentials))
        named = User.objects.filter(email=_email_of(credentials)).values_list("pk", flat=True).first()
        record("sign_in_failed", person=named, step="password")

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        sign_in_pace.forget(request, _email_of(credentials))

    def pre_login(self, request: HttpRequest, user: User, **how: Any) -> HttpResponse | None:
        """Where everybody comes by the company's sign-in, only operators have another way, for the day it is down."""
        if settings.ENV.sso_only and not user.is_staff and "sociallogin" not in (how["signal_kwargs"] or {}):
            clear_login(request)
            self.add_message(
                request, ERROR, message=f"Sign in with {settings.ENV.sso_name}: passwords are not used here."
            )
            return redirect("account_login")
        response: HttpResponse | None = super().pre_login(request, user, **how)
        return response

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        sign_in_pace.remember(request, response, user.email)
        return response

    def logout(self, request: HttpRequest) -> None:
        """The new session, nobody's, keeps where the company signs out, for the page that leads there."""
        there = signing_out.kept(request)
        super().logout(request)
        if there:
            request.session[signing_out.KEPT] = there

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("sso_out") if signing_out.kept(request) else str(super().get_logout_redirect_url(request))

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return sign_up.is_open(request)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, str]]:
        """Whoever has no password signs in by the company once more; the same page leads there."""
        methods: list[dict[str, str]] = super().get_reauthentication_methods(user)
        if user.has_usable_password() or not settings.ENV.has_sso:
            return methods
        again = {"id": "sso", "description": f"Sign in with {settings.ENV.sso_name}"}
        return [{**again, "url": reverse("account_reauthenticate")}, *methods]

    def get_login_stages(self) -> list[str]:
        """allauth's, with ours in place of the one that imports what passkeys need for everybody."""
        return [SECOND_STEP if path == LATE else path for path in super().get_login_stages()]

    def is_safe_url(self, url: str) -> bool:
        """Whether a person may be sent there; what is no address at all is nowhere."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Refuse an address that somebody signs in with, even if they never confirmed it."""
        email = email_address.email
        if User.objects.exclude(pk=email_address.user_id).filter(email=email).exists():
            self.add_message(request, ERROR, "account/messages/email_confirmation_failed.txt", {"email": email})
            return False
        is_first = not is_confirmed(email_address.user)
        confirmed: bool = super().confirm_email(request, email_address)
        if confirmed and is_first:  # whoever signed up with it before may have been somebody else
            end_access(email_address.user, with_keys=True)
        return confirmed

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        links = {"signup_url": absolute(reverse("account_signup")), "home_url": absolute("/")}
        if "password_reset_url" in context:
            links["password_reset_url"] = _ours(str(context["password_reset_url"]))
        super().send_mail(template_prefix, email, {**context, **links})


def _email_of(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email", "")).lower()


def _ours(address: str) -> str:
    """The same page at the address from settings: a forged Host header must not get into a mail."""
    return absolute(urlsplit(address).path)
