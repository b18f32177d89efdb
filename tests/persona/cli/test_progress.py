"""Progress is shown on a terminal only."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from persona.cli.progress import Shown, Unseen, progress

if TYPE_CHECKING:
    from tests.persona.conftest import Finished


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_shown_where_nobody_looks(finished: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as follower:
        follower.on_bytes(1, 2)
        for event in finished.events:
            follower.on_event(event)

    assert type(follower) is Unseen
    assert capsys.readouterr() == ("", "")


def test_terminal_sees_the_stage_and_each_persona(finished: Finished, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")

    with progress() as follower:
        follower.on_bytes(1, 2)
        for event in finished.events:
            follower.on_event(event)

    names = [f"  {p.index}. {p.name}" for p in finished.output.result().personas]
    assert isinstance(follower, Shown)
    assert [line for line in [*names, "Checking quotes"] if line not in terminal.getvalue()] == []
