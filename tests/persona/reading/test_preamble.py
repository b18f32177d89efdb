"""Lines of one or two cells above the names of the columns, as survey tools write them."""

from __future__ import annotations

import pytest

from persona.reading.header import find_head
from persona.reading.preamble import is_title_of_two, pairs_end

NAMES = ["#", "Submitted", "How often do you use it?", "Which plan do you have?", "What should we improve?"]
BODY = [
    [
        str(at),
        f"2024-03-{1 + at % 28:02d}",
        ("Weekly", "Never")[at % 2],
        ("Basic", "Pro", "Team")[at % 3],
        f"Say {at} it",
    ]
    for at in range(1, 40)
]


def padded(*rows: list[str]) -> list[list[str]]:
    return [[*row, *[""] * (len(NAMES) - len(row))] for row in rows]


@pytest.mark.parametrize(
    "above",
    [
        [["Survey:", "Customers 2024"], ["Exported:", "2024-04-02"], ["Responses:", "39"]],
        [["Customers 2024"], ["Date of export:", "2024-04-02"]],
        [["Enkät", "Kundnöjdhet"], ["Skapad", "2 april 2024"]],
        [["问卷名称：", "客户满意度"], ["导出时间：", "2024-04-02"], []],
        [["Ankieta", "Klienci"], [], ["Liczba odpowiedzi", "39"]],
        [["Exported", "2024-04-02"]],
    ],
)
@pytest.mark.parametrize("whole", [False, True], ids=["short", "padded"])
def test_lines_of_a_label_and_its_value_are_titles(above: list[list[str]], *, whole: bool) -> None:
    rows = padded(*above) if whole else above
    head = find_head([*rows, NAMES, *BODY], len(NAMES))

    assert (head.names, head.rows, head.first) == (tuple(NAMES), 1, len(above) + 1)
    assert head.titles == tuple(", ".join(row) for row in above if row)


def test_a_table_of_three_columns_below_is_found() -> None:
    names, body = NAMES[2:], [row[2:] for row in BODY]
    head = find_head([["Title", "My survey"], ["Date", "2 April 2024"], names, *body], 3)

    assert (head.names, head.first) == (tuple(names), 3)


@pytest.mark.parametrize(
    "rows",
    [
        [NAMES, *BODY],
        [*padded(["About you", "Your use"]), NAMES, *BODY],
        padded(["1", "2024-03-01"], ["2", "2024-03-02"]) + BODY,
        [["Survey", "2024"], ["Date", "April"], ["a", "b"], ["c", "d"]],
        [["Survey:", "Customers"]],
    ],
    ids=["names on top", "names over merged columns", "answers", "two columns", "nothing below"],
)
def test_other_lines_are_no_titles(rows: list[list[str]]) -> None:
    assert pairs_end(rows, max(map(len, rows))) == 0


TWO = [[str(at % 5 + 1), f"parce que {at}"] for at in range(30)]


@pytest.mark.parametrize(
    "above",
    [
        [["Sondage été", ""], ["", ""]],
        [["Sondage été", ""], ["exporté hier", ""], ["", ""]],
        [["Sondage été", ""], [""], ["", ""]],
    ],
)
def test_a_title_above_an_empty_line_is_one_in_a_table_of_two_columns(above: list[list[str]]) -> None:
    head = find_head([*above, ["Note", "Pourquoi ?"], *TWO], 2)
    assert (head.names, head.rows) == (("Note", "Pourquoi ?"), 1)
    assert head.titles == tuple(row[0] for row in above if row[0])


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["Ville", ""], ["Lyon", "bien"], ["Nice", "trop cher"], *TWO], id="no empty line"),
        pytest.param([["Ville", "Avis"], ["", ""], ["Lyon", "bien"], *TWO], id="two names"),
        pytest.param([["12", ""], ["", ""], ["Lyon", "bien"], *TWO], id="a value"),
        pytest.param([["Ville", ""], ["", ""], *[[f"Avis {at}", ""] for at in range(30)]], id="one column in truth"),
    ],
)
def test_what_is_no_title_in_a_table_of_two_columns(rows: list[list[str]]) -> None:
    assert not is_title_of_two(rows[0], rows[1:])
