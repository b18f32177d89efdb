"""The pages of teams, and what a role finds on the others."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from django.urls import Resolver404, resolve, reverse

from accounts.models import Invitation, Membership, User
from accounts.teams import invitations
from accounts.teams.access import needed_by
from accounts.teams.models import Role
from accounts.teams.services import create_team
from tests.factories import DataSourceFactory, ExperimentFactory, UserFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from accounts.models import Team

pytestmark = pytest.mark.django_db
VIEWER = "You are a viewer in “Alice Arden’s team”: you may look at results, and change nothing."
VOID = {"input", "meta", "link", "hr", "br", "use", "path", "rect", "img", "ellipse", "col"}


@pytest.fixture
def as_alice(alice: User, team: Team, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def page(client: Client, team: Team) -> str:
    return client.get(reverse("teams:of", args=[team.pk])).content.decode()


def of(user: User, team: Team) -> Membership:
    return Membership.objects.get(user=user, team=team)


def test_the_page_shows_who_is_in_and_offers_owners_what_they_may_do(
    as_alice: Client, team: Team, vera: User, client_of: Callable[[User], Client]
) -> None:
    owners, viewers = page(as_alice, team), page(client_of(vera), team)

    for text in ("Alice Arden", "bob@example.com", "Vera Vale"):
        assert text in owners
        assert text in viewers
    for text in ("Send invitations", "Change the role of Bob Brook", "Hand over<span", "Remove<span"):
        assert text in owners
        assert text not in viewers


def test_people_are_invited_from_the_page(as_alice: Client, team: Team) -> None:
    address = reverse("teams:invite", args=[team.pk])

    sent = as_alice.post(address, {"emails": "a@x.example, b@x.example;a@x.example", "role": "viewer"}, follow=True)
    wrong = as_alice.post(address, {"emails": "a@x.example nobody", "role": "viewer"})
    again = as_alice.post(address, {"emails": "a@x.example", "role": "owner"})

    assert "An invitation went to 2 people. It can be accepted for 7 days." in sent.content.decode()
    assert "2 invitations are open" in sent.content.decode()
    assert (wrong.status_code, "“nobody” is no e-mail address." in wrong.content.decode()) == (422, True)
    assert 'value="a@x.example nobody"' in wrong.content.decode()  # what was typed stays
    assert (again.status_code, "a@x.example is invited already." in again.content.decode()) == (422, True)
    assert list(team.invitations.values_list("email", "role")) == [("a@x.example", "viewer"), ("b@x.example", "viewer")]


def test_whose_address_is_not_confirmed_invites_nobody(client_of: Callable[[User], Client]) -> None:
    user = UserFactory(is_confirmed=False)
    team = user.membership.team

    answer = client_of(user).post(reverse("teams:invite", args=[team.pk]), {"emails": "a@x.example", "role": "viewer"})

    assert (answer.status_code, team.invitations.exists()) == (403, False)


def test_an_invitation_is_sent_again_or_taken_back(as_alice: Client, team: Team, alice: User) -> None:
    (found,) = invitations.invite(team=team, emails=["a@x.example"], role=Role.VIEWER, by=alice)

    too_soon = as_alice.post(reverse("teams:invitation-again", args=[found.pk]), follow=True)
    back = as_alice.post(reverse("teams:invitation-take-back", args=[found.pk]), follow=True)

    assert "was sent a moment ago" in too_soon.content.decode()
    assert "The invitation is taken back." in back.content.decode()
    assert not Invitation.objects.exists()


def test_roles_are_changed_and_members_removed_after_a_question(
    as_alice: Client, team: Team, bob: User, vera: User
) -> None:
    as_alice.post(reverse("teams:role", args=[of(vera, team).pk]), {"role": "editor"})
    wrong = as_alice.post(reverse("teams:role", args=[of(vera, team).pk]), {"role": "boss"}, follow=True)
    remove = reverse("teams:remove", args=[of(bob, team).pk])
    question = as_alice.get(remove).content.decode()
    answer = as_alice.post(remove, follow=True)

    assert "Choose one of the three roles." in wrong.content.decode()
    assert "Remove Bob Brook from" in question
    assert "Bob Brook is no longer in “Alice Arden’s team”." in answer.content.decode()
    assert dict(team.memberships.values_list("user__name", "role")) == {"Alice Arden": "owner", "Vera Vale": "editor"}


def test_the_last_owner_hands_over_before_they_leave(as_alice: Client, team: Team, bob: User) -> None:
    leave = reverse("teams:leave", args=[team.pk])

    refused = as_alice.post(leave)
    as_alice.post(reverse("teams:hand-over", args=[of(bob, team).pk]))
    left = as_alice.post(leave, follow=True)

    assert (refused.status_code, "would have no owner any more." in refused.content.decode()) == (422, True)
    assert "You have left “Alice Arden’s team”." in left.content.decode()
    assert dict(team.memberships.values_list("user__name", "role")) == {"Bob Brook": "owner", "Vera Vale": "viewer"}


def test_a_team_is_made_named_and_worked_in(as_alice: Client, alice: User, team: Team) -> None:
    ExperimentFactory(owner=alice, name="Old")

    as_alice.post(reverse("teams:create"), {"name": "Supper"})
    empty = as_alice.get("/").content.decode()
    made = User.objects.get(pk=alice.pk).membership.team
    as_alice.post(reverse("teams:rename", args=[made.pk]), {"name": "Dinner"})
    nameless = as_alice.post(reverse("teams:rename", args=[made.pk]), {"name": ""})
    back = as_alice.post(reverse("teams:switch", args=[of(alice, team).pk]), follow=True)

    assert "Turn your research into personas" in empty
    assert (nameless.status_code, page(as_alice, made).count("Dinner") > 1) == (422, True)
    assert "You work in “Alice Arden’s team” now." in back.content.decode()
    assert "Old" in back.content.decode()


def test_nobody_works_in_a_team_that_they_are_not_in(
    team: Team, charlie: User, client_of: Callable[[User], Client]
) -> None:
    answer = client_of(charlie).post(reverse("teams:switch", args=[team.memberships.get(role="editor").pk]))

    assert answer.status_code == 404
    assert User.objects.get(pk=charlie.pk).membership.team != team


def test_who_was_removed_with_a_page_open_changes_nothing(
    team: Team, alice: User, bob: User, client_of: Callable[[User], Client]
) -> None:
    experiment = ExperimentFactory(owner=alice)
    browser = client_of(bob)
    assert browser.get(reverse("experiments:describe", args=[experiment.pk])).status_code == 200
    of(bob, team).delete()

    answer = browser.post(reverse("experiments:describe", args=[experiment.pk]), {"name": "Mine"})

    experiment.refresh_from_db()
    assert (answer.status_code, experiment.name) == (404, experiment.name)
    assert "Mine" not in experiment.name


def test_a_viewer_hears_in_a_sentence_what_they_may_not_do(
    team: Team, alice: User, vera: User, client_of: Callable[[User], Client]
) -> None:
    experiment = ExperimentFactory(owner=alice)

    answer = client_of(vera).post(reverse("experiments:delete", args=[experiment.pk]))

    assert answer.status_code == 403
    assert "You are a viewer in “Alice Arden’s team”" in answer.content.decode()
    assert "Ask Alice Arden to make you an editor." in answer.content.decode()
    experiment.refresh_from_db()


def test_a_part_of_a_page_is_refused_in_a_sentence_that_the_page_shows(
    team: Team, alice: User, vera: User, client_of: Callable[[User], Client]
) -> None:
    experiment = ExperimentFactory(owner=alice)

    answer = client_of(vera).post(reverse("experiments:delete", args=[experiment.pk]), headers={"HX-Request": "true"})

    assert (answer.status_code, answer.headers["Content-Type"], answer.content.decode()) == (
        403,
        "text/plain; charset=utf-8",
        f"{VIEWER} Ask Alice Arden to make you an editor.",
    )


class Offers(HTMLParser):
    """The addresses that a page offers to this role: what it marks as for others is hidden."""

    def __init__(self, hidden: set[str]) -> None:
        super().__init__()
        self.hidden, self.stack, self.found = hidden, [False], set[tuple[str, str]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_hidden = self.stack[-1] or bool(self.hidden & given.keys())
        if not is_hidden and tag in ("a", "form"):
            method = (given.get("method") or "get").upper() if tag == "form" else "GET"
            self.found.add((method, given.get("href") or given.get("action") or ""))
        if tag not in VOID:
            self.stack.append(is_hidden)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.stack.pop()


@pytest.mark.parametrize("role", ["viewer", "editor"])
def test_pages_offer_a_role_only_what_it_may_do(
    role: str,
    team: Team,
    alice: User,
    bob: User,
    vera: User,
    data_dir: Path,
    client_of: Callable[[User], Client],
) -> None:
    run = finished_run(DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment)
    stopped = finished_run(run.experiment, number=run.number + 1, status="cancelled")
    persona = run.personas.get(position=1)
    browser = client_of(vera if role == "viewer" else bob)
    pages = [
        "/",
        "/help/",
        "/team/",
        "/account/",
        "/account/api/",
        "/account/keys/",
        reverse("generation:results", args=[run.pk]),
        reverse("generation:tables", args=[run.pk]),
        reverse("generation:place", args=[run.pk]),
        reverse("generation:runs", args=[run.experiment_id]),
        reverse("generation:run", args=[stopped.pk]),
        reverse("generation:persona", args=[persona.pk]),
        reverse("generation:persona", args=[persona.pk]) + f"?e={persona.statements.get(position=1).pk}",
    ]
    bad = []
    for address in pages:
        offers = Offers({"data-edits", "data-owns"} if role == "viewer" else {"data-owns"})
        text = browser.get(address).content.decode()
        assert re.search(r'<body class="no-owner( no-edit)?"', text), address
        offers.feed(text)
        bad += [(address, *each) for each in sorted(offers.found) if not _allows(Role(role), *each)]

    assert bad == []


def _allows(role: Role, method: str, address: str) -> bool:
    path = address.partition("?")[0].partition("#")[0]
    try:
        match = resolve(path) if path.startswith("/") and not path.startswith("/api/") else None
    except Resolver404:
        return True
    needed = needed_by(match.func, match.view_name).by(method) if match else None
    return needed is None or role.holds(needed)


def test_a_viewer_of_one_team_owns_another(vera: User, team: Team, client_of: Callable[[User], Client]) -> None:
    create_team(user=vera, name="Own")

    assert 'class="no-owner' not in client_of(vera).get("/").content.decode()
    assert 'class="no-owner no-edit"' in page(client_of(vera), team)
