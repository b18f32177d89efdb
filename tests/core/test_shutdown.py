"""Whether a worker has been asked to stop."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from core import shutdown
from generation.models import Run
from generation.runs.lease import RunControl

if TYPE_CHECKING:
    import pytest


def test_nobody_has_asked_at_the_start() -> None:
    assert not shutdown.asked.is_set()


def test_a_run_at_work_ends_early_when_its_worker_is_asked_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutdown, "asked", Event())
    control = RunControl(Run())
    before = control.should_stop()

    shutdown.asked.set()

    assert (before, control.should_stop()) == (False, True)
