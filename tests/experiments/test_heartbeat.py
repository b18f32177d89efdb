from __future__ import annotations

import threading
from threading import Event

from django.db import DatabaseError

from experiments.heartbeat import heartbeat


def test_it_beats_until_the_block_ends() -> None:
    thrice, beats = Event(), []

    def beat() -> bool:
        beats.append(1)
        if len(beats) == 3:
            thrice.set()
        return True

    with heartbeat(beat, every=0.001) as lost:
        assert thrice.wait(10)
        assert not lost.is_set()

    assert [thread for thread in threading.enumerate() if thread.name == "heartbeat"] == []


def test_it_ends_and_says_so_once_the_work_belongs_to_another() -> None:
    with heartbeat(lambda: False, every=0.001) as lost:
        assert lost.wait(10)


def test_a_database_that_is_away_for_a_moment_does_not_stop_it() -> None:
    beats = []
    again = Event()

    def beat() -> bool:
        beats.append(1)
        if len(beats) == 1:
            raise DatabaseError("locked")
        again.set()
        return True

    with heartbeat(beat, every=0.001) as lost:
        assert again.wait(10)
        assert not lost.is_set()
