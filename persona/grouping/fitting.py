"""One column fitted and encoded; small ones are remembered, so that another look at the same people begins at once."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from persona.grouping.encoders import make_encoder
from persona.remembering import Remembered, digest, packed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.grouping.encoders import Encoder
    from persona.grouping.features import Feature
    from persona.models import Column

COLUMNS, PEOPLE = 60, 10_000
"""Columns that are remembered, and people of the largest: about 1 MB each. Moves memory and waiting only."""


class Encoded(NamedTuple):
    """An encoder, and what it makes of the cells it was fitted on."""

    encoder: Encoder
    feature: Feature


_fitted = Remembered["Encoded | None"](most=COLUMNS)


def encoded(column: Column, cells: Sequence[str]) -> Encoded | None:
    """The encoder for a column and its feature, the encoder for the caller to change; None as `make_encoder`."""
    if len(cells) > PEOPLE:
        return _fit(column, cells)
    key = digest((column.model_dump_json(), *packed(cells)))
    found = _fitted.of(key, lambda: _fit(column, cells))
    return None if found is None else Encoded(copy(found.encoder), found.feature)


def _fit(column: Column, cells: Sequence[str]) -> Encoded | None:
    encoder = make_encoder(column, cells)
    return None if encoder is None else Encoded(encoder, encoder.encode(cells))
