"""Sources on disk: complete or not there, named once, never a path, read again as people say."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.exceptions import ConfigurationError, DataError
from persona.reading import DialectChoice, Limits
from persona.source import LABEL_LENGTH, Source, _extension, _free_name, _label, add_source

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "id,City,What annoys you?\n1,Porto,It is slow\n2,Graz,Too many clicks\n3,Porto,Slow,and,more\n4,Graz,The long way\n"
)
OTHER = "Make,Model,Horsepower,Doors\nA,B,90,4\nC,D,120,2\n"


def add(file: Path, folder: Path, **more: object) -> Source:
    return add_source(file, folder, limits=Limits(), dialect=DialectChoice(), **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("file") / "answers.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def source(file: Path) -> Source:
    return add(file, file.parent / "s1")


def test_a_source_keeps_the_file_as_it_came_and_how_it_was_read(source: Source) -> None:
    assert (source.id, source.name, source.is_complete) == ("s1", "answers.csv", True)
    assert source.original.name == "original.csv"
    assert source.original.read_text(encoding="utf-8") == TEXT
    assert (source.report.rows, source.dialect) == (3, DialectChoice())
    assert [column.name for column in source.columns] == ["id", "City", "What annoys you?"]
    assert [(line.line, line.code) for line in source.skipped_lines()] == [(4, "long_row")]
    assert repr(source) == f"Source({str(source.path)!r})"


@pytest.mark.parametrize("left", [None, "", "{", '{"version": 1}', "[]"])
def test_what_an_earlier_version_understood_is_understood_anew(source: Source, left: str | None) -> None:
    kept = source.path / "questionnaire.json"
    wanted = source.questionnaire
    kept.unlink()
    if left is not None:
        kept.write_text(left)

    assert source.questionnaire == wanted
    assert kept.read_text(encoding="utf-8") == wanted.model_dump_json(indent=1) + "\n"


def test_a_folder_without_a_report_is_no_source_yet(tmp_path: Path) -> None:
    found = Source(tmp_path)

    assert not found.is_complete
    with pytest.raises(DataError) as caught:
        _ = found.questionnaire
    assert (caught.value.code, caught.value.message) == ("not_read_yet", "The data has not been read completely.")


def test_without_answers_it_is_read_as_it_was(source: Source, tmp_path: Path) -> None:
    assert source.read_as({}, tmp_path / "again", Limits()) is source
    assert source.read_as({"weight": "use"}, tmp_path / "again", Limits()) is source
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    ("make", "code", "message"),
    [
        ("mkdir", "is_folder", "“thing” is a folder, not a file."),
        ("nothing", "missing_file", "There is no file named “thing”."),
        ("mkfifo", "not_plain_file", "“thing” is no plain file but a pipe, a socket or a device."),
    ],
)
def test_what_is_no_file_leaves_no_folder(tmp_path: Path, make: str, code: str, message: str) -> None:
    path = tmp_path / "thing"
    if make == "mkdir":
        path.mkdir()
    elif make == "mkfifo":
        os.mkfifo(path)

    with pytest.raises(DataError) as caught:
        add(path, tmp_path / "sources" / "s1")

    assert (caught.value.code, caught.value.message) == (code, message)
    assert not (tmp_path / "sources").exists()


def test_a_file_that_cannot_be_read_leaves_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")

    with pytest.raises(DataError):
        add(path, tmp_path / "sources" / "s1")

    assert not (tmp_path / "sources").exists()


def test_two_files_of_one_name_are_told_apart(source: Source, file: Path, tmp_path: Path) -> None:
    second = add(file, tmp_path / "s2", others=[source])
    third = add(file, tmp_path / "s3", others=[source, second], name="C:\\data\\answers.csv")

    assert [one.name for one in (source, second, third)] == ["answers.csv", "answers (2).csv", "answers (3).csv"]


def test_a_file_about_something_else_is_refused_and_not_kept(source: Source, tmp_path: Path) -> None:
    cars = tmp_path / "cars.csv"
    cars.write_text(OTHER, encoding="utf-8")

    with pytest.raises(ConfigurationError) as caught:
        add(cars, tmp_path / "s2", others=[source])

    assert (caught.value.code, caught.value.message) == (
        "columns_differ",
        "“cars.csv” has other columns than “answers.csv”.",
    )
    assert not (tmp_path / "s2").exists()


TALK = """Interviewer: How do you plan your week?
Anna: I write it all on paper, for apps never match how my week goes.
Interviewer: What is hard about it?
Anna: Shifts change late in the evening, and then I have to call my mother.
"""
NOTES = """Notes after the first interviews

