"""Words: languages are told apart, slips are found, stems carry meaning."""

from __future__ import annotations

import pytest

from persona.writing.words import Spelling, Stemmer, folded, is_negation, language, words


def test_words_keep_apostrophes_inside_and_leave_marks_out() -> None:
    assert words("Don’t stop: it's 5 o'clock!") == ["Don’t", "stop", "it's", "5", "o'clock"]
    assert folded("Don’t STOP") == ["don't", "stop"]


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


class TestSpelling:
    spelling = Spelling({"overview": 20, "needs": 15, "planner": 12, "overveiw": 1, "plannr": 1, "need": 9, "home": 8})

    @pytest.mark.parametrize(
        ("word", "meant"),
        [
            ("overveiw", "overview"),  # two letters swapped
            ("plannr", "planner"),  # one left out
            ("hmoe", "home"),  # short words only when letters are swapped
            ("planners", "planners"),  # an ending is grammar
            ("need", "need"),  # frequent itself
            ("orchestra", "orchestra"),  # rare, but near nothing
        ],
    )
    def test_corrects_slips_inside_words_only(self, word: str, meant: str) -> None:
        assert self.spelling.correct(word) == meant

    def test_is_slip(self) -> None:
        assert self.spelling.is_slip("overveiw")
        assert not self.spelling.is_slip("overview")


def test_stemmer_leaves_function_words_out_and_keeps_negations() -> None:
    assert Stemmer().stems(folded("The plans are not working on 3 phones"), "en") == ("plan", "not", "work", "phone")


def test_stemmer_reads_a_slip_as_what_was_meant() -> None:
    spelling = Spelling({"overview": 20})
    assert Stemmer(spelling).stems(["overveiw"], "en") == Stemmer().stems(["overview"], "en")
