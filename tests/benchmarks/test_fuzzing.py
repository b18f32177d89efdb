"""Fuzzing in short: what becomes of single files, and that a fault would be seen."""

from __future__ import annotations

import pytest

from benchmarks import fuzzing
from benchmarks.fuzzing import SEEDS, Case, fuzz, outcome


@pytest.mark.parametrize(
    ("case", "found"),
    [
        (Case("a.csv", b"Name,Age\nAda,36\nBo,41\n"), "rows"),
        (Case("a.csv", b""), "empty"),
        (Case("a.json", b"[{"), "broken_json"),
    ],
)
def test_a_file_gives_rows_or_the_code_of_a_sentence(case: Case, found: str) -> None:
    assert outcome(case) == found


def test_every_kind_of_file_is_among_the_seeds() -> None:
    endings = {case.name.rpartition(".")[2] for case in SEEDS}
    assert {"csv", "json", "jsonl", "txt", "md", "docx", "xlsx", "parquet"} <= endings


def test_a_fault_is_kept_with_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(fuzzing, "read_source", fail)
    monkeypatch.setattr(fuzzing, "AT_ONCE", 2)
    _, faults = fuzz(0.05, 1)

    assert [name.split()[0] for name in faults] == ["ZeroDivisionError"]