- Recruiting was slow, and more should be paid
- P2 seemed tired

Next steps: transcribe, code and share on Friday.
"""


@pytest.mark.parametrize("first", ["talk", "notes"])
def test_a_researchers_notes_are_refused_among_interviews(first: str, tmp_path: Path) -> None:
    talk, notes = tmp_path / "p1.txt", tmp_path / "notes.md"
    talk.write_text(TALK, encoding="utf-8")
    notes.write_text(NOTES, encoding="utf-8")
    files = [talk, notes] if first == "talk" else [notes, talk]
    read = add(files[0], tmp_path / "s1")

    with pytest.raises(ConfigurationError) as caught:
        add(files[1], tmp_path / "s2", others=[read])

    assert (caught.value.code, caught.value.message, caught.value.hint) == (
        "notes_among_talk",
        "“notes.md” holds no speaker’s words, and “p1.txt” is an interview.",
        "Leave out “notes.md” and what else is no interview: notes, guides and summaries are nobody’s answers.",
    )


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("answers.csv", "answers.csv"),
        ("/data/somebody/answers.csv", "answers.csv"),
        ("C:\\Users\\Somebody\\answers.csv", "answers.csv"),
        ("../../etc/passwd", "passwd"),
        ("folder/", "data"),
        ("", "data"),
        ("\x00\x1b[31m\n", "[31m"),
        ("an\u202eswers\u200b.csv", "answers.csv"),
        ("  Réponses été.csv ", "Réponses été.csv"),
        ("x" * 500 + ".csv", "x" * (LABEL_LENGTH - 4) + ".csv"),
    ],
)
def test_a_label_is_no_path_and_holds_nothing_that_cannot_be_seen(name: str, label: str) -> None:
    assert _label(name) == label


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_whatever_a_file_is_called_its_label_can_be_shown(name: str) -> None:
    label = _label(name)

    assert label == label.strip() != ""
    assert label.isprintable()
    assert not set(label) & {"/", "\\"}
    assert len(label) <= LABEL_LENGTH


@pytest.mark.parametrize(
    ("name", "extension"),
    [
        ("answers.csv", ".csv"),
        ("answers.CSV.GZ", ".csv.gz"),
        ("my.answers.2024.csv", ".2024.csv"),
        ("answers", ""),
        (".csv", ".csv"),
        ("answers.c/../x", ""),
        ("answers.verylongextension", ""),
        ("answers.c s", ""),
    ],
)
def test_an_extension_is_letters_and_figures(name: str, extension: str) -> None:
    assert _extension(name) == extension


@pytest.mark.parametrize(
    ("name", "taken", "free"),
    [
        ("a.csv", set(), "a.csv"),
        ("a.csv", {"b.csv"}, "a.csv"),
        ("a.csv", {"a.csv"}, "a (2).csv"),
        ("a.csv", {"a.csv", "a (2).csv"}, "a (3).csv"),
        ("a.csv", {"a.csv", "a (3).csv"}, "a (2).csv"),
        ("a.csv.gz", {"a.csv.gz"}, "a (2).csv.gz"),
        ("data", {"data"}, "data (2)"),
    ],
)
def test_a_name_that_is_taken_gets_a_number(name: str, taken: set[str], free: str) -> None:
    assert _free_name(name, taken) == free
