"""People: one spelling of an address, a name that may be missing."""

import pytest
from django.db import IntegrityError

from accounts.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_one_spelling_for_one_mailbox() -> None:
    user = User.objects.create_user("Ana.Berg@Company.COM", "a-long-enough-pass-phrase")

    assert user.email == "ana.berg@company.com"
    with pytest.raises(IntegrityError):
        User.objects.create_user("ANA.BERG@company.com")


def test_forms_spell_it_the_same_way() -> None:
    user = User(email="Ana@Company.com")
    user.clean()

    assert user.email == "ana@company.com"


def test_an_operator_may_do_everything() -> None:
    user = User.objects.create_superuser("op@example.com", "a-long-enough-pass-phrase")

    assert (user.is_staff, user.is_superuser, user.check_password("a-long-enough-pass-phrase")) == (True, True, True)


@pytest.mark.parametrize(
    ("name", "email", "initials", "called"),
    [
        ("Ana Berg", "ana@example.com", "AB", "Ana"),
        ("Ana Maria van den Berg", "ana@example.com", "AB", "Ana"),
        ("ana", "ana@example.com", "A", "ana"),
        ("", "ana.berg@example.com", "AB", "ana.berg@example.com"),
        ("", "a@example.com", "A", "a@example.com"),
    ],
)
def test_what_people_are_called(name: str, email: str, initials: str, called: str) -> None:
    user = UserFactory.build(name=name, email=email)

    assert (user.initials, user.get_short_name(), user.get_full_name()) == (initials, called, name or email)
