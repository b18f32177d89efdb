"""How allauth keeps and names second steps here: secrets are sealed, and the words are ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter

from core.security.encryption import decrypt, encrypt

if TYPE_CHECKING:
    from accounts.people.models import User

ISSUER = "Persona"


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages: ClassVar = {
        "add_email_blocked": "While a second step is on, the e-mail stays. Switch it off before you change it.",
        "cannot_delete_authenticator": "This second step cannot be switched off.",
        "cannot_generate_recovery_codes": "Codes on paper need another second step beside them. Set one up first.",
        "incorrect_code": "This code is not right. A new one comes every 30 seconds; each works once.",
        "unverified_email": "Confirm your e-mail first, so that nobody can lock you out of an account with it.",
    }

    def get_totp_issuer(self) -> str:
        """What the app on the phone calls this installation: it may have several."""
        return f"{ISSUER} ({self._get_site_name()})"

    def encrypt(self, text: str) -> str:
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text)

    def generate_authenticator_name(self, user: User, type: Any) -> str:  # noqa: A002 -- allauth's name
        """What a new passkey is called where nobody says better."""
        from allauth.mfa.models import Authenticator

        return f"Passkey {Authenticator.objects.filter(user=user.pk, type=type).count() + 1}"
