"""Tables of which a person has several rows: tickets, orders, events, days of a diary."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from persona.reading.choosing import find_choice, in_runs, may_hold_choices
from persona.reading.rows import is_number
from persona.reading.yes_no import NO, YES

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[str]

ROWS_EACH = 1.5  # on average, at least
LEAST_ROWS, LEAST_PEOPLE = 20, 5
LEAST_DOMAINS = 3  # of mail addresses: those of staff share one
MOSTLY = 0.95
HALF, OFTEN = 0.5, 0.3
TWICE = 1.2  # rows each of those who are asked again: not all come back
LEAST_TOLD, EACH_TOLD = 3, 3.0  # people known by their names, or by code and name; rows of each
MOST_WORDS = 4  # of a name
MOST_RANGES = 12  # options of a question such as "10-50 people"
FEW_CODES = 10  # different whole numbers up to which they may be the options of a question
WIDE = 8  # digits of a number that is an id or a time
TEXT = 15  # letters of a cell that people write

_PEOPLE = (
    r"interviewees?|informants?|users?|customers?|clients?|members?|participants?|respondents?|resp|persons?|people|patients?|requesters?|contacts?"
    r"|reviewers?|authors?|panelists?|panellists?|students?|employees?|buyers?|visitors?|guests?|subscribers?|players?"
    r"|kunden?|nutzer|benutzer|teilnehmer(?:innen|in)?|befragten?|proband(?:en|in)?|patienten?|mitglied(?:er)?"
    r"|clientes?|usuarios?|participantes?|encuestados?|pacientes?|utilisateurs?|repondants?|utenti?|partecipanti?|clienti"
    r"|utilizador(?:es)?|respondentes?|klant(?:en)?|gebruikers?|deelnemers?|respondenten|klienc?i?t?|uzytkownik|uczestnik"
    r"|anvandare|deltagare|kund|bruker|bruger|deltager|deltaker|kayttaja|asiakas|osallistuja|zakaznik|uzivatel|ucastnik"
    r"|felhasznalo|ugyfel|resztvevo|musteri|kullan[ıi]c[ıi]|kat[ıi]l[ıi]mc[ıi]|клиента?|пользовател[ья]|участника?|респондента?"
    r"|χρηστησ?|πελατησ?|συμμετεχων|pengguna|pelanggan|peserta|responden|nguoidung|khachhang"
    r"|顧客|ユーサー|参加者|回答者|利用者|用户|客户|参与者|受访者|사용자|고객|참가자|응답자|مستخدم|عميل|مشارك|משתמש|לקוח|משתתף"
)
_NUMBER = (
    r"id|ids|uid|uuid|guid|key|code|nr|no|num|number|nummer|numero|e?mail|emailaddress|adresse|hash|번호|番号|编号"
)
_NAMES_A_PERSON = re.compile(
    unicodedata.normalize("NFKD", rf"(?:id|no|codigo|code|numero)?(?:de|du|del|do|da|der)?(?:{_PEOPLE})(?:{_NUMBER})?")
)
_RECORD = "record|case|subject|study|screening|survey|fall|dossier|caso|registro|cas"
_NAMES_A_RECORD = re.compile(rf"(?:{_RECORD})?(?:{_NUMBER})|(?:{_NUMBER})(?:de|du|del|do)?(?:{_RECORD})")
_YES, _NO = YES | {"1", "true"}, NO | {"0", "false"}
_PARTS = re.compile(r"[./]")
_SAYS_ID = re.compile(rf".+(?:{_NUMBER})|id.+")
_ADDRESS = re.compile(r"[^@\s]+@([^@\s]+\.\w{2,})")
_CODE = re.compile(r"\S*\d\S*(?:\s.{1,40})?")  # "P6 – Piotr", too

_CODED_NAME = re.compile(r"[^\W\d_]{0,6}[#_.-]?\d{1,6}\s*[–—:(,|/-]\s*\D{1,40}")
_NUMBERED = re.compile(r"(?P<word>[^\W\d_]+)\s\d{1,6}")
_RANGE = re.compile(r"\W*\d[\d.,]*\s?(?:[-–—]|[^\W\d_]{1,4})\s?\d[\d.,]*\W*|\W*\d[\d.,]*\s?\+|[<>≤≥]\s?\d.*")


@dataclass(frozen=True)
class SeveralRows:
    """Positions of columns: whose row it is, and how the cells of a person become one."""

    person: int
    constant: tuple[int, ...] = ()
    """They say one thing of each person."""
    middle: tuple[int, ...] = ()
    """Numbers, of which the middle one stands for a person."""
    ever: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Yes or no: the cells that say yes, which stands for a person who said so once."""
    joined: tuple[int, ...] = ()
    """All that a person said or chose, each once."""
    changing: tuple[int, ...] = ()
    """What names the row itself, a number or a time: one row a person has no place for it."""
    chosen: int | None = None
    """Marks with `mark` the rows that a person chose of those shown."""
    mark: str = ""
    shown: tuple[int, ...] = ()
    """Of what is joined, what was shown: it counts in the chosen rows only."""


