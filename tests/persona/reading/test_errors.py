"""Every way in which a file is refused: a real file for each, one sentence, and what to do now."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ConfigurationError, DataError, PersonaError
from persona.messages import FILES
from persona.reading import DialectChoice, Limits, read_source, skipped_lines
from persona.reading.folders import source_files
from tests.tables import workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TABLE = "ID,Age,Why?\n1,34,It is slow\n2,51,It is dear\n"
SPLIT = "Split it into smaller files, or leave out columns that you do not need."
AGAIN = "Export the answers again and use the new file."
PROGRAM = "Open it in the program it was made with and save it as CSV or Excel (.xlsx)."
ELSEWHERE = {  # raised by other rooms that use files: the folder of an experiment, its sandbox and its annotations
    *("not_plain_file", "annotation_without_object", "annotation_without_value", "summary_table"),
    *("reader_memory", "reader_time", "reader_died", "reader_failed", "no_shared_questions", "columns_differ"),
    "notes_among_talk",
    "json_object_too_large",  # of 64 MB: see the tests of streams of JSON
    *("text_too_large", "sheet_too_large"),  # and those of texts and sheets
}


def bundle(members: dict[str, str | bytes], *, locked: bool = False) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
    data = bytearray(target.getvalue())
    if locked:  # the flag of a password, in the list of members and before the member
        for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
            data[data.index(mark) + place] |= 1
    return bytes(data)


def error(path: Path, data: str | bytes, *, name: str, limits: Limits, choice: DialectChoice) -> PersonaError:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(PersonaError) as raised:
        read_source(path, path.parent / "read", name=name, limits=limits, dialect=choice)
    assert not any((path.parent / "read").glob("*"))
    return raised.value


Case = tuple[str | bytes, dict[str, object], str, str, str]
FILE: dict[str, Case] = {
    "nothing": ("", {}, "empty", "The file is empty: there is nothing to read in it.", AGAIN),
    "blanks": ("\n \n", {}, "empty", "The file is empty: there is nothing to read in it.", AGAIN),
    "commas only": (",,\n,,\n", {}, "empty", "The file is empty: there is nothing to read in it.", AGAIN),
    "names only": (
        "ID,Why?\n",
        {},
        "no_rows",
        "The file has column names but no answers below them.",
        "Check that the export holds answers, not only the questions.",
    ),
    "names above empty rows": (
        "ID,Why?\n,\n,\n",
        {},
        "no_rows",
        "The file has column names but no answers below them.",
        "Check that the export holds answers, not only the questions.",
    ),
    "lines that do not fit": (
        "a,b,c\n1,2,3\n" + "note\n" * 11,
        {"delimiter": ",", "header": True},
        "hardly_fits",
        "Only 1 of 12 lines fit the table’s 3 columns.",
        "Check the quotation marks and what stands between the cells, or choose the separator yourself.",
    ),
    "a PDF": ("%PDF-1.7\n", {}, "not_a_table", "This is not a table but a PDF document.", PROGRAM),
    "a web page": ("<!doctype html><p>", {}, "not_a_table", "This is not a table but a web page.", PROGRAM),
    "a database": (b"SQLite format 3\0", {}, "not_a_table", "This is not a table but a database.", PROGRAM),
    "a workspace of R": (b"RDX3\nX\n", {}, "not_a_table", "This is not a table but an R data file.", PROGRAM),
    "half a workbook": (
        workbook({"A": [["ID", "Why?"], [1, "so"]]})[:-90],
        {},
        "damaged",
        "The file is damaged and could not be opened (ZIP).",
        "Download or export it again and use the new file.",
    ),
    "a damaged Parquet file": (
        b"PAR1" + bytes(90) + b"PAR1",
        {},
        "damaged",
        "The file is damaged and could not be opened (Parquet).",
        "Download or export it again and use the new file.",
    ),
    "a damaged SPSS file": (
        b"$FL2" + b"x" * 300,
        {},
        "damaged",
        "The file is damaged and could not be opened (SPSS).",
        "Download or export it again and use the new file.",
    ),
    "a damaged Stata file": (
        b"<stata_dta>" + b"x" * 300,
        {},
        "damaged",
        "The file is damaged and could not be opened (Stata).",
        "Download or export it again and use the new file.",
    ),
    "a workbook with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        {},
        "protected",
        "The workbook is protected with a password.",
        "Save a copy without a password and use that.",
    ),
    "an archive with a password": (
        bundle({"a.csv": TABLE}, locked=True),
        {},
        "protected_bundle",
        "The ZIP archive is protected with a password.",
        "Unpack it and use the files in it.",
    ),
    "an archive of pictures": (
        bundle({"a.jpg": "x", "b.png": "y"}),
        {},
        "bundle_without_tables",
        "The ZIP archive holds no table and no transcript.",
        "Put CSV files, workbooks or transcripts into it, or upload one of them by itself.",
    ),
    "an archive of too many files": (
        bundle({f"{n}.csv": TABLE for n in range(501)}),
        {},
        "too_many_members",
        "The ZIP archive holds 501 tables, and at most 500 can be read.",
        "Unpack it and use the files that you need.",
    ),
    "a sheet that is not there": (
        workbook({"A": [["ID", "Why?"], [1, "so"]], "B": [["x"]]}),
        {"sheet": "C"},
        "unknown_sheet",
        "There is no sheet “C” in the workbook.",
        "Choose one of: A, B.",
    ),
    "a member that is not there": (
        bundle({"a.csv": TABLE, "b.csv": TABLE}),
        {"sheet": "c.csv"},
        "unknown_sheet",
        "There is no sheet “c.csv” in the workbook.",
        "Choose one of: a.csv, b.csv.",
    ),
    "broken JSON": (
        '[{"a": 1},\n {"b": }]',
        {},
        "broken_json",
        "Line 2, character 8: the JSON is broken here.",
        "Export it again, or mend it at that place.",
    ),
    "JSON of one object": (
        '{\n"a": 1\n}',
        {},
        "json_without_list",
        "The JSON file holds no list of answers.",
        "Save it as a list with one object a respondent.",
    ),
    "JSON that ends in the middle": (
        '[{"a": 1}',
        {},
        "cut_off",
        "The file ends in the middle: an upload or download was cut off.",
        "Get the whole file and upload it again.",
    ),
    "gzip that ends in the middle": (
        gzip.compress(TABLE.encode())[:-9],
        {},
        "cut_off",
        "The file ends in the middle: an upload or download was cut off.",
        "Get the whole file and upload it again.",
    ),
    "a line without an end": (
        "a,b\n" + "x" * (17 << 20),
        {},
        "line_too_long",
        "Line 2 does not end within 16 MB: this is not a table with one respondent a line.",
        "Open it in your spreadsheet program and save it as CSV.",
    ),
    "one column of numbers": (
        "Age\n34\n51\n",
        {},
        "one_column",
        "Line 1: the file has only one column, “Age”, and it holds no written answers.",
        "If there should be more columns, choose what stands between the cells: comma, semicolon or tab.",
    ),
    "too many bytes": (
        TABLE,
        {"limits": Limits(bytes=20)},
        "too_large",
        "The file has 44 bytes, and at most 20 bytes can be read.",
        SPLIT,
    ),
    "too much unpacked": (
        gzip.compress(TABLE.encode()),
        {"limits": Limits(unpacked=20)},
        "unpacks_too_large",
        "The file unpacks to more than 20 bytes.",
        "Split it into smaller files before packing.",
    ),
    "too many rows": (
        TABLE,
        {"limits": Limits(rows=1)},
        "too_many_rows",
        "The file has more than 1 rows.",
        "Split it into smaller files, or take a sample of the rows.",
    ),
    "too many columns": (
        TABLE,
        {"limits": Limits(columns=2)},
        "too_many_columns",
        "Line 1: the file has 3 columns, and at most 2 can be read.",
        "Leave out columns that you do not need.",
    ),
    "another table below": (
        "ID,Age,Town,Why?\n1,34,Porto,so\n2,51,Oslo,no\nID,Age,Land,Why?\n3,28,Peru,so\n",
        {},
        "other_header",
        "Line 4 holds column names again, but not the same ones as above.",
        "Save the two tables as files of their own, or give both the same columns.",
    ),
    "another encoding": (
        "a,b\n1,Zürich\n".encode("cp1252"),
        {"encoding": "utf-8"},
        "wrong_encoding",
        "Line 2: the letters cannot be read as utf-8.",
        "Choose another encoding, or let it be found automatically.",
    ),
    "a letter between cells": (
        TABLE,
        {"delimiter": "§"},
        "unknown_delimiter",
        "“§” cannot stand between cells.",
        "Choose a comma, semicolon, tab, vertical bar or another sign.",
    ),
    "subtitles without names": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nOn paper.\n",
        {"name": "talk.vtt"},
        "transcript_without_speakers",
        "“talk.vtt” is a transcript that does not say who speaks: questions and answers cannot be told apart.",
        "Export it with the names of the speakers, or write “Name:” before what each of them says.",
    ),
}


@pytest.mark.parametrize("case", FILE)
def test_a_file_is_refused_in_a_sentence_with_what_to_do(tmp_path: Path, case: str) -> None:
    data, given, code, message, hint = FILE[case]
    options = dict(given)
    name, limits = str(options.pop("name", "answers.csv")), options.pop("limits", Limits())
    choice = DialectChoice.model_validate(options)
    told = error(tmp_path / "file", data, name=name, limits=limits, choice=choice)  # type: ignore[arg-type]
    assert (told.code, told.message, told.hint) == (code, message, hint)
    assert isinstance(told, ConfigurationError if code.startswith("unknown_") else DataError)


def test_an_unknown_encoding_is_answered_with_those_that_are_known(tmp_path: Path) -> None:
    told = error(tmp_path / "a", TABLE, name="a", limits=Limits(), choice=DialectChoice(encoding="klingon"))
    assert (told.code, told.message) == ("unknown_encoding", "There is no encoding named “klingon”.")


def no_right_to_read(path: Path) -> Path:
    path.write_text(TABLE)
    path.chmod(0)
    return path


def emptied(path: Path) -> Path:
    path.mkdir()
    return path


PLACES: dict[str, tuple[Callable[[Path], Path], str, str, str]] = {
    "no file": (
        lambda path: path,
        "missing_file",
        "There is no file named “answers.csv”.",
        "Check the name and the folder.",
    ),
    "a folder": (emptied, "is_folder", "“answers.csv” is a folder, not a file.", "Name one of the files in it."),
    "no right to read": (
        no_right_to_read,
        "unreadable_file",
        "The file “answers.csv” could not be opened.",
        "Check that you may read it, and try again.",
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_cannot_be_read_is_named(tmp_path: Path, place: str) -> None:
    if place == "no right to read" and os.geteuid() == 0:
        pytest.skip("who may do all may read all")
    made, code, message, hint = PLACES[place]
    with pytest.raises(DataError) as raised:
        read_source(made(tmp_path / "answers.csv"), tmp_path / "read")
    assert (raised.value.code, raised.value.message, raised.value.hint) == (code, message, hint)


def test_a_folder_without_data_is_named(tmp_path: Path) -> None:
    folder = emptied(tmp_path / "talks")
    with pytest.raises(DataError) as raised:
        list(source_files(folder))
    assert (raised.value.code, raised.value.message) == (
        "folder_without_files",
        "The folder “talks” holds no file that can be read.",
    )


def test_lines_of_what_was_not_read_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        list(skipped_lines(tmp_path))
    assert (raised.value.code, raised.value.hint) == ("not_read_yet", "Read the file again.")


def test_each_way_to_be_refused_has_a_file_here() -> None:
    here = {case[2] for case in FILE.values()} | {case[1] for case in PLACES.values()}
    here |= {"unknown_encoding", "folder_without_files", "not_read_yet"}
    assert FILES.keys() - here == ELSEWHERE
