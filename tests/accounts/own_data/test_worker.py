"""What a worker does about own data when something fails, comes twice or comes late, and what stays with the team."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import AuditEntry, Departure, Membership, ProviderKey, Takeout, Team, User
from accounts.own_data import parts, services, tasks, worker
from accounts.own_data.fates import Fate, fates_of
from accounts.own_data.models import LASTS, LOST
from accounts.teams.models import Role
from experiments import binning
from generation.models import Comment, Run, Webhook
from generation.shares import services as shares
from persona_web.env import LOG_DAYS, Env
from tests.factories import ExperimentFactory, RunFactory, UserFactory, WebhookFactory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from django.test import Client
    from pytest_django import Settings

    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
MAKE, DELETE = "accounts.make_takeout", "accounts.delete_account"


def broken(_: User) -> Iterator[parts.Piece]:
    yield parts.Piece("whole.txt", b"whole")
    raise OSError(28, "No space left on device")


def test_what_fails_leaves_nothing_and_may_be_asked_for_again(
    alice: User, data_dir: Path, monkeypatch: pytest.MonkeyPatch, client_of: Callable[[User], Client]
) -> None:
    made = services.ask_for_data(alice)
    with monkeypatch.context() as patched:
        patched.setattr(parts, "PARTS", [broken])
        with pytest.raises(OSError, match="No space left"):
            tasks.make_takeout(str(made.pk))
    page = client_of(alice).get(reverse("account_data")).content.decode()

    made.refresh_from_db()
    assert (made.status, list((data_dir / "takeouts").iterdir()), mail.outbox) == ("failed", [], [])
    assert ("That did not work" in page, "Prepare my data" in page) == (True, True)
    again = services.ask_for_data(alice)
    tasks.make_takeout(str(again.pk))
    assert list(Takeout.objects.values_list("pk", "status")) == [(again.pk, "ready")]


def test_an_account_that_goes_meanwhile_leaves_no_archive(
    alice: User, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = services.ask_for_data(alice)
    monkeypatch.setattr(parts, "PARTS", [lambda user: [parts.Piece("gone.txt", str(user.delete()).encode())]])

    tasks.make_takeout(str(made.pk))

    assert (list((data_dir / "takeouts").iterdir()), mail.outbox) == ([], [])


def test_what_is_ready_is_not_made_again_nor_what_is_not_there(alice: User, data_dir: Path) -> None:
    made = services.ask_for_data(alice)
    tasks.make_takeout(str(made.pk))
    written = made.path.stat().st_mtime_ns

    tasks.make_takeout(str(made.pk))
    tasks.make_takeout("00000000-0000-7000-8000-000000000000")

    made.refresh_from_db()
    assert (made.path.stat().st_mtime_ns, len(mail.outbox)) == (written, 1)
    assert (made.bytes, str(made), made.is_under_way) == (made.path.stat().st_size, f"{made.pk} ready", False)


def test_without_mail_it_is_ready_and_deleted_all_the_same(
    alice: User, data_dir: Path, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    made = services.ask_for_data(alice)

    with caplog.at_level(logging.ERROR):
        tasks.make_takeout(str(made.pk))
        services.ask_to_leave(alice)
        done = worker.delete(str(alice.pk))

    assert (done, User.objects.filter(pk=alice.pk).exists()) == (True, False)
    assert [record.message for record in caplog.records] == [
        f"account/email/data_ready.txt could not be sent to person {alice.pk}.",
        "The end of an account could not be told.",
    ]


def test_the_sweep_sends_what_was_lost_once_a_minute(alice: User, bob: User, data_dir: Path, posted: Posted) -> None:
    made = services.ask_for_data(alice)
    services.ask_to_leave(bob)
    services.ask_to_leave(bob)

    with posted() as first:
        tasks.sweep_own_data()
    with posted() as second:
        tasks.sweep_own_data()
    cache.clear()
    tasks.make_takeout(str(made.pk))
    tasks.delete_account(str(bob.pk))
    with posted() as third:
        tasks.sweep_own_data()

    assert sorted(first) == [(DELETE, [str(bob.pk)]), (MAKE, [str(made.pk)])]
    assert (second, third, str(Departure.objects.count())) == ([], [], "0")


def test_asking_is_sent_when_it_is_committed(alice: User, data_dir: Path, posted: Posted) -> None:
    with posted() as messages:
        made = services.ask_for_data(alice)
        services.ask_for_data(alice)
        services.ask_to_leave(alice)

    assert messages == [(MAKE, [str(made.pk)]), (DELETE, [str(alice.pk)])]


def test_two_at_a_time_cannot_be(alice: User) -> None:
    Takeout.objects.create(user=alice, status="working")
    Takeout.objects.create(user=alice, status="failed")

    with pytest.raises(IntegrityError), transaction.atomic():
        Takeout.objects.create(user=alice)


def test_a_draft_that_is_being_written_is_not_tidied_away(alice: User, data_dir: Path) -> None:
    made = services.ask_for_data(alice)
    Takeout.objects.filter(pk=made.pk).update(created=timezone.now() - LASTS + timedelta(minutes=1))
    draft = made.path.with_suffix(".part")
    draft.write_bytes(b"half")

    worker.tidy()

    assert list((data_dir / "takeouts").iterdir()) == [draft]
    assert (data_dir / "takeouts").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("silent", "taken"), [(-1, False), (1, True)])
def test_a_worker_is_taken_for_dead_after_two_hours(alice: User, silent: int, taken: bool) -> None:
    begun = timezone.now() - LOST - timedelta(minutes=silent)
    made = Takeout.objects.create(user=alice, status="working", begun=begun)

    assert (Takeout.objects.claim(str(made.pk)) == made) is taken


def test_what_belongs_to_the_team_stays_without_a_name(alice: User, bob: User, data_dir: Path) -> None:
    team = alice.membership.team
    Membership.objects.create(team=team, user=bob, role=Role.EDITOR)
    run = RunFactory(experiment=ExperimentFactory(owner=alice, team=team))
    said = Comment.objects.create(run=run, persona=1, author=alice, text="Why?")
    key = ProviderKey.objects.create(team=team, owner=alice, provider="openai", checked=timezone.now())
    hook = WebhookFactory(owner=alice, team=team)

    services.ask_to_leave(alice)
    worker.delete(str(alice.pk))

    for row in (run, said, key):
        row.refresh_from_db()
    assert (run.experiment.team, Run.objects.get().started_by, said.author, key.owner) == (team, None, None, None)
    assert not Webhook.objects.filter(pk=hook.pk, disabled=None).exists()
    assert (list(AuditEntry.objects.filter(action="account_deleted").values_list("person", flat=True))) == [alice.pk]


def test_links_of_somebody_who_leaves_open_nothing(alice: User, data_dir: Path) -> None:
    from tests.generation.values import finished_run

    made = shares.share(alice, finished_run(ExperimentFactory(owner=alice)), name="Workshop")

    services.ask_to_leave(alice)

    made.link.refresh_from_db()
    assert made.link.is_open is False


def test_of_each_team_it_is_told_who_owns_it_then(alice: User, bob: User, charlie: User) -> None:
    own, shared, owned = alice.membership.team, Team.objects.create(name="B"), Team.objects.create(name="C")
    for team, roles in {shared: {alice: "owner", bob: "viewer", charlie: "editor"}, owned: {bob: "owner"}}.items():
        for user, role in roles.items():
            Membership.objects.create(team=team, user=user, role=role)
    Membership.objects.create(team=owned, user=alice, role=Role.VIEWER)
    ExperimentFactory(owner=alice, team=shared)

    assert fates_of(alice) == [
        Fate(team=own, heir=None, is_deleted=True, experiments=0),
        Fate(team=shared, heir=charlie, is_deleted=False, experiments=1),
        Fate(team=owned, heir=None, is_deleted=False, experiments=0),
    ]
    alice.delete()
    assert list(Team.objects.filter(pk__in=[own.pk, shared.pk, owned.pk])) == [shared, owned]
    assert Membership.objects.get(team=shared, user=charlie).role == Role.OWNER


def test_an_archive_that_lies_nowhere_any_more_is_a_404(alice: User, data_dir: Path, client: Client) -> None:
    from tests.accounts.own_data.test_own_data import sign_in

    made = services.ask_for_data(alice)
    signed_in = sign_in(alice)
    assert signed_in.get(reverse("account_data_file")).status_code == 404  # it waits
    tasks.make_takeout(str(made.pk))
    made.path.unlink()

    assert signed_in.get(reverse("account_data_file")).status_code == 404


KEPT = {
    (0, 0): ("until somebody deletes them", "as long as this server runs"),
    (90, 30): ("until nobody has used them for 90 days, then they go to the bin", "366 days"),
    (1, 500): ("until nobody has used them for 1 days, then they go to the bin", "500 days"),
}


@pytest.mark.parametrize("rules", KEPT)
def test_what_is_said_of_keeping_is_what_is_done(client: Client, settings: Settings, rules: tuple[int, int]) -> None:
    settings.ENV = Env(retention_days=rules[0], audit_days=rules[1], privacy_contact="privacy@example.com")

    page = client.get(reverse("privacy")).content.decode()

    said = [
        f"<dt>{name}</dt><dd>{words}</dd>"
        for name, words in zip(("Experiments", "Activity log"), KEPT[rules], strict=True)
    ]
    said += [f"<dt>Bin</dt><dd>{binning.DAYS} days</dd>", f"<dt>Archives of your data</dt><dd>{LASTS.days} days</dd>"]
    said += [f"<dt>Share links</dt><dd>{shares.DAYS} days, ", '<a href="mailto:privacy@example.com">']
    assert [words for words in said if words not in page] == []
    assert settings.ENV.log_days in (0, *range(LOG_DAYS, 1_000))


def test_nobody_is_named_where_there_is_no_contact(client: Client) -> None:
    UserFactory()

    assert "mailto:" not in client.get(reverse("privacy")).content.decode()
