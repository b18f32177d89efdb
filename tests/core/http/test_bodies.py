"""What a JSON body may hold."""

from __future__ import annotations

import pytest

from core.http.bodies import parse
from core.http.problems import Problem


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b'{"a": [1, -2.5, null, true, "\\u00e9"]}', {"a": [1, -2.5, None, True, "é"]}),
        (b"  3 ", 3),
        (b"[" * 20 + b"]" * 20, eval("[" * 20 + "]" * 20)),
        (b'{"a": "%s"}' % (b"[" * 30), {"a": "[" * 30}),
        (b'{"a": "\\"%s"}' % (b"[" * 30), {"a": '"' + "[" * 30}),
        (b'"\\ud83d\\ude00"', "😀"),
    ],
)
def test_json_is_read(body: bytes, value: object) -> None:
    assert parse(body) == value


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"{", "no JSON"),
        (b"\xff", "no JSON"),
        (b"[" * 21 + b"]" * 21, "nested"),
        (b'{"a":' * 21 + b"1" + b"}" * 21, "nested"),
        (b'["\\\\", %s' % (b"[" * 30), "nested"),
        (b"NaN", "NaN"),
        (b"[-Infinity]", "Infinity"),
        (b"1" * 19, "digits"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b'[["\\u0000"]]', "zero byte"),
        (b'{"\\u0000": 1}', "zero byte"),
        (b'"\\ud800"', "half a character"),
    ],
    ids=repr,
)
def test_what_is_not_json_or_too_much_is_refused(body: bytes, word: str) -> None:
    with pytest.raises(Problem) as refusal:
        parse(body)

    assert (refusal.value.status, refusal.value.code) == (400, "bad_json")
    assert word in refusal.value.detail
