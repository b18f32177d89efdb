from __future__ import annotations

import pytest

from persona.text.languages import html_attributes, language_of, languages, main_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I would like the buses to run on time", "en"),
        ("Ich komme wegen der Baustelle nicht pünktlich", "de"),
        ("Je n'ai pas le temps de lire", "fr"),
        ("No tengo tiempo para estudiar por la noche", "es"),
        ("Não tenho tempo para isso", "pt"),
        ("De bus is nooit op tijd en dat is vervelend", "nl"),
        ("通知が多すぎる", "ja"),
        ("排队时间太长", "zh"),
        ("Очень долго ждать", "ru"),
        ("Kubernetes", ""),
        ("42", ""),
        ("", ""),
        ("…!", ""),
        ("日本語です", "ja"),
        ("漢字", "zh"),  # without kana
        ("한국어", "ko"),
        ("ภาษาไทย", "th"),
        ("العربية", "ar"),
        ("ελληνικά", "el"),
        ("עברית", "he"),
        ("हिन्दी", "hi"),
        ("ქართული", ""),  # a script that is not known
        ("Ünal", ""),
        ("漢字 and more words in English", "en"),  # the script of most letters
        ("the der", ""),  # as much of one as of the other
        ("Ich und the", "de"),
        ("x" * 400 + " der die das und ich", ""),  # what stands far behind is not read
    ],
)
def test_language_of_an_answer(text: str, language: str) -> None:
    assert language_of(text) == language


def test_the_main_language_is_that_of_most_answers() -> None:
    assert main_language(["42", "I like it", "it is the best", "das ist nicht gut"]) == "en"
    assert main_language(["42", ""]) == ""
    assert main_language([]) == ""
    assert main_language(["the and it", "und ich das"]) == "de"  # of as many, the first by its letters


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("Das dauert mir zu lange", ' lang="de" dir="auto"'),
        ("هذا جيد جدا", ' lang="ar" dir="auto"'),
        ("Das ist", ' dir="auto"'),  # two words are in many languages
        ("Kubernetes Docker Helm", ' dir="auto"'),
        ("", ' dir="auto"'),
    ],
)
def test_peoples_words_are_marked_with_their_language(text: str, attributes: str) -> None:
    assert html_attributes(text) == attributes


@pytest.mark.parametrize("code", languages())
def test_each_language_has_words_of_every_sort(code: str) -> None:
    spoken = languages()[code]

    assert all(spoken)
    assert spoken.contrast <= spoken.joins
