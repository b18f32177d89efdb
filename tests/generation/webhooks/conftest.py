"""Fixtures of the tests of webhooks: a receiver, and its address opened by the operator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from tests.generation.webhooks.receiver import Receiver

if TYPE_CHECKING:
    from pytest_django import Settings

Receive = Callable[..., Receiver]


@pytest.fixture
def receive(settings: Settings) -> Iterator[Receive]:
    """`receive(way=…)` starts a receiver that may be reached, with little time to answer."""
    settings.ENV = settings.ENV.model_copy(update={"webhook_seconds": 0.3})
    with ExitStack() as stack:

        def start(**options: Any) -> Receiver:
            receiver = stack.enter_context(Receiver(**options))
            hosts = ",".join(filter(None, (settings.ENV.webhook_hosts, receiver.name)))
            settings.ENV = settings.ENV.model_copy(update={"webhook_hosts": hosts})
            return receiver

        yield start
