"""The administration: operators only, through the one door."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import Client

from accounts.models import ApiToken, User
from tests.factories import UserFactory

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
