from __future__ import annotations

import pytest

from persona.reading.choosing import in_runs, may_hold_choices


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        pytest.param(["aabbcc", "xxxxxx", "121212"], [0], id="a value below the other, each as often"),
        pytest.param(["aabbc"], [0], id="the last one cut off"),
        pytest.param(["aabbb"], [], id="more of the last"),
        pytest.param(["abcdef"], [], id="one row each"),
        pytest.param(["aabbaa"], [], id="a value that comes again"),
        pytest.param(["aabbbcc"], [], id="not as often"),
        pytest.param(["aa  cc"], [0], id="a blank is a value here"),
        pytest.param([["a", "a", "", ""]], [], id="nobody's rows"),
    ],
)
def test_columns_whose_values_fill_as_many_rows_each(columns: list[list[str]], expected: list[int]) -> None:
    assert in_runs(columns) == expected


def test_choices_need_two_marks_beside_such_a_column() -> None:
    assert may_hold_choices(["aabbcc", "100101"])
    assert not may_hold_choices(["aabbcc", "123123"])
    assert not may_hold_choices(["abcabc", "100101"])
