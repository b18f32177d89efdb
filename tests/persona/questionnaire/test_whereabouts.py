"""Coordinates, nicknames and questionnaires of clinics are known whatever their columns are called."""

from __future__ import annotations

import pytest

from tests.questionnaires import cells, columns, notes, read

STARS = [str(1 + at % 5) for at in range(60)]
NORTH = [f"{48 + at / 977:.6f}" for at in range(60)]
EAST = [f"{11 + at / 883:.6f}" for at in range(60)]
SOUTH = [f"-{6 + at / 911:.5f}" for at in range(60)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("y_coord", "x_coord"), ("a1", "a2"), ("vị trí (vĩ độ)", "vị trí (kinh độ)"), ("punkt_n", "punkt_e")],
)
@pytest.mark.parametrize("degrees", [NORTH, SOUTH], ids=["north", "south"])
def test_degrees_side_by_side_are_where_people_were(first: str, second: str, degrees: list[str]) -> None:
    table = columns(**{first: degrees, second: EAST, "Stars (1-5)": STARS, "note": notes()})
    found = read(table)
    shown = read(table, {found.doubts[0].id: "show"})

    assert [(str(q.kind), q.use) for q in found.questions[:2]] == [("personal_data", "none")] * 2
    assert [(doubt.code, doubt.default) for doubt in found.doubts] == [("personal_data", "hide")]
    assert [str(question.kind) for question in shown.questions[:2]] == ["number", "number"]


@pytest.mark.parametrize("form", ["{}, {}", "{} {}", "({};{})", "{} {} 512.0 4.3"])
def test_both_in_one_cell_are_too(form: str) -> None:
    places = [form.format(north, east) for north, east in zip(NORTH, EAST, strict=True)]
    found = read(columns(Treff=places, **{"Stars (1-5)": STARS}, note=notes()))

    assert (str(found.questions[0].kind), found.questions[0].use) == ("personal_data", "none")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([f"{10 + at / 7:.2f}" for at in range(60)], [f"{30 + at / 9:.2f}" for at in range(60)]),
        (NORTH, [f"{500 + at / 9:.6f}" for at in range(60)]),
        (cells("48.123456", "48.123457"), cells("11.123456", "11.123457")),
    ],
    ids=["amounts", "beyond degrees", "two places"],
)
def test_other_decimals_are_numbers(first: list[str], second: list[str]) -> None:
    found = read(columns(a=first, b=second, note=notes()))

    assert "personal_data" not in {str(question.kind) for question in found.questions}


@pytest.mark.parametrize(
    "name", ["Nickname", "ニックネーム", "Spitzname", "Pseudo", "Никнейм", "昵称", "닉네임", "Přezdívka"]
)
def test_what_people_call_themselves_is_personal(name: str) -> None:
    names = [f"{('sun', 'moon', 'ミケ', 'fox')[at % 4]}{at}" for at in range(60)]
    found = read(columns(**{name: names, "Stars (1-5)": STARS, "note": notes()})).questions[0]

    assert (str(found.kind), found.use, found.examples) == ("personal_data", "none", ())


@pytest.mark.parametrize("name", ["phq9_1", "PHQ-2", "gad7_total", "Pain level", "Schmerzstärke", "WHO-5", "psqi"])
def test_questionnaires_of_clinics_tell_of_health(name: str) -> None:
    found = read(columns(**{name: cells("0", "1", "2", "3"), "Stars (1-5)": STARS, "note": notes()}))

    assert [(each.column, each.category) for each in found.sensitive] == [(0, "health")]


@pytest.mark.parametrize("name", ["Pain points", "Budget", "Who helped you?", "Ich finde, dass es geht", "Bad days"])
def test_words_like_theirs_do_not(name: str) -> None:
    found = read(columns(**{name: cells("0", "1", "2", "3"), "Stars (1-5)": STARS, "note": notes()}))

    assert found.sensitive == ()
