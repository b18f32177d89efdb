"""Turns: so many keys are tried at a time, one a person, since a page waits meanwhile and threads are few."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.core.cache import cache

from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accounts.people.models import User

IN_ALL = 2  # of the eight threads that two processes have
SECONDS = 30  # longer than a try may last; then a turn whose process died is free again


class KeyTestBusy(PersonaError):
    """Others try theirs, or this person does so in another window."""

    code = "key_test_busy"
    retryable = True

    def __init__(self, why: str) -> None:
        super().__init__(why, hint="Wait half a minute, then try again.")


@contextmanager
def turn_of(user: User) -> Iterator[None]:
    """Hold a turn until the block ends.

    Raises:
        KeyTestBusy: there is none now.
    """
    mine = f"key-test:{user.pk}"
    if not cache.add(mine, True, SECONDS):
        raise KeyTestBusy("A key of yours is being tested already.")
    try:
        place = next((name for name in _places() if cache.add(name, True, SECONDS)), None)
        if place is None:
            raise KeyTestBusy("Several people are testing their keys.")
        try:
            yield
        finally:
            cache.delete(place)
    finally:
        cache.delete(mine)


def _places() -> list[str]:
    return [f"key-test-place:{number}" for number in range(IN_ALL)]
