"""What a page asks that has been seen once in the process: nothing is put together anew, and nobody sees another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db.models.sql.compiler import SQLCompiler
from django.test import Client
from django.urls import reverse

from generation.personas.persistence import store_persona
from tests.factories import DataSourceFactory, UserFactory
from tests.generation.values import evidence, finished_run, portrait, statement

if TYPE_CHECKING:
    from django.db.models import Model

    from accounts.models import User
    from generation.models import Persona

pytestmark = pytest.mark.django_db


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[type[Model]]:
    """The models of the queries that are put together from here on."""
    found: list[type[Model]] = []
    put_together = SQLCompiler.as_sql

    def noted(self: SQLCompiler, *args: object, **kwargs: object) -> object:
        found.append(self.query.model)
        return put_together(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(SQLCompiler, "as_sql", noted)
    return found


def shown(user: User) -> Persona:
    """A persona of the person's finished run, with a quote."""
    run = finished_run(DataSourceFactory(experiment__owner=user).experiment, personas=1)
    return store_persona(run, portrait(7, statements=(statement(evidence=(evidence(1),)),)))


def pages(persona: Persona) -> list[str]:
    run, page = persona.run, reverse("generation:persona", args=[persona.pk])
    return [
        reverse("experiments:list"),
        reverse("generation:results", args=[run.pk]),
        page,
        f"{page}?e={persona.statements.get().pk}",
        reverse("experiments:help"),
    ]


def test_a_page_seen_before_puts_no_query_together(composed: list[type[Model]]) -> None:
    user, client = UserFactory(), Client()
    client.force_login(user)
    addresses = pages(shown(user))
    for address in addresses:
        assert client.get(address).status_code == 200
    composed.clear()
    found = {}
    for address in addresses:
        assert client.get(address).status_code == 200
        found[address] = composed.copy()
        composed.clear()
    assert found == {address: [] for address in addresses}


def test_queries_prepared_for_one_person_show_another_nothing() -> None:
    owner, stranger = UserFactory(), UserFactory()
    clients = {user: Client() for user in (owner, stranger)}
    for user, client in clients.items():
        client.force_login(user)
    addresses = pages(shown(owner))
    seen = {
        user: [clients[user].get(address).status_code for address in addresses] for user in (owner, stranger, owner)
    }
    assert seen == {owner: [200] * 5, stranger: [200, 404, 404, 404, 200]}
    assert "Study" not in clients[stranger].get(addresses[0]).content.decode()
