from __future__ import annotations

import pytest

from persona.reading.survey import Survey, letters_end, utf16_by_zeros, whole_lines


def survey(*blocks: bytes) -> Survey:
    found = Survey()
    for block in blocks:
        found.add(block)
    found.finish()
    return found


def test_survey_finds_utf8_whatever_the_block_ends() -> None:
    data = "Kraków,“é”\n".encode() * 3
    for at in range(1, len(data)):
        found = survey(data[:at], data[at:])
        assert (found.is_utf8, found.bad, found.cut_letter, found.size) == (True, 0, False, len(data))


def test_survey_tells_a_cut_letter_from_a_wrong_one() -> None:
    whole = "a,Zürich\nb,Zü".encode()
    assert (survey(whole[:-1]).is_utf8, survey(whole[:-1]).cut_letter) == (True, True)
    assert survey(b"a,Z\xfcrich\nb,x").is_utf8 is False


def test_survey_counts_good_and_bad_lines_and_keeps_the_bad_for_guessing() -> None:
    found = survey(b"plain\n" + "é\n".encode() * 2 + b"\xe9\n")
    assert (found.good, found.bad, bytes(found.bad_sample)) == (2, 1, b"\xe9\n")


def test_survey_counts_zeros_and_controls() -> None:
    found = survey(b"a\0b\x01\x02,c\t\r\n")
    assert (found.nuls, found.controls) == (1, 2)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_survey_sees_utf16_by_its_zeros(encoding: str) -> None:
    assert survey("name,answer\n1,fine\n".encode(encoding)).wide == encoding
    assert utf16_by_zeros(b"name,answer\n") is None
    assert utf16_by_zeros(b"") is None


def test_survey_reads_utf32_mark_before_that_of_utf16() -> None:
    assert survey(b"\xff\xfe\0\0a\0\0\0").wide == "utf-32-le"
    assert survey(b"\xff\xfea\0").wide == "utf-16-le"


def test_whole_lines_cuts_after_the_last_line_end_and_keeps_a_return_that_a_feed_may_follow() -> None:
    assert whole_lines(b"a\nb") == (b"a\n", b"b")
    assert whole_lines(b"a\rb\r") == (b"a\r", b"b\r")
    assert whole_lines(b"abc") == (b"", b"abc")


@pytest.mark.parametrize("letter", ["a", "é", "“", "😀"])
def test_letters_end_finds_the_last_complete_letter(letter: str) -> None:
    data = b"xyz" + letter.encode()
    assert letters_end(data) == len(data)
    for cut in range(4, len(data)):
        assert letters_end(data[:cut]) == 3
