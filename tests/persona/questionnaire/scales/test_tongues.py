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
    "Ukrainian, trust": "Зовсім не довіряю|Скоріше не довіряю|Скоріше довіряю|Повністю довіряю",
    "Ukrainian, satisfaction": "Дуже незадоволений|Незадоволений|Нейтрально|Задоволений|Дуже задоволений",
    "Ukrainian, frequency": "Ніколи|Рідко|Іноді|Часто|Завжди",
    "Hebrew, satisfaction": "מאוד לא מרוצה|לא מרוצה|מרוצה|מרוצה מאוד",
    "Hebrew, agreement": "בכלל לא מסכים|לא מסכים|ניטרלי|מסכים|מסכים מאוד",
    "Vietnamese, agreement": "Hoàn toàn không đồng ý|Không đồng ý|Bình thường|Đồng ý|Hoàn toàn đồng ý",
    "Vietnamese, satisfaction": "Rất không hài lòng|Không hài lòng|Bình thường|Hài lòng|Rất hài lòng",
    "Hindi, agreement": "बिल्कुल असहमत|असहमत|तटस्थ|सहमत|पूरी तरह सहमत",
    "Hindi, satisfaction": "बहुत असंतुष्ट|असंतुष्ट|तटस्थ|संतुष्ट|बहुत संतुष्ट",
    "Greek, agreement": "Διαφωνώ απόλυτα|Διαφωνώ|Ούτε συμφωνώ ούτε διαφωνώ|Συμφωνώ|Συμφωνώ απόλυτα",
    "Greek, amount": "Καθόλου|Λίγο|Μέτρια|Πολύ|Πάρα πολύ",
    "Hungarian, agreement": "Egyáltalán nem értek egyet|Inkább nem értek egyet|Inkább egyetértek|Teljesen egyetértek",
    "Hungarian, satisfaction": "Nagyon elégedetlen|Elégedetlen|Semleges|Elégedett|Nagyon elégedett",
    "Indonesian, agreement": "Sangat tidak setuju|Tidak setuju|Netral|Setuju|Sangat setuju",
    "Indonesian, satisfaction": "Tidak puas|Kurang puas|Cukup puas|Sangat puas",
    "Romanian, satisfaction": "Foarte nemulțumit|Nemulțumit|Neutru|Mulțumit|Foarte mulțumit",
    "Thai, amount": "น้อยที่สุด|น้อย|ปานกลาง|มาก|มากที่สุด",
    "Thai, agreement": "ไม่เห็นด้วยอย่างยิ่ง|ไม่เห็นด้วย|ไม่แน่ใจ|เห็นด้วย|เห็นด้วยอย่างยิ่ง",
    "French, favour": "Défavorable|Plutôt défavorable|Plutôt favorable|Favorable",
    "Bulgarian, agreement": "Напълно несъгласен|Несъгласен|Съгласен|Напълно съгласен",
    "Croatian, agreement": "Uopće ne slažem se|Ne slažem se|Slažem se|Potpuno se slažem",
    "Slovak, agreement": "Vôbec nesúhlasím|Nesúhlasím|Súhlasím|Úplne súhlasím",
    "Hungarian, frequency": "Soha|Ritkán|Néha|Gyakran|Mindig",
    "Indonesian, frequency": "Tidak pernah|Jarang|Kadang-kadang|Sering|Selalu",
    "German, trust": "gar kein Vertrauen|wenig|etwas|großes Vertrauen",
    "German, health": "schlecht|weniger gut|zufriedenstellend|gut|sehr gut",
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
