"""Edits that somebody made while looking at one preview, brought into an order in which they can be made."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from persona.messages import configuration_error
from persona.models import Merge, Rename, Split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.models import Edit


def in_order(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The same edits, one after the other; all their numbers are those of the segments before the first edit.

    A segment that is renamed and merged gives its name to the whole.

    Raises:
        ConfigurationError: a segment is to be merged or split twice, or renamed and split.

    Example:
        >>> in_order([Merge(segments=(1, 2)), Split(segment=3)])
        (Merge(type='merge', segments=(1, 2)), Split(type='split', segment=2, into=2))
    """
    renames = [edit for edit in edits if isinstance(edit, Rename)]
    changes = [edit for edit in edits if not isinstance(edit, Rename)]
    touched = Counter(number for edit in changes for number in _numbers(edit))
    split = {edit.segment for edit in changes if isinstance(edit, Split)}
    twice = [number for number, times in touched.items() if times > 1]
    if twice := twice or [edit.segment for edit in renames if edit.segment in split]:
        raise configuration_error("edits_overlap", number=twice[0])
    return (*renames, *_moved(changes))


def _moved(changes: Sequence[Merge | Split]) -> Iterator[Edit]:
    """Each change with the numbers that the changes before it leave."""
    now = {number: number for edit in changes for number in _numbers(edit)}
    for edit in changes:
        numbers = sorted(now[number] for number in set(_numbers(edit)))
        if isinstance(edit, Merge):
            yield Merge(segments=tuple(numbers)) if len(numbers) > 1 else edit
            gone = numbers[1:]
            now = {old: new - sum(number < new for number in gone) for old, new in now.items()}
        else:
            yield Split(segment=numbers[0], into=edit.into)
            now = {old: new + (edit.into - 1) * (new > numbers[0]) for old, new in now.items()}


def _numbers(edit: Merge | Split) -> tuple[int, ...]:
    return tuple(set(edit.segments)) if isinstance(edit, Merge) else (edit.segment,)
