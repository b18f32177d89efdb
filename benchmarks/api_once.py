"""20 threads send the same POST with one key, 50 rounds of it, on SQLite and on PostgreSQL: one thing a round.

    python -m benchmarks api_once

Experiments made and files uploaded; threads that are told to wait (409) send again. Exit 1 when a round made two.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

from benchmarks.report import section

THREADS, ROUNDS = 20, 50


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure()))
        return
    from tests.services import postgres

    good = True
    with section("api_once", save=len(sys.argv) == 1) as report:
        report.head("database and request", "requests", "201/202", "told to wait", "things made", "s")
        with postgres() as address:
            for database, url in (("SQLite", ""), ("PostgreSQL", address)):
                for name, row in _run(url).items():
                    report.row(f"{database}, {name}", *row["cells"])
                    good &= row["good"]
        report.end()
    sys.exit(not good)


def _run(url: str) -> dict[str, dict]:
    environment = {**os.environ, "DATABASE_URL": url, "API_WRITES_PER_MINUTE": "100000000"}
    command = [sys.executable, "-m", "benchmarks.api_once", "--one"]
    done = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def measure() -> dict[str, dict]:
    """Both races, on a database of their own."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    name = connection.creation.create_test_db(verbosity=0)
    try:
        return races()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def races() -> dict[str, dict]:
    from accounts.models import ApiToken
    from experiments.models import DataSource, Experiment
    from tests.api.conftest import ALL_SCOPES
    from tests.api.races import race
    from tests.factories import ANSWERS, ExperimentFactory, UserFactory

    owner = UserFactory()
    _, token = ApiToken.objects.issue(owner, name="race", scopes=ALL_SCOPES)
    made = {}
    began = time.perf_counter()
    outcome = race(
        token,
        lambda program, headers: program.post("/experiments", {"name": "Race"}, headers=headers),
        threads=THREADS,
        rounds=ROUNDS,
    )
    made["create an experiment"] = _row(outcome, Experiment.objects.count(), began)
    studies = {f"round {number}": ExperimentFactory(owner=owner).pk for number in range(ROUNDS)}
    began = time.perf_counter()
    outcome = race(
        token,
        lambda program, headers: program.post(
            f"/experiments/{studies[headers['Idempotency-Key']]}/sources",
            ANSWERS,
            headers=headers,
            content_type="text/csv",
        ),
        threads=THREADS,
        rounds=ROUNDS,
    )
    made["upload a file"] = _row(outcome, DataSource.objects.count(), began)
    return made


def _row(outcome, count: int, began: float) -> dict:
    accepted = sum(outcome.statuses[status] for status in (201, 202))
    cells = [sum(outcome.statuses.values()), accepted, outcome.statuses[409], count]
    good = outcome.is_once_each and count == ROUNDS and set(outcome.statuses) <= {201, 202, 409}
    return {"cells": [*cells, f"{time.perf_counter() - began:.0f}"], "good": good}


if __name__ == "__main__":
    main()
