from __future__ import annotations

import gc

from django.dispatch import Signal

from core.receivers import connect

heard: list[tuple[object, str]] = []


def note(sender: object, what: str, **_: object) -> None:
    heard.append((sender, what))


def test_a_receiver_hears_once_of_what_is_sent() -> None:
    signal = Signal()
    for _ in range(2):  # an app may be set up twice
        connect(signal, f"{__name__}.note")
    gc.collect()
    heard.clear()
    signal.send("somebody", what="first")
    signal.send("somebody else", what="second")
    assert heard == [("somebody", "first"), ("somebody else", "second")]


def test_its_module_is_looked_for_when_something_is_sent() -> None:
    signal = Signal()
    connect(signal, "core.no_such_module.note")
    [(_, problem)] = signal.send_robust("somebody")
    assert isinstance(problem, ModuleNotFoundError)
