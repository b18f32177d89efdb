"""The company's own sign-in (OpenID Connect) as allauth wants it said, from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from accounts.single_sign_on.rules import PROVIDER

if TYPE_CHECKING:
    from pydantic import SecretStr

APP = "allauth.socialaccount.providers.openid_connect"
"""Among the installed apps only where it is used: it imports what speaks http and reads signed tokens."""
SECONDS = 10
"""That the provider may take for one answer, while a thread of the web waits."""


class Chosen(Protocol):
    """What an operator has set of it."""

    oidc_url: str | None
    oidc_client_id: str
    oidc_client_secret: SecretStr | None
    sso_name: str

    @property
    def vouched_domains(self) -> list[str]: ...


def apps(env: Chosen) -> list[str]:
    """What is installed for it. The tables are there always, so that it can be switched off without leaving rows."""
    return ["allauth.socialaccount", *([APP] if env.oidc_url else [])]


def settings(env: Chosen) -> dict[str, Any]:
    """Django's settings for it, by name."""
    return {
        "SOCIALACCOUNT_ADAPTER": "accounts.single_sign_on.adapter.SingleSignOnAdapter",
        "SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"APPS": [_app(env)], "OAUTH_PKCE_ENABLED": True}}
        if env.oidc_url
        else {},
        # Whoever the company vouches for is the person with that address; the adapter lets in no other addresses.
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
        "SOCIALACCOUNT_EMAIL_VERIFICATION": "none",
        "SOCIALACCOUNT_STORE_TOKENS": False,
        # A link instead of a form: browsers hold a form's redirects to form-action, and nobody knows where a company
        # sends its people on to. What a forged link could do is sign somebody in as themselves.
        "SOCIALACCOUNT_LOGIN_ON_GET": True,
        "SOCIALACCOUNT_REQUESTS_TIMEOUT": SECONDS,
    }


def _app(env: Chosen) -> dict[str, Any]:
    secret = env.oidc_client_secret.get_secret_value() if env.oidc_client_secret else ""
    return {
        "provider_id": PROVIDER,
        "name": env.sso_name,
        "client_id": env.oidc_client_id,
        "secret": secret,
        "settings": {"server_url": env.oidc_url, "verified_email": env.vouched_domains},
    }
