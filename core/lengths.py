"""How long a text may be: as long as its column in the database, for forms and the API alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.models import Model


def longest(model: type[Model], field: str) -> int | None:
    """How many characters a field may hold; None: as many as there are."""
    length: int | None = model._meta.get_field(field).max_length  # type: ignore[union-attr]  # noqa: SLF001 -- Django documents it
    return length
