"""Sets of people as rising numbers: of a million respondents, a theme's people take four bytes each and not seventy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class People(Set[int]):
    """A set that cannot be changed, of people by their numbers from 0.

    >>> len(People(np.array([1, 4])) | People(np.array([4, 9])))
    3
    """

    __slots__ = ("_rising",)

    def __init__(self, rising: NDArray[Any]) -> None:
        """`rising`: whole numbers in rising order, each once."""
        self._rising = rising.astype(np.int32)

    @classmethod
    def of(cls, people: Iterable[int]) -> People:
        """The same as `people`, whatever kind of set that is."""
        if isinstance(people, People):
            return people
        return cls(np.array(sorted(set(people)), np.int32))

    def __contains__(self, person: object) -> bool:
        assert isinstance(person, int)  # noqa: S101 -- a number of somebody
        at = int(np.searchsorted(self._rising, person))
        return at < len(self._rising) and int(self._rising[at]) == person

    def __iter__(self) -> Iterator[int]:
        return iter(self._rising.tolist())

    def __len__(self) -> int:
        return len(self._rising)

    def __hash__(self) -> int:
        return self._hash()

    def __or__(self, other: Set[Any]) -> People:
        both = np.sort(np.concatenate([self._rising, People.of(other)._rising]), kind="stable")
        return People(both[np.diff(both, prepend=-1) > 0])

    def __and__(self, other: Set[Any]) -> People:
        few, many = sorted((self, People.of(other)), key=len)
        return People(few._rising[few._within(many)])

    def __sub__(self, other: Set[Any]) -> People:
        return People(self._rising[~self._within(People.of(other))])

    __ror__ = __or__
    __rand__ = __and__

    def _within(self, other: People) -> NDArray[np.bool_]:
        """Which of these are among the others, too."""
        at = np.searchsorted(other._rising, self._rising)
        found: NDArray[np.bool_] = np.append(other._rising, np.int32(-1))[at] == self._rising
        return found


NOBODY = People(np.zeros(0, np.int32))
