from __future__ import annotations

import pytest

from persona.text.words import as_written, word_count, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Don’t stop: it's 3 km_long!", ["don't", "stop", "it's", "3", "km", "long"]),
        ("毎朝走る", ["毎朝", "朝走", "走る"]),
        ("水", ["水"]),
        ("Über uns – ÉTÉ", ["über", "uns", "été"]),
        ("… !", []),
    ],
)
def test_words_of_any_script(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(("text", "count"), [("two words", 2), ("毎朝走る人", 3), ("R言語 only", 3), ("", 0)])
def test_words_are_counted_by_script(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("word", "texts", "written"),
    [
        ("preis", ["Preis ist hoch", "der Preis", "den preis und Preis"], "Preis"),
        ("parking", ["Parking is bad", "no parking", "Parking!"], "parking"),  # a capital begins a sentence
        ("parking", ["Bad. Parking is full"], "Parking"),
        ("don't", ["they DON’T", "we don’t", "I don’t"], "don’t"),
        ("料金", ["料金が高い"], "料金"),  # a pair of letters is no word that stands apart
        ("gone", ["nothing of it"], "gone"),
    ],
)
def test_a_word_is_shown_as_most_people_write_it(word: str, texts: list[str], written: str) -> None:
    assert as_written(word, texts) == written
