"""The table of the data browser as markup: its columns, and rows with what is marked in them.

A page has many hundreds of cells: as a template they cost more than all the rest of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from core.pages.icons import icon
from persona.models import ColumnRole
from persona.text.languages import html_attributes

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from experiments.data_report import Role
    from persona.models import Column

NAME_AT_MOST = 60
_NUMERIC = (ColumnRole.NUMBER, ColumnRole.RATING)


@dataclass(frozen=True)
class Heading:
    """One column of the page."""

    column: Column
    role: Role

    @cached_property
    def is_hidden(self) -> bool:
        return self.column.role is ColumnRole.PERSONAL

    @cached_property
    def is_open(self) -> bool:
        return self.column.role is ColumnRole.OPEN

    @cached_property
    def look(self) -> str:
        """The class of its cells."""
        if self.is_open:
            return "long"
        return "num" if self.column.role in _NUMERIC else "hid" if self.is_hidden else ""

    @cached_property
    def opening(self) -> str:
        """The same for all its cells; on a phone each shows its column's name."""
        css = f' class="{self.look}"' if self.look else ""
        return f'<td{css} data-l="{escape(self.column.name)}">'

    @property
    def markup(self) -> SafeString:
        """The head of the column."""
        css = ' class="num"' if self.look == "num" else ""
        name = escape(Truncator(self.column.name).chars(NAME_AT_MOST))
        role = f'<span class="role">{icon(self.role.icon)}{escape(self.role.word)}</span>'
        return mark_safe(f'<th scope="col"{css}>{name}{role}</th>')  # noqa: S308 -- escaped

    def choice(self, *, is_shown: bool) -> str:
        """Its line in the menu of columns."""
        value = f'value="{self.column.position}"{" checked" if is_shown else ""}'
        box = f'<input type="checkbox" name="c" {value}>'
        return f'<label class="check small">{box}<span>{escape(self.column.name)}</span></label>'


class Piece(NamedTuple):
    """Some characters of a cell, and why they are marked: "", "find" or "evidence"."""

    text: str
    mark: str = ""


class TableLine(NamedTuple):
    """One row of the page."""

    number: int
    persona: int
    cells: list[tuple[Heading, list[Piece]]]
    is_hit: bool

    def markup(self, persona: str = "") -> str:
        """The whole row, with the cell of its persona."""
        hit = ' class="hit" aria-current="true"' if self.is_hit else ""
        cells = "".join([_cell(heading, pieces) for heading, pieces in self.cells])
        return f'<tr id="r{self.number}"{hit}><th scope="row">{self.number}</th>{persona}{cells}</tr>\n'


HIDDEN = '<span aria-hidden="true">•••••</span><span class="vh">Hidden</span></td>'
MARKS = {"": "{}", "find": '<mark class="find">{}</mark>', "evidence": "<mark>{}</mark>"}


def _cell(heading: Heading, pieces: Sequence[Piece]) -> str:
    if heading.is_hidden:
        return heading.opening + HIDDEN
    words = "".join([MARKS[mark].format(escape(text)) if mark else escape(text) for text, mark in pieces])
    spoken = html_attributes("".join([text for text, _ in pieces])) if heading.is_open else ' dir="auto"'
    return f"{heading.opening}<span{spoken}>{words}</span></td>"


def persona_cell(position: int, name: str = "") -> str:
    """Whom the person of a row belongs to."""
    chip = f'<span class="chip p">{escape(name)}</span>' if name else ""
    return f'<td class="p{position} nowrap" data-l="Persona">{chip}</td>'


NOBODY = persona_cell(0)


def menu(every: Sequence[Heading], shown: Collection[Heading]) -> SafeString:
    """The choice of columns."""
    positions = {heading.column.position for heading in shown}
    choices = [heading.choice(is_shown=heading.column.position in positions) for heading in every]
    return mark_safe("".join(choices))  # noqa: S308 -- escaped
