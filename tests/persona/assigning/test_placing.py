"""Placing people by their answers: what is learnt, how sure it is, and what it says of data that does not fit."""

from __future__ import annotations

import numpy as np
import pytest

from persona.assigning.assigning import _listed, assign
from persona.assigning.form import LEAST, MOST, short_form
from persona.assigning.placer import SURE, Placer
from persona.exceptions import DataError
from persona.models import ColumnRole as Role
from persona.recoding.cells import SEPARATOR
from tests.persona.assigning.columns import column

PEOPLE = 200
"""Of two personas in turn; each says what is so of it nine times out of ten."""
PERSONAS = np.arange(PEOPLE) % 2 + 1
TRUE = np.random.default_rng(1).random((PEOPLE, 12)) < 0.9


def told(question: int, first: str, second: str) -> list[str]:
    """The first answer by the first persona, nine times out of ten."""
    return [first if (p == 1) == t else second for p, t in zip(PERSONAS, TRUE[:, question], strict=True)]


COLUMNS = (
    column("Tool", Role.CATEGORY, options=("Paper", "App")),
    column("Rating", Role.RATING, scale=(1, 5)),
    column("Spend", Role.NUMBER),
    column("Where", Role.MULTIPLE, options=("Home", "Work"), separator=SEPARATOR),
    column("Why", Role.OPEN),
    column("Noise", Role.CATEGORY, options=("a", "b")),
    column("Same", Role.CATEGORY, options=("x",)),
)
CELLS = {
    "Tool": told(0, "Paper", "App"),
    "Rating": told(1, "1", "5"),
    "Spend": told(2, "3", "300"),
    "Where": told(3, f"Home{SEPARATOR}Work", "Work"),
    "Why": [
        cell if n % 5 < 2 else "habits" for n, cell in enumerate(told(4, "paper lists", "the app reminds everybody"))
    ],
    "Noise": ["a" if n % 4 < 2 else "b" for n in range(PEOPLE)],
    "Same": ["x"] * PEOPLE,
}


@pytest.fixture(scope="module")
def placer() -> Placer:
    return Placer(COLUMNS, CELLS, PERSONAS)


def test_questions_that_everybody_answers_alike_are_left_aside(placer: Placer) -> None:
    assert placer.names() == ("Tool", "Rating", "Spend", "Where", "Why", "Noise")


@pytest.mark.parametrize(
    ("cells", "persona"),
    [
        ({"Tool": "paper "}, 0),
        ({"Tool": "App"}, 1),
        ({"Rating": "2"}, 0),
        ({"Spend": "250"}, 1),
        ({"Where": "Home"}, 0),
        ({"Where": "Work"}, 1),
        ({"Why": "It reminds me"}, 1),
    ],
)
def test_one_answer_places_somebody(placer: Placer, cells: dict[str, str], persona: int) -> None:
    placed = placer.place({name: [cell] for name, cell in cells.items()}, 1)

    assert (placed.probabilities.argmax(1).tolist(), placed.answered.tolist()) == ([persona], [1])
    assert placed.probabilities[0, persona] > 0.6


@pytest.mark.parametrize("cell", ["nan", "inf", "-1e999", "many", "\x00"])
def test_what_is_no_number_says_nothing(placer: Placer, cell: str) -> None:
    placed = placer.place({"Spend": [cell]}, 1)

    assert (placed.answered.tolist(), placed.unknown) == ([0], {"Spend": 1})


def test_more_answers_make_it_surer_and_none_leave_it_at_the_shares_of_the_study(placer: Placer) -> None:
    few = placer.place({"Tool": ["Paper", ""]}, 2)
    many = placer.place({"Tool": ["Paper"], "Rating": ["1"], "Spend": ["3"], "Where": [CELLS["Where"][0]]}, 1)

    assert many.probabilities[0, 0] > few.probabilities[0, 0]
    assert few.probabilities[1].tolist() == pytest.approx([0.5, 0.5])


def test_accuracy_is_that_on_people_who_were_left_out(placer: Placer) -> None:
    one, all_of_them, noise = (placer.accuracy(names) for names in (["Tool"], placer.names(), ["Noise"]))

    assert one.right == pytest.approx(np.mean(TRUE[:, 0]), abs=0.01)
    assert one.right < all_of_them.right
    assert noise.right < 0.6
    assert (one.chance, one.people) == (0.5, PEOPLE)
    assert all_of_them.right_when_sure is not None
    assert all_of_them.right_when_sure >= all_of_them.right


def test_answers_of_chance_make_nobody_sure() -> None:
    chance = Placer([COLUMNS[5]], CELLS, np.arange(PEOPLE) % 2 + 1)

    assert chance.accuracy(["Noise"]).sure == 0.0
    assert chance.accuracy(["Noise"]).right_when_sure is None


def test_the_form_begins_with_what_tells_most_and_leaves_open_answers_out(placer: Placer) -> None:
    form = short_form(placer)
    names = [question.column for question in form.questions]

    assert names[-1] == "Noise"
    assert "Why" not in names
    assert len(names) == LEAST
    assert form.questions[names.index("Rating")].options == ("1", "2", "3", "4", "5")
    assert form.questions[names.index("Spend")].options == ()
    assert 0.85 < form.accuracy.right <= form.all_right + 0.02


