from __future__ import annotations

import pytest

from persona.text.languages import common_words, html_attributes, language_of, languages, main_language, negations
from tests.questionnaires import table_of


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
    assert main_language(["Z czego to jest, bo nie wiem", "spend per month"]) == "pl"  # of as many, that of more words
    assert main_language(["A", "E", "O", "N1", "na"]) == ""  # codes, some of which are words
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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мені не подобається черга", "uk"),
        ("Черга довга", "ru"),  # no letter tells them apart
        ("Чарга заўсёды доўгая, і гэта дрэнна", "be"),
        ("Ред је увек дуг, ништа нећу", "sr"),
        ("Секогаш ќе чекам", "mk"),
        ("Очередь всегда длинная", "ru"),
        ("صف همیشه طولانی است و گران", "fa"),
        ("الطابور طويل دائما", "ar"),
        ("ЇЖА", "uk"),
    ],
)
def test_letters_of_its_own_tell_a_language_from_the_usual_one_of_its_script(text: str, language: str) -> None:
    assert language_of(text) == language


LONG_QUEUES = """
en ~ I do not like that the queue is always so long
de ~ Mir gefällt nicht, dass die Schlange immer so lang ist
fr ~ Je n'aime pas que la file soit toujours aussi longue
es ~ No me gusta que la cola sea siempre tan larga
pt ~ Eu não gosto de que a fila seja sempre longa
it ~ Non mi piace che la coda sia sempre lunga
nl ~ Het is niet goed dat de rij altijd lang is
sv ~ Jag tycker att det är för dyrt och inte bra
pl ~ Nie podoba mi się to, że kolejka jest zawsze długa
tr ~ Bu uygulama çok yavaş ve ben bunu sevmiyorum
ja ~ 列がいつも長いのが嫌です
zh ~ 我不喜欢排队时间总是很长
ko ~ 줄이 항상 길어서 싫어요
ru ~ Мне не нравится, что очередь всегда длинная
el ~ Δεν μου αρέσει που η ουρά είναι πάντα μεγάλη
he ~ אני לא אוהב שהתור תמיד ארוך
th ~ ฉันไม่ชอบที่คิวยาวเสมอ
hi ~ मुझे पसंद नहीं कि कतार हमेशा लंबी होती है
"""


@pytest.mark.parametrize(("language", "text"), table_of(LONG_QUEUES))
def test_one_sentence_in_each_language(language: str, text: str) -> None:
    assert language_of(text) == language
    assert language_of(f"{text}! {text}?") == language


LATIN_LETTERS = """
cs ~ Nelíbí se mi, že je fronta vždycky tak dlouhá
sk ~ Nepáči sa mi, že je rad vždy taký dlhý
hu ~ Nem szeretem, hogy mindig ilyen hosszú a sor
fi ~ En pidä siitä, että jono on aina niin pitkä
da ~ Jeg kan ikke lide, at køen altid er så lang, og hvad kan man gøre af noget
no ~ Jeg liker ikke at køen alltid er så lang, og hva kan jeg gjøre med det
ro ~ Nu îmi place că este mereu atât de lungă coada
hr ~ Ne sviđa mi se što je red uvijek tako dug
vi ~ Tôi không thích xếp hàng quá lâu như vậy
id ~ Saya tidak suka antrean yang selalu panjang
sw ~ Sipendi foleni ndefu kila siku, na sina muda wa kusubiri kwa sababu hii
sv ~ Var handlar du oftast kläder, och hur mycket har du köpt
"""


@pytest.mark.parametrize(("language", "text"), table_of(LATIN_LETTERS))
def test_languages_of_latin_letters_are_not_taken_for_one_another(language: str, text: str) -> None:
    assert language_of(text) == language
    assert main_language([text, text]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Mér líkar ekki þegar biðröðin er löng á morgnana",  # letters that none of its likes has
        "Ngiyakuthanda ukudla kwasekhaya na",
        "Dw i ddim yn hoffi aros mewn ciwiau hir bob bore cyn y gwaith",
    ],
)
def test_a_language_that_is_not_known_is_not_taken_for_another(text: str) -> None:
    assert language_of(text) in ("", "is")
    assert main_language([text]) == language_of(text)


def test_answers_too_short_to_tell_are_told_together() -> None:
    short = ["pengiriman dan penjual ramah", "refund yang paling lambat banget", "fitur pulsa lengkap dan praktis"]

    assert [language_of(text) for text in short] == ["", "", ""]
    assert main_language(short) == "id"


def test_common_words_and_negations_are_those_of_all_languages() -> None:
    assert {"the", "der", "que", "och", "bir"} <= common_words()
    assert {"not", "nicht", "niet", "inte", "nie", "不"} <= negations()
    assert not {"queue", "schlange", ""} & (common_words() | negations())
