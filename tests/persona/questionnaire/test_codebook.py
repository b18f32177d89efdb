"""Code books: what they say of questions, and the sentence about a row that says too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ConfigurationError
from persona.models import OptionsChoice, QuestionChoice, QuestionKind
from persona.questionnaire.codebook import read_codebook
from tests.questionnaires import cells, columns, counts, notes, read

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "question,code,label\nQ1,1,Man\nQ1,2,Woman\nQ1,9,No answer\n"


def test_codes_of_a_question_become_labels_and_codes_for_no_answer() -> None:
    assert read_codebook(PLAIN) == {
        "q1": QuestionChoice(options=OptionsChoice(rename={"1": "Man", "2": "Woman"}), no_answer=("9",))
    }


@pytest.mark.parametrize(
    "text",
    [
        "question;code;label\nQ1;1;Man\n;2;Woman\n;9;No answer\n",  # blank: the question above
        "\ufeffVariable\tValue\tValue label\nQ1\t1\tMan\nQ1\t2\tWoman\nQ1\t9\tk.A.\n",
        "Frage;Wert;Bezeichnung;fehlend\nq1;1;Man;\nq1;2;Woman;\n\nq1;9;Was weiß ich;x\n",
        'name|code|label\n"Q1"|1|"Man"\nQ1|2|Woman\nQ1|9|N/A\n',
    ],
)
def test_code_books_of_many_makers(text: str) -> None:
    assert read_codebook(text) == read_codebook(PLAIN)


def test_texts_and_kinds_are_taken_and_names_of_columns_become_ids() -> None:
    text = "question,code,label,text,kind\nHow old are you?,,,Your age,number\nPet_1,1,Cat,,single_choice\n"

    assert read_codebook(text) == {
        "how-old-are-you": QuestionChoice(text="Your age", kind=QuestionKind.NUMBER),
        "pet_1": QuestionChoice(kind=QuestionKind.SINGLE, options=OptionsChoice(rename={"1": "Cat"})),
    }


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_text(PLAIN, encoding="utf-8-sig")

    assert read_codebook(tmp_path / "codes.csv") == read_codebook(str(tmp_path / "codes.csv")) == read_codebook(PLAIN)


@pytest.mark.parametrize(
    ("text", "code", "says", "hint"),
    [
        ("question,code,label\n", "codebook_empty", "holds no codes", "question, code, label"),
        ("\n\n", "codebook_empty", "holds no codes", "question, code, label"),
        ("question,label\nQ1,Man\n", "codebook_columns", "has no column for: code", "question, label"),
        ("question,code,label\n,1,Man\n", "codebook_row", "Line 2", "question"),
        ("question,code,label\nQ1,1,\n", "codebook_row", "Line 2", "label"),
        ("question,code,label\nQ1,1,Man\nQ1,,Woman\n", "codebook_row", "Line 3", "code"),
        ("question,code,label\nQ1,1,Man\nQ1,1,Woman\n", "codebook_twice", "“Man” and “Woman”", "one of them"),
        ("question,code,label,kind\nQ1,1,Man,choice\n", "codebook_kind", "“choice”", "single_choice"),
    ],
)
def test_what_a_code_book_lacks_is_told(text: str, code: str, says: str, hint: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read_codebook(text)

    assert (raised.value.code, says in str(raised.value), hint in (raised.value.hint or "")) == (code, True, True)


def test_a_code_book_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"“none\.csv” could not be read") as raised:
        read_codebook(tmp_path / "none.csv")

    assert raised.value.code == "codebook_file"


def test_a_code_book_gives_codes_of_kinds_their_labels_and_scales_their_ends() -> None:
    table = columns(
        region=cells("1", "2", "3", "9"), sat=cells("1", "2", "3", "4", "5", "99"),
        tools=cells("1;3", "2", "3", "1;2"), note=notes(),
    )  # fmt: skip
    book = read_codebook(
        "question,code,label,text\nregion,1,North,Where do you live?\n,2,South,\n,3,West,\n,9,Refused,\n"
        "sat,1,Very dissatisfied,\nsat,5,Very satisfied,\nsat,99,No answer,\n"
        "tools,1,Slack,\ntools,2,Teams,\ntools,3,Mail,\n"
    )
    region, sat, tools, _ = read(table, questions=book).questions

    assert (region.kind, region.text, counts(region), region.no_answer) == (
        "single_choice", "Where do you live?", {"North": 15, "South": 15, "West": 15}, ("9",),
    )  # fmt: skip
    assert (sat.kind, sat.no_answer) == ("rating", ("99",))
    assert (sat.scale.low, sat.scale.low_label, sat.scale.high, sat.scale.high_label) == (
        1, "Very dissatisfied", 5, "Very satisfied",
    )  # fmt: skip
    assert counts(tools) == {"Slack": 30, "Teams": 30, "Mail": 30}
