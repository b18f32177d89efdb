"""Signs and encodings are written down once, and every name of one is real."""

from __future__ import annotations

import codecs
from typing import get_args

import pytest

from experiments.api.schemas import DialectIn
from experiments.forms import DialectForm
from persona.dialects import DELIMITERS, ENCODINGS, EncodingId, delimiter_word, encoding_word
from persona.reading.options import DialectChoice

OFFERED = [name for name, about in ENCODINGS.items() if about.is_offered]


def test_types_and_registry_offer_the_same_encodings() -> None:
    assert tuple(OFFERED) == get_args(EncodingId)


def test_every_encoding_is_known_to_python_once_and_has_a_label_of_its_own() -> None:
    assert len({codecs.lookup(name).name for name in ENCODINGS}) == len(ENCODINGS)
    assert len({about.label for about in ENCODINGS.values()}) == len(ENCODINGS)


def test_page_and_api_offer_the_same_encodings() -> None:
    menu = [value for value, _ in DialectForm().fields["encoding"].choices if value]  # type: ignore[attr-defined]

    assert menu == OFFERED
    assert DialectIn.model_json_schema()["properties"]["encoding"]["anyOf"][0]["enum"] == OFFERED


@pytest.mark.parametrize("sign", [sign for sign, about in DELIMITERS.items() if about.is_offered])
def test_a_sign_comes_back_from_the_page_as_it_went(sign: str) -> None:
    shown = DialectForm.of({"delimiter": sign})
    form = DialectForm({"delimiter": shown.initial["delimiter"], "encoding": "", "header": ""})

    assert form.is_valid(), form.errors
    assert form.dialect() == DialectChoice(delimiter=sign)


@pytest.mark.parametrize(
    ("name", "word"),
    [("cp1252", "Windows (Western Europe)"), ("mac-roman", "Mac (Western Europe)"), ("koi7", "KOI7")],
)
def test_an_encoding_has_its_name_for_people(name: str, word: str) -> None:
    assert encoding_word(name) == word


def test_a_sign_without_a_name_stands_for_itself() -> None:
    assert [delimiter_word(sign) for sign in ("\t", "|", ":")] == ["tab", "vertical bar", ":"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("UTF8", "UTF-8"),
        ("utf_8", "UTF-8"),
        ("shift_jis", "SHIFT_JIS"),
        ("ms932", "Japanese (Shift JIS)"),
        ("windows-1251", "Windows (Cyrillic)"),
        ("latin1", "ISO 8859-1 (Western Europe)"),
        ("no such thing", "NO SUCH THING"),
        ("", ""),
    ],
)
def test_other_names_of_an_encoding_lead_to_its_word(name: str, word: str) -> None:
    assert encoding_word(name) == word


@pytest.mark.parametrize("name", ENCODINGS)
def test_plain_letters_come_back_from_every_encoding(name: str) -> None:
    assert "id,age\r\n1,34".encode(name).decode(name) == "id,age\r\n1,34"


@pytest.mark.parametrize(
    ("name", "text"),
    [("cp1252", "Größe €"), ("cp1250", "łódź"), ("cp1251", "ответ"), ("iso8859-15", "œuvre €"), ("mac_roman", "naïve"),
     ("cp932", "回答"), ("gb18030", "回答"), ("koi8-u", "їжа"), ("cp852", "žluťoučký"), ("cp1257", "žąsis")],
)  # fmt: skip
def test_letters_of_its_languages_come_back(name: str, text: str) -> None:
    assert text.encode(name).decode(name) == text


def test_signs_are_tried_from_the_most_usual_on() -> None:
    assert [(sign, about.name, about.is_offered) for sign, about in DELIMITERS.items()] == [
        (",", "comma", True),
        (";", "semicolon", True),
        ("\t", "tab", True),
        ("|", "vertical bar", True),
        ("^", "caret", False),
        ("~", "tilde", False),
        ("\x1f", "unit separator", False),
    ]
