from __future__ import annotations

import pytest

from persona.reading.dialect import Dialect
from persona.reading.sniffing import NO_DELIMITER, find_shape, skip_sep_line


@pytest.mark.parametrize(
    ("sample", "dialect", "width"),
    [
        (b"a,b,c\n1,2,3\n4,5,6\n", Dialect(b","), 3),
        (b'a;b\n1,5;"x, y"\n2,5;"z"\n', Dialect(b";"), 2),
        (b"a\tb\n1\tx, y\n2\tz\n", Dialect(b"\t"), 2),
        (b"a|b|c\n1|x, y|2,0\n2|z, w|3,0\n", Dialect(b"|"), 3),
        (b"a,b\n'1, x',2\n'3, y',4\n", Dialect(b",", b"'"), 2),
        (b'a,b\n1,"x \\"y\\" z, w"\n2,"v"\n', Dialect(b",", escape=True), 2),
        (b'a, b\n1, "x, y"\n2, "z"\n', Dialect(b",", spaced=True), 2),
        (b'a,b\n1,"It\'s ""fine"", I think"\n', Dialect(b","), 2),
        (b"Results of our survey\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n", Dialect(b";"), 3),
        (b"What would help you?\nFaster reports, please.\nNothing really\n", Dialect(NO_DELIMITER, None), 1),
        (b'a|b\n1|"x\n2|"y\n', Dialect(b"|", None), 2),
        (b'a,b\n1,"x\n' + b"2,y\n" * 20, Dialect(b","), 2),
        (b"# exported, v1\n# by us\na,b,c\n1,2,3\n", Dialect(b","), 3),
        (b"sep=^\na^b\n1^2\n", Dialect(b"^"), 2),
    ],
)
def test_find_shape_takes_the_most_even_table(sample: bytes, dialect: Dialect, width: int) -> None:
    found = find_shape(sample, final=True)
    assert (found.dialect, found.width) == (dialect, width)


def test_find_shape_does_not_question_a_chosen_delimiter() -> None:
    found = find_shape(b"a,b;c\n1,2;3\n4,5;6\n", final=True, delimiter=";")
    assert (found.dialect.delimiter, found.width) == (b";", 2)


def test_find_shape_with_a_chosen_delimiter_that_is_nowhere_gives_one_column() -> None:
    found = find_shape(b"a,b\n1,2\n", final=True, delimiter="|")
    assert (found.dialect.delimiter, found.width) == (b"|", 1)


@pytest.mark.parametrize(("data", "size"), [(b"sep=;\r\na;b\n", 7), (b'"sep=,"\na,b\n', 8), (b"separate\n", 0)])
def test_skip_sep_line_measures_the_line(data: bytes, size: int) -> None:
    assert skip_sep_line(data) == size
