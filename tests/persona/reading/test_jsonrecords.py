"""Where in one JSON object the answers stand, as interfaces and programs for statistics write it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from persona.reading.jsonrecords import find_records

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

PEOPLE = [{"id": 1, "age": 34, "why": "It is slow"}, {"id": 2, "age": 51, "why": "It is dear"}]
CELLS = [[1, 34, "It is slow"], [2, 51, "It is dear"]]
NAMES = ["id", "age", "why"]
WAYS: dict[str, Any] = {
    "a list beside counts": {"total": 2, "page": 1, "responses": PEOPLE},
    "a list inside": {"data": {"responses": PEOPLE}},
    "a list inside of that, as GraphQL gives it": {"data": {"survey": {"responses": PEOPLE}}},
    "beside shorter lists of objects": {"fields": [{"name": "id"}], "responses": PEOPLE},
    "beside longer lists of words": {"tags": ["a", "b", "c", "d"], "responses": PEOPLE},
    "beside an empty list": {"errors": [], "responses": PEOPLE},
    "by the ids of people, as Firebase gives it": {"-NxA1": PEOPLE[0], "-NxA2": PEOPLE[1]},
    "by the numbers of people": {"1": PEOPLE[0], "2": PEOPLE[1]},
    "column by column, as pandas does": {
        "id": {"0": 1, "1": 2},
        "age": {"0": 34, "1": 51},
        "why": {"0": "It is slow", "1": "It is dear"},
    },
    "pandas, as a table": {
        "schema": {"fields": [{"name": name} for name in NAMES[:1]], "primaryKey": ["id"]},
        "data": PEOPLE,
    },
}
ROWS = {
    "pandas, split": {"columns": NAMES, "index": [0, 1], "data": CELLS},
    "names behind the rows": {"rows": CELLS, "names": NAMES},
    "rows of cells inside": {"result": {"header": NAMES, "rows": CELLS}},
}


@pytest.mark.parametrize("way", WAYS)
def test_the_objects_of_people_are_found(way: str) -> None:
    assert find_records(WAYS[way]) == PEOPLE


@pytest.mark.parametrize("way", ROWS)
def test_names_beside_rows_of_cells_go_on_top(way: str) -> None:
    assert find_records(ROWS[way]) == [NAMES, *CELLS]


def test_rows_without_names_stay_as_they_are() -> None:
    assert find_records({"rows": CELLS, "count": 2, "index": [0, 1]}) == CELLS
    assert find_records({"rows": CELLS, "kinds": [1, 2, 3]}) == CELLS


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"age": 34, "why": "It is slow"}, id="one person"),
        pytest.param({"age": 34, "tools": ["Excel", "Jira"]}, id="one person with several choices"),
        pytest.param({"home": {"city": "Porto"}, "work": {"firm": "Own"}}, id="one person with objects of other keys"),
        pytest.param({"p1": {"age": 34}}, id="one person by its id"),
        pytest.param({"p1": {}, "p2": {}}, id="people who said nothing"),
        pytest.param({"a": {"b": {"c": {"d": PEOPLE}}}}, id="too far inside"),
        pytest.param({"rows": []}, id="an empty list"),
        pytest.param(["a", "b"], id="a list of words"),
        pytest.param("It is slow", id="a text"),
        pytest.param(None, id="null"),
        pytest.param({"p1": {"age": 34, "why": "x"}, "p2": {"town": "Porto", "job": "Cook"}}, id="nothing in common"),
    ],
)
def test_other_values_hold_no_people(value: object) -> None:
    assert find_records(value) == []


def test_people_need_not_have_answered_all_the_same() -> None:
    value = {"p1": {"age": 34, "why": "x", "town": "Porto"}, "p2": {"age": 51, "why": "y"}}
    assert find_records(value) == list(value.values())


def test_numbered_questions_of_numbered_people_are_people() -> None:
    value = {"1": {"1": "yes", "2": "no"}, "2": {"1": "no", "2": "no"}}
    assert find_records(value) == [{"1": "yes", "2": "no"}, {"1": "no", "2": "no"}]


@pytest.mark.parametrize("indent", [None, 1], ids=["in one line", "in many"])
@pytest.mark.parametrize("way", [*list(WAYS)[::4], *list(ROWS)[:1]])
def test_a_file_is_the_same_table_in_every_way(read: Reader, way: str, indent: int | None) -> None:
    found = read(json.dumps((WAYS | ROWS)[way], indent=indent), name="answers.json")
    assert (found.report.kind, found.report.names) == ("json", ("id", "age", "why"))
    assert found.rows == [("1", "34", "It is slow"), ("2", "51", "It is dear")]
