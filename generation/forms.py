"""Forms: the settings of a run."""

from __future__ import annotations

from django import forms

from persona.models import MAX_PERSONAS, PersonaConfig

COUNTS = [("", "Let us decide"), *((str(count), str(count)) for count in range(1, MAX_PERSONAS + 1))]
MODELS = [("builtin", "Built-in")]
DETAILS = [("short", "Short"), ("standard", "Standard"), ("deep", "In depth")]


class SettingsForm(forms.Form):
    """How many personas, who writes them, and how detailed."""

    count = forms.TypedChoiceField(
        label="How many personas?",
        choices=COUNTS,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    model = forms.ChoiceField(label="Who writes them?", choices=MODELS, widget=forms.RadioSelect)
    detail = forms.ChoiceField(label="How detailed?", choices=DETAILS, widget=forms.RadioSelect)

    @classmethod
    def showing(cls, config: PersonaConfig) -> SettingsForm:
        """The form with these settings chosen."""
        initial = config.model_dump(include={"count", "model", "detail"})
        return cls(initial=initial | {"count": config.count or ""})


class StartForm(forms.Form):
    """What the review page asks before a run starts."""

    request_key = forms.UUIDField(widget=forms.HiddenInput)
    notify = forms.BooleanField(label="E-mail me when it is ready", required=False)
