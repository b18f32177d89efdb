from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from experiments.models import DataSource
from tests.experiments.pages import text_of
from tests.factories import DataSourceFactory, UserFactory

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(client: Client) -> Client:
    client.force_login(UserFactory(email="op@example.com", is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize(
    ("model", "text"), [("experiment", "planning"), ("experiment", "alice@"), ("datasource", "answers.csv")]
)
def test_operators_find_what_people_made(operator: Client, source: DataSource, model: str, text: str) -> None:
    response = operator.get(reverse(f"admin:experiments_{model}_changelist"), {"q": text})

    assert response.context["cl"].result_count == 1
    assert "alice@example.com" in text_of(response)


def test_operators_read_but_change_nothing(operator: Client, source: DataSource) -> None:
    DataSource.objects.update(status="failed", error={"code": "empty", "message": "The file is empty.", "lines": ["x"]})
    page = reverse("admin:experiments_datasource_change", args=[source.pk])

    shown = text_of(operator.get(page))
    assert ("empty" in shown, "The file is empty." in shown) == (True, False)
    assert operator.post(page, {"name": "other.csv"}).status_code == 403
    assert operator.post(reverse("admin:experiments_datasource_delete", args=[source.pk])).status_code == 403
    assert operator.get(reverse("admin:experiments_experiment_add")).status_code == 403


@pytest.mark.parametrize("model", ["experiment", "datasource"])
@pytest.mark.parametrize("count", [1, 8])
def test_the_number_of_queries_does_not_grow(
    operator: Client, source: DataSource, django_assert_num_queries: DjangoAssertNumQueries, model: str, count: int
) -> None:
    for _ in range(count):
        DataSourceFactory()

    with django_assert_num_queries(6):
        operator.get(reverse(f"admin:experiments_{model}_changelist"))
