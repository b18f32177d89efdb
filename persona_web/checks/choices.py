"""Checks of the settings alone: they ask nobody, so every process makes them before it starts."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from core.disk import is_open_to_others
from persona_web.env import LOOPBACK
from persona_web.keys import is_weak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from persona_web.env import Env

SECRET_KEY_LETTERS, SEALING_KEY_LETTERS, METRICS_LETTERS = 50, 40, 20
MAKE_A_KEY = "python -c 'import secrets; print(secrets.token_urlsafe(64))'"


def debug(env: Env) -> Iterator[str]:
    if env.debug and env.host not in LOOPBACK:
        yield "DEBUG shows secrets: only with HOST 127.0.0.1."
    if env.debug and env.production:
        yield "PRODUCTION and DEBUG exclude each other: turn DEBUG off."


def signing_key(env: Env) -> Iterator[str]:
    key = env.secret_key or ""
    if not env.production:
        return
    if len(key) < SECRET_KEY_LETTERS:
        yield f"PRODUCTION needs a SECRET_KEY of {SECRET_KEY_LETTERS} or more letters."
    elif is_weak(key):
        yield (
            f"PRODUCTION needs a SECRET_KEY that nobody can guess: this one repeats itself. Make it with: {MAKE_A_KEY}"
        )


def sealing_keys(env: Env) -> Iterator[str]:
    keys = env.sealing_keys
    if any(len(key) < SEALING_KEY_LETTERS for key in keys):
        yield f"ENCRYPTION_KEYS: each needs {SEALING_KEY_LETTERS} or more letters."
    if not env.production:
        return
    if not keys:
        yield "PRODUCTION needs ENCRYPTION_KEYS: one random text of 40 or more letters, or several with commas."
    if any(len(key) >= SEALING_KEY_LETTERS and is_weak(key) for key in keys):
        yield "PRODUCTION needs ENCRYPTION_KEYS that nobody can guess: one of them repeats itself."
    if env.secret_key in keys:
        yield "PRODUCTION needs ENCRYPTION_KEYS other than SECRET_KEY."


def metrics(env: Env) -> Iterator[str]:
    if env.metrics_token is not None and len(env.metrics_token.get_secret_value()) < METRICS_LETTERS:
        yield f"METRICS_TOKEN needs {METRICS_LETTERS} or more letters, or is left out."


def reports(env: Env) -> Iterator[str]:
    if env.sentry_dsn and find_spec("sentry_sdk") is None:
        yield 'SENTRY_DSN needs what sends reports: pip install "persona-web[sentry]".'


def names(env: Env) -> Iterator[str]:
    if env.production and any("*" in host or host.startswith(".") for host in env.hosts):
        yield "PRODUCTION needs exact names in ALLOWED_HOSTS, not * or .example.com."


def address(env: Env) -> Iterator[str]:
    if env.production and not env.is_https:
        yield "PRODUCTION needs a PUBLIC_URL that starts with https://."
    if env.is_https and not env.trusted_proxies:
        yield (
            "PUBLIC_URL is https, so a proxy in front ends it: say how many there are with TRUSTED_PROXIES=1, "
            "or every page would lead to itself for ever."
        )


def mail(env: Env) -> Iterator[str]:
    if env.production and env.email_verification not in (None, "mandatory"):
        yield "PRODUCTION needs EMAIL_VERIFICATION=mandatory, which it is by itself: leave it out."
    if env.production and env.email_url is None:
        yield "PRODUCTION needs EMAIL_URL: people confirm their address by a mail."


def sign_up(env: Env) -> Iterator[str]:
    if env.sign_up_domains and env.verification != "mandatory":
        yield (
            "SIGN_UP by domain needs confirmed addresses, or anybody could claim one there: give EMAIL_URL, or choose "
            "open, invited or closed."
        )


def single_sign_on(env: Env) -> Iterator[str]:
    if env.sso_only and not env.has_sso:
        yield "SSO_ONLY needs OIDC_URL or SAML_METADATA_URL, or nobody but operators could sign in."
    if env.oidc_url and env.saml_metadata_url:
        yield "OIDC_URL and SAML_METADATA_URL exclude each other: a company signs its people in by one of them."
    if env.oidc_url:
        yield from _openid_connect(env, env.oidc_url)
    if env.saml_metadata_url:
        yield from _saml(env, env.saml_metadata_url)


def _openid_connect(env: Env, url: str) -> Iterator[str]:
    if not (env.oidc_client_id and env.oidc_client_secret):
        yield "OIDC_URL needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: the company’s sign-in gives them."
    if env.production and not url.startswith("https://"):
        yield "PRODUCTION needs an OIDC_URL that starts with https://: who is let in travels there."


def _saml(env: Env, url: str) -> Iterator[str]:
    if find_spec("onelogin") is None:
        yield 'SAML_METADATA_URL needs what reads signed answers: pip install "persona-web[saml]".'
    if not env.vouched_domains:
        yield "SAML_METADATA_URL needs SSO_DOMAINS: whose addresses the company’s sign-in vouches for, with commas."
    if env.production and url.startswith("http://"):
        yield "PRODUCTION needs a SAML_METADATA_URL that starts with https:// or file://: it says whose word counts."


def servers(env: Env) -> Iterator[str]:
    """What lies in a folder serves one machine: that it is meant so, the operator says."""
    if not env.production or env.single_host:
        return
    if env.database_url is None:
        yield "PRODUCTION needs a DATABASE_URL: SQLite serves one machine. If it is the only one: SINGLE_HOST=true."
    if env.redis_url is None:
        yield "PRODUCTION needs a REDIS_URL: a queue of files serves one. If it is the only one: SINGLE_HOST=true."


def redis(env: Env) -> Iterator[str]:
    parts = urlsplit(env.redis_url or "unix://")
    is_here = parts.scheme == "unix" or (parts.hostname or "localhost") in LOOPBACK
    if env.production and not (is_here or parts.password or parts.scheme == "rediss"):
        yield (
            "PRODUCTION needs a REDIS_URL with a password or with TLS (rediss://), unless it is on this machine: "
            "whoever reaches it reads and changes the queue."
        )


def folder(env: Env) -> Iterator[str]:
    if env.production and is_open_to_others(env.data_dir):
        yield f"PRODUCTION needs a DATA_DIR that nobody else on this machine can read: chmod 700 {env.data_dir}"
