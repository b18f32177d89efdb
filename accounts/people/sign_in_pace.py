"""Pace of sign-in: the more wrong passwords an account gets, the fewer tries an unknown device has from one address.

Tries from other addresses never use up one's own, so nobody can keep an owner out; and a device that has signed in
before is counted by itself, whatever others do.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.cache import cache
from django.core.signing import BadSignature, TimestampSigner
from django.utils.crypto import salted_hmac

if TYPE_CHECKING:
    from allauth.core.internal.ratelimit import RateLimitUsage
    from django.http import HttpRequest, HttpResponse

APP, ACTION = "accounts", "wrong_password"
OF_ADDRESS = "10/m/ip"
OF_ONE = "5/5m/key"  # of an account, from one address or one known device
DAY = 24 * 3600
# So many wrong passwords of an account in a day, from all unknown devices: so much less for each address.
STEPS = ((1000, "1/d/key"), (100, "1/h/key"), (20, "1/5m/key"))

DAYS_KNOWN = 180
MOST = 5  # accounts of one device
SALT = "persona.device"


def consume(request: HttpRequest, email: str) -> RateLimitUsage | None:
    """Count one try; None when this device has to wait."""
    if device := _device(request, email):
        return _consume(request, OF_ONE, f"{email}:device:{device}")
    rates = [OF_ADDRESS, OF_ONE, *step_of(email)]
    return _consume(request, ",".join(rates), _at_address(request, email))


def step_of(email: str) -> list[str]:
    """The rate for an unknown address, beside the usual ones, after all wrong passwords of this day."""
    count = _pressure(_pressure_key(email)).count
    return next(([rate] for least, rate in STEPS if count >= least), [])


def count_wrong(request: HttpRequest, email: str) -> None:
    """Remember a wrong password; from a device that is known it is a slip, and slows down nobody else."""
    if _device(request, email):
        return
    key = _pressure_key(email)
    with ratelimit.cache_lock(key):
        found = _pressure(key)
        cache.set(key, [found.count + 1, found.until], max(1, found.until - time.time()))


def forget(request: HttpRequest, email: str) -> None:
    """Whoever has set a new password by mail may sign in at once."""
    rates = ",".join([OF_ADDRESS, OF_ONE, *(rate for _, rate in STEPS)])
    ratelimit.clear(request, app=APP, action=ACTION, config={ACTION: rates}, key=_at_address(request, email))


def remember(request: HttpRequest, response: HttpResponse, email: str) -> None:
    """Let the browser show next time that somebody has signed in to this account with it."""
    others = [mark for mark in _marks(request) if not mark.startswith(_account(email))]
    marks = [f"{_account(email)}{secrets.token_hex(8)}", *others][:MOST]
    response.set_cookie(
        cookie_name(),
        TimestampSigner(salt=SALT).sign(".".join(marks)),
        max_age=DAYS_KNOWN * DAY,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def cookie_name() -> str:
    return "__Host-device" if settings.HTTPS else "persona-device"


@dataclass(frozen=True)
class _Pressure:
    count: int
    until: float  # seconds since 1970


def _pressure(key: str) -> _Pressure:
    count, until = cache.get(key) or (0, time.time() + DAY)
    return _Pressure(count, until)


def _pressure_key(email: str) -> str:
    return f"wrong-passwords:{_account(email)}"


def _consume(request: HttpRequest, rates: str, key: str) -> RateLimitUsage | None:
    return ratelimit.consume(request, app=APP, action=ACTION, config={ACTION: rates}, key=key)


def _at_address(request: HttpRequest, email: str) -> str:
    return f"{email}:{ratelimit.get_ip(request)}"


def _account(email: str) -> str:
    """The account in a cookie or a key: tells nobody its address."""
    return salted_hmac(SALT, email.lower()).hexdigest()[:24]


def _device(request: HttpRequest, email: str) -> str:
    """The mark of this browser for this account; empty when it has never signed in to it."""
    return next((mark for mark in _marks(request) if mark.startswith(_account(email))), "")


def _marks(request: HttpRequest) -> list[str]:
    signed = request.COOKIES.get(cookie_name(), "")
    try:
        marks: str = TimestampSigner(salt=SALT).unsign(signed, max_age=DAYS_KNOWN * DAY)
    except BadSignature:
        return []
    return marks.split(".")
