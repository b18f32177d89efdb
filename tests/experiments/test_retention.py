"""Rules of retention: what nobody uses goes to the bin, what waited there goes, and operators hear of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.utils import timezone

from accounts.audit.services import record
from accounts.models import AuditEntry, User
from experiments import retention
from experiments.models import Experiment
from tests.factories import PASSWORD, ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rule(settings: Settings, data_dir: Path) -> None:
    settings.ENV = settings.ENV.model_copy(update={"retention_days": 90, "audit_days": 400})


def left_alone(days: int) -> Experiment:
    made = ExperimentFactory()
    Experiment.objects.filter(pk=made.pk).update(updated=timezone.now() - timedelta(days=days))
    return made


def test_what_nobody_used_goes_to_the_bin_and_from_there_for_good() -> None:
    old, fresh, ran, running, waited = left_alone(91), left_alone(89), left_alone(91), left_alone(91), left_alone(91)
    RunFactory(experiment=ran)
    lasting = RunFactory(experiment=running)
    type(lasting).objects.filter(pk=lasting.pk).update(created=timezone.now() - timedelta(days=91))
    Experiment.objects.filter(pk__in=[ran.pk, running.pk]).update(updated=timezone.now() - timedelta(days=91))
    Experiment.objects.filter(pk=waited.pk).update(binned=timezone.now() - timedelta(days=31))

    done = retention.keep_rules()

    assert done == {"binned": 1, "removed": 1, "forgotten": 0, "orphans": 0}
    kept = dict(Experiment.objects.values_list("pk", "binned"))
    assert {pk: binned is not None for pk, binned in kept.items()} == {
        old.pk: True,
        fresh.pk: False,
        ran.pk: False,
        running.pk: False,
    }


def test_operators_get_a_report_and_the_log_has_it() -> None:
    User.objects.create_superuser("op@example.com", PASSWORD)
    left_alone(100)
    AuditEntry.objects.create(action="signed_in", at=timezone.now() - timedelta(days=401))
    record("signed_in")

    retention.keep_rules()

    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (["op@example.com"], "What the rules of retention did")
    assert "1 experiments that nobody had used for 90 days went to the bin" in sent.body
    entry = AuditEntry.objects.get(action="tidied")
    assert entry.detail == {"binned": 1, "removed": 0, "forgotten": 1, "orphans": 0}


def test_where_nothing_was_done_nothing_is_told() -> None:
    User.objects.create_superuser("op@example.com", PASSWORD)
    left_alone(1)

    assert set(retention.keep_rules().values()) == {0}
    assert (mail.outbox, AuditEntry.objects.filter(action="tidied").exists()) == ([], False)


def test_without_a_rule_nothing_goes(settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"retention_days": 0, "audit_days": 0})
    left_alone(4_000)

    assert retention.keep_rules()["binned"] == 0
