"""Templates: one name once in a team, and what began with one is begun once, whatever became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from accounts.teams.models import Membership, Role
from experiments import arranging, binning, templates
from experiments.models import DataSource, Experiment, Template
from generation.runs.drafts import next_config, save_draft
from persona.ids import uuid7
from tests.factories import ExperimentFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
SAID = {"questions": {"city": {"use": "none"}}}


@pytest.fixture
def template(alice: User, experiment: Experiment) -> Template:
    Experiment.objects.filter(pk=experiment.pk).update(description="What annoys people?", wanted=SAID)
    experiment.refresh_from_db()
    save_draft(experiment=experiment, look=True, count=4)
    return templates.save_as_template(experiment=experiment, by=alice, name="Meals")


def test_a_template_keeps_question_settings_and_what_was_said(template: Template, alice: User) -> None:
    made = templates.begin(template=template, by=alice)

    assert (made.name, made.description, made.wanted, made.team, made.owner) == (
        "Meals", "What annoys people?", SAID, template.team, alice,
    )  # fmt: skip
    assert (next_config(made).count, made.runs.count(), made.source) == (4, 0, None)


def test_what_is_said_of_data_counts_more_than_what_was_wanted(alice: User, source: DataSource) -> None:
    DataSource.objects.filter(pk=source.pk).update(questions={"city": {"use": "basis"}})
    made = templates.save_as_template(experiment=source.experiment, by=alice, name="Meals")

    assert made.wanted == {"questions": {"city": {"use": "basis"}}}


def test_a_template_of_the_same_name_is_replaced_in_its_team_only(
    template: Template, experiment: Experiment, alice: User, bob: User
) -> None:
    Experiment.objects.filter(pk=experiment.pk).update(description="Another question")
    experiment.refresh_from_db()
    again = templates.save_as_template(experiment=experiment, by=alice, name="Meals")
    other = templates.save_as_template(experiment=ExperimentFactory(owner=bob), by=bob, name="Meals")

    assert (again.pk, again.description, other.pk != again.pk) == (template.pk, "Another question", True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Template.objects.create(team=template.team, name="Meals", owner=alice, config={}, wanted={})


def begin_by(how: str, template: Template, alice: User, key: object) -> Experiment:
    if how == "template":
        return templates.begin(template=template, by=alice, key=key)  # type: ignore[arg-type]
    first = Experiment.objects.get(name="Meal planning")
    return arranging.duplicate(experiment=first, by=alice, key=key)  # type: ignore[arg-type]


@pytest.mark.parametrize("how", ["template", "copy"])
def test_the_same_form_twice_is_one_experiment(template: Template, alice: User, how: str) -> None:
    key = uuid7()
    made = [begin_by(how, template, alice, key) for _ in range(2)]

    assert [each.pk for each in made] == [key, key]


@pytest.mark.parametrize("how", ["template", "copy"])
def test_a_form_that_is_sent_again_after_its_experiment_went_to_the_bin_makes_another(
    template: Template, alice: User, how: str
) -> None:
    key = uuid7()
    binning.move_to_bin(experiment=begin_by(how, template, alice, key), by=alice)
    again = begin_by(how, template, alice, key)

    assert (again.pk != key, again.binned) == (True, None)
    assert Experiment.objects.get(pk=key).binned is not None


@pytest.mark.parametrize("how", ["template", "copy"])
def test_the_key_of_somebody_elses_experiment_opens_nothing(
    template: Template, alice: User, charlie: User, how: str
) -> None:
    theirs = ExperimentFactory(owner=charlie, name="Secret")
    made = begin_by(how, template, alice, theirs.pk)

    assert (made.pk != theirs.pk, made.team) == (True, template.team)
    assert Experiment.objects.get(pk=theirs.pk).name == "Secret"


# -- pages ---------------------------------------------------------------------------------------------
def test_the_page_begins_once_for_each_form(as_alice: Client, template: Template) -> None:
    address, key = reverse("experiments:template-begin", args=[template.pk]), uuid7()
    for _ in range(2):
        assertRedirects(
            as_alice.post(address, {"key": str(key)}),
            reverse("experiments:describe", args=[key]),
            fetch_redirect_response=False,
        )
    binning.move_to_bin(experiment=Experiment.objects.get(pk=key), by=template.owner)

    assert as_alice.post(address, {"key": str(key)}).status_code == 302
    assert as_alice.post(address, {"key": "no key"}).status_code == 302
    assert Experiment.objects.filter(name="Meals").count() == 3


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "a\0b"])
def test_a_template_has_a_name(as_alice: Client, experiment: Experiment, name: str) -> None:
    page = as_alice.post(reverse("experiments:template-save", args=[experiment.pk]), {"name": name})

    assert (page.status_code, Template.objects.count()) == (422, 0)


def test_viewers_begin_and_save_nothing_and_strangers_find_nothing(
    template: Template, experiment: Experiment, bob: User, charlie: User, client_of: Callable[[User], Client]
) -> None:
    Membership.objects.create(team=template.team, user=bob, role=Role.VIEWER)
    asked = [
        reverse("experiments:template-begin", args=[template.pk]),
        reverse("experiments:template-remove", args=[template.pk]),
        reverse("experiments:template-save", args=[experiment.pk]),
    ]

    assert [client_of(bob).post(each, {"name": "x"}).status_code for each in asked] == [403] * 3
    assert [client_of(charlie).post(each, {"name": "x"}).status_code for each in asked] == [404] * 3
    assert (Template.objects.count(), Experiment.objects.count()) == (1, 1)


def test_a_template_that_is_gone_takes_nothing_with_it(as_alice: Client, template: Template, alice: User) -> None:
    made = templates.begin(template=template, by=alice)
    address = reverse("experiments:template-remove", args=[template.pk])

    assert [as_alice.post(address).status_code for _ in range(2)] == [302, 404]
    assert Experiment.objects.filter(pk=made.pk).exists()
