"""A database of version 0.5, filled by that version, becomes one of today with every row in its place."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OLD = ROOT / "tests/data/database-0.5.sql"
ROWS = """
import json
from accounts.models import ApiToken, IdempotencyRecord, Membership, ProviderKey, RateLimit, Team, User
from experiments.models import DataSource, Experiment
from generation.models import (
    BudgetEntry, Draft, Evidence, Persona, Run, RunEvent, SegmentDraft, Statement, Webhook, WebhookAttempt,
    WebhookDelivery,
)

kinds = (
    ApiToken, BudgetEntry, DataSource, Draft, Evidence, Experiment, IdempotencyRecord, Persona, ProviderKey, RateLimit,
    Run, RunEvent, SegmentDraft, Statement, User, Webhook, WebhookAttempt, WebhookDelivery, Team, Membership,
)
team = Team.objects.get()
run = Run.objects.get()
print(json.dumps({
    "rows": {kind.__name__: kind.objects.count() for kind in kinds},
    "owner": run.experiment.owner.email,
    "team": [team.name, team.memberships.get().role, User.objects.get().team == team, run.started_by.email],
    "of team": [
        getattr(team, name).count()
        for name in ("experiments", "providerkeys", "webhooks", "budgetentrys", "idempotencyrecords")
    ] + [team.memberships.get().tokens.count()],
    "run": [run.status, run.attempt, run.number],
    "paid": str(BudgetEntry.objects.get().amount),
    "limit": list(RateLimit.objects.values_list("kind", "used").get()),
    "kept": IdempotencyRecord.objects.get().route,
    "waiting": [source.name for source in DataSource.objects.free()],
    "segments": SegmentDraft.objects.free().count(),
    "states": sorted(Experiment.objects.values_list("state", flat=True)),
    "first": [Persona.objects.first().position, Statement.objects.first().persona.run_id == run.pk],
}))
"""
EXPECTED = {
    "rows": {
        "ApiToken": 1,
        "BudgetEntry": 1,
        "DataSource": 3,
        "Draft": 1,
        "Evidence": 22,
        "Experiment": 3,
        "IdempotencyRecord": 1,
        "Persona": 2,
        "ProviderKey": 1,
        "RateLimit": 1,
        "Run": 1,
        "RunEvent": 20,
        "SegmentDraft": 1,
        "Statement": 22,
        "User": 1,
        "Webhook": 1,
        "WebhookAttempt": 1,
        "WebhookDelivery": 1,
        "Team": 1,
        "Membership": 1,
    },
    "team": ["Alice Adams’s team", "owner", True, "alice@example.com"],
    "of team": [3, 1, 1, 1, 1, 1],
    "owner": "alice@example.com",
    "run": ["done", 1, 1],
    "paid": "0.250000",
    "limit": ["read", 5],
    "kept": "POST /api/v1/experiments",
    "waiting": ["w.csv"],
    "segments": 1,
    "states": ["check", "reading", "ready"],
    "first": [1, True],
}


def test_a_filled_database_of_the_version_before_is_upgraded(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "app.sqlite3") as database:
        database.executescript(OLD.read_text(encoding="utf-8"))
    environment = {**os.environ, "DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "persona_web.settings"}
    environment.pop("DATABASE_URL", None)

    def manage(*arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout

    manage("migrate", "--no-input")

    assert json.loads(manage("shell", "--no-imports", "-v", "0", "-c", ROWS)) == EXPECTED
