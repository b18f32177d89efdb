"""Code books in the ways that tools and people write them: texts of questions, and labels of codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.reading.codebook import Codebook, read_codebook
from persona.reading.sheets import SheetView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Sheet:
    """Rows that look like a sheet of a workbook."""

    def __init__(self, rows: Sequence[Sequence[object]], name: str = "Codes") -> None:
        self.name, self._rows = name, rows
        self.height, self.width, self.start = len(rows), max(map(len, rows), default=0), (0, 0)

    def to_python(self, *, nrows: int) -> Sequence[Sequence[object]]:
        return self._rows[:nrows]

    def iter_rows(self) -> Iterator[Sequence[object]]:
        return iter(self._rows)


def book(*sheets: Sequence[Sequence[object]], names: Sequence[str] = ("id", "q1", "q2", "why")) -> Codebook:
    return read_codebook([SheetView.of(Sheet(rows)) for rows in sheets], names)


OFTEN = {"1": "Never", "2": "Now and then", "3": "Every day"}
TEXTS = {"q1": "How often do you plan?", "why": "Why is that so?"}
LAYOUTS: dict[str, list[list[object]]] = {
    "a row a code, the question beside the first": [
        ["Variable", "Question", "Code", "Label"],
        ["q1", "How often do you plan?", 1, "Never"],
        ["", "", 2, "Now and then"],
        ["", "", 3, "Every day"],
        ["why", "Why is that so?"],
    ],
    "a row a code, the name each time": [
        ["q1", "How often do you plan?", 1, "Never"],
        ["q1", "How often do you plan?", 2, "Now and then"],
        ["q1", "How often do you plan?", 3, "Every day"],
        ["why", "Why is that so?", "", ""],
    ],
    "the question in a row of its own": [
        ["q1", "How often do you plan?"],
        ["", 1, "Never"],
        ["", 2, "Now and then"],
        ["", 3, "Every day"],
        ["why", "Why is that so?"],
    ],
    "all codes in one cell, with =": [
        ["Name", "Text", "Values"],
        ["q1", "How often do you plan?", "1 = Never; 2 = Now and then; 3 = Every day"],
        ["why", "Why is that so?", ""],
    ],
    "all codes in one cell, with colons and lines": [
        ["q1", "How often do you plan?", "1: Never\n2: Now and then\n3: Every day"],
        ["why", "Why is that so?", ""],
    ],
    "all codes in one cell, with commas": [
        ["q1", "How often do you plan?", "1=Never, 2=Now and then, 3=Every day"],
        ["why", "Why is that so?", ""],
    ],
    "all codes in one cell, with bars": [
        ["q1", "How often do you plan?", "1 = Never | 2 = Now and then | 3 = Every day"],
        ["why", "Why is that so?", ""],
    ],
    "all codes in one cell, with brackets and dashes": [
        ["q1", "How often do you plan?", "1) Never; 2) Now and then; 3 – Every day"],
        ["why", "Why is that so?", ""],
    ],
    "names in the second column": [
        ["1", "q1", "How often do you plan?", "1 = Never; 2 = Now and then; 3 = Every day"],
        ["2", "why", "Why is that so?", ""],
    ],
    "names in another spelling": [
        ["Q1", "How often do you plan?", "1 = Never; 2 = Now and then; 3 = Every day"],
        [" WHY ", "Why is that so?", ""],
    ],
    "rows about other variables between": [
        ["q1", "How often do you plan?", "1 = Never; 2 = Now and then; 3 = Every day"],
        ["old_q", "Asked in May only", "1 = x; 2 = y"],
        ["", "", "5 = nobody; 6 = knows"],
        ["why", "Why is that so?", ""],
    ],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_says_the_same(layout: str) -> None:
    assert book(LAYOUTS[layout]) == Codebook(TEXTS, {"q1": OFTEN}, ("Codes",))


def test_what_several_sheets_say_goes_together() -> None:
    texts = [["Variable", "Question"], ["q1", "How often do you plan?"], ["why", "Why is that so?"]]
    codes = [["Variable", "Code", "Label"], ["q1", 1, "Never"], ["q1", 2, "Often"], ["q2", 1, "Yes"], ["q2", 2, "No"]]
    labels = {"q1": {"1": "Never", "2": "Often"}, "q2": {"1": "Yes", "2": "No"}}
    assert book(texts, codes) == Codebook(TEXTS, labels, ("Codes", "Codes"))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([], id="nothing"),
        pytest.param([["Made in May"]], id="a note"),
        pytest.param([["q1", "How often?"]], id="a single name"),
        pytest.param([["a", "How often?"], ["b", "Why so?"]], id="other names"),
        pytest.param([["", "", "", "", "", "", "q1", "Often?"], ["", "", "", "", "", "", "q2", "So?"]], id="far right"),
    ],
)
def test_sheets_that_tell_of_no_column_say_nothing(rows: list[list[object]]) -> None:
    assert book(rows) == Codebook()


def test_one_code_is_no_code_book() -> None:
    assert book([["q1", "Yes or no?", 1, "Yes"], ["q2", "Is it so?"]]).labels == {}


def test_the_longest_words_of_the_first_row_are_the_question() -> None:
    found = book([["q1", "A part", "How often do you plan your week?", "single choice"], ["q2", "single choice"]])
    assert found.texts == {"q1": "How often do you plan your week?", "q2": "single choice"}


def test_a_text_of_one_word_is_read_where_the_others_stand() -> None:
    rows = [["q1", "nominal", "Region", 1, "North"], ["", "", "", 2, "South"], ["why", "open", "Why is that so?"]]
    assert book(rows).texts == {"q1": "Region", "why": "Why is that so?"}


def test_a_row_may_be_shorter_than_the_column_of_names() -> None:
    assert book([["x"], ["1", "q1", "How often?"], [], ["2", "why", "Why so?"]]).texts == {
        "q1": "How often?",
        "why": "Why so?",
    }


BOOK = Codebook(labels={"q1": OFTEN})


@pytest.mark.parametrize(
    ("name", "cells", "labels"),
    [
        ("q1", {"1", "2", "3"}, OFTEN),
        ("Q1 ", {"1", ""}, OFTEN),
        ("q1", {"1", "2", "3", "4", "9"}, None),
        ("q1", {"1", "2", "3", "9", ""}, None),
        ("q1", {"Never", "Every day"}, None),
        ("q1", set(), None),
        ("q1", {""}, None),
        ("q2", {"1"}, None),
    ],
)
def test_labels_go_for_a_column_whose_cells_they_tell(
    name: str, cells: set[str], labels: dict[str, str] | None
) -> None:
    assert BOOK.labels_for(name, cells) == labels
