"""Forms: the settings of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from accounts.provider_keys.forms import LONGEST_KEY
from accounts.provider_keys.models import ProviderKey
from core.lengths import longest
from generation.providers.registry import BUILTIN
from persona.exceptions import ConfigurationError
from persona.models import MAX_PERSONAS, PersonaConfig

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.forms import BoundField

    from generation.providers.registry import WriterOption

COUNTS = [("", "Let us decide"), *((str(count), str(count)) for count in range(1, MAX_PERSONAS + 1))]
DETAILS = [("short", "Short"), ("standard", "Standard"), ("deep", "In depth")]
TEMPLATES = [
    ("", "For any study"),
    ("ux", "UX research"),
    ("marketing", "Marketing"),
    ("product", "Product"),
    ("healthcare", "Healthcare"),
]
BUDGET, MOST = 2.0, 10_000.0
OTHER = ""  # a model that has no name in the list


class SettingsForm(forms.Form):
    """How many personas, who writes them, and how detailed; a model also has a name, a limit and a template."""

    count = forms.TypedChoiceField(
        label="How many personas?",
        choices=COUNTS,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    detail = forms.ChoiceField(label="How detailed?", choices=DETAILS, widget=forms.RadioSelect)
    budget_usd = forms.FloatField(
        label="Stop if it costs more than",
        min_value=0,
        max_value=MOST,
        required=False,
        initial=f"{BUDGET:.2f}",
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    template = forms.ChoiceField(label="Written for", choices=TEMPLATES, required=False)
    verify = forms.BooleanField(label="Let the model check each statement once more", required=False)
    look = forms.BooleanField(label="Look at the groups before anything is written", required=False)

    def __init__(self, writers: Sequence[WriterOption], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.writers = {option.id: option for option in writers if option.is_ready}
        ready = [(option.id, option.name) for option in self.writers.values()]
        self.fields["model"] = forms.ChoiceField(label="Who writes them?", choices=ready, widget=forms.RadioSelect)
        for option in self.writers.values():
            if option.models:
                named = [*option.models, (OTHER, "Another model")]
                self.fields[f"name_{option.id}"] = forms.ChoiceField(
                    label="Model", choices=named, required=False, initial=option.models[0].name
                )
                self.fields[f"other_{option.id}"] = forms.CharField(
                    label="Its name", max_length=longest(ProviderKey, "model"), required=False, strip=True
                )

    @classmethod
    def showing(cls, config: PersonaConfig, writers: Sequence[WriterOption]) -> SettingsForm:
        """The form with these settings chosen; a writer that can be used no more is not."""
        writer, _, name = config.model.partition(":")
        initial = config.model_dump(include={"count", "detail", "verify", "template"})
        initial |= {"count": config.count or "", "template": config.template or "", "model": writer}
        form = cls(writers, initial=initial)
        if writer != BUILTIN:
            form.initial["budget_usd"] = _dollars(config.budget_usd)
        if writer not in form.writers:
            form.initial["model"] = BUILTIN
        elif name:
            is_listed = name in dict(form.writers[writer].models)
            form.initial[f"name_{writer}"] = name if is_listed else OTHER
            form.initial[f"other_{writer}"] = "" if is_listed else name
        return form

    @property
    def options(self) -> Iterator[tuple[WriterOption, Any, BoundField | None, BoundField | None]]:
        """Each writer with its radio button and the fields for its model."""
        for choice, option in zip(self["model"], self.writers.values(), strict=True):
            has_names = f"name_{option.id}" in self.fields
            yield (
                option,
                choice,
                self[f"name_{option.id}"] if has_names else None,
                self[f"other_{option.id}"] if has_names else None,
            )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        writer = found.get("model")
        if writer and writer != BUILTIN:
            name = found.get(f"name_{writer}") or found.get(f"other_{writer}")
            if not name:
                self.add_error(f"other_{writer}", "Say which model to use.")
            found["model"] = f"{writer}:{name}"
        return found

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings as a draft keeps them; what the built-in writer does not use is left out."""
        data = self.cleaned_data
        kept = {name: data[name] for name in ("count", "model", "detail")}
        if data["model"] == BUILTIN:
            return kept
        return kept | {
            "budget_usd": data["budget_usd"],
            "template": data["template"] or None,
            "verify": data["verify"],
        }


def _dollars(amount: float | None) -> str:
    """Cents as people write them; a smaller limit keeps all its places."""
    if amount is None:
        return ""
    return f"{amount:.2f}" if round(amount, 2) == amount else f"{amount:g}"


class StartForm(forms.Form):
    """What the review page asks before a run starts."""

    request_key = forms.UUIDField(widget=forms.HiddenInput)
    notify = forms.BooleanField(label="E-mail me when it is ready", required=False)


class WayOnForm(forms.Form):
    """How a run that stopped shall go on; nothing chosen is as before."""

    WAYS = ("again", "raise", "builtin", "key")

    how = forms.ChoiceField(choices=[(way, way) for way in WAYS], required=False)
    budget_usd = forms.FloatField(min_value=0.0001, max_value=MOST, required=False)
    key = forms.CharField(max_length=LONGEST_KEY, strip=True, required=False)

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("how") == "raise" and not found.get("budget_usd") and not self.errors:
            raise forms.ValidationError("Give the new limit in dollars.")
        if found.get("how") == "key" and not found.get("key"):
            raise forms.ValidationError("Paste the new key.")
        return found

    @property
    def secret(self) -> str:
        """A new key, to be tried first."""
        return str(self.cleaned_data["key"]) if self.cleaned_data["how"] == "key" else ""

    @property
    def changes(self) -> dict[str, Any]:
        """The settings that differ from now on."""
        if self.cleaned_data["how"] == "raise":
            return {"budget_usd": self.cleaned_data["budget_usd"]}
        return {"model": BUILTIN, "budget_usd": None} if self.cleaned_data["how"] == "builtin" else {}

    @property
    def problem(self) -> ConfigurationError:
        """What is wrong with it, as one sentence."""
        return ConfigurationError(" ".join(str(text) for texts in self.errors.values() for text in texts))
