"""Tables with one row per answer: which columns hold the person, the question and the answer."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.reading.asking import is_question
from persona.reading.rows import is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[str]

ROWS_EACH = 1.5  # rows of a person on average, at least
SHARED = 0.6  # share of questions that more than one person answered
ALONE = 0.6  # share of answers that are the only one of a person to a question; the others were ticked beside them
ASKS = 0.5
BARE = 3  # columns of a table that holds person, question and answer alone
LEAST_PEOPLE, MOST_QUESTIONS, NUMERIC = 5, 60, 0.8
QUESTIONS = frozenset(
    (
        *("question", "questiontext", "questiontitle", "questionid", "questioncode", "questionname", "questionlabel"),
        *("item", "itemtext", "variable", "field", "fieldname", "attribute", "prompt"),
        *("frage", "fragetext", "pregunta", "domanda", "pergunta", "vraag", "pytanie", "fraga", "sporsmal", "sprgsmal"),
        *("kysymys", "otazka", "kerdes", "soru", "вопрос", "質問", "设问", "问题", "題目", "질문"),
    )
)
ANSWERS = frozenset(
    (
        *("answer", "answers", "answertext", "answervalue", "value", "response", "responsetext", "responsevalue"),
        *("antwort", "antworttext", "wert", "reponse", "valeur", "respuesta", "valor", "risposta", "valore"),
        *("resposta", "antwoord", "odpowiedz", "svar", "vastaus", "odpoved", "valasz", "cevap", "yant", "ответ"),
        *("回答", "答案", "답변", "응답"),
    )
)


@dataclass(frozen=True)
class LongForm:
    """Positions of the columns of a table in long form."""

    person: int
    question: int
    answer: int
    constant: tuple[int, ...] = ()
    """Columns that say the same in all rows of a person."""
    changing: tuple[int, ...] = ()
    """Columns that do not, and are no codes of the questions: one row a person has no place for them."""


def may_be_long_form(names: Cells) -> bool:
    """Whether the names speak of answers, or three columns are all; without that no rows need be looked at."""
    return len(names) == BARE or (len(names) > BARE and any(_bare(name) in ANSWERS for name in names))


def find_long_form(names: Cells, rows: Sequence[Cells]) -> LongForm | None:
    """How the rows of a table are answers; None where they are people. `rows` are the first ones, all of one width."""
    words = [_bare(name) for name in names]
    asked = [i for i, word in enumerate(words) if word in QUESTIONS or _asks(i, rows)] if rows else []
    answered = [i for i, word in enumerate(words) if word in ANSWERS]
    for question in sorted(asked, key=lambda i: (-_length(i, rows), i)):  # texts before their codes
        for answer in answered:
            for person in range(len(names)):
                if len({person, question, answer}) == 3 and _is_key(person, question, rows):
                    constant = tuple(i for i in range(len(names)) if _depends(i, person, rows))
                    away = {person, question, answer}
                    kept = tuple(i for i in constant if i not in away)
                    rest = [i for i in range(len(names)) if i not in {*away, *kept}]
                    changing = tuple(i for i in rest if not _depends(i, question, rows))
                    return LongForm(person, question, answer, kept, changing)
    return _by_its_cells(rows) if len(names) == BARE else None


def _by_its_cells(rows: Sequence[Cells]) -> LongForm | None:
    """Person, question and answer in this order, by their cells alone.

    Each person has several rows, each asked something else, nearly all asked the same; and what stands in the third
    column depends on the second: numbers to one question, words to another.
    """
    asked: defaultdict[str, list[str]] = defaultdict(list)
    people: defaultdict[str, set[str]] = defaultdict(set)
    filled = [(who.strip(), what.strip(), said.strip()) for who, what, said in rows if who.strip() and what.strip()]
    for who, what, said in filled:
        people[who].add(what)
        asked[what].append(said)
    if (
        len(people) < LEAST_PEOPLE
        or not MOST_QUESTIONS >= len(asked) >= BARE
        or len(filled) != sum(map(len, people.values()))
    ):
        return None
    whole = sum(len(said) >= SHARED * len(people) for said in asked.values())
    numeric = {what: _is_numeric(said) for what, said in asked.items()}
    if whole < len(asked) or len(set(numeric.values())) < 2 or any(map(is_number, asked)):
        return None
    return LongForm(0, 1, 2)


def _is_numeric(said: Sequence[str]) -> bool:
    some = [text for text in said if text]
    return bool(some) and sum(map(is_number, some)) >= NUMERIC * len(some)


def _is_key(person: int, question: int, rows: Sequence[Cells]) -> bool:
    """Whether people have several rows each, and answer the same questions, most of them once."""
    of_question: defaultdict[str, set[str]] = defaultdict(set)
    of_pair: defaultdict[tuple[str, str], int] = defaultdict(int)
    people = set()
    for row in rows:
        who, what = row[person].strip(), row[question].strip()
        if who and what:
            people.add(who)
            of_question[what].add(who)
            of_pair[who, what] += 1
    if len(people) < 2 or len(of_question) < 2 or sum(of_pair.values()) < ROWS_EACH * len(people):
        return False
    if len(of_pair) < ROWS_EACH * len(people):  # of one question each, many times: not questions
        return False
    shared = sum(len(who) > 1 for who in of_question.values())
    alone = sum(count == 1 for count in of_pair.values())
    return shared >= SHARED * len(of_question) and alone >= ALONE * len(of_pair)


def _depends(column: int, person: int, rows: Sequence[Cells]) -> bool:
    """Whether a column says one thing of each person."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        told[row[person].strip()].add(row[column].strip())
    return all(len(cells) == 1 for cells in told.values())


def _asks(column: int, rows: Sequence[Cells]) -> bool:
    cells = [row[column].strip() for row in rows if row[column].strip()]
    return bool(cells) and sum(map(is_question, cells)) >= ASKS * len(cells)


def _length(column: int, rows: Sequence[Cells]) -> int:
    return sum(len(row[column]) for row in rows)


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in text if letter.isalnum())
