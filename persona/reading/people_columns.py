"""Whether questions stand in the rows of a table and people in its columns, as notes of interviews often are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from persona.reading.asking import is_question
from persona.reading.lookahead import looks_like_value, sample_columns, shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.reading.lookahead import ColumnSample

    Cells = Sequence[str]

ASKS = 0.5  # share of first cells that end with a question mark
MOSTLY = 0.8
PURE, MIXED = 0.1, 0.2  # how far numbers and words are mixed, or cells repeated, in lines and in columns
LEAST_PEOPLE, LEAST_QUESTIONS = 4, 3
LONGEST = 200  # questions of a table that may be turned: it is small
QUESTION_WORDS = frozenset(
    ("question", "questions", "frage", "fragen", "pregunta", "domanda", "pergunta", "vraag", "item")
)
ENGLISH = ("p", "r", "person", "participant", "respondent", "interviewee", "interview", "user", "customer", "client")
GERMAN = ("tn", "vp", "proband", "teilnehmer", "teilnehmerin", "befragte", "befragter", "kunde", "nutzer")
OTHERS = ("sujet", "participante", "entrevistado", "persona", "cliente", "expert", "patient", "student")
PEOPLE_WORDS = frozenset((*ENGLISH, *GERMAN, *OTHERS))


def holds_people_in_columns(names: Cells, rows: Sequence[Cells]) -> bool:
    """Whether the first column holds questions and the other columns are people."""
    people, questions = [name.strip() for name in names[1:]], [row[0].strip() if row else "" for row in rows]
    if len(people) < 2 or not 2 <= len(rows) <= LONGEST or len(set(people)) < len(people) or not all(questions):
        return False
    if len(set(questions)) < len(questions) or any(map(looks_like_value, questions)):
        return False
    asks = sum(map(is_question, questions)) >= ASKS * len(questions)
    corner = _corner(names)
    if are_people(people):
        return asks or (corner and _rows_are_alike(names, rows))
    if _are_numbered(people) and _lines_hold_questions(rows, len(names)):
        return True
    return asks and corner and _are_alike(sample_columns(rows, len(names))[1:])


def stands_above_people(names: Cells, rows: Sequence[Cells]) -> bool:
    """Whether a first line counts people, so that the line below it is what all of them answered: "Role", and names.

    Asked where the line below looks like more names; what stands in the corner must allow for questions below it.
    """
    return bool(names) and _corner(names) and holds_people_in_columns(names, rows)


def _corner(names: Cells) -> bool:
    return names[0].strip().lower() in QUESTION_WORDS | {""}


def are_people(names: Sequence[str]) -> bool:
    """`P1, P2 …`, `Participant A, Participant B …`: one word for people, and a number or letter each."""
    shape, count = Counter(map(shape_of, names)).most_common(1)[0]
    words = Counter(re.split(r"[\W\d_]+", name.lower())[0] for name in names)
    word, same = words.most_common(1)[0]
    return count >= MOSTLY * len(names) and same >= MOSTLY * len(names) and word in PEOPLE_WORDS and shape != "a"


def _are_numbered(names: Sequence[str]) -> bool:
    """One word of any language and a number that counts up: `Deltagare 1, Deltagare 2 …`, `参与者1`, `№ 1`."""
    words = Counter(" ".join(re.findall(r"[^\W\d_]+", name.casefold())) for name in names)
    numbers = [int(found[0]) for name in names if len(found := re.findall(r"\d{1,4}", name)) == 1]
    steps = sum(after - before == 1 for before, after in pairwise(numbers))
    return (
        len(names) >= LEAST_PEOPLE
        and words.most_common(1)[0][1] >= MOSTLY * len(names)
        and len(numbers) >= MOSTLY * len(names)
        and steps >= MOSTLY * (len(names) - 1)
    )


def _lines_hold_questions(rows: Sequence[Cells], width: int) -> bool:
    """Whether the cells of a line are of one kind, and those of a column are not.

    Numbers stand in some lines and words in others; or people say the same in a line, and hardly in a column.
    """
    across = [[cell for cell in row[1:width] if cell.strip()] for row in rows]
    across = [line for line in across if line]
    down = [[row[at] for row in rows if at < len(row) and row[at].strip()] for at in range(1, width)]
    down = [column for column in down if len(column) > 1]
    if len(across) < LEAST_QUESTIONS or len(down) < LEAST_PEOPLE:
        return False
    if _mixed(across) <= PURE and _mixed(down) >= MIXED:
        return True
    return _repeated(across) >= MIXED and _repeated(down) <= PURE


def _mixed(lines: Sequence[Cells]) -> float:
    """How far numbers and words are mixed in these lines, on average: 0 not at all, 0.5 half and half."""
    shares = [sum(map(looks_like_value, line)) / len(line) for line in lines]
    return sum(min(share, 1 - share) for share in shares) / len(shares)


def _repeated(lines: Sequence[Cells]) -> float:
    """The share of cells that stand in their line more than once, on average."""
    shares = [sum(n for n in Counter(line).values() if n > 1) / len(line) for line in lines]
    return sum(shares) / len(shares)


def _rows_are_alike(names: Cells, rows: Sequence[Cells]) -> bool:
    """Whether the cells of a row go together (ages, towns) and those of a column do not."""
    turned = [[row[at] if at < len(row) else "" for row in rows] for at in range(1, len(names))]
    across = [column for column in sample_columns(turned, len(rows)) if column]
    down = [column for column in sample_columns(rows, len(names))[1:] if column]
    return sum(map(_mixture, across)) / len(across) < sum(map(_mixture, down)) / len(down) if across and down else False


def _mixture(column: ColumnSample) -> float:
    """How far numbers and words are mixed: 0 not at all, 0.5 half and half."""
    return min(column.value_share, 1 - column.value_share)


def _are_alike(columns: Sequence[ColumnSample]) -> bool:
    """Whether columns hold answers of one kind, as people's do, and not a text, its source and its date."""
    if not all(columns):
        return False
    lengths = [sum(map(len, column.cells)) / len(column.cells) for column in columns]
    values = [column.value_share for column in columns]
    return len(columns) > 2 and max(lengths) <= 3 * min(lengths) and max(values) - min(values) <= 0.5
