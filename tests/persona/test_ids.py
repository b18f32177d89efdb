"""Identifiers: of version 7, in the order in which they were made, and none twice."""

from __future__ import annotations

import time
from uuid import RFC_4122, UUID

import pytest

from persona.ids import uuid7


def milliseconds(key: UUID) -> int:
    return key.int >> 80


def test_an_id_says_its_version_and_when_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    key = uuid7()
    after = time.time_ns() // 1_000_000

    assert (key.version, key.variant) == (7, RFC_4122)
    assert before <= milliseconds(key) <= after


def test_ids_of_one_millisecond_are_all_different(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_700_000_000_000_000_000)

    keys = {uuid7() for _ in range(2_000)}

    assert len(keys) == 2_000
    assert {milliseconds(key) for key in keys} == {1_700_000_000_000}


def test_ids_stand_in_the_order_of_time_as_numbers_and_as_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = []
    millisecond, year = 1_000_000, 32 * 10**15
    for later in (0, 1_000, 2_000, millisecond - 300, millisecond, millisecond + 500, year):
        monkeypatch.setattr(time, "time_ns", lambda at=later: 1_700_000_000_000 * millisecond + at)
        keys.append(uuid7())

    assert keys == sorted(keys)
    assert [str(key) for key in keys] == sorted(map(str, keys))


@pytest.mark.parametrize("bits", [0, 2**62 - 1])
def test_version_and_variant_stand_whatever_chance_says(monkeypatch: pytest.MonkeyPatch, bits: int) -> None:
    monkeypatch.setattr("persona.ids.secrets.randbits", lambda _: bits)

    assert (uuid7().version, uuid7().variant) == (7, RFC_4122)
