"""`{% address "experiments:data" pk %}`: as `url`, for what stands on every page or often on one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

from django import template
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

register = template.Library()
ANYBODY = UUID(int=0)


@register.simple_tag
def address(name: str, pk: UUID | None = None) -> str:
    """The page `name`; of the object with this id, where it is a page of one."""
    if pk is not None:
        return pages_of(name)(pk)
    return mark_safe(_pattern(name, False, get_script_prefix(), get_urlconf()))  # noqa: S308 -- ours


def pages_of(name: str) -> Callable[[UUID], str]:
    """What gives the address of each object's page `name`: for many objects, cheaper than to ask for each."""
    before, _, after = _pattern(name, True, get_script_prefix(), get_urlconf()).partition(str(ANYBODY))
    return lambda pk: mark_safe(f"{before}{pk}{after}")  # noqa: S308 -- ours, and an id


@lru_cache(maxsize=200)
def _pattern(name: str, has_id: bool, *_where: Hashable) -> str:
    """The address, with an id to be replaced; other places in the web have other ones."""
    return reverse(name, args=[ANYBODY] if has_id else [])
