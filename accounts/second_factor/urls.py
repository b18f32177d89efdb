"""Pages of second steps and sessions, by allauth's names; its views are imported when somebody first opens one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from django.urls import path

from accounts.second_factor import views

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase


def late(module: str, name: str) -> Callable[..., HttpResponseBase]:
    """A view of allauth's: its module brings what passkeys and pictures need, a fifth of a second at each start."""

    def view(request: HttpRequest, **ids: object) -> HttpResponseBase:
        found: HttpResponseBase = getattr(import_module(f"allauth.mfa.{module}.views"), name)(request, **ids)
        return found

    return view


urlpatterns = [
    path("security/", views.security, name="mfa_index"),
    path("security/sessions/end/", views.end_other_sessions, name="account_sessions_end"),
    path("security/sessions/<int:session_id>/end/", views.end_session, name="account_session_end"),
    path("2fa/authenticate/", late("base", "authenticate"), name="mfa_authenticate"),
    path("2fa/reauthenticate/", late("base", "reauthenticate"), name="mfa_reauthenticate"),
    path("2fa/app/", late("totp", "activate_totp"), name="mfa_activate_totp"),
    path("2fa/app/code.svg", views.totp_picture, name="mfa_totp_picture"),
    path("2fa/app/off/", late("totp", "deactivate_totp"), name="mfa_deactivate_totp"),
    path("2fa/codes/", late("recovery_codes", "view_recovery_codes"), name="mfa_view_recovery_codes"),
    path("2fa/codes/new/", late("recovery_codes", "generate_recovery_codes"), name="mfa_generate_recovery_codes"),
    path("2fa/codes/file/", late("recovery_codes", "download_recovery_codes"), name="mfa_download_recovery_codes"),
    path("2fa/passkeys/", views.passkeys, name="mfa_list_webauthn"),
    path("2fa/passkeys/add/", late("webauthn", "add_webauthn"), name="mfa_add_webauthn"),
    path("2fa/passkeys/sign-in/", late("webauthn", "login_webauthn"), name="mfa_login_webauthn"),
    path("2fa/passkeys/confirm/", late("webauthn", "reauthenticate_webauthn"), name="mfa_reauthenticate_webauthn"),
    path("2fa/passkeys/<int:pk>/remove/", late("webauthn", "remove_webauthn"), name="mfa_remove_webauthn"),
    path("2fa/passkeys/<int:pk>/name/", late("webauthn", "edit_webauthn"), name="mfa_edit_webauthn"),
]
