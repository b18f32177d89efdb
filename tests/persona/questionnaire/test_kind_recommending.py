"""Whether people would recommend something, asked in many languages: 0 to 10, told by the whole column."""

from __future__ import annotations

import pytest

from persona.questionnaire.models import Scale
from tests.questionnaires import cells, columns, notes, read

ASKED = """
Hvor sandsynligt er det, at du vil anbefale os til en ven?
Na ile prawdopodobne jest, że poleci nas Pan/Pani znajomemu?
Bizi bir arkadaşınıza tavsiye etme olasılığınız nedir?
Kuinka todennäköisesti suosittelisit meitä ystävälle?
この商品を友人に勧める可能性はどのくらいありますか？
Jak pravděpodobné je, že nás doporučíte známým?
Mennyire valószínű, hogy ajánlana minket barátainak?
Πόσο πιθανό είναι να μας συστήσετε σε έναν φίλο;
ما مدى احتمال أن توصي بنا لصديق؟
Cât de probabil este să ne recomandați unui prieten?
Наскільки ймовірно, що ви порадите нас друзям?
你有多大可能向朋友推荐我们？
"""


@pytest.mark.parametrize("question", ASKED.strip().splitlines())
@pytest.mark.parametrize("low", [0, 1, 2])
def test_it_is_a_rating_from_nought_to_ten_whoever_chose_the_lowest(question: str, low: int) -> None:
    given = [str(low), *map(str, (3, 4, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 10))]
    found = read(columns(**{question: cells(*given), "note": notes()}))

    assert (found.questions[0].kind, found.questions[0].scale) == ("rating", Scale(low=0, high=10, higher_is="more"))
    assert found.doubts == ()


@pytest.mark.parametrize("question", ["Q4", "Cik iespējams, ka jūs mūs ieteiksiet?"])
def test_in_words_that_nobody_knows_the_column_tells_it_and_a_person_is_asked(question: str) -> None:
    given = [*map(str, (2, 3, 4, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 10))]
    found = read(columns(**{question: cells(*given), "note": notes()}))

    assert (found.questions[0].kind, found.questions[0].scale and found.questions[0].scale.high) == ("rating", 10)
    assert [(doubt.code, doubt.default) for doubt in found.doubts] == [
        ("kind_codes", "rating"),
        ("scale_direction", "10_is_best"),
    ]


@pytest.mark.parametrize("question", ["How many children do you have?", "Anzahl der Besuche", "Ile razy?"])
def test_counts_of_things_stay_numbers(question: str) -> None:
    found = read(columns(**{question: cells(*map(str, (0, 0, 0, 1, 1, 2, 2, 3, 5, 10))), "note": notes()}))

    assert found.questions[0].kind == "number"
