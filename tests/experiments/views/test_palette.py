from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.urls import reverse

from experiments import binning
from generation.models import Statement
from tests.experiments.pages import text_of
from tests.experiments.test_searching import said
from tests.factories import ExperimentFactory

if TYPE_CHECKING:
    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
SEARCH = "/search/"


def found(response: object) -> dict[str, list[str]]:
    groups = response.context["groups"]  # type: ignore[attr-defined]
    return {group.title: [line.before + line.match + line.after for line in group.results] for group in groups}


def test_personas_statements_and_quotes_lead_to_where_they_stand(as_alice: Client, alice: User) -> None:
    said(alice, name="Meals")
    statement = Statement.objects.get()

    page = as_alice.get(SEARCH, {"q": "allerg"})

    assert found(page) == {"Quotes": ["Ingredients hide allergy words"]}
    [line] = page.context["groups"][0].results
    persona = reverse("generation:persona", args=[statement.persona_id])
    assert (line.match, line.beside, line.address) == ("allerg", "Meals", f"{persona}?e={statement.pk}")
    assert found(as_alice.get(SEARCH, {"q": "label reader"}))["Personas"] == ["The label reader"]


def test_experiments_are_found_by_name_and_pages_by_what_they_are_called(as_alice: Client, alice: User) -> None:
    ExperimentFactory(owner=alice, name="Team meals")

    assert found(as_alice.get(SEARCH, {"q": "team"})) == {"Experiments": ["Team meals"], "Do": ["Team"]}
    assert found(as_alice.get(SEARCH, {"q": "trash"})) == {"Do": ["Bin"]}


def test_without_words_the_newest_and_all_that_can_be_done(as_alice: Client, alice: User) -> None:
    for number in range(7):
        ExperimentFactory(owner=alice, name=f"Study {number}")

    groups = found(as_alice.get(SEARCH))

    assert groups["Experiments"] == [f"Study {number}" for number in (6, 5, 4, 3, 2)]
    assert groups["Do"][0] == "New experiment"


def test_nothing_of_others_or_of_the_bin_is_found(as_charlie: Client, as_alice: Client, alice: User) -> None:
    experiment = said(alice, name="Meals")

    assert found(as_charlie.get(SEARCH, {"q": "allergy"})) == {}
    assert "Nothing has “allergy” in it. Try a shorter word." in text_of(as_charlie.get(SEARCH, {"q": "allergy"}))
    binning.move_to_bin(experiment=experiment, by=alice)
    assert found(as_alice.get(SEARCH, {"q": "allergy"})) == {}


def test_a_script_gets_the_results_alone(as_alice: Client, alice: User) -> None:
    page = as_alice.get(SEARCH, headers={"HX-Request": "true", "HX-Target": "palette"})

    assert page.content.decode().lstrip().startswith('<section class="dialog palette" id="palette"')


def test_shortcuts_are_a_page_and_a_part(as_alice: Client) -> None:
    whole = as_alice.get("/shortcuts/")
    part = as_alice.get("/shortcuts/", headers={"HX-Request": "true", "HX-Target": "shortcuts"})

    assert "Shortcuts Everywhere Search or go to Ctrl K or /" in text_of(whole)
    assert part.content.decode().lstrip().startswith('<section class="dialog keys"')


def test_an_experiment_opens_where_it_is(as_alice: Client, as_charlie: Client, alice: User) -> None:
    experiment = ExperimentFactory(owner=alice)

    answer = as_alice.get(f"/experiments/{experiment.pk}/")

    assert answer.headers["Location"] == reverse("experiments:upload", args=[experiment.pk])
    assert as_charlie.get(f"/experiments/{experiment.pk}/").status_code == 404
    assert as_alice.get(f"/experiments/{UUID(int=7)}/").status_code == 404
