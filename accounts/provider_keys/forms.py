"""Form: what a person types to use a provider of their own."""

from __future__ import annotations

from typing import Any

from django import forms

from accounts.provider_keys.models import ProviderKey
from core.lengths import longest
from persona.providers import Provider
from persona.writers.llm import Access, Price

LONGEST_KEY = 500


class ProviderKeyForm(forms.Form):
    """A key, an address, or both: what the provider asks for and nothing else."""

    key = forms.CharField(max_length=LONGEST_KEY, strip=True, widget=forms.PasswordInput(attrs={"autocomplete": "off"}))
    base_url = forms.URLField(
        label="Address", max_length=longest(ProviderKey, "base_url"), required=False, assume_scheme="https"
    )
    model = forms.CharField(max_length=longest(ProviderKey, "model"), required=False, strip=True)
    input_price = forms.FloatField(label="Price of a million tokens read, in $", min_value=0, required=False)
    output_price = forms.FloatField(label="Price of a million tokens written, in $", min_value=0, required=False)

    def __init__(self, provider: Provider, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.provider = provider
        self.fields["key"].label = f"{provider.name} key"
        self.fields["key"].widget.attrs["placeholder"] = provider.key_looks_like
        self.fields["key"].help_text = "Stored locked. We test it before we keep it, and never show it again."
        self.fields["model"].help_text = "As its server calls it. We ask it for one word to see that all works."
        if provider.has_address:
            self.fields["base_url"].help_text = self._about_address()
        for name in self._not_asked():
            del self.fields[name]
        if not provider.has_key:
            self.fields["model"].required = self.fields["base_url"].required = True

    def clean(self) -> dict[str, Any]:
        """Another server has other models, and its prices are known together or not at all."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("base_url") and not found.get("model") and "model" not in self.errors:
            self.add_error("model", "Say which of its models to use.")
        if (found.get("input_price") is None) != (found.get("output_price") is None):
            self.add_error("output_price", "Give both prices, or none.")
        return found

    @property
    def access(self) -> Access:
        return Access(api_key=self.cleaned_data.get("key") or None, base_url=self.cleaned_data.get("base_url") or None)

    @property
    def price(self) -> Price | None:
        found = [self.cleaned_data.get(name) for name in ("input_price", "output_price")]
        return None if None in found else Price(input=found[0] or 0, output=found[1] or 0)

    def _not_asked(self) -> list[str]:
        unasked = [] if self.provider.has_key else ["key", "input_price", "output_price"]
        return unasked if self.provider.has_address else ["base_url", "model", "input_price", "output_price"]

    def _about_address(self) -> str:
        if self.provider.has_key:
            return "Only for another service that speaks as OpenAI does. Empty: OpenAI itself."
        return "Where your Ollama is reached, with /v1 at the end."
