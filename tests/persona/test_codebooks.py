"""Code books from files of every kind, and the part of them that is about a questionnaire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import persona
from persona.codebooks import load_codebook, use_codebook
from persona.exceptions import ConfigurationError
from persona.models import OptionsChoice, QuestionChoice
from tests.questionnaires import cells, columns, counts, notes, read
from tests.tables import workbook

if TYPE_CHECKING:
    from pathlib import Path

BOOK = [["question", "code", "label"], ["v1", "1", "Cat"], ["", "2", "Dog"], ["v9", "1", "Yes"]]
SAID = {
    "v1": QuestionChoice(options=OptionsChoice(rename={"1": "Cat", "2": "Dog"})),
    "v9": QuestionChoice(options=OptionsChoice(rename={"1": "Yes"})),
}


def test_a_text_file_is_a_code_book(tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_text("\n".join(",".join(row) for row in BOOK))

    assert persona.load_codebook(tmp_path / "codes.csv") == SAID


@pytest.mark.parametrize("sheet", [None, "Codes"])
def test_so_is_a_sheet_of_a_workbook(sheet: str | None, tmp_path: Path) -> None:
    answers = [["v1", "v2"], *([str(1 + at % 2), f"Note {at}"] for at in range(20))]
    (tmp_path / "study.xlsx").write_bytes(workbook({"Answers": answers, "Codes": BOOK}))

    assert load_codebook(tmp_path / "study.xlsx", sheet=sheet) == SAID


def test_a_workbook_without_one_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "study.xlsx").write_bytes(workbook({"Answers": [["v1", "v2"], ["1", "a note"], ["2", "a word"]]}))

    with pytest.raises(ConfigurationError, match="question, code, label"):
        load_codebook(tmp_path / "study.xlsx")


def test_what_the_data_does_not_have_is_named_and_left_out() -> None:
    table = columns(v1=cells("1", "2"), note=notes())
    used = use_codebook(SAID, read(table))

    assert (list(used.questions), used.unused) == (["v1"], ("v9",))
    assert counts(read(table, questions=used.questions).question("v1")) == {"Cat": 30, "Dog": 30}


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_label_of_two_lines_is_one_with_a_blank(tmp_path: Path, ends: str) -> None:
    path = tmp_path / "codes.csv"
    lines = ["question,code,label", f'Q1,1,"Very{ends}happy"', "Q1,2,Un\u2028happy", "Q1,3,Fine"]
    path.write_text(ends.join(lines), encoding="utf-8", newline="")

    options = load_codebook(path)["q1"].options

    assert options is not None
    assert options.rename == {"1": "Very happy", "2": "Un happy", "3": "Fine"}


def test_a_code_book_may_name_a_column_where_the_data_has_questions_of_many() -> None:
    table = columns(v1_a=cells("1", "0"), v1_b=cells("0", "1"), v1_c=cells("1", "1", "0"), note=notes())
    told = {"v1_b": QuestionChoice(options=OptionsChoice(rename={"1": "Mail"})), "v9": QuestionChoice()}

    assert use_codebook(told, read(table)) == ({"v1_b": told["v1_b"]}, ("v9",))


def test_a_code_book_of_nothing_uses_nothing() -> None:
    assert use_codebook({}, read(columns(note=notes()))) == ({}, ())
