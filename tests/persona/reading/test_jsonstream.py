from __future__ import annotations

import json

import pytest

from persona.exceptions import DataError
from persona.reading.jsonstream import Value, values


def blocks(text: str, size: int) -> list[bytes]:
    data = text.encode()
    return [data[at : at + size] for at in range(0, len(data), size)]


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[{"a": 1},\n {"b": "é\\n"} ,\n\n[2]]\n', [Value(1, {"a": 1}), Value(2, {"b": "é\n"}), Value(4, [2])]),
        ('\n{"a": 1}\n\n{"a": 2}', [Value(2, {"a": 1}), Value(4, {"a": 2})]),
        ('{"n": 2, "data": {"rows": [{"a": 1}, {"a": 2}],\n "empty": []}}', [Value(1, {"a": 1}), Value(2, {"a": 2})]),
        ("[12, 345]", [Value(1, 12), Value(1, 345)]),
        ("[]", []),
    ],
    ids=["array", "lines", "inside", "numbers", "nothing"],
)
def test_values_come_one_by_one_whatever_the_blocks(text: str, found: list[Value], size: int) -> None:
    if text.startswith('{"n"'):
        text = text.replace('{"n"', '{\n"n"')  # one line would be taken as one object a line
    assert list(values(blocks(text, size))) == found


@pytest.mark.parametrize("size", [3, 1000])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"a": 1},\n {"b": tru}]', "Line 2, character 8: the JSON is broken here."),
        ('[{"a": 1}\n {"b": 2}]', "Line 2, character 2: the JSON is broken here."),
        ('[{"a": 1},\n {"b"', "Line 2, character 6: the JSON is broken here."),
        ('[{"a": 1}', "The file ends in the middle: an upload or download was cut off."),
        ('{"a": 1,\n"b": {"c": 2}}', "The JSON file holds no list of answers."),
        ("[" * 100_000, "Line 1, character 2: the JSON is broken here."),
    ],
)
def test_broken_json_is_told_with_its_place(text: str, message: str, size: int) -> None:
    with pytest.raises(DataError) as raised:
        list(values(blocks(text, size)))
    assert raised.value.message == message


def test_broken_line_costs_itself_only() -> None:
    found = list(values([b'{"a": 1}\n{"a": \n{"a": 3}\n']))
    assert found == [Value(1, {"a": 1}), Value(2, None, '{"a": '), Value(3, {"a": 3})]


def test_many_values_take_linear_time() -> None:
    text = json.dumps([{"answer": "x" * 40}] * 50_000).encode()
    assert sum(1 for _ in values([text])) == 50_000
