"""`{% address "experiments:data" pk %}`: as `url`, for what stands on every page or often on one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

from django import template
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from collections.abc import Hashable

register = template.Library()
ANYBODY = UUID(int=0)


@register.simple_tag
def address(name: str, pk: UUID | None = None) -> str:
    """The page `name`; of the object with this id, where it is a page of one."""
    found = _pattern(name, pk is not None, get_script_prefix(), get_urlconf())
    return mark_safe(found if pk is None else found.replace(str(ANYBODY), str(pk)))  # noqa: S308 -- ours, and an id


@lru_cache(maxsize=200)
def _pattern(name: str, has_id: bool, *_where: Hashable) -> str:
    """The address, with an id to be replaced; other places in the web have other ones."""
    return reverse(name, args=[ANYBODY] if has_id else [])
