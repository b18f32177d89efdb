from __future__ import annotations

import asyncio
import errno
from typing import TYPE_CHECKING, Any

import pytest

from core.http.refused_bodies import Refusal
from persona_web.intake import bodies
from persona_web.intake.bodies import Arrivals, Disconnected, Pace, Refused, receive_body

if TYPE_CHECKING:
    from pathlib import Path

    from persona_web.intake.bodies import Receive

# Whoever should be heard has time, however busy the machine is; who should be refused has hardly any.
PATIENT, FAST = Pace(grace=60, rate=1_000), Pace(grace=0.3, rate=1_000)


def sender(*pieces: bytes, every: float = 0, ends: bool = True) -> Receive:
    """What a server hands on of a body that comes in pieces."""
    waiting = list(pieces)

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(every)
        if not waiting:
            return {"type": "http.disconnect"}
        piece = waiting.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(waiting) or not ends}

    return receive


def received(receive: Receive, folder: Path, length: int = 10**9, pace: Pace = PATIENT) -> bytes:
    with asyncio.run(receive_body(receive, length, folder=folder, pace=pace)) as body:
        return body.read()


@pytest.mark.parametrize("size", [1, 2_000_000], ids=["in memory", "on disk"])
def test_a_body_is_there_whole_and_leaves_no_file(tmp_path: Path, size: int) -> None:
    assert received(sender(b"a" * size, b"", b"b"), tmp_path) == b"a" * size + b"b"
    assert list(tmp_path.iterdir()) == []


def test_a_body_that_drips_is_refused_when_its_time_is_over(tmp_path: Path) -> None:
    with pytest.raises(Refused) as reason:
        received(sender(*[b"x"] * 1_000, every=0.01), tmp_path, pace=FAST)
    assert reason.value.why is Refusal.TOO_SLOW


def test_a_body_that_stops_is_refused_when_its_time_is_over(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        received(sender(b"x", b"y", every=1), tmp_path, pace=FAST)


def test_a_slow_line_that_keeps_the_pace_may_take_long(tmp_path: Path) -> None:
    """Twenty pieces in a second, twice as long as a body of no size may take; each piece earns another second."""
    pieces = [b"x" * 100] * 20
    assert received(sender(*pieces, every=0.05), tmp_path, pace=Pace(grace=0.5, rate=100)) == b"x" * 2_000


def test_a_body_that_breaks_off_comes_to_nothing(tmp_path: Path) -> None:
    with pytest.raises(Disconnected):
        received(sender(b"x", ends=False), tmp_path)


def test_no_more_is_read_than_was_announced(tmp_path: Path) -> None:
    assert received(sender(b"abc", ends=False), tmp_path, length=3) == b"abc"


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, _: bytes) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        def close(self) -> None:
            pass

    monkeypatch.setattr(bodies, "spool", lambda _: Full())

    with pytest.raises(Refused) as reason:
        received(sender(b"x"), tmp_path)
    assert reason.value.why is Refusal.NO_ROOM


def test_so_many_from_one_address_and_so_many_in_all() -> None:
    arrivals = Arrivals(from_one=2, from_all=3)

    with arrivals.one_more("a"), arrivals.one_more("a"):
        with pytest.raises(Refused), arrivals.one_more("a"):
            pass
        with arrivals.one_more("b"), pytest.raises(Refused), arrivals.one_more("c"):
            pass
    with arrivals.one_more("a") as counted:
        assert counted is None
    assert not arrivals._by_address
