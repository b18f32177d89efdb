"""Access: how a model's provider is reached. Never part of the settings, for those are written to disk."""

from __future__ import annotations

from pydantic import Field, SecretStr

from persona.models import Frozen


class Price(Frozen):
    """What a model costs where the price list does not know it, in US dollars for a million tokens."""

    input: float = Field(ge=0, allow_inf_nan=False)
    output: float = Field(ge=0, allow_inf_nan=False)


class Patience(Frozen):
    """How long a provider is waited for, in seconds, and how often it is asked again."""

    connect: float = Field(default=5, gt=0)
    read: float = Field(default=60, gt=0, description="Between two pieces of an answer.")
    total: float = Field(default=180, gt=0, description="One answer, with all tries and waits.")
    tries: int = Field(default=3, ge=1, le=10)
    wait: float = Field(default=1, ge=0, description="Before the second try, with jitter; doubled for each further.")


class Access(Frozen):
    """A key, an address, or both.

    Example:
        >>> Access(api_key="sk-secret", base_url="http://127.0.0.1:8000/v1").api_key
        SecretStr('**********')
    """

    api_key: SecretStr | None = None
    base_url: str | None = Field(default=None, description="Of anything that speaks as OpenAI does; else the usual.")
    price: Price | None = None
    patience: Patience = Patience()

    @property
    def secret(self) -> str | None:
        return self.api_key.get_secret_value() if self.api_key else None
