"""Rows and columns that a workbook hides, by hand or by a filter: told, and read unless somebody says no."""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Iterator, Mapping

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
LONGEST = 4 << 20  # bytes of a list of sheets, and of a tag
BLOCK = 1 << 20
SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*)>")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*\shidden\s*=\s*[\"'](?:1|true)[\"'][^<>]*(?<!/)>")
COLUMNS = re.compile(rb"<(?:\w+:)?col\s([^<>]*)>")
NUMBER = re.compile(rb"\sr\s*=\s*[\"'](\d{1,7})[\"']")


def find_hidden_rows(opened: zipfile.ZipFile, sheets: Iterable[str]) -> dict[str, frozenset[int]]:
    """The numbers of the rows that are hidden and hold cells, by sheet. The archive was checked before."""
    members = members_of(opened)
    return {sheet: _hidden_in(opened, members[sheet]) if sheet in members else frozenset() for sheet in sheets}


def count_hidden_columns(opened: zipfile.ZipFile, widths: Mapping[str, int]) -> int:
    """How many columns are hidden among the first so many of each sheet, by the name of the sheet."""
    members = members_of(opened)
    return sum(
        len(_hidden_columns(opened, members[sheet], width)) for sheet, width in widths.items() if sheet in members
    )


def _hidden_columns(opened: zipfile.ZipFile, member: str, width: int) -> set[int]:
    """The numbers of the hidden columns; they are listed before the cells."""
    found: set[int] = set()
    for tag in _tags(opened, member, COLUMNS):
        first, last = tag.get("min", ""), tag.get("max", "")
        if tag.get("hidden") in ("1", "true") and first.isdecimal() and last.isdecimal():
            found.update(range(int(first), min(int(last), width) + 1))
    return found


def _hidden_in(opened: zipfile.ZipFile, member: str) -> frozenset[int]:
    found: set[int] = set()
    rest = b""
    with opened.open(member) as file:
        while block := file.read(BLOCK):
            text = rest + block
            found.update(_numbers(text))
            rest = text[max(text.rfind(b"<"), len(text) - LONGEST) :]
    return frozenset(found)


def _numbers(text: bytes) -> Iterator[int]:
    """What hidden rows are called; one that bears no number cannot be told from others."""
    for row in ROW.findall(text):
        if number := NUMBER.search(row):
            yield int(number.group(1))


def members_of(opened: zipfile.ZipFile) -> dict[str, str]:
    """The member of the archive that holds a sheet, by the name of the sheet."""
    members = set(opened.namelist())
    if not {WORKBOOK, RELATIONS} <= members:
        return {}
    targets = {entry.get("Id"): _path(entry.get("Target", "")) for entry in _tags(opened, RELATIONS, RELATION)}
    named = {entry.get("name", ""): targets.get(entry.get("r:id")) for entry in _tags(opened, WORKBOOK, SHEET)}
    return {name: path for name, path in named.items() if path is not None and path in members}


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _tags(opened: zipfile.ZipFile, member: str, tag: re.Pattern[bytes]) -> list[dict[str, str]]:
    """The attributes of each such tag."""
    with opened.open(member) as file:
        text = file.read(LONGEST)
    return [
        {key.decode(): html.unescape((double or single).decode("utf-8", "replace")) for key, double, single in found}
        for found in (ATTRIBUTE.findall(attributes) for attributes in tag.findall(text))
    ]
