from __future__ import annotations

import threading
from threading import Event

from django.db import DatabaseError

from core.lease.heartbeat import heartbeat


def test_it_beats_until_the_block_ends() -> None:
    thrice, beats = Event(), []

    def beat() -> bool:
        beats.append(1)
        if len(beats) == 3:
            thrice.set()
        return True

    with heartbeat(beat, every=0.001):
        assert thrice.wait(10)

    assert [thread for thread in threading.enumerate() if thread.name == "heartbeat"] == []


def test_it_ends_once_there_is_nothing_to_hold() -> None:
    beats = []

    def beat() -> bool:
        beats.append(1)
        return False

    with heartbeat(beat, every=0.001):
        for thread in threading.enumerate():
            if thread.name == "heartbeat":
                thread.join(10)

    assert beats == [1]


def test_a_database_that_is_away_for_a_moment_does_not_stop_it() -> None:
    beats = []
    again = Event()

    def beat() -> bool:
        beats.append(1)
        if len(beats) == 1:
            raise DatabaseError("locked")
        again.set()
        return True

    with heartbeat(beat, every=0.001):
        assert again.wait(10)
