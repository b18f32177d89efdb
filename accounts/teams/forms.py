"""Forms of teams: a name, whom to invite, a role."""

from __future__ import annotations

import re
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accounts.teams.models import Role, Team
from persona.messages import sentence

SEVERAL = re.compile(r"[\s,;]+")
AT_ONCE = 20


class NameForm(forms.ModelForm):
    """What a team is called."""

    class Meta:
        model = Team
        fields = ("name",)
        labels: ClassVar = {"name": "Name of the team"}
        widgets: ClassVar = {"name": forms.TextInput(attrs={"autocomplete": "organization"})}


class InviteForm(forms.Form):
    """Addresses with commas or lines between them, and what they shall be."""

    emails = forms.CharField(
        label="Invite by mail",
        max_length=4_000,
        widget=forms.TextInput(
            attrs={"placeholder": "name@company.com, several with commas", "autocomplete": "off", "inputmode": "email"}
        ),
        error_messages={"required": "Give at least one e-mail address."},
    )
    role = forms.ChoiceField(label="As", choices=Role.choices, initial=Role.EDITOR)

    def clean_emails(self) -> list[str]:
        found = [each for each in SEVERAL.split(self.cleaned_data["emails"]) if each]
        if len(found) > AT_ONCE:
            raise ValidationError(f"These are {len(found)} addresses. Invite {AT_ONCE} at a time.")
        for each in found:
            try:
                validate_email(each)
            except ValidationError:
                raise ValidationError(sentence("bad_email", email=each)) from None
        if not found:
            raise ValidationError("Give at least one e-mail address.")
        return found


class RoleForm(forms.Form):
    """Another role for a member."""

    role = forms.ChoiceField(choices=Role.choices)
