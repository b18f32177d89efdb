"""Counting of columns: exact where questions are closed or numbers, bounded where every answer is another."""

from __future__ import annotations

from persona.questionnaire.columns import MOST_WORDS, sample_rows, view_columns
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
