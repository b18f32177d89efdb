"""Edits of segments given on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from persona.models import Edit


def read_edits(renames: list[str] | None, merges: list[str] | None, splits: list[str] | None) -> tuple[Edit, ...]:
    """Edits in an order in which they can be made; all numbers are those that were shown."""
    if not (renames or merges or splits):
        return ()
    from pydantic import ValidationError

    from persona.models import Merge, Rename, Split
    from persona.segments import in_order

    edits: list[Edit] = []
    for text in (*(renames or ()), *(merges or ()), *(splits or ())):
        number, _, rest = text.partition("=")
        try:
            if text in (renames or ()):
                edits.append(Rename(segment=int(number), name=rest))
            elif text in (merges or ()):
                edits.append(Merge(segments=tuple(int(each) for each in text.split(","))))
            else:
                edits.append(Split(segment=int(number), into=int(rest or 2)))
        except (ValueError, ValidationError) as exc:
            expected = '--rename 2="A name", --merge 2,3 and --split 1 or --split 1=3'
            raise typer.BadParameter(f'"{text}" cannot be used; edits read {expected}.') from exc
    return in_order(edits)
