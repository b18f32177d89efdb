"""One way to claim, renew, release, settle and sweep, for everything that a worker can hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from core.lease.models import RESEND, Leased
from experiments.models import DataSource
from generation.models import Run, SegmentDraft, Webhook, WebhookDelivery
from tests.factories import ExperimentFactory, RunFactory, WebhookFactory

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(hours=1)
END: dict[type[Leased], dict[str, Any]] = {
    DataSource: {"status": "failed", "error": {"code": "empty"}},
    Run: {"status": "failed", "error": {"code": "unexpected"}},
    SegmentDraft: {"status": "failed"},
    Webhook: {"disabled": timezone.now(), "disabled_by": "owner"},
}


def source() -> Leased:
    return DataSource.objects.create(experiment=ExperimentFactory(), name="a.csv")


def run() -> Leased:
    return RunFactory()


def segment_draft() -> Leased:
    return SegmentDraft.objects.create(experiment=ExperimentFactory(), config={})


def webhook() -> Leased:
    hook = WebhookFactory()
    WebhookDelivery.objects.create(webhook=hook, event="webhook.test", payload="{}")
    return hook


@pytest.fixture(params=[source, run, segment_draft, webhook], ids=lambda make: make.__name__)
def row(request: pytest.FixtureRequest) -> Leased:
    make: Callable[[], Leased] = request.param
    return make()


def manager(row: Leased) -> Any:
    return type(row).objects  # type: ignore[attr-defined]


def test_one_worker_of_two_gets_it(row: Leased) -> None:
    first = manager(row).claim(row.pk)

    assert (first.attempt, first.lease_until > timezone.now()) == (1, True)
    assert manager(row).claim(row.pk) is None
    assert list(manager(row).free()) == []


def test_a_silent_worker_loses_it_and_may_not_write_any_more(row: Leased) -> None:
    first = manager(row).claim(row.pk)
    manager(row).update(lease_until=timezone.now() - timedelta(seconds=1))

    second = manager(row).claim(row.pk)

    assert second.attempt == 2
    assert [manager(row).renew(each) for each in (first, second)] == [False, True]
    assert [manager(row).settle(each, **END[type(row)]) for each in (first, second)] == [False, True]
    assert manager(row).claim(row.pk) is None


def test_what_is_released_is_free_for_the_next_sweep_at_once(row: Leased) -> None:
    held = manager(row).claim(row.pk)

    assert manager(row).release(held) is True
    assert manager(row).release(held) is False
    assert [each.pk for each in manager(row).take_unheard()] == [row.pk]
    assert manager(row).claim(row.pk).attempt == 2


def test_a_message_that_may_be_on_its_way_is_waited_for(row: Leased) -> None:
    assert list(manager(row).unheard()) == []

    manager(row).update(sent=timezone.now() - RESEND - timedelta(seconds=1))

    assert list(manager(row).unheard()) == [row]


def test_of_two_sweeps_at_once_one_sends(row: Leased) -> None:
    manager(row).update(sent=timezone.now() - LONG_AGO)
    first, second = manager(row).take_unheard(), manager(row).take_unheard()
    begun = next(first)  # the first sweep has taken it, and the second looks while it does

    assert begun == row
    assert list(second) == []
    assert list(first) == []
