"""A questionnaire that was written down twice under two running numbers: by its answers, and by how near others are."""

from __future__ import annotations

from random import Random

import pytest

from persona.questionnaire.rows.content import same_answers
from persona.questionnaire.rows.duplicates import Repeats
from persona.questionnaire.rows.resemblance import unlike_others
from tests.questionnaires import Rows, read

PEOPLE, AGAIN = 40, 17  # the row that is written down once more, right below itself
TOLD = "all answers are equal, one that nobody else gave among them"
HEADS = {
    "paper": ("No", "Buy again?", "Stars (1-5)", "Where?", "Why?"),
    "Formular": ("Lfd. Nr.", "Wieder kaufen?", "Note (1-6)", "Wo?", "Warum?"),
    "回答": ("番号", "また買いますか", "満足度（1〜5）", "場所", "理由"),
}


def numbered(rows: list[list[str]]) -> list[list[str]]:
    """The rows with one of them once more, all numbered in a row."""
    return [[str(at), *row] for at, row in enumerate([*rows[:AGAIN], rows[AGAIN - 1], *rows[AGAIN:]], 1)]


def with_last(last: list[str], seed: int = 3) -> list[list[str]]:
    draw = Random(seed)
    return [[draw.choice("YN"), draw.choice("12345"), draw.choice("abc"), cell] for cell in last]


def battery(items: int, seed: int = 5) -> list[list[str]]:
    draw = Random(seed)
    return [[draw.choice("12345") for _ in range(items)] for _ in range(PEOPLE)]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "last",
    [
        "shelf {0} was quite empty",
        "棚{0}は空いていて商品がなかった",
        "0{0}55010{0}",
        "+1 ({0}) 555 01{0}",
        "p{0}@mail.example",
    ],
    ids=["sentence", "unspaced", "phone", "phone with signs", "mail"],
)
def test_the_same_answers_under_another_number_are_one_person(head: str, last: str) -> None:
    rows = numbered(with_last([last.format(100 + at) for at in range(PEOPLE)]))
    found = read(Rows(HEADS[head], rows))

    assert (found.respondents, [(str(e.reason), e.rows, e.default) for e in found.excluded]) == (
        PEOPLE,
        [("duplicate", 1, "left_out")],
    )
    assert [(doubt.id, doubt.default) for doubt in found.doubts if doubt.code == "duplicates"] == [
        ("duplicates:file", "leave_out")
    ]


def test_people_may_say_that_they_are_two() -> None:
    rows = numbered(with_last([f"shelf {at} was quite empty" for at in range(PEOPLE)]))
    found = read(Rows(HEADS["paper"], rows), {"duplicates:file": "keep"})

    assert (found.respondents, [(str(e.reason), e.default) for e in found.excluded]) == (41, [("duplicate", "kept")])


@pytest.mark.parametrize("words", [("good", "bad", "ok", "no"), ("very good", "not so good", "no idea", "fine")])
def test_few_short_answers_are_equal_by_chance(words: tuple[str, ...]) -> None:
    rows = numbered(with_last([words[at % 4] for at in range(PEOPLE)]))

    assert same_answers(Rows(HEADS["paper"], rows)) is None


def test_what_a_third_one_wrote_too_is_nobodys_own() -> None:
    texts = ["there was nothing I liked" if at in (AGAIN - 1, 30) else f"shelf {at} was empty" for at in range(PEOPLE)]
    rows = [["Y", "5", "a", text] for text in texts]

    assert same_answers(Rows(HEADS["paper"], numbered(rows))) == Repeats((AGAIN + 1, 32), TOLD)


def test_many_people_write_one_sentence_by_chance() -> None:
    rows = with_last([f"shelf {at} was quite empty" for at in range(600)])

    assert same_answers(Rows(HEADS["paper"], numbered(rows))) is None


def test_many_ratings_that_nobody_else_comes_near_to_are_one_questionnaire() -> None:
    names = ["ID", *(f"Item {at}" for at in range(14))]
    how = "all answers are equal, and nobody else's come near to them"

    assert same_answers(Rows(names, numbered(battery(14)))) == Repeats((AGAIN + 1,), how)


def test_ratings_that_others_nearly_share_are_equal_by_chance() -> None:
    """Ticked from top to bottom: the same column, but for one or two."""
    draw = Random(7)
    rows = [["4"] * 14 if at % 3 else [draw.choice("45") for _ in range(14)] for at in range(PEOPLE)]

    assert same_answers(Rows(["ID", *(f"Item {at}" for at in range(14))], numbered(rows))) is None


@pytest.mark.parametrize(
    ("items", "blank", "found"), [(14, 0, [AGAIN + 1]), (8, 0, []), (14, 6, [])], ids=["many", "few", "half empty"]
)
def test_few_answers_say_too_little(items: int, blank: int, found: list[int]) -> None:
    rows = [["" if at < blank else cell for at, cell in enumerate(row)] for row in battery(items)]
    names = [f"Item {at}" for at in range(items)]
    table = Rows(["ID", *names], numbered(rows))

    assert unlike_others(table, names, {AGAIN: 1, AGAIN + 1: 1}) == found
