"""How many of the last days: the answers of screening questionnaires, in the languages that they have."""

from __future__ import annotations

import pytest

from persona.questionnaire.protected import category
from persona.questionnaire.scales import order_words
from persona.questionnaire.scales.screening import order_days

DAYS = """
Not at all|Several days|More than half the days|Nearly every day
Überhaupt nicht|An einzelnen Tagen|An mehr als der Hälfte der Tage|Beinahe jeden Tag
Jamais|Plusieurs jours|Plus de la moitié du temps|Presque tous les jours
Pas du tout|Plusieurs jours|Plus de la moitié des jours|Presque tous les jours
Ningún día|Varios días|Más de la mitad de los días|Casi todos los días
Para nada|Varios días|Más de la mitad de los días|Casi cada día
Mai|Alcuni giorni|Per oltre la metà del tempo|Quasi ogni giorno
Per niente|Diversi giorni|Più della metà dei giorni|Quasi tutti i giorni
Nenhuma vez|Vários dias|Mais da metade dos dias|Quase todos os dias
De modo nenhum|Em vários dias|Em mais de metade dos dias|Em quase todos os dias
Helemaal niet|Verscheidene dagen|Meer dan de helft van de dagen|Bijna elke dag
Nooit|Meerdere dagen|Meer dan de helft van de dagen|Bijna iedere dag
Inte alls|Flera dagar|Mer än hälften av dagarna|Nästan varje dag
Slet ikke|Flere dage|Mere end halvdelen af dagene|Næsten hver dag
Ikke i det hele tatt|Noen dager|Mer enn halvparten av dagene|Nesten hver dag
Ei lainkaan|Useina päivinä|Suurimpana osana päivistä|Lähes joka päivä
Wcale nie dokuczały|Kilka dni|Więcej niż połowę dni|Niemal codziennie
Wcale|Przez kilka dni|Przez ponad połowę dni|Prawie codziennie
Vůbec ne|Několik dní|Více než polovinu dnů|Téměř každý den
Vôbec nie|Niekoľko dní|Viac ako polovicu dní|Takmer každý deň
Egyáltalán nem|Néhány nap|A napok több mint felében|Majdnem minden nap
Deloc|Câteva zile|Mai mult de jumătate din zile|Aproape în fiecare zi
Изобщо не|Няколко дни|Повече от половината дни|Почти всеки ден
Ни разу|Несколько дней|Более половины времени|Почти каждый день
Совсем нет|Несколько дней|Больше половины дней|Почти каждый день
Зовсім ні|Декілька днів|Більше половини днів|Майже щодня
Uopće ne|Nekoliko dana|Više od polovice dana|Gotovo svaki dan
Καθόλου|Μερικές ημέρες|Περισσότερες από τις μισές ημέρες|Σχεδόν κάθε μέρα
Hiçbir zaman|Bazı günler|Günlerin yarısından fazlasında|Hemen hemen her gün
בכלל לא|מספר ימים|יותר ממחצית הימים|כמעט כל יום
אף פעם|כמה ימים|יותר ממחצית מהימים|כמעט בכל יום
لا على الإطلاق|عدة أيام|أكثر من نصف الأيام|تقريباً كل يوم
أبداً|عدة أيام|أكثر من نصف الأيام|كل يوم تقريباً
बिल्कुल नहीं|कई दिन|आधे से ज्यादा दिन|लगभग हर दिन
بالکل نہیں|کئی دن|آدھے سے زیادہ دن|تقریباً ہر روز
Tidak sama sekali|Beberapa hari|Lebih dari separuh hari|Hampir setiap hari
Tidak pernah|Beberapa hari|Lebih dari seminggu|Hampir setiap hari
Không ngày nào|Vài ngày|Hơn một nửa số ngày|Gần như mỗi ngày
Hoàn toàn không|Vài ngày|Hơn nửa số ngày|Hầu như mỗi ngày
ไม่มีเลย|มีบางวันหรือไม่บ่อย|มีค่อนข้างบ่อย|มีเกือบทุกวัน
전혀 없음|며칠 동안|일주일 이상|거의 매일
전혀 방해 받지 않았다|며칠 동안 방해 받았다|7일 이상 방해 받았다|거의 매일 방해 받았다
全くない|数日|半分以上|ほとんど毎日
完全不会|好几天|一半以上的天数|几乎每天
没有|有几天|一半以上时间|几乎天天
完全沒有|幾天|一半以上的天數|近乎每天
Hapana kabisa|Siku kadhaa|Zaidi ya nusu ya siku|Karibu kila siku
Hindi kailanman|Ilang araw|Higit sa kalahati ng mga araw|Halos araw-araw
Uopšte ne|Nekoliko dana|Više od polovine dana|Skoro svaki dan
Sploh ne|Nekaj dni|Več kot polovico dni|Skoraj vsak dan
Visai ne|Keletą dienų|Daugiau nei pusę dienų|Beveik kiekvieną dieną
Nemaz|Dažas dienas|Vairāk nekā pusi dienu|Gandrīz katru dienu
Üldse mitte|Mitmel päeval|Üle poole päevadest|Peaaegu iga päev
Mai|Alguns dies|Més de la meitat dels dies|Gairebé cada dia
একেবারেই না|কয়েক দিন|অর্ধেকের বেশি দিন|প্রায় প্রতিদিন
اصلاً|چند روز|بیش از نیمی از روزها|تقریباً هر روز
""".strip().splitlines()  # fmt: skip


@pytest.mark.parametrize("steps", DAYS)
def test_days_are_ordered_whoever_chose_what(steps: str) -> None:
    words = steps.split("|")
    found = order_words(dict.fromkeys([words[2], words[0], words[3], words[1]], 10))
    assert found is not None
    assert (found.words, found.higher_is) == (tuple(words), "more")
    assert category("1. — 7.", words) == "health"


def test_an_answer_that_nobody_gave_is_not_missed() -> None:
    assert order_days(["Nearly every day", "Several days", "More than half the days"]) == {
        "Several days": -1 / 3,
        "More than half the days": 1 / 3,
        "Nearly every day": 1.0,
    }


@pytest.mark.parametrize(
    "answers",
    [
        ["Every day", "A few days a week", "Once a month", "Never"],
        ["Half a day", "Every day", "Never", "It depends"],
        ["Not at all", "Several days", "More than half the days", "Nearly every day", "Every day"],
        ["Weekdays", "Weekends", "Every day", "Never"],
        ["Several days", "Nearly every day"],
    ],
)
def test_other_answers_about_days_are_none_of_these(answers: list[str]) -> None:
    assert order_days(answers) is None
