"""Results over HTTP, of a run that the library has really made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils.text import slugify

from generation.models import Run
from generation.runs import services, tasks
from persona.models import GenerationResult, PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.invented import invented_answers

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from tests.api.conftest import Program

# The watch beside a run looks at its row on a connection of its own.
pytestmark = pytest.mark.django_db(transaction=True)


def made(source: object, **settings: object) -> Run:
    run = services.start_run(experiment=source.experiment, config=PersonaConfig(**settings))  # type: ignore[attr-defined]
    tasks.generate_run(str(run.pk))
    run.refresh_from_db()
    assert run.status == Run.Status.DONE
    return run


def test_a_result_is_exported_and_compared(as_alice: Program, alice: User, data_dir: Path) -> None:
    source = DataSourceFactory(experiment=ExperimentFactory(owner=alice), content=invented_answers(60))
    first, second = made(source, count=2), made(source, count=3)
    path = f"/runs/{first.pk}/exports"

    whole = GenerationResult.model_validate_json(as_alice.get(f"{path}/json").content)
    assert [persona.name for persona in whole.personas] == list(first.personas.values_list("name", flat=True))
    heads = {kind: as_alice.get(f"{path}/{kind}").content[:15] for kind in ("md", "csv", "html", "xlsx", "quotes")}
    assert heads["xlsx"].startswith(b"PK")
    assert heads["html"].lower().startswith(b"<!doctype html>")
    rows = as_alice.get(f"{path}/assignments")
    called = f"{slugify(source.experiment.name)}-run-1-{first.finished:%Y-%m-%d}-assignments.csv"
    assert (rows.content.count(b"\n"), rows.headers["Content-Disposition"]) == (
        61,
        f'attachment; filename="{called}"',
    )
    assert as_alice.get(f"{path}/pdf").content.startswith(b"%PDF")
    assert as_alice.get(f"{path}/gif").status_code == 422

    form = as_alice.get(f"/runs/{first.pk}/short-form").json()
    assert form["accuracy"]["people"] == 60
    answers = {question["column"]: (question["options"] or ["3"])[0] for question in form["questions"]}
    placed = as_alice.post(f"/runs/{first.pk}/assignments", {"people": [answers, {}]}).json()
    assert [each["persona"] for each in placed["assignments"]][1] is None
    assert placed["placed"] == 1
    assert as_alice.post(f"/runs/{first.pk}/assignments", {"people": []}).status_code == 422

    brought = {"name": "They", "answers": answers}
    own = as_alice.post(f"/runs/{first.pk}/own-personas", {"personas": [brought]}).json()
    assert (own["people"], own["personas"][0]["name"], len(own["assignments"])) == (60, "They", 60)
    assert as_alice.post(f"/runs/{first.pk}/own-personas", {"personas": [{"name": "Empty"}]}).status_code == 422

    beside = as_alice.get(f"/runs/{first.pk}/comparison").json()
    assert len(beside["personas"]) == len(beside["alike"]) == 2
    against = as_alice.get(f"/runs/{first.pk}/comparison/{second.pk}").json()
    assert len(against["matches"]) == 2
    assert as_alice.get(f"/runs/{first.pk}/comparison/{source.pk}").status_code == 404

    people = as_alice.get(f"/experiments/{source.experiment_id}/rows?persona=1&limit=100").json()["items"]
    assert {row["persona"] for row in people} == {1}
