"""Talk that is written as a table, in a text file or in sheets of a workbook: one interview is one respondent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from persona.reading.header import find_head
from persona.reading.talk.roles import answers_by_word, asking_shares, find_roles
from persona.reading.talk.tables import find_talk_columns, onward, parted
from persona.reading.talk.turns import Turn, key, spoken
from persona.reading.transcript import Talk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.reading.options import DialectChoice
    from persona.reading.rows import Row
    from persona.reading.sheets import SheetView
    from persona.reading.talk.roles import Role
    from persona.reading.talk.tables import TalkColumns

HEAD_ROWS = 200
WIDEST = 40  # columns of a table of talk: who, when, what, and what was coded; looking for them costs their square


class TableOfTalk(NamedTuple):
    """The rows of a table of talk below its names, and the name of the sheet or file."""

    title: str
    rows: Sequence[Row]
    columns: TalkColumns


def may_be_talk(choice: DialectChoice) -> bool:
    """Whether nobody said that a row is a person."""
    return choice.layout is None and choice.header_rows in (None, 0, 1)


def table_of_talk(title: str, rows: Sequence[Row], width: int, choice: DialectChoice) -> TableOfTalk | None:
    """The table when its rows are turns of a talk. `rows`: all of them, with the names."""
    if width > WIDEST:
        return None
    head = find_head([row.cells for row in rows[:HEAD_ROWS]], width, header=choice.header)
    if head.rows > 1 or head.first >= len(rows):
        return None
    body = [row for row in rows[head.first :] if any(cell.strip() for cell in row.cells)]
    columns = find_talk_columns(head.names if head.rows else (), [row.cells for row in body])
    return None if columns is None else TableOfTalk(title, body, columns)


def sheets_of_talk(views: Sequence[SheetView]) -> list[SheetView]:
    """The sheets that look like talk in their first rows."""
    return [
        view
        for view in views
        if view.body
        and view.width <= WIDEST
        and view.head.rows <= 1
        and find_talk_columns(view.head.names if view.head.rows else (), view.body)
    ]


def read_talks(tables: Sequence[TableOfTalk], choice: DialectChoice) -> list[list[Talk]]:
    """The interviews of each table with their casts.

    Who is there in all of several interviews asks, if everybody else is in one only.
    """
    parts = [list(_interviews(table)) for table in tables]
    everywhere = _everywhere([turns for part in parts for _, turns in part])
    chosen: dict[str, Role] = {**everywhere, **dict(choice.speakers)}
    return [[Talk.of(title, turns, chosen) for title, turns in part] for part in parts]


def _interviews(table: TableOfTalk) -> Iterator[tuple[str, list[Turn]]]:
    speaker, text, interview, begins = table.columns
    cells = [[cell.strip() for cell in row.cells] for row in table.rows]
    names = _shown(onward([_cell(row, speaker) for row in cells]))
    said = [Turn(row.line, name, _cell(own, text)) for row, own, name in zip(table.rows, cells, names, strict=True)]
    starts = [0, *begins[1:]]
    for number, (start, turns) in enumerate(zip(starts, parted(said, starts), strict=True), 1):
        title = _cell(cells[start], interview) if interview is not None else ""
        title = title or (table.title if len(starts) == 1 else f"{table.title}, {number}")
        if found := spoken(_joined(turns)):
            yield title, found


def _everywhere(talks: Sequence[Sequence[Turn]]) -> dict[str, Role]:
    """Who speaks in all of several interviews and asks most, where each of the others speaks in one; and who answers
    them there, where the interview alone would have it the other way round.

    Empty where every interview tells by itself who asks.
    """
    casts = [{turn.speaker for turn in turns} for turns in talks]
    if len(casts) < 2 or all(find_roles(turns).sure for turns in talks):
        return {}
    always = set.intersection(*casts)
    others = [name for cast in casts for name in cast - always]
    if not 1 <= len(always) <= 2 or len(others) != len(set(others)) or any(cast == always for cast in casts):
        return {}
    shares = asking_shares([turn for turns in talks for turn in turns])
    if any(map(answers_by_word, always)) or min(shares[n] for n in always) <= max(shares[n] for n in others):
        return {}
    asks: dict[str, Role] = dict.fromkeys(always, "asks")
    found = [find_roles(turns, asks).roles for turns in talks]
    unheard = [roles for roles in found if "answers" not in roles.values()]
    answer: dict[str, Role] = {name: "answers" for roles in unheard for name, role in roles.items() if role == "asks"}
    return answer | asks


def _joined(turns: Sequence[Turn]) -> list[Turn]:
    """Rows of one speaker that follow each other are one turn; no cell holds an empty line, which parts turns."""
    found: list[Turn] = []
    for turn in turns:
        text = "\n".join(line.strip() for line in turn.text.splitlines() if line.strip())
        if found and found[-1].speaker == turn.speaker:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {text}".strip())
        else:
            found.append(turn._replace(text=text))
    return found


def _shown(names: Sequence[str]) -> list[str]:
    """Each name as it was written first."""
    first: dict[str, str] = {}
    return [first.setdefault(key(name), name) for name in names]


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""
