"""Where in one JSON object the answers stand: in a list, by the ids of people, or column by column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

DEPTH = 3  # how far inside an object the list may be: `{"data": {"survey": {"responses": [ … ]}}}`
IN_COMMON = 0.5  # share of all their keys that objects have in common which are people


def find_records(value: object) -> Sequence[Any]:
    """The objects (or lists of cells) of people in one value; empty where it holds none.

    >>> find_records({"total": 2, "responses": [{"age": 34}, {"age": 51}]})
    [{'age': 34}, {'age': 51}]
    >>> find_records({"age": {"0": 34, "1": 51}, "why": {"0": "Slow", "1": "Dear"}})
    [{'age': 34, 'why': 'Slow'}, {'age': 51, 'why': 'Dear'}]
    """
    if isinstance(value, list):
        return value if _are_records(value) else []
    if not isinstance(value, dict):
        return []
    if by_key := _objects_by_key(value):
        return by_key
    found = _longest(value, DEPTH)
    return _with_names(found)


class _List(NamedTuple):
    """A list, and the object that holds it."""

    items: list[Any]
    holder: Mapping[str, Any]


def _longest(value: Mapping[str, Any], depth: int) -> _List:
    inner = [_List(each, value) for each in value.values() if isinstance(each, list) and _are_records(each)]
    if depth > 1:
        inner += [_longest(each, depth - 1) for each in value.values() if isinstance(each, dict)]
    return max(inner, key=lambda found: len(found.items), default=_List([], {}))


def _are_records(items: list[Any]) -> bool:
    return any(isinstance(item, (dict, list)) for item in items)


def _with_names(found: _List) -> list[Any]:
    """`{"columns": ["age", "why"], "data": [[34, "Slow"]]}`: names that stand beside lists of cells go on top."""
    first = next(iter(found.items), None)
    if not isinstance(first, list):
        return found.items
    names = (each for each in found.holder.values() if isinstance(each, list) and len(each) == len(first))
    top = next((each for each in names if all(isinstance(name, str) for name in each)), None)
    return found.items if top is None else [top, *found.items]


def _objects_by_key(value: Mapping[str, Any]) -> list[Any]:
    """`{"p1": {"age": 34}, "p2": {"age": 51}}`, or the other way round, with numbers of rows in the columns."""
    objects = list(value.values())
    if not objects or not all(isinstance(each, dict) and each for each in objects):
        return []
    keys = [each.keys() for each in objects]
    everywhere, anywhere = set.intersection(*map(set, keys)), set().union(*keys)
    if everywhere == anywhere and all(map(str.isdecimal, anywhere)) and not all(map(str.isdecimal, value)):
        return [{name: cells[row] for name, cells in value.items()} for row in objects[0]]
    return objects if len(objects) > 1 and len(everywhere) > IN_COMMON * len(anywhere) else []
