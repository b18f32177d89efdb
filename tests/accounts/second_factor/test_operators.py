"""Operators and the second step: the administration opens only after it, where the setting says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from persona_web.env import Env
from tests.accounts.second_factor.test_steps import code_for, set_up
from tests.factories import PASSWORD

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def demanded(settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"operator_second_step": True})


@pytest.fixture
def operator(client: Client, demanded: None) -> Client:
    user = User.objects.create_superuser("op@example.com", PASSWORD)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def test_without_one_the_administration_leads_to_setting_it_up(operator: Client) -> None:
    response = operator.get("/admin/accounts/user/", follow=True)

    assert response.redirect_chain == [(reverse("mfa_index"), 302)]
    assert "Operators need a second step for the administration." in response.content.decode()
    assert operator.get("/").status_code == 200


def test_with_one_the_administration_asks_for_it_once(operator: Client) -> None:
    secret = set_up(operator)
    asked = operator.get("/admin/accounts/user/?q=x")

    confirmed = operator.post(asked.headers["Location"], {"code": code_for(secret)})

    assert asked.headers["Location"] == "/account/2fa/reauthenticate/?next=%2Fadmin%2Faccounts%2Fuser%2F%3Fq%3Dx"
    assert confirmed.headers["Location"] == "/admin/accounts/user/?q=x"
    assert operator.get("/admin/").status_code == 200


def test_a_change_is_refused_as_well(operator: Client) -> None:
    assert operator.post("/admin/accounts/user/add/", {"email": "x@example.com"}).headers["Location"] == reverse(
        "mfa_index"
    )
    assert not User.objects.filter(email="x@example.com").exists()


def test_who_signed_in_with_it_goes_straight_in(operator: Client) -> None:
    secret = set_up(operator)
    other = Client()
    other.post(reverse("account_login"), {"login": "op@example.com", "password": PASSWORD})
    other.post(reverse("mfa_authenticate"), {"code": code_for(secret)})

    assert other.get("/admin/").status_code == 200


def test_others_are_told_that_it_is_not_theirs(client: Client, alice: User, demanded: None) -> None:
    client.force_login(alice)

    assert client.get("/admin/", follow=True).status_code == 403


@pytest.mark.parametrize(
    ("given", "demands"),
    [
        ({}, False),
        ({"production": True}, True),
        ({"public_url": "https://persona.example.com"}, True),
        ({"production": True, "operator_second_step": False}, False),
        ({"operator_second_step": True}, True),
    ],
)
def test_where_others_reach_it_the_second_step_is_needed(given: dict[str, object], demands: bool) -> None:
    assert Env(**given).demands_second_step is demands
