"""Choice experiments in long form: which rows a person chose, and which columns tell what was shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[str]

NEARLY_ALL = 0.95
SAME_SIZE = 0.9  # share of the tasks that show as many alternatives as most do
MOST_SHOWN = 8  # alternatives at a time
MOST_LEVELS = 12  # of an attribute
LEAST_TASKS = 10  # of all people together
TRUE = frozenset(("1", "true", "yes", "y", "ja", "oui", "si", "sí", "sim", "да", "x", "chosen", "selected"))
FALSE = frozenset(("0", "", "false", "no", "n", "nein", "non", "não", "нет", "not chosen", "not selected"))


class Choice(NamedTuple):
    """Positions of columns in a table whose rows are alternatives that were shown."""

    chosen: int
    mark: str
    """What stands in `chosen` where the alternative of the row was taken."""
    shown: tuple[int, ...]
    """What was shown, attribute by attribute."""
    numbers: tuple[int, ...]
    """The task, and the alternative in it."""


def find_choice(columns: Sequence[Cells], people: Sequence[Sequence[int]], person: int) -> Choice | None:
    """Which column marks one row of each task of each person; None where none does. `people`: the rows of each.

    Each task shows as many alternatives as the others, with few levels an attribute, and just one of them is marked.
    """
    for chosen, cells in enumerate(columns):
        if chosen == person or not (marks := _two_marks(cells)):
            continue
        for task in range(len(columns)):
            if task in (chosen, person) or not _may_number(columns[task], people):
                continue
            tasks = _tasks(columns[task], people)
            if (mark := _mark_of_one(cells, tasks, marks)) and (found := _shown(columns, tasks, person)):
                numbers = tuple(at for at in found if _counts_alternatives(columns[at], tasks))
                shown = tuple(at for at in found if at not in (chosen, *numbers))
                if shown and all(len(set(columns[at])) <= MOST_LEVELS for at in shown):
                    return Choice(chosen, mark, shown, (task, *numbers))
    return None


def may_hold_choices(columns: Sequence[Cells]) -> bool:
    """Whether somebody may have chosen among alternatives, told by columns alone."""
    return any(map(_two_marks, columns)) and bool(in_runs(columns))


def in_runs(columns: Sequence[Cells]) -> list[int]:
    """Columns each value of which fills as many rows below each other as every other; the last one's may be cut off."""
    return [at for at, cells in enumerate(columns) if all(cells) and _is_in_runs(cells)]


def _is_in_runs(cells: Cells) -> bool:
    runs = [(value, sum(1 for _ in run)) for value, run in groupby(cells)]
    sizes = {size for _, size in runs[:-1]}
    different = len({value for value, _ in runs}) == len(runs)
    return different and len(sizes) == 1 and runs[-1][1] <= min(sizes) and min(sizes) > 1


def _two_marks(cells: Cells) -> list[str]:
    """The two things that stand in a column, the one that says yes first; empty where that is not so."""
    marks = sorted(set(cells), key=lambda mark: mark.casefold() not in TRUE)
    return marks if len(marks) == 2 and marks[0].casefold() in TRUE and marks[1].casefold() in FALSE else []


def _may_number(cells: Cells, people: Sequence[Sequence[int]]) -> bool:
    """Whether a column may number the tasks of each person."""
    return all(cells) and all(1 < len({cells[row] for row in rows}) < len(rows) for rows in people)


def _tasks(cells: Cells, people: Sequence[Sequence[int]]) -> list[list[int]]:
    """The rows of each task of each person."""
    found: list[list[int]] = []
    for rows in people:
        tasks: defaultdict[str, list[int]] = defaultdict(list)
        for row in rows:
            tasks[cells[row]].append(row)
        found += tasks.values()
    return found


def _mark_of_one(cells: Cells, tasks: Sequence[Sequence[int]], marks: Sequence[str]) -> str:
    """The mark that one row of each task has, where the tasks are of one size."""
    (size, times), *_ = Counter(map(len, tasks)).most_common(1)
    if len(tasks) < LEAST_TASKS or times < SAME_SIZE * len(tasks) or not 2 <= size <= MOST_SHOWN:
        return ""
    taken = [[at for at, row in enumerate(rows) if cells[row] == marks[0]] for rows in tasks]
    once = Counter(places[0] for places in taken if len(places) == 1)
    if max(map(len, taken)) > 1 or once.total() < NEARLY_ALL * len(tasks):
        return ""
    return marks[0] if max(once.values()) < SAME_SIZE * len(tasks) else ""  # always the first: nobody chose


def _shown(columns: Sequence[Cells], tasks: Sequence[Sequence[int]], person: int) -> list[int]:
    """The columns that differ within tasks."""
    return [
        at
        for at, cells in enumerate(columns)
        if at != person and any(len({cells[row] for row in rows}) > 1 for rows in tasks)
    ]


def _counts_alternatives(cells: Cells, tasks: Sequence[Sequence[int]]) -> bool:
    """Whether the rows of each task are counted: 1, 2, 3, in any order."""
    if not all(cell.isdecimal() for cell in cells):
        return False
    counted = ({int(cells[row]) for row in rows} for rows in tasks)
    return all(
        numbers == set(range(min(numbers), min(numbers) + len(rows))) and min(numbers) in (0, 1)
        for numbers, rows in zip(counted, tasks, strict=True)
    )
