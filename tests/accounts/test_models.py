"""The models of all rooms, where Django looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from accounts import models
from accounts.models import ApiToken, IdempotencyRecord, ProviderKey, RateLimit, User
from tests.factories import UserFactory

if TYPE_CHECKING:
    from django.db.models import Model


def test_every_model_of_the_app_is_listed() -> None:
    found = {model.__name__ for model in apps.get_app_config("accounts").get_models()}

    assert found == set(models.__all__)


def test_the_models_of_all_rooms_are_tables_of_one_app() -> None:
    listed: tuple[type[Model], ...] = (ApiToken, IdempotencyRecord, ProviderKey, RateLimit, User)

    assert {model._meta.app_label for model in listed} == {"accounts"}
    assert apps.get_app_config("accounts").verbose_name == "People"


@pytest.mark.django_db
def test_what_belongs_to_a_person_goes_with_the_person(alice: User, bob: User) -> None:
    for owner in (alice, bob):
        ApiToken.objects.issue(owner, name="Report", scopes=["read"])

    alice.delete()

    assert [token.owner for token in ApiToken.objects.all()] == [bob]


@pytest.mark.django_db
def test_two_people_cannot_have_one_address(alice: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("ALICE@example.com", "we eat at seven")

    assert User.objects.count() == 1


@pytest.mark.django_db
def test_one_token_cannot_stand_for_two() -> None:
    token, _ = ApiToken.objects.issue(UserFactory(), name="Report", scopes=["read"])
    with pytest.raises(IntegrityError), transaction.atomic():
        ApiToken.objects.create(owner=token.owner, name="Copy", hash=token.hash, expires=token.expires)
