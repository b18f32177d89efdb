"""Edits of segments given on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.models import Edit


def read_edits(renames: list[str] | None, merges: list[str] | None, splits: list[str] | None) -> tuple[Edit, ...]:
    """Edits in an order in which they can be made; all numbers are those that were shown."""
    if not (renames or merges or splits):
        return ()
    from persona.segments import in_order

    edits = [
        *(_read(text, _rename) for text in renames or ()),
        *(_read(text, _merge) for text in merges or ()),
        *(_read(text, _split) for text in splits or ()),
    ]
    return in_order(edits)


def _read(text: str, make: Callable[[str], Edit]) -> Edit:
    try:
        return make(text)
    except ValueError as exc:  # pydantic's too
        expected = '--rename 2="A name", --merge 2,3 and --split 1 or --split 1=3'
        raise typer.BadParameter(f'"{text}" cannot be used; edits read {expected}.') from exc


def _rename(text: str) -> Edit:
    from persona.models import Rename

    number, _, name = text.partition("=")
    return Rename(segment=int(number), name=name)


def _merge(text: str) -> Edit:
    from persona.models import Merge

    return Merge(segments=tuple(int(number) for number in text.split(",")))


def _split(text: str) -> Edit:
    from persona.models import Split

    number, _, into = text.partition("=")
    return Split(segment=int(number), into=int(into or 2))
