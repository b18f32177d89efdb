"""ETags: what has not changed since it was last asked for is not sent again (304)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.http import parse_etags

if TYPE_CHECKING:
    from django.http import HttpRequest


class NotModified(Exception):
    """The caller has this version already."""

    def __init__(self, headers: dict[str, str]) -> None:
        super().__init__(headers["ETag"])
        self.headers = headers  # those of the answer that is not sent


def etag(*parts: object) -> str:
    """A weak ETag of what makes a version; weak, because the same version may be packed or not."""
    digest = hashlib.blake2b("\0".join(map(str, parts)).encode(), digest_size=12).hexdigest()
    return f'W/"{digest}"'


def unless_known(request: HttpRequest, response: HttpResponse, *parts: object) -> str:
    """Give the answer its ETag, before anything costly is done for it.

    Raises:
        NotModified: the caller's If-None-Match names this version; it becomes a 304.
    """
    tag = etag(*parts)
    response["ETag"] = tag
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if "*" in known or tag in known or tag.removeprefix("W/") in known:
        raise NotModified({name: value for name, value in response.items() if name != "Content-Type"})
    return tag


def not_modified(error: NotModified) -> HttpResponse:
    answer = HttpResponse(status=304, headers=error.headers)
    del answer["Content-Type"]
    return answer
