from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.dialects import ENCODINGS
from persona.exceptions import ConfigurationError, DataError
from persona.reading.encoding import first_bad_line

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

TEXT = "Name,Comment\n" + "Łukasz,Zażółć gęślą jaźń; świetnie działa\n" * 5
WEST = "Name,Comment\nJosé,“Très bien”, said Zoë\n"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a,b\n1,2\n", ("utf-8", "checked", ())),
        ("a,b\nZürich,São Paulo\n".encode(), ("utf-8", "checked", ("Zürich", "São"))),
        ("a,b\nZürich,2\n".encode("utf-8-sig"), ("utf-8", "mark", ("Zürich",))),
        ("a,b\nZürich,2\n".encode("utf-16"), ("utf-16-le", "mark", ())),
        ("\ufeffa,b\nZürich,2\n".encode("utf-16-be"), ("utf-16-be", "mark", ())),
        ("\ufeffa,b\nZürich,2\n".encode("utf-32-le"), ("utf-32-le", "mark", ())),
        ("a,b\nZürich,2\n".encode("utf-16-le"), ("utf-16-le", "guessed", ())),
        ("a,b\nZürich,São Paulo\n".encode("cp1252"), ("cp1252", "guessed", ("Zürich", "São"))),
        ("a,b\nZürich,1\nKöln,1\n".encode() + "Zürich,2\n".encode("cp1252"), ("utf-8", "mixed", ("Zürich", "Köln"))),
    ],
    ids=["ascii", "utf-8", "utf-8 mark", "utf-16", "utf-16-be", "utf-32", "utf-16 no mark", "cp1252", "mixed"],
)
def test_encoding_is_found_with_how_and_samples(read: Reader, data: bytes, found: tuple[str, str, tuple]) -> None:
    report = read(data).report
    assert (report.encoding, report.encoding_how, report.encoding_samples) == found


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859-2", "utf-8", "utf-16", "utf-32"])
def test_text_comes_out_the_same_in_every_encoding(read: Reader, encoding: str) -> None:
    rows = read(TEXT.encode(encoding)).rows
    assert rows == [("Łukasz", "Zażółć gęślą jaźń; świetnie działa")] * 5


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1252", "Zürich"),
        ("gb18030", "我觉得这个应用程序太慢了，希望能更快一些"),
        ("shift_jis", "アンケートの結果を見るのに時間がかかりすぎます"),
        ("euc_kr", "보고서를 여는 데 시간이 너무 오래 걸려요"),
        ("cp1251", "Отчёт открывается слишком долго и медленно"),
    ],
)
def test_few_words_are_enough_to_guess_the_family(read: Reader, encoding: str, words: str) -> None:
    found = read(f"City,Comment\n{words},like the menus\nPorto,no idea\n".encode(encoding))
    assert found.rows == [(words, "like the menus"), ("Porto", "no idea")]


def test_line_in_another_encoding_is_read_and_told(read: Reader) -> None:
    found = read("a,b\nZürich,x\nKöln,y\n".encode() + "Łódź,z\n".encode() + "München,w\n".encode("cp1252"))
    assert found.rows[-1] == ("München", "w")
    assert (found.mended, found.report.notes) == ([(5, "other_encoding")], {"other_encoding": 1})


def test_letter_cut_off_at_the_end_of_the_file_is_dropped(read: Reader) -> None:
    assert read("a,b\n1,Zürich\n2,Zü".encode()[:-1]).rows == [("1", "Zürich"), ("2", "Z")]


def test_byte_order_marks_and_zeros_inside_are_dropped_and_counted(read: Reader) -> None:
    found = read(b"\xef\xbb\xbfa,b\n1,x\0y\n\xef\xbb\xbf2,z\n")
    assert (found.report.names, found.rows) == (("a", "b"), [("1", "xy"), ("2", "z")])
    assert found.report.notes == {"marks_removed": 1, "nul_removed": 1}


def test_chosen_encoding_is_used(read: Reader) -> None:
    found = read("a,b\nПривет,x\n".encode("koi8-r"), encoding="KOI8-R")
    assert (found.report.encoding, found.report.encoding_how) == ("koi8-r", "chosen")
    assert found.rows == [("Привет", "x")]


def test_chosen_utf16_follows_the_mark_of_the_file(read: Reader) -> None:
    assert read("\ufeffa,b\n1,é\n".encode("utf-16-be"), encoding="utf-16").rows == [("1", "é")]


def test_chosen_encoding_that_does_not_fit_names_the_line(read: Reader) -> None:
    with pytest.raises(DataError) as raised:
        read("a,b\r\n1,x\r\n2,Zürich\r\n".encode("cp1252"), encoding="utf-8")
    assert (raised.value.code, raised.value.message) == (
        "wrong_encoding",
        "Line 3: the letters cannot be read as utf-8.",
    )


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "idna"])
def test_chosen_encoding_that_is_none_is_refused(read: Reader, name: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read("a,b\n1,2\n", encoding=name)
    assert raised.value.code == "unknown_encoding"


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_encoding_offered_reads_plain_text(name: str) -> None:
    assert first_bad_line(name, ["a,b\n1,2\n".encode(name)]) is None


def test_first_bad_line_counts_a_line_end_cut_by_blocks_once() -> None:
    assert first_bad_line("utf-8", [b"a\r", b"\nb\n", b"\xff"]) == 3
