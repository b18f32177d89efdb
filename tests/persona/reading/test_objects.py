from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from persona.reading import Limits
from persona.reading.objects import as_cell

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

ANSWERS = [
    {"id": 1, "home": {"city": "Porto", "yard": True}, "tools": ["Excel", "Jira"], "why": "Slow,\nand dear"},
    {"id": 2, "why": None, "more": {}},
    {"tools": [], "home": {"city": "Oslo"}, "why": [{"a": 1}]},
]
NAMES = ("id", "home.city", "home.yard", "tools", "why", "more")
ROWS = [
    ("1", "Porto", "true", "Excel; Jira", "Slow,\nand dear", ""),
    ("2", "", "", "", "", "{}"),
    ("", "Oslo", "", "", '[{"a": 1}]', ""),
]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (json.dumps(ANSWERS), [1, 1, 1]),
        ("[\n" + ",\n".join(map(json.dumps, ANSWERS)) + "\n]", [2, 3, 4]),
        ("\n".join(map(json.dumps, ANSWERS)), [1, 2, 3]),
        (json.dumps({"version": 1, "answers": ANSWERS}, indent=1), [1, 2, 3]),
    ],
    ids=["array", "array by line", "lines", "list inside"],
)
def test_objects_become_rows_with_all_keys(read: Reader, text: str, lines: list[int]) -> None:
    found = read(text)
    assert (found.report.kind, found.report.names, found.report.header_line) == ("json", NAMES, None)
    assert (found.rows, found.lines) == (ROWS, lines)


@pytest.mark.parametrize(
    "around", ['[{{"a": {}, "b": "x"}}]', '{{"a": {}, "b": "x"}}\n{{"a": 1}}'], ids=["array", "lines"]
)
@pytest.mark.parametrize("sign", ["", "-"])
def test_a_number_of_any_length_is_the_text_it_is(read: Reader, around: str, sign: str) -> None:
    digits = sign + "7" * 5_000

    found = read(around.format(digits))

    assert (found.rows[0], found.left_out) == ((digits, "x"), [])


def test_text_in_utf16_is_read_too(read: Reader) -> None:
    assert read(json.dumps([{"a": "é", "b": "x"}], ensure_ascii=False).encode("utf-16")).rows == [("é", "x")]


def test_lists_become_rows_with_names_on_top(read: Reader) -> None:
    found = read('[["id", "age", "why"],\n [1, 34, "It is slow"],\n [2, 51, null]]')
    assert (found.report.names, found.rows) == (("id", "age", "why"), [("1", "34", "It is slow"), ("2", "51", "")])
    assert (found.report.header_line, found.lines) == (1, [2, 3])


def test_entries_that_are_no_objects_are_left_out(read: Reader) -> None:
    found = read('{"a": 1, "b": 2}\n"note"\n{"a": 3, "b": \n{"a": 4, "b": 5}\n')
    assert (found.rows, found.left_out) == ([("1", "2"), ("4", "5")], [(2, "no_object"), (3, "no_object")])
    assert [entry.text for entry in found.report.skipped_lines] == ['"note"', '{"a": 3, "b": ']


def test_objects_without_an_answer_are_left_out(read: Reader) -> None:
    found = read('[{"a": 1, "b": 2}, {}, {"a": null}, {"a": "", "b": []}]')
    assert (found.report.rows, found.report.skipped) == (1, {"blank": 3})


def test_names_are_folded_and_kept_apart(read: Reader) -> None:
    assert read('[{"a": 1, " a ": 2, "": 3}]').report.names == ("a", "a (2)", "Column 3")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[{}]", "json_without_list"),
        ("{}", "json_without_list"),
        ('{\n"a": 1\n}', "json_without_list"),
        ('[{"a": 1, "b": 2, "c": 3}]', "too_many_columns"),
        ('[{"a": 1},', "broken_json"),
    ],
)
def test_file_without_objects_gives_one_sentence(read: Reader, text: str, code: str) -> None:
    with pytest.raises(DataError) as raised:
        read(text, limits=Limits(columns=2))
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("value", "cell"),
    [(None, ""), (False, "false"), (1.50, "1.5"), ([1, None, "x"], "1; ; x"), ({"a": [1]}, '{"a": [1]}')],
)
def test_as_cell_writes_values_as_people_do(value: object, cell: str) -> None:
    assert as_cell(value) == cell
