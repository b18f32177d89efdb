"""Words that all written forms of a result share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.models import StatementKind
from persona.plural import counted

if TYPE_CHECKING:
    from persona.models import Fact, GenerationResult, Persona

HEADINGS: dict[StatementKind, str] = {
    "goal": "Goals",
    "need": "Needs",
    "frustration": "Frustrations",
    "behaviour": "Behaviours",
    "motivation": "Motivations",
}
SHOWN_QUOTES = 3  # below a statement; the JSON holds all


def overview(result: GenerationResult) -> str:
    """How many personas, from how many people, and why that many."""
    personas, respondents = counted(len(result.personas), "persona"), counted(result.rows, "respondent")
    return f"{personas} from {respondents}. {result.segmentation.reason}"


def people(persona: Persona) -> str:
    return f"{counted(persona.size, 'respondent')}, {persona.share:.0%}"


def beside(fact: Fact) -> str:
    """What stands beside a fact's value."""
    return "; ".join(part for part in (fact.comparison, f"everyone: {fact.everyone}") if part)
