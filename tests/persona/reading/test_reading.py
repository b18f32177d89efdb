"""The door: folders, limits, progress and a person's word."""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import Cancelled, ConfigurationError, DataError
from persona.models import SourceReport
from persona.reading import Limits, read_source, skipped_lines
from persona.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    from tests.persona.reading.conftest import Reader

TEXT = "ID;Comment;ID\r\n1;Slow;x\r\n2;Fine;y\r\n3\r\n"
FILES = ["left-out.parquet", "part-00000.parquet", "report.json"]


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(TEXT, newline="")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_read_source_reports_all_that_it_found(answers: Path, tmp_path: Path) -> None:
    folder = tmp_path / "read"
    report = read_source(answers, folder, name="Spring.csv")
    assert report == SourceReport(
        name="Spring.csv",
        kind="csv",
        bytes=len(TEXT),
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        encoding="utf-8",
        encoding_how="checked",
        delimiter=";",
        quote='"',
        line_ends=("CRLF",),
        header_line=1,
        header_rows=1,
        names=("ID", "Comment", "ID (2)"),
        rows=2,
        rows_per_part=50_000,
        parts=("part-00000.parquet",),
        skipped_lines=tuple(skipped_lines(folder)),
        skipped={"short_row": 1},
        notes={"renamed_columns": 1},
    )
    assert [(left.line, left.code, left.text) for left in report.skipped_lines] == [(4, "short_row", "3")]
    assert SourceReport.model_validate_json((folder / "report.json").read_bytes()) == report
    assert names(folder) == FILES


def test_read_source_keeps_what_else_is_in_the_folder(answers: Path, tmp_path: Path) -> None:
    folder = tmp_path / "read"
    folder.mkdir()
    (folder / "original.csv").write_text(TEXT)
    (folder / "part-00007.parquet").write_text("from an earlier, longer file")
    read_source(answers, folder)
    assert names(folder) == sorted([*FILES, "original.csv"])


@pytest.mark.parametrize("before", [False, True])
def test_read_source_that_fails_leaves_the_folder_as_it_was(answers: Path, tmp_path: Path, before: bool) -> None:
    folder = tmp_path / "read"
    if before:
        read_source(answers, folder)
    answers.write_text("a,b\n" + "1,2\n" * 100)
    with pytest.raises(DataError):
        read_source(answers, folder, limits=Limits(rows=99))
    assert names(folder) == (FILES if before else [])
    if before:
        assert Table.open([folder]).names == ("ID", "Comment", "ID (2)")


def test_read_source_reads_gzip_by_its_bytes_whatever_it_is_called(read: Reader) -> None:
    packed = gzip.compress(TEXT.encode())
    found = read(packed + gzip.compress(b"4;Good;z\r\n"))
    assert (found.report.kind, found.rows) == ("csv.gz", [("1", "Slow", "x"), ("2", "Fine", "y"), ("4", "Good", "z")])


def test_read_source_tells_a_cut_off_download_from_a_damaged_one(read: Reader) -> None:
    packed = gzip.compress(TEXT.encode() * 1000)
    for data, code in ((packed[:-20], "cut_off"), (packed[:40] + b"\xff" * 40 + packed[80:], "damaged")):
        with pytest.raises(DataError) as raised:
            read(data)
        assert raised.value.code == code


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(bytes=1500), "The file has 1.63 kB, and at most 1.5 kB can be read."),
        (Limits(rows=400), "The file has more than 400 rows."),
        (Limits(columns=2), "Line 1: the file has 3 columns, and at most 2 can be read."),
    ],
)
def test_read_source_over_a_limit_says_which(read: Reader, limits: Limits, message: str) -> None:
    with pytest.raises(DataError) as raised:
        read("a,b,c\n" + "1,2\n" * 406, limits=limits)
    assert raised.value.message == message


def test_read_source_stops_unpacking_at_the_limit(read: Reader) -> None:
    with pytest.raises(DataError) as raised:
        read(gzip.compress(b"a,b\n" + b"1,2\n" * 1_500_000), limits=Limits(unpacked=4_000_000))
    assert raised.value.message == "The file unpacks to more than 4 MB."


def test_read_source_at_a_limit_still_reads(read: Reader) -> None:
    assert read("a,b\n" + "1,2\n" * 400, limits=Limits(bytes=1604, rows=400, columns=2)).report.rows == 400


