from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.reading.cells import parse, write
from persona.reading.dialect import Dialect

COMMA = Dialect()


@pytest.mark.parametrize(
    ("raw", "cells"),
    [
        (b"a,b\n", ["a", "b"]),
        (b",\r\n", ["", ""]),
        (b'"a, ""b""","c\nd"\n', ['a, "b"', "c\nd"]),
        (b'"",x\n', ["", "x"]),
        (b"5' 8\" tall,x\n", ["5' 8\" tall", "x"]),
        (b'"He said "no" to me",x\n', ['He said "no" to me', "x"]),
        (b'"a" b,c\n', ['"a" b', "c"]),
        (b'"open,c\n', ['"open', "c"]),
        ("Zürich,“smart”\n".encode(), ["Zürich", "“smart”"]),
    ],
)
def test_parse_keeps_every_character_of_the_answer(raw: bytes, cells: list[str]) -> None:
    assert parse(raw, COMMA) == cells


def test_parse_without_quotes_takes_them_as_text() -> None:
    assert parse(b'"a|b"\n', Dialect(b"|", None)) == ['"a', 'b"']


@given(st.lists(st.text(alphabet='ab,"\n\r é', max_size=8), min_size=1, max_size=5))
def test_write_gives_what_python_and_parse_read_back(cells: list[str]) -> None:
    raw = write(cells, COMMA)
    assert parse(raw, COMMA) == cells
    assert list(csv.reader(io.StringIO(raw.decode(), newline=""))) == [cells]
