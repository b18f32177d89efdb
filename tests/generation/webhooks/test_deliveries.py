"""The short form of benchmarks/deliveries.py: every way to fail, and everything arrives in the end."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest

from benchmarks.deliveries import MIXED, measure
from tests.generation.webhooks.receiver import WAYS

if TYPE_CHECKING:
    from pytest_django import Settings

EVENTS = 3


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", [*WAYS, MIXED])
def test_everything_arrives_once_signed_and_under_one_id(way: str, settings: Settings) -> None:
    settings.ENV = settings.ENV  # what the measurement sets is put back

    found = asdict(measure(way, EVENTS))

    kept = {name: found[name] for name in ("delivered", "ids", "wrong_signatures", "accepted_twice")}
    assert kept == {"delivered": EVENTS, "ids": EVENTS, "wrong_signatures": 0, "accepted_twice": 0}


def test_there_are_eleven_ways() -> None:
    assert len(set(WAYS)) == 11
