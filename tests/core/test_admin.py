"""The administration that a table describes: its columns, and that nothing can be changed there."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import Client

from accounts.models import User
from core.admin import ReadOnly, View
from experiments.models import DataSource, Experiment
from generation.admin import VIEWS
from tests.factories import ExperimentFactory, RunFactory


def test_a_list_loads_what_its_columns_look_at() -> None:
    view = View(DataSource, ("name", "experiment__name", "experiment__owner__email", "status"))

    assert set(view.related) == {"experiment", "experiment__owner"}
    assert view.fields == ("name", "experiment", "status")


def test_columns_of_the_row_itself_load_nothing_else() -> None:
    view = View(Experiment, ("name", "created"))

    assert (view.related, view.fields) == ((), ("name", "created"))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.model.__name__)
def test_every_entry_of_the_table_is_the_page_of_its_model(view: View) -> None:
    page = admin.site._registry[view.model]

    assert isinstance(page, ReadOnly)
    assert (page.list_display, page.fields, page.readonly_fields) == (view.columns, view.fields, view.fields)
    assert (page.list_filter, page.search_fields, page.date_hierarchy) == (view.filters, view.search, view.by_date)


@pytest.mark.django_db
def test_an_operator_looks_and_changes_nothing(client: Client) -> None:
    run = RunFactory(experiment=ExperimentFactory(name="Meals"))
    client.force_login(User.objects.create_superuser("op@example.com", "a-long-enough-pass-phrase"))
    at = f"/admin/generation/run/{run.pk}"

    assert [client.get(f"{at}/change/").status_code, client.get(f"{at}/history/").status_code] == [200, 200]
    answers = [
        client.post(f"{at}/change/", {"status": "done"}).status_code,
        client.post(f"{at}/delete/", {"post": "yes"}).status_code,
        client.get("/admin/generation/run/add/").status_code,
    ]
    assert answers == [403, 403, 403]
    client.post("/admin/generation/run/", {"action": "delete_selected", "_selected_action": [str(run.pk)]})
    run.refresh_from_db()
    assert run.status == "queued"


@pytest.mark.django_db
def test_a_list_of_many_rows_asks_no_more_than_one_of_few(
    client: Client, django_assert_max_num_queries: object
) -> None:
    client.force_login(User.objects.create_superuser("op@example.com", "a-long-enough-pass-phrase"))
    for _ in range(6):
        RunFactory()

    with django_assert_max_num_queries(9):  # type: ignore[operator]
        assert client.get("/admin/generation/run/").status_code == 200
