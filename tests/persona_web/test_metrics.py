"""/metrics: for whoever shows the token, and the numbers of the whole installation."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from pydantic import SecretStr

from generation.models import Run
from persona_web.metrics import FOLDER
from tests.factories import ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

    from accounts.models import User

pytestmark = pytest.mark.django_db
TOKEN = "a-token-of-twenty-letters"
BOARD = Path(__file__).resolve().parent.parent.parent / "deploy" / "grafana.json"


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests of the commands for several processes leave a folder for their numbers behind."""
    monkeypatch.delenv(FOLDER, raising=False)


def scraped(client: Client, settings: Settings) -> str:
    settings.ENV = settings.ENV.model_copy(update={"metrics_token": SecretStr(TOKEN)})
    response = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert response.status_code == 200
    return response.content.decode()


def value(text: str, name: str) -> float:
    [found] = re.findall(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    return float(found)


def test_nobody_gets_in_without_the_token(client: Client, settings: Settings) -> None:
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404

    settings.ENV = settings.ENV.model_copy(update={"metrics_token": SecretStr(TOKEN)})
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer another"}).status_code == 404


def test_the_installation_in_numbers(client: Client, settings: Settings, alice: User) -> None:
    experiment = ExperimentFactory(owner=alice, name="A secret study")
    RunFactory(experiment=experiment)
    failed = RunFactory(experiment=experiment)
    Run.objects.filter(pk=failed.pk).update(
        status=Run.Status.FAILED, finished=timezone.now(), error={"code": "no_rows", "message": "secret words"}
    )
    Run.objects.filter(status=Run.Status.QUEUED).update(created=timezone.now() - timedelta(minutes=2))

    told = scraped(client, settings)

    assert value(told, 'persona_runs{state="queued"}') == value(told, 'persona_runs{state="failed"}') == 1
    assert value(told, 'persona_runs{state="done"}') == 0
    assert value(told, 'persona_queue_waiting{queue="builtin"}') == 1
    assert value(told, 'persona_queue_waiting{queue="models"}') == 0
    assert 120 <= value(told, 'persona_queue_oldest_seconds{queue="builtin"}') < 180
    assert value(told, 'persona_failures_day{code="no_rows"}') == 1
    assert value(told, "persona_people") == 1
    assert value(told, 'persona_disk_bytes{part="free"}') > 0
    assert "secret" not in told


def test_answers_are_counted_by_kind(client: Client, settings: Settings) -> None:
    series = 'persona_answer_seconds_count{kind="page",method="GET",status="4xx"}'
    client.get("/no/such/page/")
    before = value(scraped(client, settings), series)
    client.get("/no/such/page/")

    assert value(scraped(client, settings), series) == before + 1


def test_the_board_asks_only_for_numbers_that_there_are(client: Client, settings: Settings) -> None:
    client.get("/livez")
    told = scraped(client, settings)
    asked = {
        name
        for panel in json.loads(BOARD.read_text())["panels"]
        for target in panel["targets"]
        for name in re.findall(r"persona_\w+", target["expr"])
    }

    assert {name for name in asked if name not in told} == set()
    assert len(asked) >= 8
