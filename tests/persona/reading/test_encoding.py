from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.dialects import ENCODINGS
from persona.exceptions import ConfigurationError, DataError
from persona.reading.encoding import Encoding, find_encoding, first_bad_line
from persona.reading.survey import Survey

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


def encoding_of(data: bytes, chosen: str | None = None, *, size: int = 1 << 20) -> Encoding:
    """What a file with these bytes is found to be in."""
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    survey = Survey()
    for block in blocks:
        survey.add(block)
    survey.finish()
    return find_encoding(survey, lambda: blocks, chosen)


ANSWERS = {
    "cp1250": ["Příliš žluťoučký kůň úpěl ďábelské ódy", "Nevím, co bych řekl", "Je to pomalé a drahé"],
    "cp1251": ["Отчёт открывается слишком долго", "Мне нравится, но дорого", "Не знаю, что сказать"],
    "cp1252": ["Die Übersicht gefällt mir nicht", "Es ist zu groß für das Büro", "Très cher à la fin"],
    "cp1253": ["Η εφαρμογή είναι πολύ αργή", "Δεν ξέρω τι να πω", "Μου αρέσει το χρώμα"],
    "cp1254": ["Uygulama çok yavaş açılıyor", "Şifreyi her gün soruyor", "Işık çok güzel değil mi"],
    "cp1255": ["האפליקציה איטית מאוד", "אני לא יודע מה לומר", "המחיר גבוה מדי"],
    "cp1256": ["التطبيق بطيء جدا في الصباح", "لا أعرف ماذا أقول", "السعر مرتفع"],
    "euc-jp": ["アンケートの結果を見るのに時間がかかる", "特にありません", "もっと速くしてほしい"],
    "euc-kr": ["보고서를 여는 데 시간이 너무 오래 걸려요", "잘 모르겠습니다", "가격이 비싸요"],
    "big5": ["這個應用程式太慢了，希望能快一點", "沒有意見", "價格太高了，而且不好用"],
    "gb18030": ["这个应用程序太慢了，希望能更快一些", "没有意见", "价格太高了，而且不好用"],
    "shift_jis": ["アンケートの結果を見るのに時間がかかる", "特にありません", "もっと速くしてほしい"],
    "koi8-r": ["Отчёт открывается слишком долго", "Мне нравится, но дорого", "Не знаю, что сказать"],
    "iso8859-5": ["Отчет открывается слишком долго", "Мне нравится, но дорого", "Не знаю, что сказать"],
    "iso8859-7": ["Η εφαρμογή είναι πολύ αργή", "Δεν ξέρω τι να πω", "Μου αρέσει το χρώμα"],
}


@pytest.mark.parametrize("encoding", ANSWERS)
def test_a_guess_reads_all_answers_of_a_file(encoding: str) -> None:
    """The guess may be a neighbour, such as EUC-KR for CP949, as long as all letters come out right."""
    text = "ID;Comment\r\n" + "".join(f"{n};{answer}\r\n" for n, answer in enumerate(ANSWERS[encoding] * 4))
    found = encoding_of(text.encode(encoding))
    assert (text.encode(encoding).decode(found.name), found.how, found.mark) == (text, "guessed", 0)
    assert found.samples


FEW = "Name,City\nAnn,Porto\nBo,Lyon\n"


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        pytest.param(FEW.encode(), Encoding("utf-8", "checked"), id="letters without accents"),
        pytest.param(b"", Encoding("utf-8", "checked"), id="nothing"),
        pytest.param(FEW.encode("utf-8-sig"), Encoding("utf-8", "mark", 3), id="UTF-8 of Excel"),
        pytest.param(FEW.encode("utf-16"), Encoding("utf-16-le", "mark", 2), id="Unicode text of Excel"),
        pytest.param(b"\xfe\xff" + FEW.encode("utf-16-be"), Encoding("utf-16-be", "mark", 2), id="UTF-16, high first"),
        pytest.param(FEW.encode("utf-32"), Encoding("utf-32-le", "mark", 4), id="UTF-32"),
        pytest.param(b"\0\0\xfe\xff" + FEW.encode("utf-32-be"), Encoding("utf-32-be", "mark", 4), id="UTF-32, high"),
        pytest.param(FEW.encode("utf-16-le"), Encoding("utf-16-le", "guessed"), id="UTF-16 without a mark"),
        pytest.param(FEW.encode("utf-16-be"), Encoding("utf-16-be", "guessed"), id="UTF-16, high first, no mark"),
        pytest.param(
            "Name,City\nÉva,Łódź\n".encode(), Encoding("utf-8", "checked", 0, ("Éva", "Łódź")), id="words to look at"
        ),
        pytest.param(
            "ö,Donaudampfschifffahrtsgesellschaftskapitän\nGröße,é\n".encode(),
            Encoding("utf-8", "checked", 0, ("Größe", "ö", "Donaudampfschifffahrtsgesellschaftskapitän")),
            id="words of a fair length first",
        ),
        pytest.param(
            b"\xef\xbb\xbfa,Z\xc3\xbcrich\nb,K\xf6ln\nc,M\xfcnchen\n",
            Encoding("utf-8", "mixed", 3, ("Zürich",)),
            id="a mark says UTF-8 where most lines are not",
        ),
        pytest.param(
            b"a,Z\xfcrich\nb,K\xf6ln\nc,M\xc3\xbcnchen\n",
            Encoding("cp1252", "guessed", 0, ("Zürich", "Köln")),
            id="most lines are Western European",
        ),
        pytest.param(b"a,5 \x80\nb,6 \x80\n", Encoding("cp1252", "guessed"), id="the euro sign of Windows"),
        pytest.param(
            b"a,\x93Fine\x94 \x96 it\x92s ok\n" * 3, Encoding("cp1252", "guessed"), id="marks that Word makes"
        ),
    ],
)
def test_the_encoding_of_a_file_is_told_with_how_and_words(data: bytes, wanted: Encoding) -> None:
    assert encoding_of(data) == wanted