def test_a_form_never_asks_more_than_eight() -> None:
    columns = [column(f"q{n}", Role.CATEGORY, options=("a", "b")) for n in range(12)]
    cells = {f"q{n}": told(n, "a", "b") for n in range(12)}

    assert LEAST <= len(short_form(Placer(columns, cells, PERSONAS)).questions) <= MOST


def test_new_people_are_placed_with_what_their_data_lacks(placer: Placer) -> None:
    found = assign(placer, {"Tool": ["Paper", "App", "Fax", ""], "Rating": ["1", "5", "9", ""]}, 4)

    assert [(each.row, each.persona, each.next, each.answered) for each in found.assignments] == [
        (1, 1, 2, 2),
        (2, 2, 1, 2),
        (3, None, None, 0),
        (4, None, None, 0),
    ]
    assert found.assignments[0].sure > SURE
    assert (found.rows, found.placed, found.lacking) == (4, 2, ("Spend?", "Where?", "Why?", "Noise?"))
    assert [(line.persona, line.people, line.share, line.study_share) for line in found.personas] == [
        (1, 1, 0.5, 0.5),
        (2, 1, 0.5, 0.5),
    ]
    assert found.accuracy == placer.accuracy(["Tool", "Rating"])
    assert found.sentence.startswith("With these questions, ")
    assert found.notes == (
        "The data lacks 4 questions of the study: “Spend?”, “Where?”, “Why?”, “Noise?”.",
        "2 rows answered none of these questions and could not be placed.",
        "In “Tool?”, the study never had the answers of 1 row; they were passed over.",
        "In “Rating?”, the study never had the answers of 1 row; they were passed over.",
    )


def test_questions_that_hardly_tell_anybody_apart_say_so(placer: Placer) -> None:
    assert assign(placer, {"Noise": ["a"]}, 1).sentence.startswith("These questions hardly tell the personas apart")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["Tool?"], "“Tool?”", id="one"),
        pytest.param(list("abcde"), "“a”, “b”, “c”, “d”, “e”", id="five"),
        pytest.param(list("abcdef"), "“a”, “b”, “c”, “d”, “e” …", id="of six the first five"),
        pytest.param([], "", id="none"),
    ],
)
def test_a_sentence_names_the_first_questions(texts: list[str], expected: str) -> None:
    assert _listed(texts) == expected


@pytest.mark.parametrize(
    ("strange", "rows", "told"),
    [
        pytest.param(1, 5, True, id="a fifth"),
        pytest.param(1, 6, False, id="less than a fifth"),
        pytest.param(3, 3, True, id="all of them"),
    ],
)
def test_answers_that_the_study_never_had_are_told_where_they_are_many(
    placer: Placer, strange: int, rows: int, *, told: bool
) -> None:
    """Each person answers the other question, so that all are placed."""
    tools = ["Fax"] * strange + ["App"] * (rows - strange)
    notes = assign(placer, {"Tool": tools, "Rating": ["1"] * rows}, rows).notes

    assert any(note.startswith("In “Tool?”") for note in notes) is told


def test_the_sure_are_counted_by_persona(placer: Placer) -> None:
    cells = {"Tool": ["Paper", "Paper", "App"], "Rating": ["1", "", "5"]}

    found = assign(placer, cells, 3)

    assert [(line.persona, line.people, line.sure, round(line.share, 3)) for line in found.personas] == [
        (1, 2, sum(one.sure >= SURE for one in found.assignments[:2]), 0.667),
        (2, 1, int(found.assignments[2].sure >= SURE), 0.333),
    ]


def test_nobody_to_place_is_no_share(placer: Placer) -> None:
    found = assign(placer, {"Tool": ["", ""]}, 2)

    assert (found.placed, [(line.people, line.share) for line in found.personas]) == (0, [(0, 0.0), (0, 0.0)])


def test_a_study_has_the_personas_that_people_are_in_whatever_their_numbers() -> None:
    made = Placer(COLUMNS, CELLS, np.where(PERSONAS == 1, 7, 3))
    found = assign(made, {"Tool": ["Paper", "App"]}, 2)

    assert made.personas == (3, 7)
    assert [(one.persona, one.next) for one in found.assignments] == [(7, 3), (3, 7)]


def test_columns_that_the_study_does_not_know_say_nothing(placer: Placer) -> None:
    known = placer.place({"Tool": ["Paper"]}, 1)
    more = placer.place({"Tool": ["Paper"], "Shoe": ["42"]}, 1)

    assert (more.probabilities.tolist(), more.answered.tolist()) == (known.probabilities.tolist(), [1])


def test_data_without_any_of_the_questions_is_refused_in_one_sentence(placer: Placer) -> None:
    with pytest.raises(DataError) as refused:
        assign(placer, {"Other": ["a"]}, 1)

    assert refused.value.code == "no_shared_questions"
    assert "“Tool?”" in refused.value.hint


def test_the_same_study_learns_the_same(placer: Placer) -> None:
    again = Placer(COLUMNS, CELLS, PERSONAS)

    assert short_form(again) == short_form(placer)
    assert (again.place(CELLS, PEOPLE).probabilities == placer.place(CELLS, PEOPLE).probabilities).all()
