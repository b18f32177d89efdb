"""Remembering: worked out once, told apart exactly, and the oldest forgotten."""

from __future__ import annotations

import pytest

from persona.remembering import Remembered, digest, packed


def test_a_value_is_worked_out_once_until_newer_ones_push_it_out() -> None:
    remembered = Remembered[int](most=2)
    worked: list[str] = []

    def ask(key: str) -> int:
        return remembered.of(key, lambda: worked.append(key) or len(key))  # type: ignore[func-returns-value]

    found = [ask(key) for key in ("a", "bb", "a", "ccc", "a", "bb")]

    assert (found, worked) == ([1, 2, 1, 3, 1, 2], ["a", "bb", "ccc", "bb"])


def test_nothing_is_kept_of_work_that_failed() -> None:
    remembered = Remembered[int](most=2)

    with pytest.raises(ZeroDivisionError):
        remembered.of("a", lambda: 1 // 0)

    assert remembered.of("a", lambda: 1) == 1


def test_parts_are_told_apart_by_where_they_end() -> None:
    keys = [
        digest(parts)
        for parts in (("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), (b"ab", "c"), ("\udc80",), ("\ufffd",))
    ]

    assert keys[0] == keys[4]
    assert len(set(keys)) == len(keys) - 1


def test_short_texts_are_told_apart_by_where_they_end_too() -> None:
    keys = {digest(packed(texts)) for texts in (["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], [], ["ż", "c"])}

    assert len(keys) == 6
