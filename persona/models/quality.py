"""How far a result can be trusted, and what a run will take."""

from __future__ import annotations

from pydantic import Field

from persona.models.base import Frozen


class Quality(Frozen):
    """How far the result can be trusted; every number is computed after writing."""

    statements: int
    with_quotes: int
    counted: int = Field(default=0, description="Statements from closed questions; each was counted again in the data.")
    weak: int = Field(description="Statements that one person carries, or whose words match weakly.")
    dropped: int = Field(description="Statements removed: not supported, or their evidence could not be found again.")
    quotes: int
    verbatim: float = Field(description="Share of quotes found character for character in the stored data.")
    people_quoted: int
    fit_well: float = Field(description="Share of people who fit one persona clearly.")
    between: int
    distinctiveness: float = Field(description="1 − mean cosine similarity between the personas' quoted words.")


class Estimate(Frozen):
    """What a run will take, before it starts."""

    seconds_low: float
    seconds_high: float
    cost_usd: float | None = Field(description="What is likely; 0 where nothing is paid, None: the price is unknown.")
    cost_low: float | None = None
    cost_high: float | None = Field(default=None, description="With every retry; a budget of so much is enough.")
    tokens: int = Field(description="What is likely, sent and received together.")
    tokens_high: int = 0
    requests: int = Field(default=0, description="Calls, if no answer has to be asked for again.")
    leaves: tuple[str, ...] = Field(default=(), description="What would be sent to a provider.")
    stays: tuple[str, ...] = ()
