"""Scales of agreement, satisfaction and frequency in other languages: in order, and up is more."""

from __future__ import annotations

import pytest

from tests.questionnaires import cells, columns, notes, read

SCALES = {
    "Polish, agreement": "Zdecydowanie nie|Raczej nie|Ani tak, ani nie|Raczej tak|Zdecydowanie tak",
    "Polish, satisfaction": "Bardzo niezadowolony|Niezadowolony|Średnio|Zadowolony|Bardzo zadowolony",
    "Polish, frequency": "Nigdy|Rzadko|Czasami|Często|Zawsze",
    "Czech, agreement": "Rozhodně nesouhlasím|Spíše nesouhlasím|Spíše souhlasím|Rozhodně souhlasím",
    "Czech, yes and no": "Rozhodně ne|Spíše ne|Spíše ano|Rozhodně ano",
    "Russian, agreement": "Полностью не согласен|Скорее не согласен|Нейтрально|Скорее согласен|Полностью согласен",
    "Russian, satisfaction": "Очень недоволен|Недоволен|Средне|Доволен|Очень доволен",
    "Russian, frequency": "Никогда|Редко|Иногда|Часто|Всегда",
    "Turkish, agreement": "Kesinlikle katılmıyorum|Katılmıyorum|Kararsızım|Katılıyorum|Kesinlikle katılıyorum",
    "Turkish, frequency": "Hiçbir zaman|Nadiren|Bazen|Sık sık|Her zaman",
    "Danish, agreement": "Helt uenig|Delvis uenig|Hverken eller|Delvis enig|Helt enig",
    "Danish, satisfaction": "Meget utilfreds|Utilfreds|Hverken tilfreds eller utilfreds|Tilfreds|Meget tilfreds",
    "Norwegian, frequency": "Aldri|Sjelden|Av og til|Ofte|Alltid",
    "German, frequency": "nie|selten|manchmal|oft|immer",
}


@pytest.mark.parametrize("name", SCALES)
def test_words_are_places_in_order(name: str) -> None:
    words = SCALES[name].split("|")
    found = read(columns(mood=cells(*words[::2], *words[1::2]), note=notes())).questions[0]

    assert (found.kind, found.scale and (found.scale.words, found.scale.higher_is)) == (
        "rating",
        (tuple(words), "more"),
    )


def test_hard_to_say_is_no_side() -> None:
    words = ["Zdecydowanie się nie zgadzam", "Raczej się nie zgadzam", "Raczej się zgadzam", "Zdecydowanie się zgadzam"]
    found = read(columns(mood=cells(*words, "Trudno powiedzieć"), note=notes())).questions[0]

    assert found.scale is not None
    assert (found.scale.words, [o.label for o in found.options if o.no_opinion]) == (
        tuple(words),
        ["Trudno powiedzieć"],
    )
