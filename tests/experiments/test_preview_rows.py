from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

import pytest

from experiments.preview_rows import LENGTH, around

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "one\r\ntwo\rthree\nfour ü\nfive\nsix\n"


def line(number: int, text: str, *, is_wrong: bool = False) -> dict[str, Any]:
    return {"line": number, "text": text, "is_wrong": is_wrong}


@pytest.mark.parametrize(
    "content",
    [TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), gzip.compress(TEXT.encode())],
    ids=["utf-8", "with a mark", "utf-16", "packed"],
)
def test_lines_are_numbered_as_an_editor_shows_them(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(content)

    assert around(file, 4) == [
        line(2, "two"),
        line(3, "three"),
        line(4, "four ü", is_wrong=True),
        line(5, "five"),
        line(6, "six"),
    ]
    assert around(file, 1) == [line(1, "one", is_wrong=True), line(2, "two"), line(3, "three")]


def test_letters_that_cannot_be_read_are_replaced_and_long_lines_cut(tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes("Größe\n".encode("cp1252") + b"x" * 3_000_000 + b"\nlast")

    assert around(file, 1) == [line(1, "Gr��e", is_wrong=True), line(2, "x" * LENGTH), line(3, "last")]


def test_a_packed_file_is_shown_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(gzip.compress(TEXT.encode())[:-9])

    assert around(file, 3)[:1] == [line(1, "one")]


def test_a_line_without_end_is_not_followed_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("experiments.preview_rows.LOOKED_AT", 2_000_000)
    file = tmp_path / "file.csv"
    file.write_bytes(gzip.compress(b"a\nb\n" + b"x" * 5_000_000 + b"\nlast\n"))

    assert [shown["line"] for shown in around(file, 3)] == [1, 2, 3]
