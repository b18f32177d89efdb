from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        ('{\n"n": 2, "data": {"rows": [{"a": 1}, {"a": 2}]}}', [Value(1, {"a": 1}), Value(2, {"a": 2})]),
        ("[12, 345]", [Value(1, 12), Value(1, 345)]),
        ("[]", []),
        (" [ ] \n", []),
        ('[{"a": 1}]\n[{"a": 2}]\n', [Value(1, {"a": 1}), Value(2, {"a": 2})]),
        ('[{"a": 1}][{"a": 2}]', [Value(1, {"a": 1}), Value(1, {"a": 2})]),
        ("[]\n[{}]", [Value(2, {})]),
        ('["id", "why"]\n[1, "x"]\r\n\n[2, null]', [Value(1, ["id", "why"]), Value(2, [1, "x"]), Value(4, [2, None])]),
        ('{"a": 1}{"a": 2}', [Value(1, {"a": 1}), Value(1, {"a": 2})]),
        ('{\n "a": 1\n}\n{\n "a": 2\n}\n', [Value(1, {"a": 1}), Value(4, {"a": 2})]),
        ('{"a": 1, "b": ["x", "y"]}', [Value(1, {"a": 1, "b": ["x", "y"]})]),
        ('{"a": 1}\r\n', [Value(1, {"a": 1})]),
        ('{"a": "\\ud83d\\ude00 \u2028"}', [Value(1, {"a": "😀 \u2028"})]),
    ],
    ids=[
        "array",
        "lines",
        "inside",
        "inside, in lines",
        "numbers",
        "nothing",
        "nothing with blanks",
        "arrays below each other",
        "arrays behind each other",
        "an empty array, then one",
        "rows of cells",
        "objects behind each other",
        "objects over several lines",
        "one line",
        "one line of Windows",
        "letters in two halves",
    ],
)
def test_values_come_one_by_one_whatever_the_blocks(text: str, found: list[Value], size: int) -> None:
    assert list(values(blocks(text, size))) == found


@pytest.mark.parametrize("size", [3, 1000])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"a": 1},\n {"b": tru}]', "Line 2, character 8: the JSON is broken here."),
        ('[{"a": 1}\n {"b": 2}]', "Line 2, character 2: the JSON is broken here."),
        ('[{"a": 1},\n {"b"', "Line 2, character 6: the JSON is broken here."),
        ('[{"a": 1}] x', "Line 1, character 12: the JSON is broken here."),
        ('[{"a": 1}]\n{"a": 2}', "Line 2, character 1: the JSON is broken here."),
        ('[{"a": 1},]', "Line 1, character 11: the JSON is broken here."),
        ("[{'a': 1}]", "Line 1, character 3: the JSON is broken here."),
        ('[{"a": 1', "Line 1, character 9: the JSON is broken here."),
        ('{\n"a": 1}\n{"b": }', "Line 3, character 7: the JSON is broken here."),
        ('{\n"a": [1, 2]\n}', "The JSON file holds no list of answers."),
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


def test_a_line_that_is_too_long_is_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("persona.reading.jsonstream.LONGEST_VALUE", 50)
    whole = json.dumps({"rows": [{"a": n} for n in range(9)]})
    assert [entry.value for entry in values(blocks(whole, 20))] == [{"a": n} for n in range(9)]
    with pytest.raises(DataError) as raised:
        list(values(blocks('{"a": 1}\n{"a": "' + "x" * 99, 20)))
    assert raised.value.message.startswith("Line 2 does not end within 16 MB")


def test_an_object_that_must_be_read_whole_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("persona.reading.jsonstream.LARGEST_OBJECT", 50)
    with pytest.raises(DataError) as raised:
        list(values(blocks('{\n"a": "' + "x" * 99 + '"}', 20)))
    assert (raised.value.code, raised.value.message) == (
        "json_object_too_large",
        "The JSON file is one object of more than 64 MB.",
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.lists(st.dictionaries(st.text(max_size=4), JSON, min_size=1, max_size=4), min_size=2, max_size=6)


@settings(max_examples=12, deadline=None)
@given(OBJECTS, st.sampled_from([None, 0, 2]), st.booleans(), st.integers(1, 40))
def test_any_objects_come_back_from_an_array(found: list[dict], indent: int | None, is_ascii: bool, size: int) -> None:
    text = json.dumps(found, indent=indent, ensure_ascii=is_ascii)
    assert [entry.value for entry in values(blocks(text, size))] == found


@settings(max_examples=12, deadline=None)
@given(OBJECTS, st.sampled_from(["\n", "\r\n", "\n\n"]), st.integers(1, 40))
def test_any_objects_come_back_line_by_line(found: list[dict], between: str, size: int) -> None:
    text = between.join(map(json.dumps, found))
    lines = [1 + number * (2 if between == "\n\n" else 1) for number in range(len(found))]
    assert [(entry.line, entry.value) for entry in values(blocks(text, size))] == list(zip(lines, found, strict=True))
