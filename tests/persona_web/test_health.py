"""/healthz: well, and each way of not being well."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from pytest_django import Settings

from core import disk

WELL = {"status": "ok", "database": "ok", "queue": "ok", "disk": "ok"}


@pytest.mark.django_db
def test_all_is_well(client: Client) -> None:
    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (200, WELL)
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_missing_queue_folder(client: Client, settings: Settings, tmp_path: Path) -> None:
    settings.QUEUE_DIR = tmp_path / "gone"

    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (503, {**WELL, "status": "unwell", "queue": "unreachable"})


@pytest.mark.django_db
def test_a_redis_that_does_not_answer(client: Client, settings: Settings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (503, {**WELL, "status": "unwell", "queue": "unreachable"})


@pytest.mark.django_db
@pytest.mark.integration
def test_a_redis_that_answers(client: Client, settings: Settings, redis_url: str) -> None:
    settings.REDIS_URL = redis_url

    assert client.get("/healthz").json() == WELL


def test_a_database_that_does_not_answer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "cursor", Mock(side_effect=DatabaseError("secret host name")))

    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (503, {**WELL, "status": "unwell", "database": "unreachable"})


@pytest.mark.django_db
def test_a_full_disk(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LEAST_ROOM", 2**62)

    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (503, {**WELL, "status": "unwell", "disk": "full"})


def test_it_is_only_read(client: Client) -> None:
    assert client.post("/healthz").status_code == 405


def test_who_only_lives_asks_nobody(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "cursor", Mock(side_effect=DatabaseError))

    response = client.get("/livez")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_pages_are_shown_while_new_work_cannot_begin(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/readyz").json() == WELL

    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    monkeypatch.setattr(disk, "LEAST_ROOM", 2**62)
    response = client.get("/readyz")

    told = {**WELL, "status": "limited", "queue": "unreachable", "disk": "full"}
    assert (response.status_code, response.json()) == (200, told)


def test_without_a_database_nothing_can_be_shown(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "cursor", Mock(side_effect=DatabaseError))

    response = client.get("/readyz")

    assert (response.status_code, response.json()) == (503, {**WELL, "status": "unwell", "database": "unreachable"})
