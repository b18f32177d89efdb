"""What people type about a file: how it is written, where there is something to choose, and its code book."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.datastructures import MultiValueDict

from experiments.forms import CHOOSABLE, LETTERS, SIGNS, CodebookForm, DescribeForm, DialectForm, UploadKeyForm
from experiments.models import Experiment
from persona.dialects import DELIMITERS, ENCODINGS
from persona.filekinds import DELIMITED, LETTERED, WORKBOOKS
from persona.reading import DialectChoice

TWO = ("Answers", "Codes")


def fields(kind: str, sheets: tuple[str, ...] = ()) -> list[str]:
    return list(DialectForm(kind=kind, sheets=sheets).fields)


@pytest.mark.parametrize("kind", [*DELIMITED, *WORKBOOKS, "sav", "parquet"])
def test_only_what_a_kind_of_file_leaves_open_is_asked(kind: str) -> None:
    expected = [name for name, kinds in CHOOSABLE.items() if kind in kinds]

    assert fields(kind, TWO) == expected


def test_one_sheet_is_no_choice() -> None:
    assert ["sheet" in fields("xlsx", sheets) for sheets in ((), TWO[:1], TWO)] == [False, False, True]


def test_files_of_a_statistics_program_leave_nothing_open() -> None:
    assert (fields("sav"), "encoding" in fields("csv"), "csv" in LETTERED) == ([], True, True)


def test_menus_offer_what_the_library_knows_by_name() -> None:
    assert [name for name, _ in SIGNS] == [about.name for about in DELIMITERS.values() if about.is_offered]
    assert [name for name, _ in LETTERS] == [name for name, about in ENCODINGS.items() if about.is_offered]
    assert {"comma": "Comma ,", "semicolon": "Semicolon ;"}.items() <= dict(SIGNS).items()


def chosen(kind: str = "csv", sheets: tuple[str, ...] = (), **given: Any) -> DialectChoice:
    form = DialectForm(given, kind=kind, sheets=sheets)
    assert form.is_valid(), form.errors
    return form.dialect()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, DialectChoice()),
        ({"delimiter": "tab"}, DialectChoice(delimiter="\t")),
        ({"header": "no"}, DialectChoice(header=False)),
        ({"delimiter": "semicolon", "header": "yes"}, DialectChoice(delimiter=";", header=True)),
        ({"encoding": LETTERS[0][0]}, DialectChoice(encoding=LETTERS[0][0])),
    ],
)
def test_what_is_chosen_comes_back_as_it_was(given: dict[str, Any], expected: DialectChoice) -> None:
    assert chosen(**given) == expected
    again = DialectForm.of(expected.model_dump(mode="json"))
    assert {name: value for name, value in again.initial.items() if value} == given


@pytest.mark.parametrize("sign", [sign for sign, about in DELIMITERS.items() if about.is_offered])
def test_every_sign_survives_the_form(sign: str) -> None:
    form = DialectForm.of({"delimiter": sign})

    assert chosen(delimiter=form.initial["delimiter"]).delimiter == sign


def test_a_sheet_is_chosen_by_name_and_no_other_one() -> None:
    assert chosen("xlsx", TWO, sheet="Codes") == DialectChoice(sheet="Codes")
    form = DialectForm({"sheet": "Secrets"}, kind="xlsx", sheets=TWO)
    assert (form.is_valid(), list(form.errors)) == (False, ["sheet"])


def test_what_a_kind_does_not_ask_is_not_heard() -> None:
    assert chosen("xlsx", TWO, delimiter="tab", encoding=LETTERS[0][0]) == DialectChoice()


def test_fields_belong_to_their_own_form() -> None:
    attributes = [field.widget.attrs for field in DialectForm(kind="xlsx", sheets=TWO).fields.values()]

    assert [(each["class"], each["form"]) for each in attributes] == [("s", "dialect")] * len(attributes)


def test_an_experiment_is_described_in_its_own_fields_and_with_one_key() -> None:
    form = DescribeForm()

    assert list(form.fields) == [*Experiment.DESCRIBED, "key"]
    assert (form.fields["description"].widget.attrs["rows"], form.fields["key"].widget.is_hidden) == (4, True)
    assert DescribeForm().get_initial_for_field(form.fields["key"], "key") != form.get_initial_for_field(
        form.fields["key"], "key"
    )


@pytest.mark.parametrize(
    ("key", "is_valid"), [("01a20cb4-0000-7000-8000-000000000001", True), ("", False), ("x", False)]
)
def test_a_button_that_makes_something_has_a_key(key: str, is_valid: bool) -> None:
    assert UploadKeyForm({"key": key}).is_valid() is is_valid


def book(pasted: str = "", content: bytes | None = None) -> str:
    files: MultiValueDict[str, UploadedFile[Any]] = MultiValueDict()
    if content is not None:
        files["file"] = SimpleUploadedFile("book.csv", content)
    form = CodebookForm({"book": pasted}, files)
    assert form.is_valid(), form.errors
    return form.text()


@pytest.mark.parametrize(
    ("pasted", "content", "text"),
    [
        ("q1,1,Yes", None, "q1,1,Yes"),
        ("q1,1,Yes", b"q2,1,No", "q2,1,No"),
        ("", "q1,1,São Paulo".encode(), "q1,1,São Paulo"),
        ("", b"\xef\xbb\xbfq1,1,Yes", "q1,1,Yes"),
        ("", "q1,1,Ärger".encode("cp1252"), "q1,1,Ärger"),
        ("q1,1,Yes", b"PK\x03\x04\x00\xff", ""),
        ("", None, ""),
    ],
)
def test_a_code_book_is_a_file_or_pasted_lines(pasted: str, content: bytes | None, text: str) -> None:
    assert book(pasted, content) == text


def test_a_code_book_is_no_longer_than_may_be() -> None:
    assert len(book(content=b"x" * (CodebookForm.LONGEST + 5))) == CodebookForm.LONGEST
    assert not CodebookForm({"book": "x" * (CodebookForm.LONGEST + 1)}).is_valid()
