"""Origins: where the words of a statement come from, and what a model had to do with a persona."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core import figures
from generation.providers.registry import BUILTIN, writer_words
from persona.models import Usage

if TYPE_CHECKING:
    from generation.personas.models import Persona, Statement
    from generation.runs.models import Run

# Words and icon by the library's origin; a model's words are as strong as their quotes.
ORIGINS = {
    "quoted": ("In their own words", "quote"),
    "counted": ("Counted", "bars"),
    "model": ("Phrased by AI", "spark"),
    "person": ("Written by a person", "edit"),
}


def origin(statement: Statement) -> str:
    """Where the words come from: "Phrased by AI, clear"."""
    if statement.origin == "person" and (changed := statement.marks.get("changed")):
        return f"Edited by {changed['who'] or 'somebody'}"
    said = ORIGINS[statement.origin][0]
    if statement.origin != "model":
        return said
    looked = ", confirmed by a second look" if statement.confirmed else ""
    return f"{said}, {statement.strength}{looked}"


def origin_icon(statement: Statement) -> str:
    return ORIGINS[statement.origin][1]


@dataclass(frozen=True)
class PersonaProvenance:
    """Who wrote one persona, at what price, and what did not stand up to its quotes."""

    persona: Persona

    @property
    def by_model(self) -> bool:
        return self.persona.usage is not None

    @property
    def cost(self) -> str:
        return figures.money(Usage.model_validate(self.persona.usage or {}).cost_usd)

    @property
    def is_phrased(self) -> bool:
        """Whether tagline or story are a model's words."""
        return bool(self.persona.phrased)

    @property
    def dropped(self) -> int:
        return len(self.persona.dropped)


def writer(run: Run) -> str:
    """Who wrote the personas of a run, as a sentence begins: "Written by OpenAI, gpt-5.4-mini"."""
    model = run.config.get("model", BUILTIN)
    usage = Usage.model_validate(run.usage or {})
    if model != BUILTIN:
        return f"Written by {writer_words(model)}"
    return (
        "Begun by a model, finished by the built-in writer"
        if usage.requests
        else "Written by the built-in writer, without AI"
    )


def price(run: Run) -> str:
    """What a finished run has cost."""
    cost = Usage.model_validate(run.usage or {}).cost_usd
    return "Price unknown" if cost is None else figures.money(cost) if cost else "Free"
