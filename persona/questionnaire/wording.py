"""Numbers in the sentences of doubts and notes: one row is, two rows are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Count(int):
    """A number that a template may ask for a word as well: `{rows:row is|rows are}`.

    >>> "{rows} {rows:row is|rows are} hidden".format(rows=Count(1))
    '1 row is hidden'
    """

    def __format__(self, spec: str) -> str:
        one, mark, many = spec.partition("|")
        return (one if self == 1 else many) if mark else int.__format__(self, spec)


def counted(words: Mapping[str, object]) -> dict[str, object]:
    """What fills in a template, with each number as a `Count`."""
    return {name: Count(value) if type(value) is int else value for name, value in words.items()}
