"""Passwords: long enough, and not among those everybody tries first. No rules about which characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from accounts.people.breached import is_breached

if TYPE_CHECKING:
    from accounts.people.models import User

MIN_LENGTH = 12


class LengthValidator:
    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002 -- Django's call
        if len(password) < MIN_LENGTH:
            raise ValidationError(
                f"Use {MIN_LENGTH} characters or more. Yours has {len(password)}.", code="password_too_short"
            )

    def get_help_text(self) -> str:
        return f"{MIN_LENGTH} characters or more. A few words in a row are easy to remember."


class CommonValidator(CommonPasswordValidator):
    def validate(self, password: str, user: User | None = None) -> None:
        """A short one is refused already; a second reason would only be noise."""
        if len(password) >= MIN_LENGTH:
            super().validate(password, user)

        if len(password) >= MIN_LENGTH and (path := settings.ENV.breached_passwords) and is_breached(password, path):
            raise ValidationError(
                "This password is in a list of stolen ones, so it is tried first. Choose another.",
                code="password_breached",
            )

    def get_error_message(self) -> str:
        return "Many people use this password, so it is tried first. Choose another."

    def get_help_text(self) -> str:
        return ""
