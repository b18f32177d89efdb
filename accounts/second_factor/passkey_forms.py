"""Forms of passkeys: allauth's, which take what no device would send for a wrong code, not for a fault of ours.

Imported by name when a passkey is first used: what reads them costs a fifth of a second at each start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms as allauth_forms
from django import forms
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LETTERS_MOST = 20_000  # of a credential; devices send 2,000 at most


class Credential(forms.JSONField):
    """What a device said, which its reader has read once: allauth catches some of the reader's errors only."""

    widget = forms.HiddenInput

    def __init__(self, read: Callable[[Mapping[str, Any]], object]) -> None:
        super().__init__()
        self.read = read

    def clean(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > LETTERS_MOST:
            raise get_adapter().validation_error("incorrect_code")
        try:
            said = super().clean(value)
            self.read(said)
        except forms.ValidationError:
            raise
        except Exception:  # noqa: BLE001 -- errors of every kind, by the bytes that a stranger sends
            raise get_adapter().validation_error("incorrect_code") from None
        return said


class AddPasskeyForm(allauth_forms.AddWebAuthnForm):
    credential = Credential(RegistrationResponse.from_dict)


class PasskeyForm(allauth_forms.AuthenticateWebAuthnForm):
    credential = Credential(AuthenticationResponse.from_dict)


class PasskeyAgainForm(allauth_forms.ReauthenticateWebAuthnForm):
    credential = Credential(AuthenticationResponse.from_dict)


class PasskeySignInForm(allauth_forms.LoginWebAuthnForm):
    credential = Credential(AuthenticationResponse.from_dict)
