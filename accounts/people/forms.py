"""Forms of accounts: allauth's, in our words and without a second password field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account import forms as allauth
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.core import context
from django import forms
from django.db import transaction

from accounts.people import sign_up
from accounts.people.access import end_access
from accounts.people.models import NAME_LETTERS, User
from accounts.people.passwords import LengthValidator
from accounts.people.services import rename_own_team, rename_person

if TYPE_CHECKING:
    from django.http import HttpRequest

EMAIL = ("Work e-mail", "you@company.com")
NEW_PASSWORD = ("New password", "")


class Worded(forms.Form):
    """Says label and placeholder by `words`, and drops the repeated password: people may look at what they typed."""

    words: ClassVar[dict[str, tuple[str, str]]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, (label, placeholder) in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = label, ""
            field.widget.attrs.pop("placeholder", None)
            if placeholder:
                field.widget.attrs["placeholder"] = placeholder
        if "password1" in self.fields:
            self.fields["password1"].help_text = LengthValidator().get_help_text()


class SignInForm(Worded, allauth.LoginForm):
    words: ClassVar = {"login": EMAIL, "password": ("Password", "")}


class SignUpForm(Worded, allauth.SignupForm):
    words: ClassVar = {"name": ("Your name", ""), "email": EMAIL, "password1": ("Password", "")}
    field_order = ("name", "email", "password1")
    name = forms.CharField(
        max_length=NAME_LETTERS, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"}), strip=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = sign_up.help_of_address()

    def clean_email(self) -> str:
        """Refused before it is looked up, so that what is said is the same for addresses with an account."""
        if why := sign_up.refusal(context.request, self.cleaned_data["email"]):
            raise forms.ValidationError(why)
        email: str = super().clean_email()
        return email

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        super().custom_signup(request, user)
        rename_person(user, name=self.cleaned_data["name"])
        rename_own_team(user)
        # The password was chosen this moment: nobody need be asked for it again (see recent.py).
        record_authentication(request, user, method="password")


class PasswordChangeForm(Worded, allauth.ChangePasswordForm):
    words: ClassVar = {"oldpassword": ("Current password", ""), "password1": NEW_PASSWORD}
    end_access = forms.BooleanField(
        label="Also revoke my API tokens and turn off my webhooks",
        required=False,
        help_text="Choose it when somebody else may know the old password.",
    )

    def save(self) -> None:
        with transaction.atomic():
            super().save()
            if self.cleaned_data["end_access"]:
                end_access(self.user)


class PasswordSetForm(Worded, allauth.SetPasswordForm):
    words: ClassVar = {"password1": NEW_PASSWORD}


class PasswordFromKeyForm(Worded, allauth.ResetPasswordKeyForm):
    words: ClassVar = {"password1": NEW_PASSWORD}


class PasswordResetForm(Worded, allauth.ResetPasswordForm):
    words: ClassVar = {"email": EMAIL}


class EmailChangeForm(Worded, allauth.AddEmailForm):
    words: ClassVar = {"email": ("New e-mail", "you@company.com")}

    def save(self, request: HttpRequest) -> EmailAddress:
        """Keep the present address until the new one is confirmed.

        allauth takes any unconfirmed address for a change in progress and removes it; one that was never confirmed
        since sign-up would go, and the person's sign-in with it. So it counts as confirmed for this moment.
        """
        present = EmailAddress.objects.filter(user=self.user, email=self.user.email, verified=False)
        with transaction.atomic():
            hidden = list(present.values_list("pk", flat=True))
            present.update(verified=True)
            address = super().save(request)
            EmailAddress.objects.filter(pk__in=hidden).update(verified=False)
        return address


class ReauthenticateForm(Worded, allauth.ReauthenticateForm):
    words: ClassVar = {"password": ("Password", "")}


class ProfileForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ("name",)
        labels: ClassVar = {"name": "Your name"}
        widgets: ClassVar = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


class NoticesForm(forms.ModelForm):
    """What a person wants to hear of, and whether single keys act on this device."""

    single_keys = forms.BooleanField(required=False)

    class Meta:
        model = User
        fields = ("mail_when_done", "browser_when_done")
