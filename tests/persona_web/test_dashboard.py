"""The first page of the administration: numbers of the server and money, for whom they are, and nobody's words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.urls import reverse
from django.utils import timezone

from experiments.models import DataSource
from generation.models import BudgetEntry, Run
from persona_web.dashboard import Table, tables
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory, UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator() -> User:
    return UserFactory(email="op@example.com", is_staff=True, is_superuser=True)


def spend(person: User | None, amount: str, *, days: float) -> None:
    entry = {"owner": person, "team": UserFactory().team, "run": UUID(int=1), "model": "openai:x", "before": 0}
    BudgetEntry.objects.create(**entry, amount=Decimal(amount), settled=timezone.now() - timedelta(days=days))


def found(user: object) -> dict[str, dict[str, str]]:
    return {table.about: dict(table.rows) for table in tables(user)}  # type: ignore[arg-type]


def test_how_the_server_is(alice: User, operator: User) -> None:
    experiment = ExperimentFactory(owner=alice)
    RunFactory(experiment=experiment)
    failed = RunFactory(experiment=experiment)
    Run.objects.filter(pk=failed.pk).update(
        status=Run.Status.FAILED, finished=timezone.now(), error={"code": "no_rows", "message": "secret words"}
    )
    Run.objects.filter(status=Run.Status.QUEUED).update(created=timezone.now() - timedelta(minutes=2))

    told = found(operator)

    assert {state: n for state, n in told["Runs by state"].items() if n != "0"} == {"queued": "1", "failed": "1"}
    assert told["What waits for a worker"]["builtin"] == "1"
    assert told["How long the first of them has waited"]["builtin"].startswith("0:02:0")
    assert told["Runs that failed in 24 hours, by reason"] == {"no_rows": "1"}
    assert told["The disk of DATA_DIR"].keys() == {"free", "total"}


def test_money_by_day_and_by_person(alice: User, bob: User, operator: User) -> None:
    for person, amount, days in ((alice, "2", 0), (bob, "0.5", 0), (alice, "1.25", 1), (None, "3", 1), (bob, "9", 15)):
        spend(person, amount, days=days)
    today = datetime.now(UTC).date()

    told = found(operator)

    assert told["Spent in 14 days, by day"] == {str(today): "$2.50", str(today - timedelta(days=1)): "$4.25"}
    assert list(told["Spent in 14 days, by person"].items()) == [
        ("alice@example.com", "$3.25"),
        ("a deleted account", "$3.00"),
        ("bob@example.com", "$0.50"),
    ]


def test_who_keeps_most(alice: User, bob: User, operator: User) -> None:
    for owner, size in ((alice, 1024), (bob, 5 * 1024**2), (alice, 1024)):
        DataSource.objects.filter(pk=DataSourceFactory(experiment=ExperimentFactory(owner=owner)).pk).update(bytes=size)

    assert list(tables(operator))[-1] == Table(
        "Who keeps most", "person", [("bob@example.com", "5.0\xa0MB"), ("alice@example.com", "2.0\xa0KB")]
    )


def test_people_are_named_to_those_who_may_look_at_their_rows(alice: User) -> None:
    spend(alice, "2", days=0)
    helper, billing = UserFactory(is_staff=True), UserFactory(is_staff=True)
    billing.user_permissions.add(Permission.objects.get(codename="view_budgetentry"))

    assert "Runs by state" in found(helper)
    assert [name for name in found(helper) if "person" in name or "Who" in name] == []
    assert [name for name in found(billing) if "person" in name or "Who" in name] == ["Spent in 14 days, by person"]
    assert "Spent in 14 days, by person" not in found(AnonymousUser())


def test_the_page_shows_them_to_operators_alone_and_no_words(
    alice: User, operator: User, client_of: Callable[[User], Client]
) -> None:
    RunFactory(experiment=ExperimentFactory(owner=alice, name="A secret study"))

    page = client_of(operator).get(reverse("admin:index"))
    refused = client_of(alice).get(reverse("admin:index"))

    assert page.status_code == 200
    assert "<caption>Runs by state</caption>" in page.content.decode()
    assert "A secret study" not in page.content.decode()
    assert "What is kept" in page.content.decode()
    assert refused.status_code == 302
