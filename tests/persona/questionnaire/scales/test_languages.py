"""Scales in words as questionnaires offer them, in sixteen languages; and answers that only look like a scale."""

from __future__ import annotations

import random

import pytest

from persona.questionnaire.scales.words import order_words

SCALES = """
de: Gar nicht wichtig | Wenig wichtig | Teils/teils | Ziemlich wichtig | Sehr wichtig
de: Lehne voll und ganz ab | Lehne eher ab | Weder noch | Stimme eher zu | Stimme voll und ganz zu
de: überhaupt nicht | ein wenig | mittelmäßig | ziemlich | sehr
de: Sehr schlecht | Schlecht | Mittelmäßig | Gut | Sehr gut
de: niemals | selten | gelegentlich | häufig | immer
de: auf keinen Fall | eher nicht | vielleicht | eher ja | auf jeden Fall
de: Sehr unwahrscheinlich | Unwahrscheinlich | Weder noch | Wahrscheinlich | Sehr wahrscheinlich
de: zu klein | genau richtig | zu groß
en: Extremely dissatisfied | Somewhat dissatisfied | Neutral | Somewhat satisfied | Extremely satisfied
en: Not familiar at all | Slightly familiar | Somewhat familiar | Very familiar | Extremely familiar
en: Definitely not | Probably not | Might or might not | Probably yes | Definitely yes
en: Terrible | Poor | Average | Good | Excellent
en: Much worse | Somewhat worse | About the same | Somewhat better | Much better
en: A great deal worse | Worse | Same | Better | A great deal better
en: Extremely difficult | Somewhat difficult | Neither easy nor difficult | Somewhat easy | Extremely easy
en: Low priority | Medium priority | High priority | Essential
en: Far below average | Somewhat below average | Average | Somewhat above average | Far above average
en: Far short of expectations | Short of expectations | Equals expectations | Exceeds expectations
en: None of the time | Some of the time | Most of the time | All of the time
en: Less than once a month | Once a month | 2-3 times a month | Once a week | Daily
en: Decreased a lot | Decreased | Stayed the same | Increased | Increased a lot
en: No trust | Little trust | Some trust | A lot of trust | Complete trust
fr: Pas du tout satisfait | Peu satisfait | Assez satisfait | Très satisfait
fr: Pas du tout important | Peu important | Important | Très important
fr: Très mauvais | Mauvais | Moyen | Bon | Très bon | Excellent
fr: Très difficile | Difficile | Ni facile ni difficile | Facile | Très facile
fr: Certainement pas | Probablement pas | Peut-être | Probablement | Certainement
es: Muy insatisfecho | Insatisfecho | Neutral | Satisfecho | Muy satisfecho
es: Nunca | Rara vez | Algunas veces | Casi siempre | Siempre
es: Nunca | Pocas veces | A veces | Muchas veces | Siempre
es: Muy malo | Malo | Regular | Bueno | Muy bueno
es: Nada probable | Poco probable | Probable | Muy probable
it: Per niente soddisfatto | Poco soddisfatto | Abbastanza soddisfatto | Molto soddisfatto
it: Pessimo | Scarso | Sufficiente | Buono | Ottimo
it: Totalmente in disaccordo | In disaccordo | Né d'accordo né in disaccordo | D'accordo | Totalmente d'accordo
nl: Zeer ontevreden | Ontevreden | Neutraal | Tevreden | Zeer tevreden
nl: Helemaal niet belangrijk | Niet belangrijk | Neutraal | Belangrijk | Heel belangrijk
nl: Slecht | Matig | Voldoende | Goed | Uitstekend
sv: Instämmer inte alls | Instämmer delvis | Instämmer helt
sv: Aldrig | Sällan | Ibland | Ofta | Alltid
sv: Mycket missnöjd | Missnöjd | Varken eller | Nöjd | Mycket nöjd
da: Meget utilfreds | Utilfreds | Hverken eller | Tilfreds | Meget tilfreds
no: Helt uenig | Litt uenig | Verken enig eller uenig | Litt enig | Helt enig
fi: Täysin eri mieltä | Jokseenkin eri mieltä | Jokseenkin samaa mieltä | Täysin samaa mieltä
fi: Ei koskaan | Harvoin | Joskus | Usein | Aina
pl: Zdecydowanie się nie zgadzam | Nie zgadzam się | Zgadzam się | Zdecydowanie się zgadzam
pl: Bardzo niezadowolony | Niezadowolony | Ani tak, ani nie | Zadowolony | Bardzo zadowolony
cs: Rozhodně nesouhlasím | Spíše nesouhlasím | Spíše souhlasím | Rozhodně souhlasím
pt: Muito ruim | Ruim | Regular | Bom | Muito bom
pt: Discordo totalmente | Discordo | Não concordo nem discordo | Concordo | Concordo totalmente
pt: Nada satisfeito | Pouco satisfeito | Satisfeito | Muito satisfeito
pt: Nunca | Poucas vezes | Algumas vezes | Muitas vezes | Sempre
ru: Совершенно не согласен | Скорее не согласен | Скорее согласен | Полностью согласен
ru: Очень плохо | Плохо | Удовлетворительно | Хорошо | Отлично
ru: Совсем не важно | Не очень важно | Важно | Очень важно
tr: Kesinlikle katılmıyorum | Katılmıyorum | Kararsızım | Katılıyorum | Kesinlikle katılıyorum
ar: لا أوافق بشدة | لا أوافق | محايد | أوافق | أوافق بشدة
ar: أبدًا | نادرًا | أحيانًا | غالبًا | دائمًا
ar: أبدا | نادرا | أحيانا | غالبا | دائما
ar: غير راض تماما | غير راض | محايد | راض | راض تماما
ko: 매우 불만족 | 불만족 | 보통 | 만족 | 매우 만족
ko: 가끔 | 자주 | 항상
ja: まったくない | あまりない | ときどき | よくある | いつも
ja: 全く重要でない | あまり重要でない | どちらともいえない | やや重要 | とても重要
ja: そう思わない | ややそう思わない | どちらでもない | ややそう思う | そう思う
ja: 悪い | やや悪い | 普通 | やや良い | 良い
zh: 非常不满意 | 不满意 | 一般 | 满意 | 非常满意
zh: 完全不同意 | 比较不同意 | 中立 | 比较同意 | 完全同意
zh: 從不 | 很少 | 有時 | 經常 | 總是
zh: 非常不重要 | 不重要 | 一般 | 重要 | 非常重要
zh: 很差 | 差 | 一般 | 好 | 很好
"""


