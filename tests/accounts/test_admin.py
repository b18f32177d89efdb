"""The administration: operators only, through the one door."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.test import Client
from django.utils import timezone

from accounts.admin import FROM_ALLAUTH, OWNED
from accounts.audit.services import record
from accounts.models import ApiToken, Membership, ProviderKey, Takeout, User
from accounts.teams import invitations
from accounts.teams.models import Role
from core.admin import ReadOnly, View
from core.security.encryption import encrypt
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("op@example.com", "a-long-enough-pass-phrase"))
    return client


def test_strangers_sign_in_where_everybody_does(client: Client) -> None:
    assert client.get("/admin/").headers["Location"] == "/account/login/?next=/admin/"
    assert client.get("/admin/login/").headers["Location"].partition("?")[0] == "/account/login/"


def test_people_who_are_no_operators_are_told(client: Client, alice: User) -> None:
    client.force_login(alice)

    response = client.get("/admin/", follow=True)

    assert (response.status_code, "This page is for operators" in response.content.decode()) == (403, True)


def test_every_table_of_the_administration_opens_and_can_be_searched(operator: Client) -> None:
    for model, options in admin.site._registry.items():
        url = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        assert (operator.get(url).status_code, operator.get(f"{url}?q=x").status_code) == (200, 200), url
        if model.__module__.partition(".")[0] in ("persona_web", "experiments", "generation"):
            assert options.search_fields, model


def test_an_operator_adds_a_person(operator: Client) -> None:
    data = {
        "email": "New@Example.com",
        "name": "New Person",
        "usable_password": "true",
        "password1": "we eat at seven",
        "password2": "we eat at seven",
    }
    response = operator.post("/admin/accounts/user/add/", data)

    user = User.objects.get(name="New Person")
    assert (response.status_code, user.email, user.check_password("we eat at seven")) == (302, "new@example.com", True)


def test_an_operator_changes_a_person(operator: Client) -> None:
    user = UserFactory()
    url = f"/admin/accounts/user/{user.pk}/change/"
    assert operator.get(url).status_code == 200

    operator.post(url, {"email": user.email, "name": "Renamed", "is_active": "on"})

    user.refresh_from_db()
    assert (user.name, user.is_active, user.is_staff) == ("Renamed", True, False)


def test_the_administration_needs_no_looser_policy(operator: Client) -> None:
    response = operator.get("/admin/")

    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert "Persona administration" in response.content.decode()


def test_tokens_are_listed_without_what_opens(operator: Client) -> None:
    token, text = ApiToken.objects.issue(UserFactory(), name="Weekly report", scopes=["read"])

    pages = [operator.get(f"/admin/accounts/apitoken/{path}").content.decode() for path in ("", f"{token.pk}/change/")]

    assert ["Weekly report" in page for page in pages] == [True, True]
    assert [secret for secret in (text, token.hash) for page in pages if secret in page] == []


@pytest.mark.parametrize("view", [*OWNED, *FROM_ALLAUTH], ids=lambda view: view.model.__name__)
def test_nothing_is_added_changed_or_deleted_there(operator: Client, view: View, alice: User) -> None:
    page = admin.site._registry[view.model]
    url = f"/admin/{view.model._meta.app_label}/{view.model._meta.model_name}/"
    rows = {
        Takeout: lambda: Takeout.objects.create(user=alice),
        Membership: lambda: Membership.objects.filter(user=alice).get(),
        ProviderKey: lambda: ProviderKey.objects.create(owner=alice, provider="openai", checked=timezone.now()),
    }
    made = rows[view.model]() if view.model in rows else None

    assert isinstance(page, ReadOnly)
    assert (page.list_display, page.fields) == (view.columns, view.fields)
    assert operator.post(f"{url}add/").status_code == 403
    if made is not None:
        answers = [operator.post(f"{url}{made.pk}/{way}/", {"post": "yes"}).status_code for way in ("change", "delete")]
        bulk = {"action": "delete_selected", "_selected_action": str(made.pk), "post": "yes"}
        operator.post(url, bulk)
        assert (answers, view.model.objects.filter(pk=made.pk).exists()) == ([403, 403], True)


def test_keys_and_invitations_are_listed_without_what_opens(operator: Client, alice: User) -> None:
    sealed = encrypt("sk-of-somebody-1234")
    key = ProviderKey.objects.create(
        owner=alice, provider="openai", sealed=sealed, last_four="1234", checked=timezone.now()
    )
    [made] = invitations.invite(team=alice.membership.team, emails=["lea@supper.example"], role=Role.VIEWER, by=alice)
    invitation = alice.membership.team.invitations.get()
    paths = ("providerkey/", f"providerkey/{key.pk}/change/", "invitation/", f"invitation/{invitation.pk}/change/")

    pages = [operator.get(f"/admin/accounts/{path}").content.decode() for path in paths]

    assert ["1234" in page for page in pages[:2]] + ["lea@supper.example" in page for page in pages[2:]] == [True] * 4
    secrets = [sealed, "sk-of-somebody", *(str(value) for name, value in vars(invitation).items() if "hash" in name)]
    assert [secret for secret in secrets for page in pages if secret in page] == []
    assert made is not None


def test_staff_without_the_right_see_no_log(client: Client) -> None:
    record("signed_in")
    client.force_login(User.objects.create_user("staff@example.com", PASSWORD, is_staff=True))

    answers = [client.get(f"/admin/accounts/auditentry/{path}").status_code for path in ("", "file/")]

    assert answers == [403, 403]


def test_the_log_is_searched_by_who_and_what(operator: Client, alice: User, bob: User) -> None:
    for user, action in ((alice, "token_made"), (bob, "token_revoked")):
        record(action, person=user.pk)
    queries = (f"q={alice.pk}", "action__exact=token_revoked", "q=nobody")

    pages = [operator.get(f"/admin/accounts/auditentry/?{query}").content.decode() for query in queries]

    found = [re.findall(r'<td class="field-action">(.*?)</td>', page) for page in pages]
    assert found == [["Made an API token"], ["Revoked an API token"], []]
