"""Code books: tables that say what the codes of each question mean, as people's word on these questions."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from persona.files import called
from persona.messages import configuration_error
from persona.models import OptionsChoice, QuestionChoice, QuestionKind
from persona.questionnaire.identifiers import slug
from persona.questionnaire.names.titles import fold
from persona.questionnaire.values.blanks import Blank, blank_kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HEADINGS = {
    "question": "question|question id|variable|variable name|var|name|column|id|frage|spalte|item|field|variabel",
    "code": "code|value|codes|values|wert|kode|valeur|valor|option code|answer code",
    "label": "label|value label|meaning|labels|option|answer|bezeichnung|wertelabel|beschriftung|libellé|etiqueta",
    "text": "text|question text|variable label|wording|fragetext|frageformulierung|description|question label",
    "kind": "kind|type|typ",
    "missing": "no answer|missing|missings|no_answer|fehlend|keine angabe|manquant",
}
_COLUMNS = {fold(name): column for column, names in _HEADINGS.items() for name in names.split("|")}
_NEEDED = ("question", "code", "label")
_DELIMITERS = ",;\t|"
_ID = re.compile(r"[a-z0-9_]+(?:-[a-z0-9_]+)*")
_YES = frozenset(["1", "x", "yes", "y", "true", "ja", "oui", "sí", "si"])
_NO_ANSWER = (Blank.EMPTY, Blank.MARKER, Blank.NOT_ASKED, Blank.REFUSED)


@dataclass
class _Entry:
    """What a code book says of one question."""

    labels: dict[str, str] = field(default_factory=dict)
    no_answer: list[str] = field(default_factory=list)
    text: str | None = None
    kind: QuestionKind | None = None

    def choice(self) -> QuestionChoice:
        return QuestionChoice(
            text=self.text,
            kind=self.kind,
            options=OptionsChoice(rename=self.labels) if self.labels else None,
            no_answer=tuple(self.no_answer) or None,
        )


def read_codebook(source: str | Path) -> dict[str, QuestionChoice]:
    """What a code book says of questions, by id, for `PersonaConfig.questions`.

    `source`: a file, or the text of one: CSV with a row for each code and the columns `question` (an id, or the name of
    the column in the data), `code` and `label`; `text`, `kind` and `no_answer` (x where a code is none) may be there. A
    blank question is the one above.

    Raises:
        ConfigurationError: the file or a column is not there, or a row says too little or contradicts another.

    Example:
        >>> read_codebook("question,code,label\\nQ1,1,Man\\nQ1,2,Woman\\n")["q1"].options.rename
        {'1': 'Man', '2': 'Woman'}
    """
    rows = _rows(source)
    columns = _columns(rows[0])
    entries: dict[str, _Entry] = {}
    question = ""
    for line, row in enumerate(rows[1:], 2):
        cells = {column: " ".join(row[at].split()) if at < len(row) else "" for column, at in columns.items()}
        if not any(cells.values()):
            continue
        question = cells["question"] or question
        if not question:
            raise configuration_error("codebook_row", line=line, what="question")
        _add(entries.setdefault(_id(question), _Entry()), cells, line)
    if not entries:
        raise configuration_error("codebook_empty")
    return {key: entry.choice() for key, entry in entries.items()}


def _rows(source: str | Path) -> list[list[str]]:
    text = source if isinstance(source, str) and "\n" in source else _read(Path(source))
    text = text.lstrip("\ufeff")
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=head.count)
    rows = [
        row
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        if any(cell.strip() for cell in row)
    ]
    if not rows:
        raise configuration_error("codebook_empty")
    return rows


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise configuration_error("codebook_file", name=called(path)) from exc


def _columns(head: Sequence[str]) -> dict[str, int]:
    """The place of each known column; the first of several with one meaning."""
    found: dict[str, int] = {}
    for at, name in enumerate(head):
        if (column := _COLUMNS.get(fold(name))) is not None:
            found.setdefault(column, at)
    if missing := [column for column in _NEEDED if column not in found]:
        raise configuration_error("codebook_columns", missing=", ".join(missing), names=", ".join(head))
    return found


def _id(question: str) -> str:
    return question if _ID.fullmatch(question) else slug(question)


def _add(entry: _Entry, cells: Mapping[str, str], line: int) -> None:
    code, label = cells["code"], cells["label"]
    entry.text = entry.text or cells.get("text") or None
    if kind := cells.get("kind"):
        entry.kind = _kind(kind, line)
    if not code and not label:
        return  # a row for the text of the question alone
    if not code or not label:
        raise configuration_error("codebook_row", line=line, what="label" if code else "code")
    if entry.labels.get(code, label) != label:
        raise configuration_error("codebook_twice", line=line, code=code, one=entry.labels[code], other=label)
    if cells.get("missing", "").casefold() in _YES or blank_kind(label) in _NO_ANSWER:
        entry.no_answer.append(code)
    else:
        entry.labels[code] = label


def _kind(text: str, line: int) -> QuestionKind:
    try:
        return QuestionKind(text)
    except ValueError:
        known = ", ".join(QuestionKind)
        raise configuration_error("codebook_kind", line=line, kind=text, known=known) from None
