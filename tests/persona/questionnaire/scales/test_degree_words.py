"""The words of degree: whole scales as people are offered them, lowest first, and tables that hold no word twice."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.degree_words import DEGREES, LONGEST_PHRASE, Degree, Role
from persona.questionnaire.scales.places import place
from persona.questionnaire.scales.words import WordScale, order_words
from persona.questionnaire.values.cells import spelling_key

SCALES = """
ar: غير راض للغاية | غير راض | محايد | راض | راض للغاية
ar: أبدا | نادرا | أحيانا | غالبا | دائما
ar: لا أوافق بشدة | لا أوافق | محايد | أوافق | أوافق بشدة
ar: سيئ جدا | سيئ | مقبول | جيد | جيد جدا | ممتاز
ko: 매우 불만족 | 불만족 | 보통 | 만족 | 매우 만족
ko: 전혀 그렇지 않다 | 그렇지 않다 | 보통이다 | 그렇다 | 매우 그렇다
ja: 非常に不満 | 不満 | どちらともいえない | 満足 | 非常に満足
ja: 全くない | めったにない | たまに | 時々 | よく | いつも
ja: 全くそう思わない | あまりそう思わない | どちらともいえない | ややそう思う | とてもそう思う
ja: とても悪い | 悪い | 普通 | 良い | とても良い
zh: 非常不满意 | 不满意 | 一般 | 满意 | 非常满意
zh: 从不 | 很少 | 偶尔 | 有时 | 经常 | 总是
zh: 非常不同意 | 不同意 | 中立 | 同意 | 非常同意
zh: 很差 | 差 | 一般 | 好 | 很好
zh-Hant: 從不 | 偶爾 | 有時 | 經常 | 總是
bg: Никога | Рядко | Понякога | Често | Винаги
hr: Nikada | Rijetko | Ponekad | Često | Uvijek
hr: Vrlo nezadovoljan | Nezadovoljan | Neutralno | Zadovoljan | Vrlo zadovoljan
sk: Nikdy | Zriedka | Niekedy | Často | Vždy
sk: Veľmi nespokojný | Nespokojný | Neutrálne | Spokojný | Veľmi spokojný
cs: Nikdy | Zřídka | Někdy | Často | Vždy
cs: Velmi nespokojen | Nespokojen | Průměrně | Spokojen | Velmi spokojen
ro: Niciodată | Rareori | Uneori | Adesea | Întotdeauna
ro: Dezacord total | Dezacord | Neutru | De acord | Total de acord
el: Ποτέ | Σπάνια | Μερικές φορές | Συχνά | Πάντα
he: אף פעם | לעיתים רחוקות | לפעמים | לעיתים קרובות | תמיד
hi: कभी नहीं | शायद ही कभी | कभी-कभी | अक्सर | हमेशा
vi: Không bao giờ | Hiếm khi | Thỉnh thoảng | Thường xuyên | Luôn luôn
th: ไม่เคย | นานๆ ครั้ง | บางครั้ง | บ่อยครั้ง | เสมอ
th: ไม่พอใจ | ปานกลาง | พอใจ | พอใจมาก
sv: Mycket dåligt | Dåligt | Varken eller | Bra | Mycket bra
sv: Instämmer inte alls | Instämmer inte | Varken eller | Instämmer | Instämmer helt
da: Aldrig | Sjældent | Nogle gange | Ofte | Altid
da: Slet ikke vigtigt | Lidt vigtigt | Vigtigt | Meget vigtigt
no: Veldig dårlig | Dårlig | Verken eller | Godt | Veldig godt
no: Svært misfornøyd | Misfornøyd | Verken eller | Fornøyd | Svært fornøyd
fi: Erittäin huono | Huono | Keskinkertainen | Hyvä | Erittäin hyvä
fi: Erittäin tyytymätön | Tyytymätön | Neutraali | Tyytyväinen | Erittäin tyytyväinen
pl: Bardzo źle | Źle | Przeciętnie | Dobrze | Bardzo dobrze
pl: Nigdy | Prawie nigdy | Czasem | Często | Prawie zawsze | Zawsze
ru: Никогда | Почти никогда | Иногда | Часто | Почти всегда | Всегда
ru: Очень плохо | Плохо | Нормально | Хорошо | Отлично
uk: Повністю не згоден | Не згоден | Нейтрально | Згоден | Повністю згоден
tr: Hiç memnun değilim | Memnun değilim | Kararsızım | Memnunum | Çok memnunum
tr: Çok kötü | Kötü | Orta | İyi | Çok iyi
hu: Nagyon rossz | Rossz | Közepes | Jó | Nagyon jó
id: Sangat buruk | Buruk | Biasa saja | Baik | Sangat baik
pt: Nunca | Raramente | Às vezes | Frequentemente | Sempre
pt: Discordo totalmente | Discordo | Nem concordo nem discordo | Concordo | Concordo totalmente
pt: Muito insatisfeito | Insatisfeito | Indiferente | Satisfeito | Muito satisfeito
it: Mai | Raramente | A volte | Spesso | Sempre
it: Quasi mai | Qualche volta | Spesso | Quasi sempre
nl: Nooit | Zelden | Soms | Vaak | Altijd
nl: Helemaal mee oneens | Mee oneens | Neutraal | Mee eens | Helemaal mee eens
fr: Jamais | Rarement | Parfois | Souvent | Toujours
fr: Pas du tout d'accord | Plutôt pas d'accord | Plutôt d'accord | Tout à fait d'accord
es: Totalmente en desacuerdo | En desacuerdo | De acuerdo | Totalmente de acuerdo
es: Muy difícil | Difícil | Regular | Fácil | Muy fácil
en: Almost never | Rarely | Sometimes | Usually | Almost always
en: Not at all true | Slightly true | Moderately true | Very true | Completely true
no: Svært misfornøyd | Misfornøyd | Nøytral | Fornøyd | Svært fornøyd
cs: Rozhodně nesouhlasím | Nesouhlasím | Neutrální | Souhlasím | Rozhodně souhlasím
pl: Bardzo niezadowolony | Niezadowolony | Neutralnie | Zadowolony | Bardzo zadowolony
tr: KESİNLİKLE KATILMIYORUM | KATILMIYORUM | KARARSIZIM | KATILIYORUM | KESİNLİKLE KATILIYORUM
"""


@pytest.mark.parametrize("line", SCALES.strip().splitlines())
def test_a_scale_is_put_in_its_order_whatever_order_its_answers_come_in(line: str) -> None:
    words = tuple(word.strip() for word in line.partition(": ")[2].split(" | "))
    found = order_words(dict.fromkeys(reversed(words), 5))

    assert found == WordScale(words, {word: at for at, word in enumerate(words, 1)})


@pytest.mark.parametrize(
    ("word", "degree"),
    [
        ("very", Degree(Role.DEGREE, 0.85)),
        ("not at all", Degree(Role.NOT, -1)),
        ("agree", Degree(Role.POLE, 0.7)),
        ("never", Degree(Role.AMOUNT, 0)),
        ("neutral", Degree(Role.MIDDLE, 0)),
        ("hicbir zaman", None),
        ("çok", Degree(Role.DEGREE, 0.85)),
        ("มากที่สุด", Degree(Role.POLE, 1)),
        ("κάπως", Degree(Role.DEGREE, 0.45)),
    ],
)
def test_what_a_word_does_to_an_answer(word: str, degree: Degree | None) -> None:
    assert DEGREES.get(spelling_key(word)) == degree


def test_every_word_has_a_place_between_the_ends() -> None:
    allowed = {Role.DEGREE: (0, 1), Role.NOT: (-1, 0), Role.POLE: (-1, 1), Role.AMOUNT: (0, 1), Role.MIDDLE: (0, 0)}
    wrong = [word for word, (role, value) in DEGREES.items() if not allowed[role][0] <= value <= allowed[role][1]]

    assert wrong == []
    assert max(len(word.split()) for word in DEGREES) == LONGEST_PHRASE


@pytest.mark.parametrize(
    ("capitals", "plain"),
    [
        ("İYİ", "iyi"),
        ("KATILMIYORUM", "katılmıyorum"),
        ("ΣΥΜΦΩΝΏ", "συμφωνώ"),
        ("ХОРОШО", "хорошо"),
        ("TRÈS BON", "très bon"),
    ],
)
def test_capitals_of_any_script_are_the_same_word(capitals: str, plain: str) -> None:
    assert place(capitals) == place(plain)
    assert place(plain).graded
