"""Counting of columns: exact where questions are closed or numbers, bounded where every answer is another."""

from __future__ import annotations

import pytest

from persona.questionnaire.columns import MOST_WORDS, ColumnView, RowSample, kept, sample_rows, view_columns
from persona.questionnaire.values.blanks import Blank
from tests.questionnaires import Rows


def test_cells_are_counted_over_the_rows_that_are_not_left_out() -> None:
    table = Rows(["a"], [["x"], [" x "], ["y"], [""], ["x"]])

    (column,) = view_columns(table, left_out={5})

    assert (dict(column.counts), column.rows, column.filled, column.uncounted) == ({"x": 2, "y": 1}, 4, 3, 0)
    assert sample_rows(table, left_out={5}).cells == {0: ["x", "x", "y", ""]}


def test_words_are_kept_apart_up_to_a_bound_and_numbers_far_beyond_it() -> None:
    people, first_batch = 60_000, 50_000
    rows = [[f"answer {at} of many", str(at), "yes" if at % 2 else "no"] for at in range(people)]

    words, numbers, closed = view_columns(Rows(["why", "how much", "liked"], rows))

    assert MOST_WORDS < len(words.counts) == first_batch
    assert (words.uncounted, words.filled, words.distinct) == (people - first_batch, people, people)
    assert (len(numbers.counts), numbers.uncounted) == (people, 0)
    assert dict(closed.counts) == {"no": people // 2, "yes": people // 2}


@pytest.mark.parametrize(
    ("labels", "texts"),
    [
        (None, ["v1", "v2", "v3"]),
        (["How <b>old</b>?", "", "Town&nbsp;"], ["How old?", "v2", "Town"]),
        (["q1. How old?", "q2. Where?", "q3. Why?"], ["How old?", "Where?", "Why?"]),
        (["q1. How old?", "Where?", "Why?"], ["q1. How old?", "Where?", "Why?"]),
        (["Why?", "Why? (2)", "Age (3)"], ["Why?", "Why?", "Age (3)"]),
    ],
    ids=["names", "markup", "codes before most", "a code before one", "a name that returns"],
)
def test_what_stands_above_a_column(labels: list[str] | None, texts: list[str]) -> None:
    found = view_columns(Rows(["v1", "v2", "v3"], [["1", "2", "3"]], labels))

    assert [(column.position, column.name, column.text) for column in found] == [
        (at, f"v{at + 1}", text) for at, text in enumerate(texts)
    ]


def test_cells_are_parted_into_answers_sides_and_blanks() -> None:
    cells = {"Yes": 4, "No": 6, "don't know": 2, "NA": 3, "keine Antwort": 5, "-99": 7}
    column = ColumnView(0, "q", "q", cells, 30, frozenset({"na"}), frozenset({"-99"}))

    assert column.blanks == {
        "don't know": Blank.NO_OPINION,
        "NA": Blank.MARKER,
        "keine Antwort": Blank.EMPTY,
        "-99": Blank.NOT_ASKED,
    }
    assert column.uncoded == {text: n for text, n in cells.items() if text != "-99"}
    assert column.answers == {"Yes": 4, "No": 6, "don't know": 2, "-99": 7}
    assert column.sides == {"Yes": 4, "No": 6}
    assert (column.filled, column.distinct, column.examples) == (19, 4, ("No", "Yes"))


def test_a_column_in_which_nobody_takes_a_side_shows_what_there_is() -> None:
    assert ColumnView(0, "q", "q", {"don't know": 2, "no opinion": 3}, 5).examples == ("no opinion", "don't know")
    assert ColumnView(0, "q", "q", {}, 5).examples == ()
    assert ColumnView(0, "q", "q", dict.fromkeys("dcba", 1), 5).examples == ("a", "b", "c")


def test_a_code_for_not_asked_of_many_columns_is_one_in_each_of_them() -> None:
    rows = [["5" if at % 3 else "-99", "-99" if at % 4 else "2", "1", "-99" if at % 2 else "3"] for at in range(40)]
    found = view_columns(Rows(["a", "b", "c", "d"], rows))

    assert [column.codes for column in found] == [frozenset({"-99"})] * 4
    assert [column.sides for column in found] == [{"5": 26}, {"2": 10}, {"1": 40}, {"3": 20}]


def test_columns_are_counted_in_groups_that_memory_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Rows(["a", "b", "c"], [["x", "y", "z"], ["x", "y", "w"]])
    whole, rows = view_columns(table), sample_rows(table)
    monkeypatch.setattr("persona.questionnaire.columns.BATCH_CELLS", 4)

    assert view_columns(table) == whole
    assert sample_rows(table) == rows == RowSample({0: ["x", "x"], 1: ["y", "y"], 2: ["z", "w"]}, 2)


def test_of_many_rows_the_same_are_drawn_each_time_and_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("persona.questionnaire.columns.SAMPLE_ROWS", 200)
    table = Rows(["n", "twice"], [[str(at), str(2 * at)] for at in range(1, 501)])
    found = sample_rows(table, left_out=range(1, 101))

    assert (found.rows, found) == (200, sample_rows(table, left_out=range(1, 101)))
    drawn = [int(cell) for cell in found.cells[0]]
    assert drawn == sorted(set(drawn))
    assert min(drawn) > 100
    assert list(found.of([1, 0])) == [(str(2 * at), str(at)) for at in drawn]


@pytest.mark.parametrize(("left_out", "kept_cells"), [((), ["a", "b", "c"]), ({8}, ["a", "c"]), ({7, 9, 70}, ["b"])])
def test_rows_of_a_batch_are_left_out_by_their_number(left_out: set[int], kept_cells: list[str]) -> None:
    assert list(kept(["a", "b", "c"], 7, left_out)) == kept_cells


def test_a_table_without_rows_has_columns_without_cells() -> None:
    (column,) = view_columns(Rows(["a"], []))

    assert (column.counts, column.rows, column.filled, column.distinct) == ({}, 0, 0, 0)
    assert sample_rows(Rows(["a"], [])) == RowSample({0: []}, 0)
