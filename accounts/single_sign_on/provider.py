"""The company's own sign-in (OpenID Connect or SAML) as allauth wants it said, from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from accounts.single_sign_on.rules import PROVIDER

if TYPE_CHECKING:
    from pydantic import SecretStr

APP, SAML_APP = (f"allauth.socialaccount.providers.{name}" for name in ("openid_connect", "saml"))
"""Among the installed apps only where they are used: they import what speaks http and reads what is signed."""
SAML_NAMES = {
    "email": [
        "urn:oid:0.9.2342.19200300.100.1.3",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        "email",
        "mail",
    ],
    "email_verified": ["email_verified"],
    "name": ["urn:oid:2.16.840.1.113730.3.1.241", "displayName", "name"],
    "first_name": [
        "urn:oid:2.5.4.42",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname",
        "givenName",
        "firstName",
    ],
    "last_name": ["urn:oid:2.5.4.4", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", "sn", "lastName"],
}
"""What SAML's sign-ins call what is read of a person: the directory's, Microsoft's and the plain names."""
SECONDS = 10
"""That the provider may take for one answer, while a thread of the web waits."""


class Chosen(Protocol):
    """What an operator has set of it."""

    oidc_url: str | None
    oidc_client_id: str
    oidc_client_secret: SecretStr | None
    saml_metadata_url: str | None
    saml_entity_id: str | None
    sso_name: str

    @property
    def vouched_domains(self) -> list[str]: ...


def apps(env: Chosen) -> list[str]:
    """What is installed for it. The tables are there always, so that it can be switched off without leaving rows."""
    return ["allauth.socialaccount", *([APP] if env.oidc_url else []), *([SAML_APP] if env.saml_metadata_url else [])]


def settings(env: Chosen) -> dict[str, Any]:
    """Django's settings for it, by name."""
    return {
        "SOCIALACCOUNT_ADAPTER": "accounts.single_sign_on.adapter.SingleSignOnAdapter",
        "SOCIALACCOUNT_PROVIDERS": _providers(env),
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


def _providers(env: Chosen) -> dict[str, Any]:
    if env.saml_metadata_url:
        return {"saml": {"APPS": [_saml_app(env)], "provider_class": "accounts.single_sign_on.saml.CompanySAML"}}
    return {"openid_connect": {"APPS": [_app(env)], "OAUTH_PKCE_ENABLED": True}} if env.oidc_url else {}


def _saml_app(env: Chosen) -> dict[str, Any]:
    about = {
        "metadata_url": env.saml_metadata_url,
        "entity_id": env.saml_entity_id,
        "metadata_request_timeout": SECONDS,
    }
    return {
        # Another one than OpenID Connect's: the same id of a person may be somebody else's there.
        "provider_id": f"{PROVIDER}-saml",
        "client_id": PROVIDER,
        "name": env.sso_name,
        "settings": {
            "idp": about,
            "verified_email": env.vouched_domains,
            "attribute_mapping": SAML_NAMES,
            # Whoever sends an address alone (as NameID) says enough; names of inner servers have no dots.
            "advanced": {"want_attribute_statement": False, "allow_single_label_domains": True},
        },
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
