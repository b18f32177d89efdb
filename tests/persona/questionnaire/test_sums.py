"""Points that people share out over several things are one question, whatever its words and language."""

from __future__ import annotations

from itertools import permutations

import pytest

from persona.questionnaire.models import Item, Scale
from persona.recoding.variables import variables
from tests.questionnaires import Rows, notes, read

SHARES = [(10, 20, 30, 40), (20, 30, 20, 30), (0, 50, 50, 0), (70, 10, 10, 10), (0, 0, 100, 0), (40, 30, 20, 10)]
THINGS = ("Price", "Quality", "Service", "Speed")


def table(names: tuple[str, ...], rows: list[tuple[object, ...]], people: int = 60) -> Rows:
    cells = [[*map(str, rows[at % len(rows)]), note] for at, note in enumerate(notes(people))]
    return Rows([*names, "note"], cells)


def named(form: str) -> tuple[str, ...]:
    return tuple(form.format(at, thing) for at, thing in enumerate(THINGS, 1))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Distribute 100 points over [{1}]", "Distribute 100 points over"),
        ("Verteilen Sie 100 Punkte - {1}", "Verteilen Sie 100 Punkte"),
        ("Répartissez 100 points : {1}", "Répartissez 100 points"),
        ("Q7_{0}", "Q7"),
        ("{1}", "Price, Quality, Service …"),
    ],
)
def test_columns_that_add_up_to_one_number_are_one_question(form: str, text: str) -> None:
    question = read(table(named(form), SHARES)).questions[0]

    assert (question.kind, question.text.rstrip(" :"), question.columns) == ("rating_battery", text, (0, 1, 2, 3))
    assert question.scale == Scale(low=0, high=100, higher_is="more")
    assert question.reason.startswith("Its columns add up to 100 in each row: points that were shared out;")


def test_of_two_such_questions_side_by_side_each_stays_one() -> None:
    rows = [(*share, *(n // 10 for n in share[::-1])) for share in SHARES]
    found = read(table((*named("A - {1}"), *named("B - {1}")), rows))

    assert [(q.columns, q.scale and q.scale.high) for q in found.questions[:2]] == [
        ((0, 1, 2, 3), 100),
        ((4, 5, 6, 7), 10),
    ]


def test_a_blank_is_no_points_where_its_person_gave_points_to_others() -> None:
    rows = [tuple(n or "" for n in share) for share in SHARES] + [("", "", "", "")]
    found = read(table(named("Q7_{0}"), rows, people=70))
    price = variables(found)[0]
    columns = [[str(row[at]) for row in rows] for at in range(4)]

    assert (price.column.name, price.names) == ("Q7_1", ("Q7_1", "Q7_2", "Q7_3", "Q7_4"))
    assert price.make(columns) == ["10", "20", "0", "70", "0", "40", ""]
    assert found.questions[0].items[0] == Item(label="1", column=0)


@pytest.mark.parametrize(
    "rows",
    [
        [(10, 20, 30, 41), (25, 25, 25, 30), (0, 50, 50, 7), (70, 10, 10, 10)],
        list(permutations((1, 2, 3, 4)))[:12],
        [(100, 0, 0, 0), (0, 100, 0, 0), (0, 0, 100, 0), (0, 0, 0, 100)],
        [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)],
        [(10, 20, 30, 40), (10, 20, 30, 40), (40, 30, 20, 10)],
    ],
    ids=["other totals", "rankings", "one of them whole", "ticks", "hardly any ways"],
)
def test_other_numbers_are_not(rows: list[tuple[int, ...]]) -> None:
    reasons = [question.reason for question in read(table(named("{1}"), rows)).questions]

    assert [reason for reason in reasons if "shared out" in reason] == []
