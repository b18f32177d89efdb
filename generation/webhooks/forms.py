"""The form of a webhook: where to, of which experiments, and what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from core.lengths import longest
from experiments.models import Experiment
from generation.webhooks.catalogue import EVENTS, USUAL
from generation.webhooks.models import Webhook
from persona.ids import uuid7

if TYPE_CHECKING:
    from accounts.models import Team


class WebhookForm(forms.Form):
    """`key` makes a form that is sent twice one webhook."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7, required=False)
    url = forms.URLField(
        label="Address",
        max_length=longest(Webhook, "url"),
        assume_scheme="https",
        help_text="The public address of your receiver. We post JSON there.",
        widget=forms.URLInput(attrs={"placeholder": "https://", "autocomplete": "off", "spellcheck": "false"}),
    )
    experiment = forms.ModelChoiceField(
        label="Of which experiment?", queryset=Experiment.objects.none(), required=False, empty_label="All"
    )
    events = forms.MultipleChoiceField(
        label="What shall we tell?",
        choices=[(name, event.words) for name, event in EVENTS.items()],
        initial=list(USUAL),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one."},
    )

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["experiment"].queryset = team.experiments.all()  # type: ignore[attr-defined]

    @classmethod
    def showing(cls, webhook: Webhook) -> WebhookForm:
        """The form as the webhook is now."""
        initial = {"url": webhook.url, "experiment": webhook.experiment_id, "events": webhook.events}
        return cls(team=webhook.team, initial=initial)

    @property
    def chosen(self) -> dict[str, Any]:
        """What the services take."""
        return {name: self.cleaned_data[name] for name in ("url", "events", "experiment")}