def may_have_several(names: Cells, rows: Sequence[Cells]) -> bool:
    """Whether a column is named as people or records are or holds addresses, or choices were made; else all is seen."""
    if any(_names_a_person(name) or _names_a_record(name) for name in names):
        return True
    columns = [_column(rows, at) for at in range(len(names))]
    return any(map(_are_addresses, columns)) or may_hold_choices(columns)


def find_several(names: Cells, rows: Sequence[Cells]) -> SeveralRows | None:
    """How the rows of a table belong to fewer people; None where each is a person. `rows` are the first ones."""
    if len(rows) < LEAST_ROWS:
        return None
    columns = [_column(rows, at) for at in range(len(names))]
    keys = [at for at, cells in enumerate(columns) if _is_key(names[at], cells)]
    keys = keys or [at for at, name in enumerate(names) if _names_a_person(name) and _are_told_apart(at, columns)]
    keys = keys or [at for at in in_runs(columns) if _are_choosers(at, columns)]
    occasions = {} if keys else _occasions(names, columns)
    if not (keys := keys or list(occasions)):
        return None
    person = max(keys, key=lambda at: len(set(columns[at])))  # the finest: a member before the family
    return _gathered(person, columns, {occasions[person]: "changing"} if person in occasions else {})


def _are_choosers(person: int, columns: Sequence[Cells]) -> bool:
    """Whether each value stands for somebody who chose among alternatives, whatever the column is called."""
    groups = _groups(columns[person])
    return len(groups) >= LEAST_PEOPLE and find_choice(columns, groups, person) is not None


def _gathered(person: int, columns: Sequence[Cells], known: dict[int, str]) -> SeveralRows:
    """What becomes of each column where the rows of each person become one."""
    groups = _groups(columns[person])
    choice = find_choice(columns, groups, person)
    if choice is not None:
        known |= dict.fromkeys(choice.shown, "joined") | dict.fromkeys((choice.chosen, *choice.numbers), "changing")
    kinds: dict[str, list[int]] = {"constant": [], "middle": [], "ever": [], "joined": [], "changing": []}
    for at, cells in enumerate(columns):
        if at != person:
            kinds[known.get(at) or _kind(cells, groups)].append(at)
    found = SeveralRows(
        person,
        tuple(kinds["constant"]),
        tuple(kinds["middle"]),
        tuple((at, _says_yes(columns[at])) for at in kinds["ever"]),
        tuple(kinds["joined"]),
        tuple(kinds["changing"]),
    )
    return found if choice is None else replace(found, chosen=choice.chosen, mark=choice.mark, shown=choice.shown)


