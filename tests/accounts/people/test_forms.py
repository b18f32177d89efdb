"""Forms of accounts: our labels, one password field, the name kept."""

from __future__ import annotations

import pytest
from allauth.account import app_settings
from allauth.account.forms import ResetPasswordKeyForm
from allauth.utils import get_form_class

from tests.factories import UserFactory

LABELS = {
    "login": {"login": "Work e-mail", "password": "Password"},
    "signup": {"name": "Your name", "email": "Work e-mail", "password1": "Password"},
    "change_password": {
        "oldpassword": "Current password",
        "password1": "New password",
        "end_access": "Also revoke my API tokens and turn off my webhooks",
    },
    "set_password": {"password1": "New password"},
    "reset_password": {"email": "Work e-mail"},
    "reset_password_from_key": {"password1": "New password"},
    "add_email": {"email": "New e-mail"},
    "reauthenticate": {"password": "Password"},
}


@pytest.mark.parametrize("key", LABELS)
def test_labels_and_fields(key: str) -> None:
    form = get_form_class(app_settings.FORMS, key, ResetPasswordKeyForm)
    user = UserFactory.build()
    made = form(user=user) if key not in ("login", "signup", "reset_password") else form()

    assert {name: str(field.label) for name, field in made.fields.items()} == LABELS[key]


def test_every_form_in_the_settings_is_looked_at() -> None:
    assert set(app_settings.FORMS) == set(LABELS)