@pytest.mark.parametrize("line", SCALES.strip().splitlines())
def test_answers_stand_from_least_to_most(line: str) -> None:
    words = line.split(": ", 1)[1].split(" | ")
    mixed = random.Random(4).sample(words, len(words))
    found = order_words(dict.fromkeys(mixed, 5))

    assert found is not None
    assert (list(found.words), found.outside, found.higher_is) == (words, (), "more")
    assert found.places == {word: at for at, word in enumerate(words, 1)}


NO_SCALES = """
Same day | Next day | 2-3 days | Later
Never married | Married | Divorced | Widowed
Full time | Part time | Not working
Low fat | Fat free | Whole milk | Oat milk
Blue | Dark blue | Light blue | Green
Less than $10 | $10 to $20 | More than $20
Alone | With friends | With family | Never go
Very good coffee | Good tea | Bad water
Ganztags | Halbtags | Gar nicht
Mann | Frau | Divers
Stadt | Land | Dorf
Ja, sehr gern | Nein | Weiß nicht
Oui | Non | Peut-être
Sí | No | Tal vez
Tak | Nie | Nie wiem
Да | Нет | Не знаю
نعم | لا | لا أعرف
네 | 아니요 | 모르겠다
是 | 否 | 不知道
はい | いいえ | どちらでもない
Email | Phone | Post | None
Apple | Samsung | Huawei | No phone
1-10 | 11-50 | 51-200 | 200+
Bachelor | Master | PhD | None of these
Car | Bus | Train | Mostly walking
Current customer | Former customer | Never a customer
Good morning | Good evening | Good night
Big city | Small town | Village
Long hair | Short hair | Bald
Agree with A | Agree with B | Agree with neither
Too much sugar | Too little salt | Just right
Windows only | Mostly Windows | Mostly Mac | Mac only
"""


@pytest.mark.parametrize("line", NO_SCALES.strip().splitlines())
def test_answers_that_share_words_of_degree_are_no_scale(line: str) -> None:
    assert order_words(dict.fromkeys(line.split(" | "), 5)) is None


@pytest.mark.parametrize(
    ("given", "words", "outside"),
    [
        ("Agree|Neutral|Disagree|Prefer not to say", "Disagree|Neutral|Agree", ""),
        ("Zufrieden|Teils teils|Unzufrieden|Ich war nicht dort", "Unzufrieden|Teils teils|Zufrieden",
         "Ich war nicht dort"),
        ("Raczej tak|Raczej nie|Zdecydowanie tak|Zdecydowanie nie|Trudno powiedzieć",
         "Zdecydowanie nie|Raczej nie|Raczej tak|Zdecydowanie tak", ""),
        ("Always|Often|Never|Don't know", "Never|Often|Always", ""),
        ("非常满意|满意|不满意|不知道", "不满意|满意|非常满意", ""),
        ("أوافق بشدة|أوافق|لا أوافق|لا أعرف", "لا أوافق|أوافق|أوافق بشدة", ""),
        ("Très satisfait|Satisfait|Insatisfait|Ne se prononce pas", "Insatisfait|Satisfait|Très satisfait", ""),
    ],
)  # fmt: skip
def test_what_takes_no_side_has_no_place(given: str, words: str, outside: str) -> None:
    found = order_words(dict.fromkeys(given.split("|"), 6))

    assert found is not None
    assert (found.words, found.outside) == (tuple(words.split("|")), tuple(filter(None, [outside])))
