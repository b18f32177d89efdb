"""The form of a model's answer. Descriptions are read by the model; lengths and counts are checked on return.

A claim is called `quote_or_paraphrase` because that is all it may be.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from persona.kinds import StatementKind

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
PassageId = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
CITED = 8


class Claim(BaseModel):
    """Words with the ids of the passages that carry them."""

    model_config = ConfigDict(extra="ignore")

    quote_or_paraphrase: Annotated[Text, StringConstraints(max_length=600)] = Field(
        description="A cited passage word for word, or a paraphrase with its own terms."
    )
    evidence_ids: list[PassageId] = Field(
        min_length=1, max_length=CITED, description='Ids of the passages that say so, for example ["q3", "q17"].'
    )

    @property
    def text(self) -> str:
        return self.quote_or_paraphrase


class StatementReply(Claim):
    """One statement."""

    kind: StatementKind


class Reply(BaseModel):
    """The persona."""

    model_config = ConfigDict(extra="ignore")

    tagline: Annotated[Text, StringConstraints(max_length=160)] = Field(
        description="At most ten words, in terms of the passages."
    )
    summary: Claim
    statements: list[StatementReply] = Field(min_length=1, max_length=30)
