"""What work belongs to: added, taken back, forgotten, and carried into other threads of the library."""

from __future__ import annotations

import asyncio

import pytest

from core.context import begin, belongs, bound, know


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    begin()


def test_ids_last_as_long_as_their_block() -> None:
    with bound(request="K7QX-2941"):
        with bound(run=7, person=None):
            assert belongs() == {"request": "K7QX-2941", "run": "7"}
        know(person=3)
        assert belongs() == {"request": "K7QX-2941", "person": "3"}
    assert belongs() == {}


def test_a_task_begins_with_nothing_of_the_one_before() -> None:
    begin(task="a", request="K7QX-2941")
    know(run=1)
    begin(task="b", request=None)

    assert belongs() == {"task": "b"}


def test_the_library_carries_them_into_its_own_threads() -> None:
    async def in_a_thread() -> object:
        return await asyncio.to_thread(lambda: dict(belongs()))

    with bound(run=7):
        assert asyncio.run(in_a_thread()) == {"run": "7"}
