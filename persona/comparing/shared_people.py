"""People who stand in both waves, by an id that both files have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from persona.models import ColumnRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from persona.comparing.reading import Wave

LEAST = 0.2
"""Share of the smaller wave's people whose ids stand in the other, from which the ids are of one kind."""


class SharedPeople(NamedTuple):
    """The groups of each person of both waves: the first's and the second's."""

    moves: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, first: Wave, second: Wave) -> SharedPeople | None:
        """By the column of ids that most people share; None where there is none."""
        best: tuple[tuple[int, int], ...] = ()
        names = _id_columns(second)
        for name in _id_columns(first):
            if name in names:
                before, after = _ids(first, name), _ids(second, name)
                found = tuple((before[key], after[key]) for key in before.keys() & after.keys())
                best = max(best, tuple(sorted(found)), key=len)
        return cls(best) if len(best) >= LEAST * min(first.people, second.people) else None

    @property
    def people(self) -> int:
        return len(self.moves)

    def in_same(self, pairs: Iterable[tuple[int, int]]) -> int:
        """How many are in groups that are the same."""
        return sum(self.moves.count(pair) for pair in pairs)


def _id_columns(wave: Wave) -> list[str]:
    return [column.name for column in wave.output.finished.columns if column.role is ColumnRole.ID]


def _ids(wave: Wave, name: str) -> dict[str, int]:
    """Id -> group; ids that stand twice, and numbers of lines, tell nobody apart."""
    cells = wave.output.finished.rows.table.values(name)
    own = [(cells[place].strip(), group) for place, group in zip(wave.places.tolist(), wave.own.tolist(), strict=True)]
    ids = [key for key, _ in own if key]
    if len(set(ids)) < len(ids) or ids == [str(number) for number in range(1, len(ids) + 1)]:
        return {}
    return {key: group for key, group in own if key}
