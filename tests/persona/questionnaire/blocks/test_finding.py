"""Check-all questions and rankings over several columns, however a tool writes them."""

from __future__ import annotations

import pytest

from tests.questionnaires import Rows, counts, read

TICKS = ["110", "100", "011", "111", "000", "100", "010", "110", "001", "101", "100", "110"]
COUNTS = {"Slack": 8, "Teams": 6, "Mail": 4}
OPTIONS = ["Slack", "Teams", "Mail"]
DAYS = ["Monday", "Friday"] * 6


def table(names: list[str], write) -> Rows:
    """Three option columns between two others; the fifth person ticked nothing."""
    rows = []
    for at, (bits, day) in enumerate(zip(TICKS, DAYS, strict=True)):
        ticks = [write(option, bit == "1", "1" in bits) for option, bit in zip(OPTIONS, bits, strict=True)]
        rows.append([day, *ticks, f"Answer number {at} in words"])
    return Rows(["Which day?", *names, "What is missing?"], rows)


WRITTEN = {
    "text": lambda option, on, _: option if on else "",
    "one": lambda _, on, __: "1" if on else "",
    "x": lambda _, on, __: "x" if on else "",
    "binary": lambda _, on, __: "1" if on else "0",
    "true": lambda _, on, __: "TRUE" if on else "FALSE",
    "ja": lambda _, on, __: "Ja" if on else "Nein",
    "text and zero": lambda option, on, _: option if on else "0",
    "checked": lambda _, on, __: "Checked" if on else "Unchecked",
    "missing where not asked": lambda _, on, any_: ("Yes" if on else "No") if any_ else "N/A",
}
NAMED = {
    "dash": [f"Which tools do you use? - {option}" for option in OPTIONS],
    "brackets": [f"Q5 [{option}]" for option in OPTIONS],
    "path": [f"tools/{option}" for option in OPTIONS],
    "dots": [f"tools.{option}" for option in OPTIONS],
}


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("named", NAMED)
def test_option_columns_are_one_question(named: str, written: str) -> None:
    found = read(table(NAMED[named], WRITTEN[written]))
    day, tools, open_answer = found.questions

    assert (tools.kind, tools.columns, counts(tools)) == ("multiple_choice", (1, 2, 3), COUNTS)
    assert (day.kind, open_answer.kind, found.doubts) == ("single_choice", "open_answer", ())
    answered_by_tick = written in ("text", "one", "x", "missing where not asked")
    assert tools.answered == (11 if answered_by_tick else 12)


def test_options_whose_text_is_only_in_the_labels_row() -> None:
    rows = [["x" if bit == "1" else "" for bit in bits] for bits in TICKS]
    found = read(Rows(["Q5_1", "Q5_2", "Q5_3"], rows, labels=OPTIONS))

    assert [(q.id, q.kind, counts(q)) for q in found.questions] == [("q5", "multiple_choice", COUNTS)]


def test_columns_named_by_the_option_in_them_are_one_question_without_a_doubt() -> None:
    found = read(table(OPTIONS, WRITTEN["text"]))

    assert [(q.kind, q.columns) for q in found.questions][1] == ("multiple_choice", (1, 2, 3))
    assert found.doubts == ()


def test_neighbours_of_zero_and_one_without_a_stem_are_asked_about() -> None:
    names = ["meet people", "give back", "career"]
    rows = table(names, WRITTEN["binary"])
    found = read(rows)

    assert [(q.kind, q.columns) for q in found.questions][1] == ("multiple_choice", (1, 2, 3))
    assert [(d.id, d.default) for d in found.doubts] == [("join_columns:meet-people", "together")]
    apart = read(rows, {"join_columns:meet-people": "apart"})
    assert [(q.kind, q.columns) for q in apart.questions][1:4] == [("single_choice", (at,)) for at in (1, 2, 3)]
    assert [counts(q) for q in apart.questions][1] == {"1": 8, "0": 4}


def test_yes_no_and_not_sure_is_no_tick_box() -> None:
    rows = [["Yes", "No", "Not sure"], ["No", "Yes", "Yes"], ["Not sure", "Not sure", "No"]] * 8
    found = read(Rows([f"May they read it? [{who}]" for who in ("press", "police", "firms")], rows))

    assert [(q.kind, q.columns) for q in found.questions] == [("single_choice", (at,)) for at in range(3)]


def test_other_please_specify_belongs_to_the_question_before_it() -> None:
    rows = [
        ["Slack" if at % 2 else "", "Teams" if at % 3 else "", f"My own list {at}" if at % 5 == 0 else ""]
        for at in range(40)
    ]
    found = read(Rows([f"Which tools? - {item}" for item in ("Slack", "Teams", "Other (please specify)")], rows))

    tools, other = found.questions
    assert (tools.columns, tools.kind) == ((0, 1), "multiple_choice")
    assert (other.kind, other.of, other.use) == ("open_answer", tools.id, "describe")


def test_choices_in_one_cell_and_in_columns_are_counted_once() -> None:
    rows = []
    for bits in TICKS * 4:
        ticked = [option.lower() for option, bit in zip(OPTIONS, bits, strict=True) if bit == "1"]
        rows.append([" ".join(ticked), *("TRUE" if bit == "1" else "FALSE" for bit in bits)])
    found = read(Rows(["tools", *(f"tools.{option.lower()}" for option in OPTIONS)], rows))

    assert [(q.kind, q.columns, q.separator) for q in found.questions] == [("multiple_choice", (0, 1, 2, 3), " ")]
    assert counts(found.questions[0]) == {"slack": 32, "teams": 24, "mail": 16}


@pytest.mark.parametrize("names", [[f"Rank these: - {c}" for c in "ABC"], [f"Q7_{n}" for n in (1, 2, 3)]])
def test_places_that_differ_in_each_row_are_a_ranking(names: list[str]) -> None:
    rows = [["1", "2", "3"], ["2", "1", "3"], ["3", "1", "2"], ["1", "3", "2"], ["2", "3", "1"], ["3", "2", "1"]] * 3
    found = read(Rows(names, rows))

    assert [(q.kind, q.columns) for q in found.questions] == [("ranking", (0, 1, 2))]
    assert list(counts(found.questions[0]).values()) == [6, 6, 6]


def test_ratings_that_may_be_equal_are_no_ranking() -> None:
    rows = [["1", "1", "3"], ["2", "2", "2"], ["3", "1", "3"], ["3", "3", "2"], ["2", "3", "1"], ["3", "2", "1"]] * 3
    found = read(Rows([f"Please rate - {c}" for c in "ABC"], rows))

    assert [(q.kind, q.columns) for q in found.questions] == [("rating_battery", (0, 1, 2))]


def test_first_and_second_choices_from_one_list_are_one_question() -> None:
    pairs = [("Bus", "Tram"), ("Tram", "Bike"), ("Bike", "Bus"), ("Bus", "Bike")] * 6
    choice = read(Rows(["Way to work: Choice 1", "Way to work: Choice 2"], pairs))
    rank = read(Rows(["Way to work: Rank 1", "Way to work: Rank 2"], pairs))

    assert [(q.kind, counts(q)) for q in choice.questions] == [("multiple_choice", {"Bus": 18, "Bike": 18, "Tram": 12})]
    assert [(q.kind, q.columns) for q in rank.questions] == [("ranking", (0, 1))]
