"""Prices, offline: from the list that comes with genai-prices, or as given; nothing is paid on this computer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from persona.writers.llm.model_name import ModelName

if TYPE_CHECKING:
    from persona.writers.llm.access import Access, Price

MILLION = 1_000_000


@dataclass(frozen=True)
class Tariff:
    """What tokens of one model cost."""

    kind: Literal["free", "given", "listed", "unknown"]
    name: ModelName
    price: Price | None = None

    @classmethod
    def of(cls, name: ModelName, access: Access) -> Tariff:
        """The tariff of a model as it is reached."""
        if access.price is not None:
            return cls("given", name, access.price)
        if name.is_local(access):
            return cls("free", name)
        return cls("unknown" if _listed(name, 1, 1) is None else "listed", name)

    def cost(self, input_tokens: int, output_tokens: int) -> float | None:
        """US dollars; None when the price is not known."""
        if self.kind == "free":
            return 0.0
        if self.price is not None:
            return (self.price.input * input_tokens + self.price.output * output_tokens) / MILLION
        return _listed(self.name, input_tokens, output_tokens)


def _listed(name: ModelName, input_tokens: int, output_tokens: int) -> float | None:
    """Without any rebate for what a provider has cached: rather too much than too little."""
    from genai_prices import Usage, calc_price

    try:
        usage = Usage(input_tokens=input_tokens, output_tokens=output_tokens)
        return float(calc_price(usage, name.name, provider_id=name.provider).total_price)
    except LookupError:
        return None
