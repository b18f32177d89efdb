"""What the work of now belongs to: request, task, run, person. Logs of web, tasks and library carry it."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_belongs: ContextVar[Mapping[str, str] | None] = ContextVar("belongs", default=None)


def belongs() -> Mapping[str, str]:
    """The ids that are known now, by name."""
    return _belongs.get() or {}


def begin(**ids: object) -> None:
    """Forget what was before: threads of a worker go from one task to the next."""
    _belongs.set(_known(ids))


def know(**ids: object) -> None:
    """Add ids for what follows, until the `bound` around it ends or another task begins."""
    _belongs.set({**belongs(), **_known(ids)})


@contextmanager
def bound(**ids: object) -> Iterator[None]:
    """Let what is logged in the block carry these ids too."""
    token = _belongs.set({**belongs(), **_known(ids)})
    try:
        yield
    finally:
        _belongs.reset(token)


def _known(ids: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in ids.items() if value is not None}