def test_read_source_tells_progress_that_never_goes_back(answers: Path, tmp_path: Path) -> None:
    answers.write_text("a,b\n" + f"1,{'x' * 999}\n" * 10_000)
    size = answers.stat().st_size
    told: list[tuple[int, int]] = []
    read_source(answers, tmp_path / "read", on_progress=lambda *now: told.append(now))
    assert told == sorted(told)
    assert len(told) > 6
    assert {total for _, total in told} == {size}
    assert (told[0][0] < size / 5, told[-1][0]) == (True, size)


def test_read_source_stops_when_the_listener_says_so(answers: Path, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done > total / 2:
            raise Cancelled("stop")

    answers.write_text("a,b\n" + f"1,{'x' * 999}\n" * 10_000)
    with pytest.raises(Cancelled):
        read_source(answers, tmp_path / "read", on_progress=stop)
    assert names(tmp_path / "read") == []


def test_read_source_takes_a_persons_word_on_the_dialect(read: Reader) -> None:
    text = "1,2;Oslo\n3,4;Porto\n"
    assert read(text, delimiter=",", header=False).rows == [("1", "2;Oslo"), ("3", "4;Porto")]
    assert read(text, delimiter=";", header=True).report.names == ("1,2", "Oslo")


@pytest.mark.parametrize("delimiter", ['"', "\n", "\0", "§"])
def test_read_source_refuses_what_cannot_stand_between_cells(read: Reader, delimiter: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read(TEXT, delimiter=delimiter)
    assert raised.value.code == "unknown_delimiter"


def test_read_source_without_a_file_names_it(tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        read_source(tmp_path / "none.csv", tmp_path / "read")
    assert raised.value.message == "There is no file named “none.csv”."


def test_read_source_of_one_column_needs_written_answers(read: Reader) -> None:
    assert read("What would help?\nFaster reports please\nLess of it\nNothing\n").report.delimiter == ""
    with pytest.raises(DataError) as raised:
        read("Age\n34\n51\n")
    assert raised.value.message == "Line 1: the file has only one column, “Age”, and it holds no written answers."


def test_read_source_skips_the_line_that_names_the_delimiter(read: Reader) -> None:
    found = read("sep=|\r\na|b\r\n1|x\r\n")
    assert (found.report.names, found.report.header_line, found.lines) == (("a", "b"), 2, [3])


def test_read_source_of_lines_that_do_not_fit_shows_the_first(read: Reader) -> None:
    with pytest.raises(DataError) as raised:
        read("a,b,c\n1,2,3\n1,2,3,4\n" + "4,5,6\n" * 0 + "note\n" * 11, delimiter=",", header=True)
    assert (raised.value.code, raised.value.message) == ("hardly_fits", "Only 1 of 13 lines fit the table’s 3 columns.")
    assert [(problem.line, problem.code) for problem in raised.value.problems] == [
        (3, "long_row"),
        *((line, "short_row") for line in range(4, 8)),
    ]


def test_read_source_of_a_file_without_lines_is_no_table(read: Reader) -> None:
    with pytest.raises(DataError) as raised:
        read("a,b\n" + "x" * (20 << 20))
    assert raised.value.message.startswith("Line 2 does not end within 16 MB")


def test_read_source_cuts_many_rows_into_equal_parts(read: Reader) -> None:
    found = read("n,b\n" + "".join(f"{i},x\n" for i in range(1, 120_001)))
    assert found.report.parts == ("part-00000.parquet", "part-00001.parquet", "part-00002.parquet")
    assert [row[0] for row in found.rows] == [str(i) for i in range(1, 120_001)]
    assert found.lines == list(range(2, 120_002))


def test_read_source_of_a_wide_table_makes_smaller_parts(read: Reader) -> None:
    row = ",".join(f"q{i}" for i in range(600))
    assert read(f"{row}\n" + f"{row} x\n" * 10).report.rows_per_part == 5_000_000 // 600


def test_read_source_reads_a_folder_with_odd_names(answers: Path, tmp_path: Path) -> None:
    folder = tmp_path / "it's [1] *"
    read_source(answers, folder)
    assert Table.open([folder]).rows == 2


def test_what_was_never_read_has_no_lines_that_were_left_out(tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        list(skipped_lines(tmp_path))

    assert raised.value.code == "not_read_yet"


def test_read_source_reads_names_that_are_longer_than_a_usual_sample(read: Reader) -> None:
    names = ",".join(f"Item {i}: I agree with statement number {i}" for i in range(9_000))
    found = read(
        f"{names}\n" + (",".join("12345"[i % 5] for i in range(9_000)) + "\n") * 3, limits=Limits(columns=10_000)
    )
    assert (len(found.report.names), found.report.rows, found.report.header_line) == (9_000, 3, 1)
