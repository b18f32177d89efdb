from __future__ import annotations

from persona.reading.header import Head, find_head

ROWS = [["ID", "Age", "Comment"], ["1", "34", "Too slow, honestly"], ["2", "51", "Fine"]]


def test_find_head_of_a_plain_table() -> None:
    assert find_head(ROWS, 3) == Head(("ID", "Age", "Comment"), (), 1, 0, (0,), 1)


def test_find_head_keeps_titles_above_the_names() -> None:
    above = [["Survey 2024"], [""], ["#  draft", ""], ["", "Spring ", ""]]
    titles = ("Survey 2024", "# draft", "Spring")
    assert find_head([*above, *ROWS], 3) == Head(("ID", "Age", "Comment"), titles, 5, 4, (4,), 1)


def test_find_head_sees_titles_that_hold_the_delimiter() -> None:
    assert find_head([["Survey of May", " second wave"], *ROWS], 3).titles == ("Survey of May, second wave",)
    assert find_head([["Of May", "wave 2", "draft"], [""], *ROWS], 3).titles == ("Of May, wave 2, draft",)


def test_find_head_takes_a_lonely_number_for_an_answer() -> None:
    assert find_head([["", "", "3.2"], ["a", "b", "8.8"], ["c", "d", "6.5"]], 3).titles == ()


def test_find_head_without_names_keeps_the_first_respondent() -> None:
    assert find_head(ROWS[1:], 3) == Head(("Column 1", "Column 2", "Column 3"), (), 0)


def test_find_head_takes_a_persons_word() -> None:
    assert find_head(ROWS, 3, header=False).first == 0
    assert find_head(ROWS[1:], 3, header=True).names == ("1", "34", "Too slow, honestly")


def test_find_head_reads_three_rows_of_qualtrics() -> None:
    rows = [
        ["Q1", "Q2"],
        ["How old are you?", "What would help?"],
        ['{"ImportId":"QID1"}', '{"ImportId":"QID2_TEXT"}'],
        ["34", "Faster reports"],
    ]
    labels = ("How old are you?", "What would help?")
    assert find_head(rows, 2) == Head(("Q1", "Q2"), (), 3, 0, (0, 1, 2), 3, sure=False, labels=labels)


def test_find_head_joins_question_and_option_of_surveymonkey() -> None:
    rows = [
        ["Respondent ID", "Which tools?", "", "What would help?"],
        ["", "Excel", "Jira", "Open-Ended Response"],
        ["1001", "Excel", "", "Faster reports"],
    ]
    assert find_head(rows, 4) == Head(
        ("Respondent ID", "Which tools? - Excel", "Which tools? - Jira", "What would help?"),
        titles=(),
        first=2,
        header=0,
        name_rows=(0, 1),
        rows=2,
        sure=False,
    )


def test_find_head_names_the_row_names_of_r() -> None:
    rows = [["mpg", "cyl"], ["Mazda RX4", "21", "6"], ["Datsun 710", "22.8", "4"]]
    assert find_head(rows, 3).names == ("Row", "mpg", "cyl")


def test_find_head_takes_the_width_of_the_names_where_no_row_is_longer() -> None:
    rows = [["a", "b", "c", "d"], ["1", "2", "3"], ["4", "5", "6"]]
    assert find_head(rows, 3).names == ("a", "b", "c", "d")


def test_find_head_cuts_empty_cells_beyond_the_names() -> None:
    rows = [["a", "b", "", ""], ["1", "x"], ["2", "y"]]
    assert find_head(rows, 2).names == ("a", "b")


def test_find_head_of_titles_only_has_no_names() -> None:
    assert find_head([["Survey"], [""]], 3) == Head((), ("Survey",), 2)


def test_find_head_takes_a_persons_word_on_how_many_rows_hold_names() -> None:
    rows = [["Q1", "Q2"], ["Your age?", "Your idea?"], ["34", "Fine as it is"], ["51", "Too slow"]]
    assert find_head(rows, 2).rows == 2
    assert find_head(rows, 2, name_rows=1).first == 1
    assert find_head(ROWS[1:], 3, name_rows=0).names == ("Column 1", "Column 2", "Column 3")


def test_find_head_passes_over_empty_lines_between_rows_of_names() -> None:
    codes = ["", "Q1", "Q2", "", "Q3", "Q4", "Q5", "Q6"]
    questions = ["ID", "Your age?", "Which tools?", "", "Your town?", "Your job?", "How often?", "How fast?"]
    options = ["", "", "Excel", "Jira", "", "", "", ""]
    people = [["1", "34", "1", "", "2", "1", "1", "3"], ["2", "51", "", "1", "2", "4", "2", "3"]]
    rows = [row for line in (codes, questions, options, *people * 5) for row in (line, [""])]
    head = find_head(rows, 8)
    assert (head.first, head.rows, head.name_rows) == (5, 3, (0, 2, 4))
    assert head.names == ("ID", "Q1", "Q2 - Excel", "Q2 - Jira", "Q3", "Q4", "Q5", "Q6")
    tools = ("Which tools? - Excel", "Which tools? - Jira")
    assert head.labels == ("ID", "Your age?", *tools, "Your town?", "Your job?", "How often?", "How fast?")


def test_find_head_of_tick_boxes_named_like_their_answers() -> None:
    rows = [
        ["Excel", "Jira", "Slack"],
        ["Excel", "", "Slack"],
        ["", "Jira", ""],
        ["Excel", "Jira", ""],
        ["", "", "Slack"],
    ]
    head = find_head(rows, 3)
    assert (head.names, head.first, head.name_rows) == (("Excel", "Jira", "Slack"), 1, ())
