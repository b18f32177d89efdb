"""One cell as people are shown it, as it is compared, as digits, and as an error of a spreadsheet."""

from __future__ import annotations

import pytest

from persona.questionnaire.values.cells import is_error, plain_digits, shown, spelling_key

SHOWN = {
    "plain": "plain",
    '="0042"': "0042",
    '= " 7 "': "7",
    "'38": "38",
    "'+49 170": "+49 170",
    "'tis": "'tis",
    "a&amp;b": "a&b",
    "a&amp;amp;b": "a&b",
    "<b>x</b>y": "x y",
    "a<br>b": "a\nb",
    "a<BR />b": "a\nb",
    "5 < 6 > 4": "5 < 6 > 4",
    "x_x000D_y": "x\ny",
    "x_x000B_y": "xy",
    "zero\u200bwidth": "zerowidth",
    "soft\u00adhyphen": "softhyphen",
    "\ufeffmark": "mark",
    "a\r\nb\rc": "a\nb\nc",
    "a\u00a0\u2003 b": "a b",
    "  a   b ": "a b",
    "e\u0301": "é",
    "ZÃ¼rich": "Zürich",
    "": "",
}


@pytest.mark.parametrize(("text", "looks"), SHOWN.items(), ids=repr)
def test_a_cell_as_it_is_shown(text: str, looks: str) -> None:
    assert shown(text) == looks
    assert shown(looks) == looks


@pytest.mark.parametrize(
    "spellings",
    [
        ("Yes", "yes", "YES", " yes ", "Yes.", "yes!", "ＹＥＳ", "y\u200bes"),
        ("don't", "don’t", "don`t", "Don´t"),
        ("T-shirt", "T‑shirt", "t–shirt", "T−SHIRT"),
        ("Straße", "STRASSE", "strasse"),
        ("ещё", "еще", "ЕЩЁ"),
        ("کتاب", "كتاب"),
        ("كتـــاب", "كِتَاب", "كتاب"),
        ("café", "cafe\u0301", "CAFÉ"),
        ("ﾃﾚﾋﾞ", "テレビ"),
        ("a\nb", "a b", "A  B"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_spellings_with_one_key(spellings: tuple[str, ...]) -> None:
    assert len({spelling_key(text) for text in spellings}) == 1


APART = [("1.5", "15"), ("Yes", "Yes sir"), ("C", "C++"), ("+", "-"), ("資", "資本"), ("e", "é")]


@pytest.mark.parametrize(("a", "b"), APART)
def test_texts_that_stay_apart(a: str, b: str) -> None:
    assert spelling_key(a) != spelling_key(b)


def test_marks_alone_are_a_spelling_of_their_own() -> None:
    assert [spelling_key(text) for text in ("...", "!", ". ;")] == ["...", "!", ". ;"]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("49", "49"), ("٤٩", "49"), ("۴۹", "49"), ("４９", "49"), ("४९", "49"), ("๔๙", "49"), ("３．５", "3.5"),
        ("٣٫٥", "3.5"), ("١٬٢٠٠", "1'200"), ("٥٠٪", "50%"), ("−5", "-5"), ("‑5", "-5"), ("abc", "abc"),
        ("四十", "四十"),
    ],
)  # fmt: skip
def test_digits_of_any_script(text: str, digits: str) -> None:
    assert plain_digits(text) == digits


ERRORS = "#N/A #n/a #NA #NV #N/D #Н/Д #REF! #ref! #DIV/0! #¡DIV/0! #VALUE! #value! #WERT! #VALOR! #ЗНАЧ! #BEZUG!"
ERRORS += " #NAME? #¿NOMBRE? #NOM? #ИМЯ? #NUM! #NULL! #ZAHL! #BUSY! ### ######## #GETTING_DATA"


@pytest.mark.parametrize("text", ERRORS.split())
def test_an_error_of_a_spreadsheet(text: str) -> None:
    assert is_error(text)
    assert is_error(f" {text} ")


@pytest.mark.parametrize(
    "text",
    ["", "#", "##", "#1", "#1!", "#metoo", "#good!", "#Really?", "#stayhome!", "x#N/A", "N/A", "#N/A to me"],
)
def test_a_word_with_a_hash_is_no_error(text: str) -> None:
    assert not is_error(text)
