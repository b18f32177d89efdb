"""Passwords: what is refused, in one sentence."""

import pytest
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from pytest_django import Settings

from persona_web.settings import PASSWORD_HASHERS

COMMON = "Many people use this password, so it is tried first. Choose another."


@pytest.mark.parametrize(
    ("password", "sentences"),
    [
        ("sunday", ["Use 12 characters or more. Yours has 6."]),
        ("elevenchars", ["Use 12 characters or more. Yours has 11."]),
        ("password1234", [COMMON]),
        ("PASSWORD1234", [COMMON]),
    ],
)
def test_refused(password: str, sentences: list[str]) -> None:
    with pytest.raises(ValidationError) as refusal:
        validate_password(password)

    assert refusal.value.messages == sentences


@pytest.mark.parametrize("password", ["we eat at seven", "ooooooooooooo!", "Dinner slips ☂"])
def test_accepted_without_rules_about_characters(password: str) -> None:
    validate_password(password)


def test_passwords_are_kept_as_argon2(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS  # the real ones; the other tests use a quick one

    assert make_password("we eat at seven").startswith("argon2$argon2id$")
