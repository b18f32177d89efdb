from __future__ import annotations

import pytest

from persona.text.languages import language_of, main_language


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
    ],
)
def test_language_of_an_answer(text: str, language: str) -> None:
    assert language_of(text) == language


def test_the_main_language_is_that_of_most_answers() -> None:
    assert main_language(["42", "I like it", "it is the best", "das ist nicht gut"]) == "en"
    assert main_language(["42", ""]) == ""
