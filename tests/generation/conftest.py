"""Fixtures of the tests of runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from core.queues import Queue
from persona_web.celery import app

if TYPE_CHECKING:
    from pytest_django import DjangoCaptureOnCommitCallbacks

# Names of tasks with their arguments.
Messages = list[tuple[str, list[str]]]
Posted = Callable[[], AbstractContextManager[Messages]]


@pytest.fixture
def posted(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Posted:
    """`with posted() as messages:` fills the list with what the block has committed to the real broker."""

    @contextmanager
    def watch() -> Iterator[Messages]:
        _taken()
        found: Messages = []
        with django_capture_on_commit_callbacks(execute=True):
            yield found
        found += _taken()

    return watch


def _taken() -> Messages:
    """All messages that wait in the broker, queue by queue, taken out of it."""
    found: Messages = []
    with app.connection_for_read() as connection:
        for name in Queue:
            with connection.SimpleQueue(name.value) as queue, suppress(queue.Empty):
                while message := queue.get(block=False):
                    message.ack()
                    found.append((message.headers["task"], list(message.payload[0])))
    return found
