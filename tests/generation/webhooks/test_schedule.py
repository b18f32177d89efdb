"""When it is tried again: the promised delays, later by a little, and what a receiver asks for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.http import http_date

from generation.webhooks.schedule import DELAYS, next_try, rest, retry_after

HOURS = [5 / 3600, 5 / 60, 0.5, 2, 5, 10, 14, 20, 24]


def test_the_promised_delays() -> None:
    assert [delay.total_seconds() / 3600 for delay in DELAYS] == HOURS


@pytest.mark.parametrize("step", range(1, 10))
def test_never_sooner_than_promised_and_a_fifth_later_at_most(step: int) -> None:
    now = timezone.now()

    waits = [(due - now) for _ in range(50) if (due := next_try(step))]

    slack = timedelta(seconds=1)
    assert DELAYS[step - 1] <= min(waits) < max(waits) <= DELAYS[step - 1] * 1.2 + slack
    assert len(set(waits)) > 40


def test_after_ten_tries_there_is_no_other() -> None:
    assert next_try(10) is None


def test_what_the_receiver_asks_for_is_heard_up_to_a_day() -> None:
    now = timezone.now()

    asked = [next_try(1, timedelta(hours=hours)) for hours in (3, 300)]

    waits = [(due - now).total_seconds() / 3600 for due in asked if due]
    assert 3 <= waits[0] <= 3.7
    assert 24 <= waits[1] <= 28.9


def test_a_silent_receiver_rests_for_half_an_hour_at_most() -> None:
    now = timezone.now()

    assert [round((rest(step) - now).total_seconds()) for step in (1, 2, 3, 9, 12)] == [5, 300, 1800, 1800, 1800]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("120", 120),
        (" 120 ", 120),
        ("99999999999999999999", 86400),
        ("-5", None),
        ("soon", None),
        ("١٢٠", None),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("Wed, 21 Oct 2015 07:28:00", None),
    ],
)
def test_retry_after(header: str | None, seconds: int | None) -> None:
    assert retry_after(header) == (None if seconds is None else timedelta(seconds=seconds))


def test_retry_after_as_a_date() -> None:
    asked = retry_after(http_date((timezone.now() + timedelta(hours=1)).timestamp()))

    assert asked is not None
    assert 3590 <= asked.total_seconds() <= 3600
