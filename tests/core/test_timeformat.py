from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from core.timeformat import moment

NOW = datetime(2026, 5, 12, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 5, 12, 0, 1, tzinfo=UTC), "Today, 00:01"),
        (datetime(2026, 5, 11, 23, 59, tzinfo=UTC), "Yesterday, 23:59"),
        (datetime(2026, 5, 2, 9, 0, tzinfo=UTC), "2 May"),
        (datetime(2025, 11, 30, 9, 0, tzinfo=UTC), "30 Nov 2025"),
    ],
)
def test_a_moment_in_the_words_of_a_diary(at: datetime, words: str) -> None:
    assert moment(at, NOW) == words


def test_days_are_those_of_the_clock_on_the_wall() -> None:
    """Half past midnight in Berlin is the day before in Greenwich."""
    now = datetime(2026, 5, 12, 22, 10, tzinfo=UTC)

    with timezone.override("Europe/Berlin"):
        there = moment(datetime(2026, 5, 12, 21, 50, tzinfo=UTC), timezone.localtime(now))

    assert (moment(datetime(2026, 5, 12, 21, 50, tzinfo=UTC), now), there) == ("Today, 21:50", "Yesterday, 23:50")


def test_without_another_now_it_is_this_moment() -> None:
    assert moment(timezone.now()).startswith("Today, ")
