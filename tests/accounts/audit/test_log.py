"""The activity log: what is written by which service, that nothing changes it, and who may read it."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.audit import services, triggers
from accounts.audit.models import ReadOnlyEntry
from accounts.models import ApiToken, AuditEntry, Membership, User
from accounts.people.services import make_operator
from accounts.provider_keys.services import remove_key
from accounts.teams import invitations
from accounts.teams.models import Role
from accounts.teams.services import change_role, hand_over, remove_member
from experiments import binning
from generation.shares import services as shares
from persona.providers import PROVIDERS
from tests.accounts.teams.conftest import join
from tests.factories import PASSWORD, ExperimentFactory, UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from accounts.models import Team
    from generation.models import Run

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(alice: User, bob: User) -> Team:
    found = alice.membership.team
    join(bob, found, Role.EDITOR)
    return found


def written() -> list[tuple[str, dict[str, Any]]]:
    """Actions with their details, the oldest first."""
    return list(AuditEntry.objects.order_by("at", "id").values_list("action", "detail"))


def sign_in(email: str, password: str, **headers: str) -> Client:
    client = Client(REMOTE_ADDR="198.51.100.7", HTTP_USER_AGENT="Mozilla/5.0 (X11; Linux) Firefox/140.0", **headers)
    client.post(reverse("account_login"), {"login": email, "password": password})
    return client


def test_signing_in_failing_and_out_with_where(alice: User) -> None:
    sign_in(alice.email, "wrong")
    sign_in("nobody@example.com", "wrong")
    sign_in(alice.email, PASSWORD).post(reverse("account_logout"))

    found = AuditEntry.objects.order_by("at", "id").values_list("action", "person", "address", "device")
    place = ("198.51.100.7", "Firefox on Linux")
    assert list(found) == [
        ("sign_in_failed", alice.pk, *place),
        ("sign_in_failed", None, *place),
        ("signed_in", alice.pk, *place),
        ("signed_out", alice.pk, *place),
    ]
    assert "nobody" not in str(AuditEntry.objects.values())


def test_roles_and_members(team: Team, alice: User, bob: User) -> None:
    invitations.invite(team=team, emails=["lea@supper.example"], role=Role.VIEWER, by=alice)
    invitations.take_back(invitation=team.invitations.get())
    mine, theirs = (Membership.objects.get(team=team, user=user) for user in (alice, bob))
    change_role(membership=theirs, role=Role.VIEWER)
    change_role(membership=theirs, role=Role.VIEWER)
    hand_over(of=mine, to=theirs)
    remove_member(membership=mine)

    assert written() == [
        ("invited", {"role": "viewer"}),
        ("invitation_taken_back", {}),
        ("role_changed", {"before": "editor", "now": "viewer"}),
        ("handed_over", {}),
        ("member_left", {}),
        ("member_removed", {}),
    ]
    assert "lea@" not in str(AuditEntry.objects.values())


def test_tokens_and_keys(team: Team, alice: User) -> None:
    token, text = ApiToken.objects.issue(alice, name="Weekly report", scopes=["read"])
    token.revoke()
    token.revoke()
    alice.membership.team.providerkeys.create(owner=alice, provider="openai", checked=timezone.now())
    remove_key(team=team, provider=PROVIDERS["openai"])

    assert written() == [
        ("token_made", {"scopes": ["read"]}),
        ("token_revoked", {}),
        ("key_removed", {"provider": "openai"}),
    ]
    assert [words for words in (text, "Weekly report") if words in str(AuditEntry.objects.values())] == []


def test_experiments_and_links(alice: User, finished: Run) -> None:
    experiment = finished.experiment
    link = shares.share(alice, finished, name="Client workshop").link
    shares.close(link)
    shares.close(link)
    shares.open_again(link)
    binning.move_to_bin(experiment=experiment, by=alice)
    binning.put_back(experiment=experiment)
    binning.delete_experiment(experiment=experiment)

    assert written() == [
        ("share_made", {"audience": "anyone"}),
        ("share_closed", {}),
        ("share_opened", {}),
        ("experiment_binned", {}),
        ("experiment_restored", {}),
        ("experiment_deleted", {}),
    ]


@pytest.fixture
def finished(alice: User, data_dir: Path) -> Run:
    from tests.generation.values import finished_run

    return finished_run(ExperimentFactory(owner=alice))


def test_what_operators_do(alice: User, client_of: Callable[[User], Client]) -> None:
    make_operator(alice)
    other = UserFactory(name="Somebody")

    client_of(alice).post(f"/admin/accounts/user/{other.pk}/change/", {"email": other.email, "name": "Renamed"})

    entry = AuditEntry.objects.get(action="administered")
    assert (entry.person, entry.detail) == (alice.pk, {"what": "user", "of": str(other.pk), "how": "Change"})
    assert written()[0] == ("made_operator", {})


@pytest.fixture
def entry(alice: User) -> AuditEntry:
    return services.record("signed_in", person=alice.pk)


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: AuditEntry.objects.update(action="signed_out"),
        lambda entry: AuditEntry.objects.all().delete(),
        lambda entry: AuditEntry.objects.bulk_update([entry], ["action"]),
        lambda entry: AuditEntry.objects.update_or_create(pk=entry.pk, defaults={"action": "signed_out"}),
    ],
    ids=["save", "delete", "update", "delete all", "bulk update", "update or create"],
)
def test_nothing_changes_an_entry_by_the_model(entry: AuditEntry, change: Callable[[AuditEntry], object]) -> None:
    with pytest.raises(ReadOnlyEntry):
        change(entry)

    assert AuditEntry.objects.values_list("action", flat=True).get(pk=entry.pk) == "signed_in"


@pytest.mark.parametrize("statement", ["UPDATE {} SET action = 'signed_out'", "DELETE FROM {}"])
def test_nothing_changes_an_entry_by_the_database(entry: AuditEntry, statement: str) -> None:
    triggers.make(connection)

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(triggers.TABLE))

    assert AuditEntry.objects.values_list("action", flat=True).get() == "signed_in"


def test_nothing_changes_an_entry_in_the_administration(entry: AuditEntry, client_of: Callable[[User], Client]) -> None:
    operator = client_of(User.objects.create_superuser("op@example.com", PASSWORD))
    url = f"/admin/accounts/auditentry/{entry.pk}/"

    answers = [operator.post(f"{url}{way}/", {"action": "signed_out"}).status_code for way in ("change", "delete")]

    assert (answers, operator.get(f"{url}change/").status_code) == ([403, 403], 200)
    assert operator.post("/admin/accounts/auditentry/add/").status_code == 403


def test_only_what_is_older_than_a_year_is_forgotten(entry: AuditEntry) -> None:
    AuditEntry.objects.create(action="signed_in", at=timezone.now() - timedelta(days=400))
    AuditEntry.objects.create(action="signed_in", at=timezone.now() - timedelta(days=300))
    triggers.make(connection)

    assert (services.forget_old(1), AuditEntry.objects.count()) == (1, 2)


def test_what_is_done_and_its_entry_stand_or_fall_together(team: Team, bob: User) -> None:
    theirs = Membership.objects.get(team=team, user=bob)

    transaction_begun = transaction.savepoint()
    change_role(membership=theirs, role=Role.VIEWER)
    transaction.savepoint_rollback(transaction_begun)

    assert written() == []


def page_of(team: Team, client: Client, **query: str) -> str:
    return client.get(reverse("teams:log", args=[team.pk]), query).content.decode()


def test_owners_read_their_teams_log(team: Team, alice: User, bob: User, client_of: Callable[[User], Client]) -> None:
    change_role(membership=Membership.objects.get(team=team, user=bob), role=Role.VIEWER)
    sign_in(bob.email, PASSWORD)
    services.record("role_changed", team=UserFactory(name="Zoe").membership.team_id, about=bob, now="owner")
    client = client_of(alice)

    page = page_of(team, client)
    only = page_of(team, client, what="sign-in")

    assert "Changed a role: Bob Brook" in page
    assert ("Signed in" in page, "198.51.100.7" in page) == (True, False)
    assert "now owner" not in page
    assert ("Signed in" in only, "Changed a role: Bob" in only) == (True, False)


def test_others_do_not(team: Team, bob: User, charlie: User, client_of: Callable[[User], Client]) -> None:
    for name in ("teams:log", "teams:log-file"):
        answers = [client_of(user).get(reverse(name, args=[team.pk])).status_code for user in (bob, charlie)]
        assert answers == [403, 404]


def test_pages_lead_to_older_ones(team: Team, alice: User, client_of: Callable[[User], Client]) -> None:
    for number in range(60):
        services.record("exported", team=team.pk, person=alice.pk, format=f"f{number}")
    client = client_of(alice)

    first = page_of(team, client)
    before = first.partition("before=")[2].partition('"')[0]
    second = page_of(team, client, before=before)

    assert (first.count("Downloaded a result"), second.count("Downloaded a result")) == (50, 10)
    assert [client.get(reverse("teams:log", args=[team.pk]), query).status_code for query in BAD] == [404, 404]


BAD = ({"before": "x"}, {"what": "everything"})


def test_the_file_of_a_team(team: Team, alice: User, bob: User, client_of: Callable[[User], Client]) -> None:
    change_role(membership=Membership.objects.get(team=team, user=bob), role=Role.VIEWER)
    gone = services.record("exported", team=team.pk, person=UserFactory().pk, format="xlsx")
    User.objects.filter(pk=gone.person).delete()

    answer = client_of(alice).get(reverse("teams:log-file", args=[team.pk]))
    lines = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))

    assert [(line["who"], line["what"], line["detail"]) for line in lines] == [
        (str(gone.person), "exported", '{"format": "xlsx"}'),
        ("", "role_changed", '{"before": "editor", "now": "viewer"}'),
    ]


def test_the_file_of_everybody_is_for_operators(
    entry: AuditEntry, alice: User, client_of: Callable[[User], Client]
) -> None:
    operator = client_of(User.objects.create_superuser("op@example.com", PASSWORD))

    answer = operator.get(reverse("admin:accounts_auditentry_file"))

    assert alice.email in b"".join(answer.streaming_content).decode()
    assert "Save all as CSV" in operator.get("/admin/accounts/auditentry/").content.decode()
    assert client_of(alice).get(reverse("admin:accounts_auditentry_file")).status_code == 302
