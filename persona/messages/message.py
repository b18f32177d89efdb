"""One message: what happened, and what to do now."""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """A sentence for people, and what they can do; both may hold `{values}`."""

    text: str
    hint: str = ""
