from __future__ import annotations

from typing import TYPE_CHECKING

from persona.reading import Limits

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

HEAD = "ID,Age,City,Comment\n"
GOOD = "1,34,Porto,Fine as it is\n"
QUOTED = '1,34,"Porto","Fine, as it is"\n'


def test_rows_with_too_many_cells_are_left_out_and_never_joined(read: Reader) -> None:
    found = read(HEAD + GOOD + "2,51,Oslo,Slow, and dear\n" + GOOD)
    assert (found.lines, found.left_out) == ([2, 4], [(3, "long_row")])
    assert found.report.skipped_lines[0].text == "2,51,Oslo,Slow, and dear"
    assert found.report.skipped_lines[0].message == "Line 3: 5 cells, but the table has 4 columns."


def test_empty_cells_beyond_the_last_column_are_cut(read: Reader) -> None:
    found = read(HEAD + GOOD + "2,51,Oslo,Slow,,\n")
    assert found.rows[1] == ("2", "51", "Oslo", "Slow")
    assert (found.mended, found.report.notes) == ([(3, "trailing_cells_cut")], {"trailing_cells_cut": 1})


def test_short_rows_are_filled_up_when_half_is_there(read: Reader) -> None:
    found = read(HEAD + GOOD + "2,51\n3\nnote below the table\n" + GOOD)
    assert found.rows == [
        ("1", "34", "Porto", "Fine as it is"),
        ("2", "51", "", ""),
        ("1", "34", "Porto", "Fine as it is"),
    ]
    assert found.mended == [(3, "padded")]
    assert found.left_out == [(4, "short_row"), (5, "short_row")]
    assert found.report.repaired[0].message == "Line 3: 2 of 4 cells; the others are taken as empty."


def test_last_line_without_an_end_that_is_short_was_cut_off(read: Reader) -> None:
    found = read(HEAD + GOOD + "2,51,Os")
    assert (found.rows, found.left_out) == ([("1", "34", "Porto", "Fine as it is")], [(3, "cut_off_row")])


def test_last_line_is_filled_up_where_others_are_short_too(read: Reader) -> None:
    assert read(HEAD + GOOD + "2,51\n3,18").left_out == []


def test_quotation_mark_that_never_closes_costs_one_line(read: Reader) -> None:
    found = read(HEAD + QUOTED + '2,51,Oslo,"Slow\n' + GOOD * 2 + QUOTED)
    assert (found.lines, found.left_out) == ([2, 4, 5, 6], [(3, "unclosed_quote")])


def test_marks_inside_an_answer_are_kept_and_told(read: Reader) -> None:
    found = read(HEAD + QUOTED + "2,51,Oslo,5' 8\" tall\n")
    assert found.rows[1][3] == "5' 8\" tall"
    assert (found.mended, found.report.notes) == ([(3, "stray_quotes")], {"stray_quotes": 1})


def test_lines_are_physical_also_after_answers_with_line_breaks(read: Reader) -> None:
    found = read('ID,Comment\r\n1,"a\r\nb\nc"\r\n\r\n2,fine\r\n"x"\r\n3,good\r\n')
    assert found.rows == [("1", "a\r\nb\nc"), ("2", "fine"), ("3", "good")]
    assert (found.lines, found.left_out, found.report.notes) == ([2, 6, 8], [(7, "short_row")], {"blank_lines": 1})


def test_rows_without_an_answer_are_left_out_however_they_are_written(read: Reader) -> None:
    found = read(HEAD + GOOD + ",,,\n , ,,\n" + '"","","",""\n' + GOOD + ",,,,,,,,\n\n   \n" + GOOD)
    assert (found.lines, found.left_out) == ([2, 6, 10], [(3, "blank"), (4, "blank"), (5, "blank"), (7, "blank")])
    assert found.report.notes == {"blank_lines": 2}


def test_column_names_that_come_again_are_left_out(read: Reader) -> None:
    found = read((HEAD + GOOD) * 3)
    assert (found.lines, found.left_out) == ([2, 4, 6], [(3, "repeated_header"), (5, "repeated_header")])


def test_cells_over_the_limit_cost_their_line(read: Reader) -> None:
    found = read(HEAD + GOOD + f"2,51,Oslo,{'x' * 101}\n3,5,Bergen,{'é' * 100}\n", limits=Limits(cell=100))
    assert (found.lines, found.left_out) == ([2, 4], [(3, "cell_too_long")])
    assert found.report.skipped_lines[0].message == "Line 3: one cell is longer than 100 characters."


def test_cells_stay_as_they_are(read: Reader) -> None:
    cells = ("007", "0,5", " -", "NA", "1e5", "NULL", "=1+1", "", "\t", "\x1d\x1e", "“smart”", "a\u2028b")
    text = ",".join(f'"{cell}"' for cell in cells)
    names = ",".join(f"Name {i}" for i in range(len(cells)))
    assert read(f"{names}\n{text}\n").rows == [cells]
