"""The dialect of a text table: how its cells are told apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Dialect:
    """How cells are told apart."""

    delimiter: bytes = b","
    quote: bytes | None = b'"'
    escape: bool = False  # \" stands for a quotation mark inside a quoted cell
    spaced: bool = False  # a blank may stand between delimiter and quotation mark
