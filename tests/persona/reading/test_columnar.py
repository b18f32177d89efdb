from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from persona.exceptions import DataError
from persona.reading import Limits

if TYPE_CHECKING:
    from pathlib import Path

    from tests.persona.reading.conftest import Reader


@pytest.fixture
def answers(tmp_path: Path) -> bytes:
    path = tmp_path / "answers.parquet"
    duckdb.connect().execute(
        f"""COPY (SELECT * FROM (VALUES
            (1::DOUBLE, 'Slow, and dear', ['Excel', 'Jira'], DATE '2024-05-01', true),
            (NULL, '', [], NULL, NULL),
            (2.5, NULL, NULL, NULL, NULL),
            (NULL, NULL, NULL, NULL, NULL)) t(id, "Why  not?", tools, "when", ok)) TO '{path}' (FORMAT parquet)"""
    )
    return path.read_bytes()


def test_parquet_becomes_rows_of_text(read: Reader, answers: bytes) -> None:
    found = read(answers)
    assert (found.report.kind, found.report.names) == ("parquet", ("id", "Why not?", "tools", "when", "ok"))
    assert found.rows == [("1", "Slow, and dear", "Excel; Jira", "2024-05-01", "TRUE"), ("2.5", "", "", "", "")]
    assert (found.lines, found.left_out) == ([1, 3], [(2, "blank"), (4, "blank")])


def test_parquet_over_a_limit_says_which(read: Reader, answers: bytes) -> None:
    for limits, code in ((Limits(columns=4), "too_many_columns"), (Limits(rows=1), "too_many_rows")):
        with pytest.raises(DataError) as raised:
            read(answers, limits=limits)
        assert raised.value.code == code


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1" + bytes(200) + b"PAR1"])
def test_damaged_parquet_gives_one_sentence(read: Reader, data: bytes) -> None:
    with pytest.raises(DataError) as raised:
        read(data)
    assert raised.value.message == "The file is damaged and could not be opened (Parquet)."


def test_parquet_cut_off_gives_one_sentence(read: Reader, answers: bytes) -> None:
    with pytest.raises(DataError) as raised:
        read(answers[:-10])
    assert raised.value.code == "damaged"
