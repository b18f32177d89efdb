"""Two passes over a file, told as one number that never goes back."""

from __future__ import annotations

import pytest

from persona.exceptions import Cancelled
from persona.reading.progress import ReadProgress


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        pytest.param([("surveyed", 500), ("surveyed", 1000), ("read", 500), ("read", 1000)], [100, 200, 600, 1000]),
        pytest.param([("surveyed", 1000), ("surveyed", 500), ("read", 0)], [200, 200, 200], id="looked at twice"),
        pytest.param([("read", 1000), ("surveyed", 100)], [1000, 1000], id="never back"),
        pytest.param([("read", 5000)], [1000], id="a file that has grown"),
        pytest.param([("surveyed", 0)], [0], id="nothing yet"),
        pytest.param([("surveyed", 1000), ("finished", None)], [200, 1000], id="a kind of file that is read at once"),
    ],
)
def test_bytes_done_of_both_passes(steps: list[tuple[str, int | None]], told: list[int]) -> None:
    heard: list[tuple[int, int]] = []
    progress = ReadProgress(lambda *now: heard.append(now), 1000)
    for name, position in steps:
        getattr(progress, name)(*([] if position is None else [position]))
    assert heard == [(done, 1000) for done in told]


def test_nobody_need_listen() -> None:
    progress = ReadProgress(None, 1000)
    progress.surveyed(10)
    progress.read(10)
    progress.finished()


def test_a_listener_may_stop_the_reading() -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Cancelled("enough")

    progress = ReadProgress(stop, 1000)
    progress.surveyed(1000)
    with pytest.raises(Cancelled):
        progress.read(900)
