"""Signed cookies: what the browser of a reader brings back, who needs no account; nobody else can have written it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.core.signing import BadSignature, TimestampSigner

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class SignedCookie(NamedTuple):
    """A kind of cookie: `salt` tells it from others, `seconds` are how long it holds."""

    salt: str
    seconds: int

    def read(self, request: HttpRequest, name: str) -> str:
        """What was given; "" where there is none, where it is too old, and where it was changed."""
        try:
            value: str = TimestampSigner(salt=self.salt).unsign(request.COOKIES.get(name, ""), max_age=self.seconds)
        except BadSignature:
            return ""
        return value

    def give(self, request: HttpRequest, response: HttpResponse, name: str, value: str, *, path: str) -> None:
        """Have the browser bring it back to addresses below `path`."""
        response.set_cookie(
            name,
            TimestampSigner(salt=self.salt).sign(value),
            max_age=self.seconds,
            path=path,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
