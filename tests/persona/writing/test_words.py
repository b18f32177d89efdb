"""Words: languages are told apart, slips are found, stems carry meaning."""

from __future__ import annotations

import pytest

from persona.writing.words import Stemmer, folded, is_negation, language


def test_words_keep_apostrophes_inside_and_leave_marks_out() -> None:
    assert folded("Don’t STOP: it's 5 o'clock!") == ["don't", "stop", "it's", "5", "o'clock"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the best of it is that you can do this with a friend", "en"),
        ("ich habe das nicht mit der App gemacht und es ist gut", "de"),
        ("no me gusta que la app no se abre en el móvil", "es"),
        ("je ne sais pas ce que les gens font dans la vie", "fr"),
        ("eu não sei o que é e não uso o aplicativo com os colegas", "pt"),
        ("error messages", "en"),
    ],
)
def test_language_is_the_one_whose_small_words_stand_there(text: str, code: str) -> None:
    assert language(folded(text)) == code


def test_language_of_a_short_answer_is_the_default() -> None:
    assert language(["gut"], "de") == "de"


@pytest.mark.parametrize(
    ("word", "turns"), [("not", True), ("don't", True), ("keine", True), ("note", False), ("pas", True)]
)
def test_is_negation(word: str, turns: bool) -> None:
    assert is_negation(word) is turns


def test_stemmer_leaves_function_words_out_and_keeps_negations() -> None:
    assert Stemmer().stems(folded("The plans are not working on 3 phones"), "en") == ("plan", "not", "work", "phone")
