"""One's own data: the archive, and the end of an account with all that is theirs alone."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import ApiToken, AuditEntry, Membership, Takeout, Team, User
from accounts.own_data import services, tasks, worker
from accounts.own_data.models import LASTS, LOST
from accounts.teams.models import Role
from experiments import files
from experiments.models import Experiment
from generation.models import Comment
from persona.exceptions import PersonaError
from tests.accounts.teams.test_services import of
from tests.factories import PASSWORD, DataSourceFactory, ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import DjangoCaptureOnCommitCallbacks

pytestmark = pytest.mark.django_db
SAID = "I never know what things cost before I pay."


@pytest.fixture
def shared(alice: User, bob: User) -> Team:
    """Alice owns it, Bob edits."""
    team = alice.membership.team
    Membership.objects.create(team=team, user=bob, role=Role.EDITOR)
    return team


@pytest.fixture
def study(alice: User, data_dir: Path) -> Experiment:
    source = DataSourceFactory(experiment=ExperimentFactory(owner=alice, name="Plans / spring"))
    return source.experiment


def sign_in(user: User) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    return client


def archive_of(user: User) -> dict[str, bytes]:
    """What a worker packs for them, by name."""
    made = services.ask_for_data(user)
    tasks.make_takeout(str(made.pk))
    with zipfile.ZipFile(made.path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_archive_holds_what_is_theirs(alice: User, bob: User, study: Experiment) -> None:
    run = RunFactory(experiment=study)
    Comment.objects.create(run=run, persona=1, author=alice, text="Why?")
    Comment.objects.create(run=run, persona=1, author=bob, text="Because.")
    _, text = ApiToken.objects.issue(alice, name="Weekly", scopes=["read"])
    DataSourceFactory(experiment=ExperimentFactory(owner=bob))
    for user, uid in ((alice, "a-1"), (bob, "b-1")):
        SocialAccount.objects.create(user=user, provider="openid_connect", uid=uid)

    held = archive_of(alice)

    folder = f"experiments/Plans  spring {str(study.pk)[-6:]}"
    assert sorted(held) == sorted(
        [
            "account.json",
            "single-sign-on.json",
            "teams.json",
            "api-tokens.json",
            "activity.csv",
            f"{folder}/experiment.json",
            f"{folder}/data/{study.source.pk}.json",
            f"{folder}/data/answers.csv",
            "comments.json",
        ]
    )
    assert SAID in held[f"{folder}/data/answers.csv"].decode()
    assert json.loads(held["account.json"])["email"] == "alice@example.com"
    assert [each["uid"] for each in json.loads(held["single-sign-on.json"])] == ["a-1"]
    assert [each["text"] for each in json.loads(held["comments.json"])] == ["Why?"]
    assert not any(text.encode() in content for content in held.values())
    lines = list(csv.DictReader(io.StringIO(held["activity.csv"].decode())))
    assert {line["what"] for line in lines} == {"token_made", "data_exported"}


def test_a_viewer_takes_no_whole_answers(alice: User, study: Experiment) -> None:
    Membership.objects.filter(user=alice).update(role=Role.VIEWER)

    assert not [name for name in archive_of(alice) if name.startswith("experiments/")]


def test_it_is_asked_for_fetched_and_told_on_the_page(
    alice: User, study: Experiment, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    client = sign_in(alice)

    asked = client.post(reverse("account_data_ask"), follow=True).content.decode()
    tasks.make_takeout(str(Takeout.objects.get().pk))
    page = client.get(reverse("account_data")).content.decode()
    fetched = client.get(reverse("account_data_file"))

    assert "Your data is being put together" in asked
    assert ("Your data is ready" in page, mail.outbox[-1].subject) == (True, "Your data is ready")
    assert zipfile.is_zipfile(io.BytesIO(b"".join(fetched.streaming_content)))
    assert 'filename="my-persona-data.zip"' in fetched.headers["Content-Disposition"]


def test_nobody_fetches_that_of_others(alice: User, charlie: User, study: Experiment) -> None:
    archive_of(alice)

    assert sign_in(charlie).get(reverse("account_data_file")).status_code == 404


def test_the_password_is_asked_for_before_it_leaves(alice: User, client_of: Callable[[User], Client]) -> None:
    client = client_of(alice)

    for response in (client.post(reverse("account_data_ask")), client.get(reverse("account_data_file"))):
        assert response.headers["Location"].startswith(reverse("account_reauthenticate"))


def test_one_is_made_at_a_time_and_replaces_the_one_before(alice: User, study: Experiment) -> None:
    first = services.ask_for_data(alice)
    assert services.ask_for_data(alice) == first
    tasks.make_takeout(str(first.pk))

    second = services.ask_for_data(alice)

    assert list(Takeout.objects.all()) == [second]


def test_a_worker_that_died_is_followed_by_another(alice: User, data_dir: Path) -> None:
    made = services.ask_for_data(alice)
    assert Takeout.objects.claim(str(made.pk)) is not None
    assert Takeout.objects.claim(str(made.pk)) is None

    Takeout.objects.update(begun=timezone.now() - LOST - timedelta(minutes=1))
    tasks.make_takeout(str(made.pk))

    assert Takeout.objects.get().status == "ready"


def test_old_archives_and_those_of_nobody_go(
    alice: User, data_dir: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    archive_of(alice)
    stray = Takeout.objects.get().path.with_name("stray.zip")
    stray.write_bytes(b"")
    Takeout.objects.update(created=timezone.now() - LASTS - timedelta(minutes=1))

    with django_capture_on_commit_callbacks(execute=True):
        tasks.sweep_own_data()

    assert (Takeout.objects.count(), list((data_dir / "takeouts").iterdir())) == (0, [])


def leave(client: Client, password: str = PASSWORD) -> str:
    response = client.post(reverse("account_delete"), {"password": password})
    return response.headers.get("Location", response.content.decode())


def test_what_becomes_of_teams_is_said_before(alice: User, bob: User, shared: Team) -> None:
    alone = alice.found_team().team
    ExperimentFactory(owner=alice, team=alone)
    ExperimentFactory(owner=alice, team=shared)
    bobs = Team.objects.get(memberships__user=bob, memberships__role=Role.OWNER)
    Membership.objects.create(team=bobs, user=alice, role=Role.EDITOR)

    page = sign_in(alice).get(reverse("account_delete")).content.decode()

    assert "<b>Deleted for good</b>, with 1 experiment, their files" in page
    assert "Stays. Bob Brook owns it then, with 1 experiment." in page
    assert "Stays with its other owners, and so do its 0 experiments." in page


def test_an_account_goes_with_all_that_is_theirs_alone(
    alice: User,
    bob: User,
    study: Experiment,
    data_dir: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    archive_of(alice)
    token, _ = ApiToken.objects.issue(alice, name="Weekly", scopes=["read"])
    theirs = ExperimentFactory(owner=bob)
    client, elsewhere = sign_in(alice), sign_in(alice)

    assert leave(client) == reverse("account_deleted")
    token.refresh_from_db()
    assert [each.get("/account/").status_code for each in (client, elsewhere)] == [302, 302]
    assert (token.is_live, User.objects.get(pk=alice.pk).is_active) == (False, False)
    with django_capture_on_commit_callbacks(execute=True):
        assert worker.delete(str(alice.pk))

    assert (list(User.objects.all()), list(Experiment.objects.all())) == ([bob], [theirs])
    assert (files.experiment(study.pk).exists(), list((data_dir / "takeouts").iterdir())) == (False, [])
    assert mail.outbox[-1].subject == "Your account is deleted"
    assert not worker.delete(str(alice.pk))
    assert "alice" not in str(AuditEntry.objects.values())


def test_a_team_that_others_are_in_stays(alice: User, bob: User, shared: Team, study: Experiment) -> None:
    services.ask_to_leave(alice)
    worker.delete(str(alice.pk))

    study.refresh_from_db()
    assert (of(bob, shared).role, study.owner, files.experiment(study.pk).exists()) == ("owner", None, True)


def test_a_wrong_password_deletes_nothing_and_tries_are_counted(alice: User) -> None:
    client = sign_in(alice)

    assert "This is not your password." in leave(client, "wrong")
    for _ in range(10):
        leave(client, "wrong")
    assert "Too many tries." in leave(client)
    assert User.objects.get(pk=alice.pk).is_active


def test_the_only_operator_stays(alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(is_superuser=True, is_staff=True)
    alice.refresh_from_db()

    with pytest.raises(PersonaError) as refused:
        services.ask_to_leave(alice)
    assert refused.value.message == "You are the only operator of this server."
    assert "You are the only operator" in leave(sign_in(alice))


def test_what_nobody_asked_for_is_not_deleted(alice: User) -> None:
    assert not worker.delete(str(alice.pk))
    assert User.objects.filter(pk=alice.pk).exists()


def test_privacy_is_told_to_everybody(client: Client, alice: User, client_of: Callable[[User], Client]) -> None:
    for each in (client, client_of(alice)):
        assert "Your data on this server" in each.get(reverse("privacy")).content.decode()