def _groups(cells: Cells) -> list[list[int]]:
    """The rows of each person; one that names nobody stands for somebody of its own."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for row, who in enumerate(cells):
        groups[who or f"row {row}"].append(row)
    return list(groups.values())


def _occasions(names: Cells, columns: Sequence[Cells]) -> dict[int, int]:
    """Columns of records that are asked again, each with that of the occasion: "baseline", "follow-up"."""
    found = ((at, _occasion(cells, columns)) for at, cells in enumerate(columns) if _names_a_record(names[at]))
    return {at: occasion for at, occasion in found if occasion is not None}


def _occasion(records: Cells, columns: Sequence[Cells]) -> int | None:
    """A column of few values, none twice for one record, on each of which other columns are filled in."""
    if not all(records) or not LEAST_PEOPLE <= len(set(records)) <= len(records) / TWICE:
        return None
    for at, occasions in enumerate(columns):
        few = 2 <= len(set(occasions)) <= FEW_CODES and all(occasions)
        once = few and len(set(zip(records, occasions, strict=True))) == len(records)
        if once and _asks_other_things(occasions, columns):
            return at
    return None


def _asks_other_things(occasions: Cells, columns: Sequence[Cells]) -> bool:
    """Whether on two occasions at least columns are filled in that are blank on all others."""
    own: set[str] = set()
    for cells in columns:
        filled = [occasion for cell, occasion in zip(cells, occasions, strict=True) if cell]
        if filled and len(set(filled)) == 1 and len(filled) >= OFTEN * sum(each == filled[0] for each in occasions):
            own.add(filled[0])
    return len(own) > 1


def _is_key(name: str, cells: Cells) -> bool:
    """Whether people are told apart by these cells, and have several rows."""
    given = [cell for cell in cells if cell]
    if len(given) < MOSTLY * len(cells):
        return False
    people = len(set(given))
    if _names_a_person(name) and LEAST_TOLD <= people <= len(given) / EACH_TOLD and _are_coded_names(given):
        return True
    return LEAST_PEOPLE <= people <= len(given) / ROWS_EACH and _are_ids(name, given)


def _are_coded_names(cells: Cells) -> bool:
    """`P6 – Piotr`, `Participant 3`: a code and a name, or a word for people and a number."""
    numbered = {_bare(found["word"]) for cell in cells if (found := _NUMBERED.fullmatch(cell))}
    if len(numbered) == 1 and _NAMES_A_PERSON.fullmatch(next(iter(numbered))):
        return all(map(_NUMBERED.fullmatch, cells))
    return sum(bool(_CODED_NAME.fullmatch(cell)) for cell in cells) >= MOSTLY * len(cells)


def _are_told_apart(person: int, columns: Sequence[Cells]) -> bool:
    """Whether a column of few names tells whose words each row holds.

    Each has many rows, in which people wrote something else each time, and something else is the same in all of their
    rows that some of them share (a role, a town). Options of a question share no such thing.
    """
    cells = columns[person]
    people = set(cells)
    if not all(cells) or not LEAST_TOLD <= len(people) <= len(cells) / EACH_TOLD or not all(map(_is_name, people)):
        return False
    others = [column for at, column in enumerate(columns) if at != person]
    written = any(len(set(column)) >= MOSTLY * len(column) and _is_text(column) for column in others)
    groups = _groups(cells)
    return written and any(
        1 < len(set(column)) < len(people) and all(len({column[row] for row in rows}) == 1 for rows in groups)
        for column in others
    )


def _is_name(cell: str) -> bool:
    """A few words in capitals as names are, or a code."""
    if _CODE.fullmatch(cell):
        return not is_number(cell) and not _RANGE.fullmatch(cell)
    return 0 < len(cell.split()) <= MOST_WORDS and not any(map(str.isdigit, cell)) and not cell[:1].islower()


def _are_ids(name: str, cells: Cells) -> bool:
    different = set(cells)
    ranges = sum(bool(_RANGE.fullmatch(cell)) for cell in different)
    if len(different) <= MOST_RANGES and ranges > HALF * len(different):  # of ages, of employees
        return False
    if _are_addresses(cells):
        return len({cell.rpartition("@")[2].casefold() for cell in different}) >= LEAST_DOMAINS
    if not _names_a_person(name) or sum(bool(_CODE.fullmatch(cell)) for cell in cells) < MOSTLY * len(cells):
        return False
    codes = not all(map(is_number, different))
    return codes or len(different) > FEW_CODES or bool(_SAYS_ID.fullmatch(_bare(name)))


def _kind(cells: Cells, groups: Sequence[Sequence[int]]) -> str:
    """What becomes of a column where the rows of each group become one."""
    filled = [cell for cell in cells if cell]
    told = [[cells[row] for row in rows if cells[row]] for rows in groups]
    if all(len(set(said)) < 2 for said in told):
        return "constant"
    if _says_yes(filled):
        return "ever"
    numbers = [cell for cell in filled if is_number(cell)]
    is_numeric = len(numbers) >= MOSTLY * len(filled)
    once = all(len(set(said)) == len(said) for said in told)
    if once and not _is_text(filled):
        shared = len(set(filled)) <= HALF * len(filled) and not any(mark in cell for cell in numbers for mark in ".,%")
        named = all(len(cell) >= WIDE for cell in filled) or _rises(filled)
        if not is_numeric or shared or named:
            return "changing"
    return "middle" if is_numeric else "joined"


def _says_yes(cells: Cells) -> tuple[str, ...]:
    """The cells that say yes, where all others say no; empty where there is something else, or no cell of one."""
    said = {cell for cell in cells if cell}
    yes = {cell for cell in said if cell.casefold() in _YES}
    no = {cell for cell in said - yes if cell.casefold() in _NO}
    return tuple(sorted(yes)) if yes and no and yes | no == said else ()


def _rises(cells: Cells) -> bool:
    """Whether whole numbers count the rows."""
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    return len(numbers) == len(cells) and numbers == sorted(set(numbers))


def _is_text(cells: Cells) -> bool:
    """Whether most cells hold words that somebody wrote, and no code or time."""
    return sum(_is_written(cell) for cell in cells) >= HALF * len(cells)


def _is_written(cell: str) -> bool:
    letters = sum(map(str.isalpha, cell))
    return 2 * letters > len(cell) and (" " in cell or not cell.isascii() or letters >= TEXT)


def _are_addresses(cells: Cells) -> bool:
    return bool(cells) and sum(bool(_ADDRESS.fullmatch(cell)) for cell in cells) >= MOSTLY * len(cells)


def _names_a_person(name: str) -> bool:
    """By all of it, or by the end of a path: "source.author.id"."""
    parts = _PARTS.split(name.strip())
    return any(
        _NAMES_A_PERSON.fullmatch(_bare("".join(parts[at:]))) for at in range(max(0, len(parts) - 3), len(parts))
    )


def _names_a_record(name: str) -> bool:
    return bool(_NAMES_A_RECORD.fullmatch(_bare(name)))


def _column(rows: Sequence[Cells], at: int) -> list[str]:
    return [row[at].strip() for row in rows]


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in text if letter.isalnum())
