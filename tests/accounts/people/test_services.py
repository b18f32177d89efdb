"""Accounts made by an operator: the same rules as at sign-up, and an address that counts as confirmed."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from accounts.people.models import User
from accounts.people.services import create_person, make_operator, person, rename_person
from persona.exceptions import ConfigurationError

pytestmark = pytest.mark.django_db
PASSWORD = "four words in a row"


def test_a_new_person_can_sign_in_and_is_confirmed() -> None:
    made = create_person(email=" Ana@Supper.example ", password=PASSWORD, name="Ana Berg")

    assert (made.email, made.name, made.is_staff, made.is_superuser) == ("ana@supper.example", "Ana Berg", False, False)
    assert list(EmailAddress.objects.values_list("user", "email", "verified", "primary")) == [
        (made.pk, "ana@supper.example", True, True)
    ]
    browser = Client()
    answer = browser.post("/account/login/", {"login": "ana@supper.example", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_another_name_changes_nothing_else_that_was_written_meanwhile(alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(is_active=False)

    rename_person(alice, name="Alice A. Arden")

    assert User.objects.values_list("name", "is_active").get(pk=alice.pk) == ("Alice A. Arden", False)


def test_an_operator_may_open_the_administration() -> None:
    made = create_person(email="ops@supper.example", password=PASSWORD, is_operator=True)

    browser = Client()
    browser.force_login(made)
    assert (made.is_staff, made.is_superuser, browser.get("/admin/").status_code) == (True, True, 200)


@pytest.mark.parametrize(
    ("email", "password", "code", "message"),
    [
        ("ana", PASSWORD, "bad_email", "“ana” is no e-mail address."),
        ("Alice@example.com", PASSWORD, "person_exists", "There is an account with the e-mail alice@example.com."),
        ("ana@supper.example", "short", "bad_password", "Use 12 characters or more. Yours has 5."),
        (
            "ana@supper.example",
            "password1234",
            "bad_password",
            "Many people use this password, so it is tried first. Choose another.",
        ),
    ],
)
def test_what_sign_up_refuses_is_refused(email: str, password: str, code: str, message: str, alice: User) -> None:
    with pytest.raises(ConfigurationError) as caught:
        create_person(email=email, password=password)

    assert (caught.value.code, caught.value.message) == (code, message)
    assert list(User.objects.all()) == [alice]


def test_somebody_with_an_account_becomes_an_operator(alice: User) -> None:
    make_operator(alice)

    assert list(User.objects.filter(is_staff=True, is_superuser=True)) == [alice]


def test_a_person_is_found_however_the_address_is_written(alice: User) -> None:
    assert person("ALICE@example.com") == alice


def test_nobody_is_one_sentence(alice: User) -> None:
    with pytest.raises(ConfigurationError) as caught:
        person("nobody@example.com")

    assert (caught.value.code, caught.value.hint) == (
        "person_missing",
        "Check the address, or make one: persona user create.",
    )
