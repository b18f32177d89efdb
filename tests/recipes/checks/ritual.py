"""A kind of statement that was made up for this test goes from the answers to every form of a result."""

from __future__ import annotations

import csv
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from generation.personas.persistence import store_persona
from persona import Experiment, PersonaConfig, PersonaGenerator
from persona.exporting.formats import export
from persona.outputs import publish
from persona.writers.llm.templates import template_for
from tests.factories import ExperimentFactory, UserFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from django.test import Client

    from persona.models import GenerationResult

SAID = (
    "Opening a fresh notebook on Monday and filling the first page",
    "Crossing the last task off before the weekend begins",
    "When the whole family turns up for dinner on time",
    "A quiet hour in the morning before anybody calls me",
    "Finding a recipe that uses everything in the fridge",
)
ANNOYS = (
    "The app forgets my shopping list every single week",
    "Reminders ring in the middle of my meetings",
    "I cannot share a calendar without paying more",
)
WHERE = ("at home", "at work", "on the train", "in the garden", "with friends", "on my own", "in town", "at sea")


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> GenerationResult:
    folder = tmp_path_factory.mktemp("ritual")
    with (folder / "survey.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("What is your ritual?", "What annoys you?"))
        table.writerows((f"{SAID[i % 5]} {WHERE[i % 8]}", f"{ANNOYS[i % 3]} {WHERE[i % 8]}") for i in range(40))
    experiment = Experiment.create("ritual", [folder / "survey.csv"], root=folder / ".persona")
    run = experiment.new_run(PersonaConfig(count=1))
    PersonaGenerator(experiment).generate(resume=run)
    return publish(folder / "out", run).result()


def test_the_built_in_writer_writes_it(result: GenerationResult) -> None:
    assert {s.kind for s in result.personas[0].statements} == {"ritual", "frustration"}


def test_files_have_a_section_for_it(result: GenerationResult) -> None:
    assert "\n### Rituals\n" in export(result, "md").decode()
    assert "<h3>Rituals</h3>" in export(result, "html").decode()
    with ZipFile(BytesIO(export(result, "xlsx"))) as workbook:
        assert b"<t>ritual</t>" in workbook.read("xl/sharedStrings.xml")


def test_a_language_model_is_told_of_it() -> None:
    assert (
        "fact_about_self (what is so about them and their work) or ritual (what they do every day)."
        in template_for(None).system
    )


@pytest.mark.django_db
def test_its_page_has_a_section_for_it(result: GenerationResult, client: Client) -> None:
    alice = UserFactory()
    client.force_login(alice)
    run = finished_run(ExperimentFactory(owner=alice), personas=0)
    store_persona(run, result.personas[0])

    page = client.get(f"/personas/{run.personas.get().pk}/").content.decode()

    assert '<h2 id="ritual">' in page
    assert "Rituals</h2>" in page
