"""Rotation: every sealed secret of every model, sealed again under the newest key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction

from core.security.encryption import EncryptedField, Undecryptable, reencrypt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db import models


ELSEWHERE: list[Callable[[Rotated], None]] = []
"""What seals again secrets that are kept in tables of others, where no field of ours can say that they are sealed."""


@dataclass
class Rotated:
    """What came of it: secrets that are under the newest key now, and those no key of the list opens."""

    sealed: int = 0
    unreadable: int = 0


def rotate() -> Rotated:
    """Seal everything again; each row in a transaction of its own, so that it may be stopped and run again."""
    done = Rotated()
    for model, field in sealed_fields():
        for pk in rows_of(model).exclude(**{field: ""}).values_list("pk", flat=True):
            try:
                done.sealed += _rotate(model, field, pk)
            except Undecryptable:
                done.unreadable += 1
    for others in ELSEWHERE:
        others(done)
    return done


def sealed_fields() -> Iterator[tuple[type[models.Model], str]]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:  # noqa: SLF001 -- Django documents it
            if isinstance(field, EncryptedField):
                yield model, field.attname


def rows_of(model: type[models.Model]) -> models.QuerySet[models.Model]:
    """All of them, whatever the model's own manager hides."""
    return model._base_manager.all()  # noqa: SLF001 -- Django documents it


@transaction.atomic
def _rotate(model: type[models.Model], field: str, pk: object) -> int:
    locked = rows_of(model).select_for_update().filter(pk=pk)
    sealed = locked.values_list(field, flat=True).first()
    return locked.update(**{field: reencrypt(sealed)}) if sealed else 0
