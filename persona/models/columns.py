"""What the columns of a table mean, and what people say about them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from persona.models.base import Frozen
from persona.models.questions import Direction


class ColumnRole(StrEnum):
    """What a column means."""

    ID = "id"
    OPEN = "open_answer"
    CATEGORY = "category"
    MULTIPLE = "multiple_choice"
    RATING = "rating"
    NUMBER = "number"
    DATE = "date"
    PERSONAL = "personal_data"
    IGNORE = "ignore"


class Column(Frozen):
    """One column, as understood from its name and values; people may override `role` and `basis`."""

    name: str
    position: int = Field(description="From 0, in the file's order.")
    role: ColumnRole
    basis: bool = Field(description="True: helps to form the groups. False: only describes them.")
    question: str = Field(description="The text asked: the label row where there is one, else the name.")
    filled: int = Field(description="Cells that hold an answer (missing words such as NA do not count).")
    distinct: int
    detail: str = Field(
        default="", description='In words: "24 words on average", "1 – 5", "9 choices, separated by “;”".'
    )
    examples: tuple[str, ...] = ()
    options: tuple[str, ...] = Field(default=(), description="Category and multiple choice, most frequent first.")
    separator: str | None = Field(default=None, description="Multiple choice: what stands between two choices.")
    scale: tuple[float, float] | None = Field(default=None, description="Rating: lowest and highest value.")
    scale_words: tuple[str, ...] = Field(default=(), description="Rating in words: lowest to highest.")
    scale_ends: tuple[str, str] | None = Field(default=None, description="Rating: what its two ends are called.")
    higher_is: Direction | None = Field(default=None, description="Rating: what a greater value means, where known.")
    is_place: bool = Field(default=False, description="Rating: the place of one thing in an order; 1 is the first.")
    personal: int = Field(default=0, description="Cells in which personal data was found.")
    reason: str = Field(default="", description="Why this role and basis, in one sentence.")


class ColumnChoice(Frozen):
    """A person's word on one column; None leaves what was inferred."""

    role: ColumnRole | None = None
    basis: bool | None = None
