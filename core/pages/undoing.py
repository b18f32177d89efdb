"""Undo: a message may bring a button that takes back what it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django import template

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

register = template.Library()
_MARK = "undo:"
_MOST = 60
"""A message travels in a cookie: more ids would not fit, and are taken back in the bin or the archive."""


class Undo(NamedTuple):
    """What the button sends."""

    do: str
    chosen: list[str]


def undone_by(do: str, ids: Iterable[UUID]) -> str:
    """Tags of a message that can be undone by doing `do` with these; nothing where there is no way back."""
    some = [each.hex for each in ids]
    return f"{_MARK}{do}:{','.join(some)}" if do and len(some) <= _MOST else ""


@register.filter
def undo(tags: str) -> Undo | None:
    """What takes back what a message with these tags tells of; None: nothing does."""
    if not tags or not tags.startswith(_MARK):
        return None
    do, _, ids = tags.removeprefix(_MARK).partition(":")
    return Undo(do, ids.split(","))
