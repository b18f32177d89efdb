"""Bytes of any encoding become clean UTF-8, wherever blocks end, and what was changed is told."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.reading.encoding import Encoding
from persona.reading.transcoding import utf8_blocks

UTF8 = Encoding("utf-8", "checked")
MIXED = Encoding("utf-8", "mixed")


class Told:
    """Notes as a ledger takes them."""

    def __init__(self) -> None:
        self.notes: Counter[str] = Counter()
        self.mended: list[tuple[str, int]] = []

    def mend(self, code: str, line: int, **values: int) -> None:
        self.mended.append((code, line))

    def note(self, code: str, count: int = 1) -> None:
        if count:
            self.notes[code] += count


def transcoded(data: bytes, encoding: Encoding, *, size: int = 1 << 20) -> tuple[str, dict[str, int], list[int]]:
    """The text, the notes by code, and the lines in another encoding."""
    told = Told()
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    text = b"".join(utf8_blocks(blocks, encoding, told)).decode()
    return text, dict(told.notes), [line for _, line in told.mended]


TEXT = "Name;Why?\r\nŁukasz;“Zażółć”\n日本;안녕 😀\rZoë;é\n"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 1000])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030", "utf-8-sig"]
)
def test_text_is_the_same_wherever_blocks_end(encoding: str, size: int) -> None:
    name, mark = ("utf-8", 3) if encoding == "utf-8-sig" else (encoding, 0)
    assert transcoded(TEXT.encode(encoding), Encoding(name, "mark", mark), size=size) == (TEXT, {}, [])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Příliš žluťoučký kůň"),
        ("cp1251", "Очень медленно"),
        ("cp1252", "Très “cher” – 5 €"),
        ("cp1253", "Πολύ αργό"),
        ("cp1254", "Çok yavaş"),
        ("cp1255", "איטי מדי"),
        ("cp1256", "بطيء جدا"),
        ("cp1257", "Labai lėtas"),
        ("cp437", "Größe"),
        ("cp850", "Größe und Ñandú"),
        ("cp932", "とても遅い"),
        ("cp949", "너무 느려요"),
        ("big5", "太慢了"),
        ("euc-jp", "とても遅い"),
        ("euc-kr", "너무 느려요"),
        ("gb2312", "太慢了"),
        ("iso8859-2", "Zażółć gęślą jaźń"),
        ("iso8859-15", "5 € für Žižka"),
        ("koi8-r", "Очень медленно"),
        ("mac-roman", "Très “cher”"),
        ("shift_jis", "とても遅い"),
        ("tis-620", "ช้ามาก"),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_old_encodings_come_out_as_what_was_typed(encoding: str, text: str, size: int) -> None:
    assert transcoded(f"a;{text}\n".encode(encoding), Encoding(encoding, "guessed"), size=size) == (
        f"a;{text}\n",
        {},
        [],
    )


@pytest.mark.parametrize("size", [1, 2, 3, 4, 1000])
@pytest.mark.parametrize(
    ("data", "text", "notes"),
    [
        pytest.param(b"\xef\xbb\xbfa\n", "a\n", {"marks_removed": 1}, id="mark at the start that nobody cut"),
        pytest.param(b"a\n\xef\xbb\xbfb\n", "a\nb\n", {"marks_removed": 1}, id="files glued together"),
        pytest.param(b"a\xef\xbb\xbf,\xef\xbb\xbfb\n", "a,b\n", {"marks_removed": 2}, id="marks in cells"),
        pytest.param(b"a\n\xef\xbb\xbf", "a\n", {"marks_removed": 1}, id="mark at the end"),
        pytest.param(b"\xef\xbb\xbf\xef\xbb\xbfa", "a", {"marks_removed": 2}, id="two marks in a row"),
        pytest.param(b"a\0b\0\n", "ab\n", {"nul_removed": 2}, id="zeros"),
        pytest.param(b"\xef\0\xbb\xbfa", "a", {"nul_removed": 1, "marks_removed": 1}, id="a zero in a mark"),
        pytest.param("a;ﻣ\n".encode(), "a;ﻣ\n", {}, id="a letter that begins like a mark"),
        pytest.param("a;ﻣ".encode()[:-1], "a;", {}, id="cut within such a letter"),
        pytest.param("a;😀".encode()[:-2], "a;", {}, id="cut within a letter"),
        pytest.param("a;é".encode()[:-1], "a;", {}, id="cut within an accented letter"),
        pytest.param(b"", "", {}, id="nothing"),
    ],
)
def test_marks_and_zeros_inside_go_and_are_counted(data: bytes, text: str, notes: dict[str, int], size: int) -> None:
    assert transcoded(data, UTF8, size=size) == (text, notes, [])


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
@pytest.mark.parametrize(
    ("lines", "text", "mended"),
    [
        ([b"a,Z\xc3\xbcrich\n", b"b,K\xf6ln\n"], "a,Zürich\nb,Köln\n", [2]),
        ([b"a,K\xf6ln\r\n", b"b,Z\xc3\xbcrich\r\n", b"c,\x80 5\r\n"], "a,Köln\r\nb,Zürich\r\nc,€ 5\r\n", [1, 3]),
        ([b"a,K\xf6ln\r", b"b,Z\xc3\xbcrich\r"], "a,Köln\rb,Zürich\r", [1]),
        ([b"plain\n", b"\n", b"\n", b"K\xf6ln"], "plain\n\n\nKöln", [4]),
        ([b"\x93yes\x94\n", b"\xe2\x80\x9cno\xe2\x80\x9d\n"], "“yes”\n“no”\n", [1]),
        ([b"a\xc3\n", b"b\n"], "aÃ\nb\n", [1]),
    ],
)
def test_each_line_of_a_mixed_file_is_read_by_itself(
    lines: list[bytes], text: str, mended: list[int], size: int
) -> None:
    assert transcoded(b"".join(lines), MIXED, size=size) == (text, {}, mended)


@pytest.mark.parametrize(
    ("data", "encoding", "text", "notes"),
    [
        (b"a\x81b\n", "cp1252", "a�b\n", {"replaced_letters": 1}),
        (b"a\xff\xffb\n", "shift_jis", "a��b\n", {"replaced_letters": 2}),
        (b"a\x00\x00\xd8b\x00", "utf-16-le", "a�b", {"replaced_letters": 1}),
        (b"a\x00b", "utf-16-le", "a�", {"replaced_letters": 1}),
        (b"a\x00\x00\x00\xff\xff\xff\x7f", "utf-32-le", "a�", {"replaced_letters": 1}),
    ],
)
def test_letters_that_are_none_are_counted(data: bytes, encoding: str, text: str, notes: dict[str, int]) -> None:
    assert transcoded(data, Encoding(encoding, "guessed")) == (text, notes, [])


@pytest.mark.parametrize("size", [1, 2, 1000])
@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"\xef\xbb\xbfa\n", Encoding("utf-8", "mark", 3)),
        (b"\xff\xfea\0\n\0", Encoding("utf-16-le", "mark", 2)),
        (b"\xfe\xff\0a\0\n", Encoding("utf-16-be", "mark", 2)),
        (b"\xff\xfe\0\0a\0\0\0\n\0\0\0", Encoding("utf-32-le", "mark", 4)),
    ],
)
def test_the_mark_of_the_file_is_no_text_and_not_worth_a_word(data: bytes, encoding: Encoding, size: int) -> None:
    assert transcoded(data, encoding, size=size) == ("a\n", {}, [])


WORDS = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0\ufeff"), max_size=30)


@settings(max_examples=40, deadline=None)
@given(WORDS, st.sampled_from(["utf-8", "utf-16-le", "utf-32-be", "gb18030"]), st.integers(1, 9))
def test_any_text_comes_back(text: str, encoding: str, size: int) -> None:
    found, notes, mended = transcoded(text.encode(encoding), Encoding(encoding, "checked"), size=size)
    assert (found, mended) == (text, [])
    assert set(notes) <= {"replaced_letters"}  # a file may hold the letter that stands for one that cannot be read


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=40), st.integers(1, 9))
def test_any_bytes_become_text(data: bytes, size: int) -> None:
    whole, _, _ = transcoded(data, MIXED)
    assert transcoded(data, MIXED, size=size)[0] == whole
    assert "\0" not in whole
