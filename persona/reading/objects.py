"""JSON and JSON lines: each object a row, each key a column; keys inside keys are joined by a point."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from persona.messages import data_error
from persona.reading.conversing import are_parts, said_by_people
from persona.reading.header import Head
from persona.reading.job import Found
from persona.reading.jsonstream import values
from persona.reading.naming import name_columns
from persona.reading.opening import open_text
from persona.reading.rows import BETWEEN, CLEAN, Row, as_records
from persona.reading.tabulate import write_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from persona.reading.job import Job
    from persona.reading.jsonstream import Value

DEPTH = 5  # deeper objects stay JSON in one cell


def read_objects(job: Job) -> Found:
    """Write the objects of a file into parts: once through it for the keys, once for the cells."""
    text = open_text(job)
    keys, lists = _keys(values(text.blocks_before()), job.limits.columns)
    if not keys:
        head, width, rows = None, lists, _from_lists(values(text.blocks()), job)
    else:
        named = name_columns(tuple(keys), len(keys))
        head, width = Head(named.names, (), 0, renamed=named.renamed, unnamed=named.unnamed), len(keys)
        rows = _from_objects(values(text.blocks()), tuple(keys), job)
    table = write_table(as_records(rows), job, CLEAN, width, head)
    return Found("json", text.sha256, table, text.encoding)


def _keys(found: Iterable[Value], limit: int) -> tuple[dict[str, None], int]:
    """All keys in order of their first appearance; and the cells of the first list, should there be no objects."""
    keys: dict[str, None] = {}
    lists = 0
    for entry in found:
        if isinstance(entry.value, dict):
            keys.update(dict.fromkeys(flatten(entry.value)))
            if len(keys) > limit:
                raise data_error("too_many_columns", line=entry.line, found=len(keys), limit=limit)
        elif isinstance(entry.value, list):
            lists = lists or len(entry.value)
    if not keys and not lists:
        raise data_error("json_without_list")
    return keys, lists


def _from_objects(found: Iterable[Value], keys: tuple[str, ...], job: Job) -> Iterator[Row]:
    for entry in found:
        if isinstance(entry.value, dict):
            cells = flatten(entry.value)
            yield Row(entry.line, [cells.get(key, "") for key in keys])
        else:
            _leave_out(entry, job)


def _from_lists(found: Iterable[Value], job: Job) -> Iterator[Row]:
    for entry in found:
        if isinstance(entry.value, list):
            yield Row(entry.line, [as_cell(value) for value in entry.value])
        else:
            _leave_out(entry, job)


def _leave_out(entry: Value, job: Job) -> None:
    text = entry.broken or json.dumps(entry.value, ensure_ascii=False)
    job.ledger.leave_out("no_object", entry.line, text)


def flatten(value: dict[str, Any], before: str = "", depth: int = DEPTH) -> dict[str, str]:
    """Cells by key.

    >>> flatten({"age": 34, "tools": ["Excel", "Jira"], "home": {"city": "Porto", "yard": None}})
    {'age': '34', 'tools': 'Excel; Jira', 'home.city': 'Porto', 'home.yard': ''}
    """
    cells: dict[str, str] = {}
    for key, inner in value.items():
        if isinstance(inner, dict) and inner and depth:
            cells |= flatten(inner, f"{before}{key}.", depth - 1)
        else:
            cells[f"{before}{key}"] = as_cell(inner)
    return cells


def as_cell(value: object) -> str:
    """A value as people would write it; several choices with a semicolon between them, of a talk what customers say."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float() if value != value:  # how Python and R write what is missing
            return ""
        case list() if are_parts(value):
            return said_by_people(value)
        case list() if not any(isinstance(item, (dict, list)) for item in value):
            return BETWEEN.join(as_cell(item) for item in value)
        case int() | float():
            return str(value)
        case _:
            return json.dumps(value, ensure_ascii=False)
