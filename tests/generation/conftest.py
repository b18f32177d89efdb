"""Fixtures of the tests of runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

import pytest

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
    """All messages that wait in the broker, taken out of it."""
    found: Messages = []
    with app.connection_for_read() as connection, connection.SimpleQueue(app.conf.task_default_queue) as queue:
        while True:
            try:
                message = queue.get(block=False)
            except queue.Empty:
                return found
            message.ack()
            found.append((message.headers["task"], list(message.payload[0])))
