"""The form of a new API token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from accounts.tokens.models import DAYS, MAX_DAYS, SCOPES, ApiToken
from core.lengths import longest
from persona.ids import uuid7

if TYPE_CHECKING:
    from django.forms.boundfield import BoundWidget

    from accounts.teams.models import Membership

LASTS = {DAYS: "In 90 days (recommended)", 30: "In 30 days", MAX_DAYS: "In one year"}


class TokenForm(forms.Form):
    """What a token is for, what it may do, how long it lasts; `key` makes a form that is sent twice one token."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    name = forms.CharField(label="What is it for?", max_length=longest(ApiToken, "name"))
    scopes = forms.MultipleChoiceField(
        label="What may it do?",
        choices=[(scope, word) for scope, (word, _) in SCOPES.items()],
        widget=forms.CheckboxSelectMultiple,
        initial=["read"],
        error_messages={"required": "Choose at least one."},
    )
    days = forms.TypedChoiceField(label="Ends", choices=LASTS.items(), coerce=int, initial=DAYS)

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        """A viewer's token may read, as the viewer may."""
        super().__init__(*args, **kwargs)
        if not membership.may_edit:
            self.fields["scopes"].choices = self.fields["scopes"].choices[:1]  # type: ignore[attr-defined]

    @property
    def offers(self) -> list[tuple[BoundWidget, str]]:
        """Each box with what it allows."""
        return [(box, SCOPES[box.data["value"]][1]) for box in self["scopes"]]
