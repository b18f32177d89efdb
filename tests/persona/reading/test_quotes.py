"""Which quotation marks open and close cells: where the rules hold, and around each place where they do not."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.reading.dialect import Dialect
from persona.reading.quotes import find_quotes

COMMA = Dialect()


def drawn(data: str, dialect: Dialect = COMMA, *, final: bool = True) -> str:
    """Below each sign what it is: `o` opens or closes, `x` text that makes its record odd, `!` never closed."""
    raw = data.encode("latin-1")
    found = find_quotes(raw, np.frombuffer(raw, np.uint8), dialect, final)
    line = [" "] * len(raw)
    for places, sign in ((found.toggles, "o"), (found.stray, "x"), (found.unclosed, "!")):
        for at in places.tolist():
            line[at] = sign
    return "".join(line).rstrip()


@pytest.mark.parametrize(
    ("data", "marks"),
    [
        ("a,b\n", ""),
        ('"a",b\n', "o o"),
        ('a,"b"\n', "  o o"),
        ('"a","b"\n', "o o o o"),
        ('"",""\n', "oo oo"),
        ('"a""b",c\n', "o oo o"),
        ('"""a""",c\n', "ooo ooo"),
        ('"a, b",c\n', "o    o"),
        ('"a\nb",c\n', "o   o"),
        ('"a\r\nb",c\r\n', "o    o"),
        ('"a"\r"b"\r', "o o o o"),
        ('"a"', "o o"),
        ('""', "oo"),
    ],
)
def test_marks_that_obey_open_and_close(data: str, marks: str) -> None:
    assert drawn(data) == marks


@pytest.mark.parametrize(
    ("data", "marks"),
    [
        ('5" wide,b\n', " x"),
        ('a "b" c,d\n', "  x x"),
        ('a"\n', " x"),
        ('a,b" c\n"d",e\n', "   x   o o"),
        ('"a" b,c\n', "! x"),
        ('"a "b" c",d\n', "x       o"),
        ('"so "no"",x\n', "x       o"),
        ('"open,c\nd,e\n', "!"),
        ('a,"\nb,"c"\n', "  !   o o"),
        ('"a\n"b"\n', "!  o o"),
        ('"', "!"),
        ('a,"b', "  !"),
        ('"a"b"\n', "x   o"),
        ('"a"",b\n"c",d\n', "x  o   o o"),
    ],
)
def test_marks_that_do_not_cost_one_line_at_most(data: str, marks: str) -> None:
    """A cell that is opened and closed on its line is drawn as an odd one that opens."""
    assert drawn(data) == marks


@pytest.mark.parametrize(
    ("data", "dialect", "marks"),
    [
        ('"a \\"b\\" c",d\n', Dialect(escape=True), "o   x  x  o"),
        ('"a\\\\",d\n', Dialect(escape=True), "o   o"),
        ('\\"a,b\n', Dialect(escape=True), " x"),
        ('"a" ,b\n', Dialect(escape=True), "! x"),
        ("'a, b',c\n", Dialect(b",", b"'"), "o    o"),
        ("it's,c\n", Dialect(b",", b"'"), "  x"),
        ('"a"|"b"\n', Dialect(b"|"), "o o o o"),
        ('"a","b"\n', Dialect(b"|"), "x     o"),
        ('"a";b\n', Dialect(b";"), "o o"),
        ('"a"\t"b"\n', Dialect(b"\t"), "o o o o"),
        ('"a","b"\n', Dialect(b",", None), ""),
    ],
)
def test_each_dialect_has_its_marks(data: str, dialect: Dialect, marks: str) -> None:
    assert drawn(data, dialect) == marks


@pytest.mark.parametrize(
    ("data", "marks"),
    [
        ('a,"b\n', "  o"),
        ('a,b\n"c', "    o"),
        ('"a""', "o oo"),
        ('"a"', "o o"),
        ('"a"\n"b', "o o o"),
    ],
)
def test_a_cell_may_go_on_in_the_next_block(data: str, marks: str) -> None:
    assert drawn(data, final=False) == marks


def test_an_opened_cell_that_is_long_goes_on_for_four_megabytes_only() -> None:
    data = 'a,"' + "x" * (4 << 20)
    assert drawn(data + "x" * 9, final=False).strip() == "!"
    assert drawn(data[:-9], final=False).strip() == "o"


def test_opening_after_a_blank_makes_a_record_odd_where_blanks_may_stand() -> None:
    assert drawn('a, "b, c",d\n', Dialect(spaced=True)) == "   x    o"
    assert drawn('a, "b, c",d\n') == "   x    x"


CELL = st.text(st.sampled_from('ab,"\n '), max_size=6)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(CELL, min_size=1, max_size=3), min_size=1, max_size=4))
def test_what_python_quotes_has_marks_in_pairs_and_none_is_odd(rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    found = drawn(text.getvalue())
    assert (found.count("o"), found.count("x"), found.count("!")) == (text.getvalue().count('"'), 0, 0)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from('a,"\n\r'), max_size=30))
def test_whatever_stands_there_toggles_come_in_pairs(data: str) -> None:
    found = find_quotes(data.encode(), np.frombuffer(data.encode(), np.uint8), COMMA, True)
    assert len(found.toggles) % 2 == 0
    assert sorted(found.toggles.tolist()) == found.toggles.tolist()
    assert all(data[at] == '"' for at in (*found.toggles, *found.stray, *found.unclosed))
