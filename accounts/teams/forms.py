"""Forms of teams: a name, whom to invite, a role, a look."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accounts.teams.models import Role, Team
from persona.exceptions import PersonaError
from persona.exporting.look import colour_of
from persona.exporting.pictures import LARGEST_FILE
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


COLOUR = {"placeholder": "#7a1f5c", "autocomplete": "off", "spellcheck": "false"}


class LookForm(forms.Form):
    """A logo and two colours; what is left empty looks as ours."""

    logo = forms.FileField(
        required=False,
        help_text="PNG, JPEG, WebP or GIF, at most 2 MB. It is drawn anew: nothing else of the file is kept.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp,image/gif"}),
    )
    remove_logo = forms.BooleanField(label="Without a logo", required=False)
    titles = forms.CharField(
        label="Colour of titles", max_length=40, required=False, widget=forms.TextInput(attrs=COLOUR)
    )
    lines = forms.CharField(
        label="Colour of lines", max_length=40, required=False, widget=forms.TextInput(attrs=COLOUR)
    )

    def changes(self) -> dict[str, Any]:
        """What the service is to change."""
        given = self.cleaned_data
        file = given["logo"]
        logo = file.read(LARGEST_FILE + 1) if file else None
        if logo is None and given["remove_logo"]:
            logo = b""
        return {"titles": given["titles"], "lines": given["lines"], "logo": logo}

    def field_of(self, code: str) -> str | None:
        """The field that a refusal is about."""
        if code.startswith("picture_"):
            return "logo"
        return next((name for name in ("titles", "lines") if code == "colour_unknown" and self._is_wrong(name)), None)

    def _is_wrong(self, name: str) -> bool:
        try:
            colour_of(self.cleaned_data[name])
        except PersonaError:
            return True
        return False
