"""Answers of receivers, and why there was none; what sends them (and brings an HTTP client) is in `posting`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import timedelta


class Trouble(StrEnum):
    """Why there was no answer; the values stand in the log."""

    REFUSED = "refused"
    NAME = "name"
    CONNECTION = "connection"
    TLS = "tls"
    TIME = "time"
    GARBAGE = "garbage"
    SECRET = "secret"  # noqa: S105 -- that it cannot be read any more


@dataclass(frozen=True)
class Answer:
    """What came of one request."""

    milliseconds: int
    status: int | None = None
    trouble: Trouble | None = None
    text: str = ""
    wait: timedelta | None = None  # what the receiver asked for with Retry-After

    @property
    def is_success(self) -> bool:
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        return self.status == 410
