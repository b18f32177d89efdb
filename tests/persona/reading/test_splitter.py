from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from persona.reading.cells import parse
from persona.reading.dialect import Dialect
from persona.reading.splitter import split

COMMA = Dialect()


def records(data: bytes, dialect: Dialect = COMMA, *, final: bool = True) -> list[tuple[int, int, bytes]]:
    """Physical line, width and bytes of each record."""
    found = split(data, dialect, final=final)
    return [(int(found.line[i]), int(found.width[i]), found.raw(i)) for i in range(len(found))]


def test_split_counts_physical_lines_of_every_kind_also_inside_quotes() -> None:
    data = b'a,b\r\n"x\ry\n\r\nz",2\n\n3,4\r5,6'
    assert records(data) == [
        (1, 2, b"a,b\r\n"),
        (2, 2, b'"x\ry\n\r\nz",2\n'),
        (6, 1, b"\n"),
        (7, 2, b"3,4\n"),  # the lone carriage return became a line feed
        (8, 2, b"5,6"),
    ]


def test_split_leaves_what_may_go_on_for_the_next_block() -> None:
    found = split(b'a,b\n1,"x\n', COMMA, line=5, final=False)
    assert (found.used, found.lines, found.line.tolist()) == (4, 1, [5])


def test_split_takes_quote_at_the_very_start_of_the_data() -> None:
    assert records(b'"a,b",c\n') == [(1, 2, b'"a,b",c\n')]


def test_split_flags_marks_that_are_text() -> None:
    found = split(b'1,5\' 8" tall\n2,"He said "no" to me"\n3,"fine"\n', COMMA)
    assert (found.width.tolist(), found.odd.tolist(), found.unclosed.tolist()) == (
        [2, 2, 2],
        [True, True, False],
        [False] * 3,
    )


def test_split_costs_one_line_where_a_quote_never_closes() -> None:
    found = split(b'1,"a\n2,b\n3,"c"\n4,"d" e"\n5,f\n', COMMA)
    assert (found.line.tolist(), found.unclosed.tolist()) == ([1, 2, 3, 4, 5], [True, False, False, False, False])


def test_split_finds_unescaped_mark_beside_the_closing_one() -> None:
    found = split(b'1,"she said "no"",x\n2,b,y\n', COMMA)
    assert (found.width.tolist(), found.unclosed.any()) == ([3, 3], False)
    assert parse(found.raw(0), COMMA) == ["1", 'she said "no"', "x"]


def test_split_keeps_escaped_marks_inside_the_cell() -> None:
    found = split(b'1,"a \\"b, c\\" d",2\n', Dialect(escape=True))
    assert (found.width.tolist(), parse(found.raw(0), Dialect(escape=True))) == ([3], ["1", 'a "b, c" d', "2"])


def test_split_opens_after_a_blank_where_the_dialect_says_so() -> None:
    spaced = Dialect(spaced=True)
    found = split(b'1, "a, b", c\n', spaced)
    assert (found.width.tolist(), found.odd.tolist()) == ([3], [True])
    assert parse(found.raw(0), spaced) == ["1", "a, b", " c"]


def test_split_gives_up_on_a_cell_of_four_megabytes() -> None:
    data = b'1,"' + b"x\n" * (3 << 20)
    found = split(data, COMMA, final=False)
    assert (found.unclosed[0], found.width[:3].tolist()) == (True, [2, 1, 1])


def test_split_of_many_broken_quotes_takes_linear_time() -> None:
    data = b'a,""x\n' * 100_000  # walking on from each mark in turn would take hours
    assert int(split(data, COMMA).unclosed.sum()) == 100_000


@given(st.text(alphabet='a,"\n\r;é', max_size=60), st.lists(st.integers(1, 9), min_size=1))
def test_split_in_blocks_finds_the_same_records_as_in_one(text: str, sizes: list[int]) -> None:
    data = text.encode()
    assert blockwise(data, sizes) == records(data)


def blockwise(data: bytes, sizes: list[int]) -> list[tuple[int, int, bytes]]:
    """As the reader does: what is not used waits, and so does a carriage return at a block's end."""
    found: list[tuple[int, int, bytes]] = []
    waiting, line, at, turn = b"", 1, 0, 0
    while True:
        size = sizes[turn % len(sizes)]
        waiting, at, turn = waiting + data[at : at + size], at + size, turn + 1
        final = at >= len(data)
        keep = 1 if not final and waiting.endswith(b"\r") else 0
        part = split(waiting[: len(waiting) - keep], COMMA, line=line, final=final)
        found += [(int(part.line[i]), int(part.width[i]), part.raw(i)) for i in range(len(part))]
        line += part.lines
        waiting = waiting[part.used :]
        if final:
            return found
