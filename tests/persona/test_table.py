from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import duckdb
import numpy as np
import pytest

from persona.exceptions import DataError
from persona.reading import DialectChoice, Limits, read_source
from persona.table import AT_ONCE, Row, Table

if TYPE_CHECKING:
    from pathlib import Path

BIG = 120_000


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three parts; every thousandth row mentions Lisbon."""
    folder = tmp_path_factory.mktemp("big")
    path = folder / "big.csv"
    rows = (f"{i},{'I moved to LISBON' if i % 1000 == 0 else 'I stayed'},{i % 7}" for i in range(1, BIG + 1))
    path.write_text("n,Where do you live?,Rating\n" + "\n".join(rows) + "\n")
    read_source(path, folder / "read", name="big.csv")
    return folder / "read"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    path = folder / "small.csv"
    path.write_text('n,Where do you live?,Rating\na,"In\nLisbon, 100%",1\n\nb,ÉVORA_x,\n')
    read_source(path, folder / "read", name="small.csv")
    return folder / "read"


def numbers(rows: list[Row]) -> list[int]:
    return [row.row for row in rows]


def test_open_numbers_the_rows_of_all_sources(big: Path, small: Path) -> None:
    table = Table.open([small, big, small])
    assert (table.rows, table.names) == (BIG + 4, ("n", "Where do you live?", "Rating"))
    assert [report.name for report in table.reports] == ["small.csv", "big.csv", "small.csv"]
    assert table.page(2, 2) == [
        Row(2, "small.csv", 5, {"n": "b", "Where do you live?": "ÉVORA_x", "Rating": ""}),
        Row(3, "big.csv", 2, {"n": "1", "Where do you live?": "I stayed", "Rating": "1"}),
    ]
    assert [table.locate(row) for row in (1, 3, BIG + 2, BIG + 4)] == [
        ("small.csv", 1, 2),
        ("big.csv", 1, 2),
        ("big.csv", BIG, BIG + 1),
        ("small.csv", 2, 5),
    ]


def test_page_crosses_parts_and_ends_with_the_table(big: Path) -> None:
    table = Table.open([big])
    assert numbers(table.page(49_999, 4)) == [49_999, 50_000, 50_001, 50_002]
    assert numbers(table.page(BIG, 50)) == [BIG]
    assert table.page(BIG + 1, 50) == []


def test_page_reads_one_part_only(big: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    for name in ("report.json", "part-00001.parquet"):
        (folder / name).write_bytes((big / name).read_bytes())
    assert Table.open([folder]).page(60_000, 1)[0].cells["n"] == "60000"


def test_rows_at_keeps_the_order_asked_for(big: Path) -> None:
    table = Table.open([big])
    wanted = [100_001, 5, 50_000, 50_001, 5]
    rows = table.rows_at(wanted)
    assert (numbers(rows), [row.cells["n"] for row in rows]) == (wanted, [str(row) for row in wanted])
    assert table.lines(wanted) == [row + 1 for row in wanted]
    assert (table.rows_at([]), table.lines([])) == ([], [])


@pytest.mark.parametrize("row", [0, -1, BIG + 1])
def test_row_that_is_not_there_is_an_index_error(big: Path, row: int) -> None:
    with pytest.raises(IndexError):
        Table.open([big]).rows_at([row])
    with pytest.raises(IndexError):
        Table.open([big]).locate(row)


def test_values_and_batches_give_whole_columns_in_order(big: Path) -> None:
    table = Table.open([big])
    assert table.values("n") == [str(i) for i in range(1, BIG + 1)]
    batches = list(table.batches(["Rating", "n"], size=30_000))
    assert [(first, len(columns["n"])) for first, columns in batches] == [
        (1, 30_000),
        (30_001, 20_000),
        (50_001, 30_000),
        (80_001, 20_000),
        (100_001, 20_000),
    ]
    assert [value for _, columns in batches for value in columns["Rating"]] == [str(i % 7) for i in range(1, BIG + 1)]


def test_unknown_column_is_a_key_error(small: Path) -> None:
    with pytest.raises(KeyError):
        Table.open([small]).values("age")


def test_search_finds_text_literally_in_any_case(small: Path) -> None:
    table = Table.open([small])
    everywhere = table.names
    assert numbers(table.search("lisbon, 100%", names=everywhere)) == [1]
    assert numbers(table.search("évora_", names=everywhere)) == [2]
    assert table.search("_isbon", names=everywhere) == []
    assert table.search("lisbon", names=["n"]) == []
    assert table.search("lisbon", names=[]) == []
    assert table.search("'; DROP TABLE x; --", names=everywhere) == []


def test_search_stops_at_the_limit_and_goes_on_after_a_row(big: Path) -> None:
    table = Table.open([big])
    assert numbers(table.search("lisbon", names=table.names, limit=3)) == [1000, 2000, 3000]
    assert numbers(table.search("lisbon", names=table.names, after=49_000, limit=3)) == [50_000, 51_000, 52_000]
    assert len(table.search("lisbon", names=table.names, limit=1000)) == BIG // 1000
    assert table.find("lisbon", names=table.names, after=118_500) == [119_000, 120_000]


def test_search_among_rows_looks_at_no_others(big: Path) -> None:
    table = Table.open([big])
    among = np.arange(500, BIG + 1, 1500)
    found = numbers(table.search("lisbon", names=table.names, among=among, limit=1000))
    assert found == [row for row in among.tolist() if row % 1000 == 0]
    assert table.search("lisbon", names=table.names, among=np.array([], np.int64)) == []


def test_table_serves_many_threads(big: Path) -> None:
    table = Table.open([big])

    def look(start: int) -> tuple[int, str]:
        return table.page(start, 3)[0].row, table.rows_at([start])[0].cells["n"]

    starts = list(range(1, BIG, 1777))
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(look, starts)) == [(start, str(start)) for start in starts]


def test_names_that_differ_in_case_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Age,age,_line,file_row_number,c0\n1,2,3,4,x y z\n")
    read_source(path, tmp_path / "read")
    table = Table.open([tmp_path / "read"])
    assert table.page(1, 1)[0].cells == {"Age": "1", "age": "2", "_line": "3", "file_row_number": "4", "c0": "x y z"}
    assert table.values("age") == ["2"]


def test_open_refuses_other_columns_and_unread_folders(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Shop,Price\nA,2\n")
    read_source(path, tmp_path / "read", name="x.csv")
    for folders, message in (
        ([small, tmp_path / "read"], "“x.csv” has other columns than “small.csv”."),
        ([tmp_path], "The data has not been read completely."),
        ([], "The data has not been read completely."),
    ):
        with pytest.raises(DataError) as raised:
            Table.open(folders)
        assert raised.value.message == message


def test_database_reads_nothing_but_the_sources(small: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    table = Table.open([small])
    for query in (
        f"SELECT * FROM read_csv('{tmp_path}/secret.csv')",
        f"COPY (SELECT 1) TO '{tmp_path}/out.csv'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
    ):
        with pytest.raises(duckdb.Error):
            table._run(query, [])


def test_a_table_of_very_many_columns_is_served_some_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    width = 2 * AT_ONCE + 200
    rows = [[f"{row} {column}" for column in range(width)] for row in range(3)]
    path.write_text("\n".join(",".join(row) for row in [[f"q{n}" for n in range(width)], *rows]) + "\n")
    read_source(path, tmp_path / "read", limits=Limits(columns=5000), dialect=DialectChoice(header=True))
    table = Table.open([tmp_path / "read"])

    ((first, batch),) = table.batches(table.names)
    assert (first, [list(row) for row in zip(*batch.values(), strict=True)]) == (1, rows)
    assert list(batch) == list(table.names)
    assert numbers(table.search("1 7", names=table.names)) == [2]
    assert table.find("7", names=table.names, after=1) == [2, 3]
    assert table.find("7", names=table.names, limit=2) == [1, 2]


def test_the_key_is_that_of_the_rows_and_another_when_they_are_read_anew(
    small: Path, big: Path, tmp_path: Path
) -> None:
    key = Table.open([small]).key
    assert Table.open([small]).key == key
    assert len({key, Table.open([big]).key, Table.open([small, small]).key}) == 3

    path = tmp_path / "small.csv"
    path.write_text("n,Where do you live?,Rating\na,Lisbon,1\n")
    read_source(path, tmp_path / "read", name="small.csv")
    first = Table.open([tmp_path / "read"]).key
    path.write_text("n,Where do you live?,Rating\na,Lisbon,1\nb,Porto,2\n")
    read_source(path, tmp_path / "read", name="small.csv")
    assert Table.open([tmp_path / "read"]).key != first
