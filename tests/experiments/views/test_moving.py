"""An experiment goes to another team with all that it holds, and to none where its reader may not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from accounts.models import Membership
from accounts.teams.models import Role
from experiments import limits
from experiments.models import Experiment
from generation.models import Run, Webhook
from tests.factories import DataSourceFactory, RunFactory, WebhookFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

    from accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def experiment(alice: User) -> Experiment:
    return DataSourceFactory(experiment__owner=alice, experiment__name="Meals").experiment


def move(client: Client, experiment: Experiment, to: User) -> Response:
    return client.post(reverse("experiments:move", args=[experiment.pk]), {"team": to.membership.team_id})


def join(user: User, other: User, role: Role) -> None:
    Membership.objects.create(user=user, team=other.membership.team, role=role)


def test_an_experiment_goes_to_another_team_and_its_webhook_goes(
    alice: User, bob: User, experiment: Experiment, client_of: Callable[[User], Client]
) -> None:
    join(alice, bob, Role.EDITOR)
    WebhookFactory(owner=alice, experiment=experiment)
    kept = WebhookFactory(owner=alice)

    question = client_of(alice).get(reverse("experiments:move", args=[experiment.pk])).content.decode()
    move(client_of(alice), experiment, bob)

    assert "Move “Meals” to another team" in question
    assert list(Experiment.objects.visible_to(bob)) == [experiment]
    assert list(Webhook.objects.all()) == [kept]


def test_nothing_goes_where_one_may_not_edit(
    alice: User, bob: User, charlie: User, experiment: Experiment, client_of: Callable[[User], Client]
) -> None:
    join(alice, bob, Role.VIEWER)

    for other in (bob, charlie, alice):
        answer = move(client_of(alice), experiment, other)
        assert (answer.status_code, Experiment.objects.get().team) == (422, alice.membership.team)
    assert move(client_of(charlie), experiment, charlie).status_code == 404


@pytest.mark.parametrize("case", ["run", "room"])
def test_what_cannot_go_stays_and_says_why(
    alice: User,
    bob: User,
    experiment: Experiment,
    client_of: Callable[[User], Client],
    monkeypatch: pytest.MonkeyPatch,
    case: str,
) -> None:
    join(alice, bob, Role.EDITOR)
    if case == "run":
        RunFactory(experiment=experiment, status=Run.Status.QUEUED)
    else:
        DataSourceFactory(experiment__owner=bob)
        monkeypatch.setattr(limits, "FILES", 1)

    answer = move(client_of(alice), experiment, bob)

    said = {"run": "Something works on this experiment just now.", "room": "Your team keeps as much as it may:"}
    assert (answer.status_code, said[case] in answer.content.decode()) == (422, True)
    assert Experiment.objects.get(pk=experiment.pk).team == alice.membership.team
