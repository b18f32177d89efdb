from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments import searching
from experiments.models import Experiment, SearchText
from experiments.searching import Shown
from generation.models import Evidence, Persona, Statement
from tests.factories import ExperimentFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db


def said(owner: User, quote: str = "Ingredients hide allergy words", **fields: str) -> Experiment:
    """An experiment whose only persona says one thing, with one quote behind it; the search knows it."""
    experiment: Experiment = ExperimentFactory(owner=owner, **fields)
    persona = finished_run(experiment, personas=1).personas.get()
    Persona.objects.filter(pk=persona.pk).update(label="The label reader", tagline="", summary="", name="Ana")
    Statement.everything.filter(persona=persona).delete()
    statement = Statement.objects.create(
        persona=persona,
        position=1,
        kind="frustration",
        text="Cannot trust apps",
        origin="quoted",
        strength="strong",
        support=3,
        base=9,
        note="",
    )
    Evidence.objects.create(
        statement=statement,
        position=1,
        source="a",
        row=1,
        line=2,
        column="c",
        start=0,
        end=len(quote),
        quote=quote,
        strength="strong",
        score=1.0,
    )
    searching.index(experiment.pk)
    return experiment


@pytest.mark.parametrize("words", ["allerg", "ALLERGY hide", "trust label", "label reader", "Meals", "eal", "ána"])
def test_an_experiment_is_found_by_its_name_personas_statements_and_quotes(alice: User, words: str) -> None:
    meals = said(alice, name="Meals")
    said(alice, name="Bikes", quote="Chains rust")
    Statement.everything.filter(persona__run__experiment__name="Bikes").update(text="Rides to work")
    Persona.everything.filter(run__experiment__name="Bikes").update(label="The rider", name="Bo")
    searching.index(Experiment.objects.get(name="Bikes").pk)

    assert list(Experiment.objects.matching(words)) == [meals]


@pytest.mark.parametrize("words", ["zebra", "allergy zebra", "llergy", '"', "* OR allergy*:", "—"])
def test_what_nobody_says_is_not_found(alice: User, words: str) -> None:
    said(alice, name="Meals")

    assert list(Experiment.objects.matching(words)) == []


def test_what_changes_or_goes_is_not_found_by_its_old_words(alice: User) -> None:
    meals = said(alice, name="Meals")
    Evidence.objects.update(quote="Labels are too small")
    searching.index(meals.pk)

    assert list(Experiment.objects.matching("allergy")) == []
    assert list(Experiment.objects.matching("small")) == [meals]
    meals.delete()
    assert list(SearchText.objects.all()) == []
    assert list(Experiment.objects.matching("small")) == []


def test_what_a_person_hid_is_not_found(alice: User) -> None:
    meals = said(alice, name="Meals")
    Persona.everything.update(shown=False)
    searching.index(meals.pk)

    assert list(Experiment.objects.matching("allergy")) == []


def test_lines_that_say_it_are_shown_with_the_letters_that_match(alice: User) -> None:
    meals = said(alice, name="Meals")
    statement = Statement.objects.get()
    place = f"{statement.persona_id}:{statement.pk}"

    assert searching.found_in([meals.pk], "allerg") == {
        meals.pk: [Shown("quote", place, "Ingredients hide ", "allerg", "y words")]
    }
    assert searching.found_in([meals.pk], "…") == {}


def test_a_long_line_begins_shortly_before_what_was_looked_for(alice: User) -> None:
    meals = said(alice, quote=f"{'word ' * 100}allergy")

    [line] = searching.found_in([meals.pk], "allergy")[meals.pk]

    assert (line.before, line.match) == ("…word word word word word word ", "allergy")


def test_the_sweep_writes_down_what_was_lost(alice: User) -> None:
    meals = said(alice, name="Meals")
    SearchText.objects.all().delete()
    assert list(Experiment.objects.matching("allergy")) == []

    searching.index_missing()

    assert list(Experiment.objects.matching("allergy")) == [meals]


def test_no_more_is_kept_than_there_is_room_for(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "LETTERS", 20)
    said(alice, name="Meals")

    assert SearchText.objects.get().said == "name\t\tMeals"