@pytest.mark.parametrize("size", [1, 2, 7])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "cp1251", "euc-kr"])
def test_the_encoding_is_the_same_wherever_blocks_end(encoding: str, size: int) -> None:
    text = (
        "a,b\n"
        + {"cp1251": "Отчёт,очень медленно\n", "euc-kr": "너무 느려요,가격이\n"}.get(encoding, "Zürich,São\n") * 3
    )
    data = text.encode(encoding)
    whole, cut = encoding_of(data), encoding_of(data, size=max(size, 4))
    assert (cut.name, cut.how, cut.mark) == (whole.name, whole.how, whole.mark)


@pytest.mark.parametrize(
    ("data", "chosen", "wanted"),
    [
        (FEW.encode(), "UTF8", Encoding("utf-8", "chosen")),
        (FEW.encode("utf-8-sig"), "utf-8", Encoding("utf-8", "chosen", 3)),
        (FEW.encode(), "latin1", Encoding("iso8859-1", "chosen")),
        (FEW.encode(), "Windows-1252", Encoding("cp1252", "chosen")),
        (FEW.encode("utf-16"), "UTF-16", Encoding("utf-16-le", "chosen", 2)),
        (b"\xfe\xff" + FEW.encode("utf-16-be"), "utf_16", Encoding("utf-16-be", "chosen", 2)),
        (FEW.encode("utf-16-le"), "utf-16-le", Encoding("utf-16-le", "chosen")),
        ("a,Æ\n".encode("cp437"), "cp437", Encoding("cp437", "chosen", 0, ("Æ",))),
        ("a,Größe\n".encode("mac_roman"), "macroman", Encoding("mac-roman", "chosen", 0, ("Größe",))),
        ("a,Größe\n".encode(), "cp1252", Encoding("cp1252", "chosen", 0, ("GrÃ", "ÃŸe"))),
    ],
)
def test_a_persons_word_is_taken_by_any_of_its_names(data: bytes, chosen: str, wanted: Encoding) -> None:
    assert encoding_of(data, chosen) == wanted


@pytest.mark.parametrize(
    ("data", "chosen", "line"),
    [
        (b"a\xff\n", "utf-8", 1),
        (b"a\r\nb\r\n\xff", "utf-8", 3),
        (b"a\rb\r\xff", "utf-8", 3),
        (b"a\n\rb\xff", "utf-8", 3),
        (b"a\nb\x81\n", "cp1252", 2),
        (b"\n" * 99 + b"\x81", "cp1252", 100),
        (b"a\n\x81\n", "cp932", 2),
        (b"a,b\n1,\xe4x", "utf-8", 2),
        (b"a\0\n\0\0\xd8b\0", "utf-16-le", 2),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 1000])
def test_a_word_that_does_not_fit_names_the_line(data: bytes, chosen: str, line: int, size: int) -> None:
    with pytest.raises(DataError) as raised:
        encoding_of(data, chosen, size=size)
    assert (raised.value.message, raised.value.hint) == (
        f"Line {line}: the letters cannot be read as {chosen}.",
        "Choose another encoding, or let it be found automatically.",
    )


def test_an_unknown_encoding_is_answered_with_those_that_are_known() -> None:
    with pytest.raises(ConfigurationError) as raised:
        encoding_of(FEW.encode(), "martian")
    assert raised.value.message == "There is no encoding named “martian”."
    assert raised.value.hint.startswith("Choose one of: utf-8, cp1252, cp1250, ")


SIGNS = {
    "quotes and dashes of Word": "I “like” it – mostly. It’s fine… really",
    "the euro sign": "5 € a month, or 6 €",
    "an apostrophe": "I don’t know",
    "bullets": "• fast\t• cheap",
    "a trade mark": "Excel™ and Jira®",
    "temperatures": "at 21 °C ± 2",
    "no-break blanks": "10\u00a0000 people",
    "quotes beside dashes": "“no”—“yes”",
    "a paragraph": "see § 5 and ¶ 2",
    "an ordinal": "nº 1, 2ª",
}


@pytest.mark.parametrize("text", SIGNS.values(), ids=SIGNS.keys())
def test_signs_without_a_letter_are_those_of_windows(text: str) -> None:
    found = encoding_of(f"ID,Comment\n1,{text}\n2,fine\n".encode("cp1252"))
    assert (found.name, found.how) == ("cp1252", "guessed")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "fine，thanks。 good，really。 so，so。"),
        ("euc-kr", "fine、thanks。 good、really。"),
        ("cp862", "איטי מאוד ויקר"),
    ],
)
def test_signs_of_two_bytes_and_letters_where_windows_has_signs_are_others(encoding: str, text: str) -> None:
    assert encoding_of(f"ID,Comment\n1,{text}\n".encode(encoding)).name != "cp1252"
