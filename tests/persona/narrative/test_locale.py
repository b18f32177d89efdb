"""Every language has the same sentences with the same places to fill."""

from __future__ import annotations

import re

import pytest

from persona.kinds import KINDS
from persona.narrative.locale import codes, locale
from persona.writing.phrasebooks import PHRASEBOOKS

PLACES = r"{(\w+)}"


def test_the_languages_are_those_of_the_files() -> None:
    assert codes() == ["de", "en", "es", "fr", "ja", "pt"]
    assert set(PHRASEBOOKS) <= set(codes())


@pytest.mark.parametrize("code", codes())
def test_a_language_has_the_same_places_to_fill_as_english(code: str) -> None:
    english, here = locale("en").model_dump(), locale(code).model_dump()

    assert {name: set(re.findall(PLACES, text)) for name, text in here.items()} == {
        name: set(re.findall(PLACES, text)) for name, text in english.items()
    }


@pytest.mark.parametrize("code", codes())
def test_no_sentence_is_empty_or_left_in_english(code: str) -> None:
    english = locale("en").model_dump()
    told = {name: text for name, text in locale(code).model_dump().items() if text != english[name]}

    assert all(re.sub(PLACES, "", text).strip() for text in told.values())
    same = set(english) - set(told)
    assert same <= {"both", "phrased", "answer", "no"} or code == "en"


@pytest.mark.parametrize("code", codes())
def test_every_kind_of_statement_has_its_sentence(code: str) -> None:
    sentences = [locale(code).of(kind) for kind in KINDS]

    assert len(set(sentences)) == len(KINDS)
    assert all(sentence.endswith(("{said}.", "{said}。")) for sentence in sentences)


def test_a_kind_without_words_stands_alone() -> None:
    assert locale("en").of("ritual") == "{said}."  # type: ignore[arg-type]


def test_a_language_without_a_file_is_told_in_english() -> None:
    assert locale("xx") == locale("en")


def test_all_that_comes_before_a_colon_has_its_space_in_french_alone() -> None:
    wide = {code for code in codes() for text in locale(code).model_dump().values() if " :" in text}
    assert wide == {"fr"}
