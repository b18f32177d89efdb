from __future__ import annotations

import pytest

from persona.reading.lookahead import ColumnSample, looks_like_value, sample_columns, shape_of


@pytest.mark.parametrize("cell", ["1", "-4.5", "1,234.50", "12 %", "$30", "2024-05-01", "1/2/24 10:30", "a@b.org"])
def test_looks_like_value_knows_numbers_dates_and_addresses(cell: str) -> None:
    assert looks_like_value(cell)


@pytest.mark.parametrize("cell", ["", "Age", "Q1", "2nd choice", "NA", "5 stars"])
def test_looks_like_value_leaves_words_alone(cell: str) -> None:
    assert not looks_like_value(cell)


def test_sample_columns_keeps_the_filled_cells_of_each_column() -> None:
    rows = [["1", " a "], ["2"], ["", "b"]]
    assert sample_columns(rows, 3) == [ColumnSample(("1", "2")), ColumnSample(("a", "b")), ColumnSample(())]
    assert [bool(column) for column in sample_columns(rows, 3)] == [True, True, False]


def test_unseen_is_the_share_of_answers_that_were_given_once() -> None:
    assert ColumnSample(("yes",) * 5 + ("no",) * 4).unseen == 0.05
    assert ColumnSample(("a", "b", "c")).unseen == 0.875


@pytest.mark.parametrize(
    ("cells", "shape"),
    [
        (("P001", "P002", "P17"), "a9"),
        (("10.0.0.1", "10.2.3.40"), "9.9.9.9"),
        (("good", "bad"), None),
        (("a1", "b", "c d"), None),
    ],
)
def test_shape_is_that_of_ids_and_addresses_only(cells: tuple[str, ...], shape: str | None) -> None:
    assert ColumnSample(cells).shape == shape
    assert shape_of("Response ID 7") == "a a 9"


def test_is_option_knows_tick_boxes_by_their_words() -> None:
    assert ColumnSample(("Excel", "Excel")).is_option("Excel")
    assert ColumnSample(("tea", "Not.tea", "tea")).is_option("tea")
    assert not ColumnSample(("tea", "coffee")).is_option("tea")
    assert not ColumnSample(("Excel",)).is_option("Jira")
