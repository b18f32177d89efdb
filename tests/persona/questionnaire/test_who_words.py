"""Who somebody is, asked in whole sentences and many languages; and how people came to hear of those who ask."""

from __future__ import annotations

import re

import pytest

from persona.questionnaire.headings import names
from persona.questionnaire.who_words import HEARD_OF

WHO = """
How old are you?
In which year were you born? Year of birth
Where do you currently live?
How many people live in your household?
What is your highest level of education?
Number of employees
Wie alt sind Sie?
Wo wohnen Sie?
Welchen Schulabschluss haben Sie?
Wie hoch ist Ihr Haushaltsnettoeinkommen?
Wie viele Personen im Haushalt?
Quel est votre sexe ?
Où habitez-vous ?
Quelle est votre situation professionnelle ?
Taille de l'entreprise
¿Cuántos años tienes?
¿Dónde vives?
Nivel socioeconómico
Situación laboral
Quantos anos você tem?
Onde você mora? Cidade
Grau de instrução
Quanti anni hai?
Dove abita?
Titolo di studio
Hoe oud bent u?
Waar woont u?
Hur gammal är du?
Hvor gammel er du?
Kuinka vanha olet?
Ile masz lat?
Miejsce zamieszkania
Kolik je vám let?
Iskolai végzettség
Stare civilă
Kaç yaşındasınız?
Doğum yılı
Сколько вам лет?
Семейное положение
Скільки вам років?
Οικογενειακή κατάσταση
Jenis kelamin
Trình độ học vấn
年齢を教えてください
お住まいの都道府県
您的年龄
연령대
อายุของคุณ
المستوى: العمر
"""
NOT_WHO = """
How do you manage your day?
What would you change on the landing page?
Which countryside walks do you like?
Wie gefällt Ihnen die Landschaft?
Was war das Verhalten der Kassierer?
Que pensez-vous de la Villette ?
Partage de fichiers
¿Qué opina de la ciudadela?
Quanto ti piace la paesaggistica?
Hoe was de opleidingsvideo's kwaliteit van het beeld?
Czy lubisz wiekowe meble?
Кинотеатр
"""
HEARD = """
How did you first hear about us?
Where did you learn about this survey?
Wie sind Sie auf uns aufmerksam geworden?
Woher kennen Sie uns?
Comment nous avez-vous connus ?
Comment avez-vous entendu parler de nous ?
¿Cómo nos conociste?
Como ficou sabendo da loja?
Come ci ha conosciuto?
Hoe heeft u ons gevonden?
Hur hörde du talas om oss?
Hvordan hørte du om os?
Skąd się o nas dowiedziałeś?
Bizi nereden duydunuz?
Откуда вы о нас узнали?
どこで知りましたか
如何得知我们
어떻게 알게 되셨나요
"""
NOT_HEARD = """
How did you like it?
What did you hear?
Wie sind Sie gekommen?
Comment allez-vous ?
¿Cómo se llama?
"""


@pytest.mark.parametrize("question", WHO.strip().splitlines())
def test_a_question_about_who_somebody_is(question: str) -> None:
    assert names("demography", question)


@pytest.mark.parametrize("question", NOT_WHO.strip().splitlines())
def test_a_question_that_only_holds_the_letters_of_such_words(question: str) -> None:
    assert not names("demography", question)


@pytest.mark.parametrize(
    ("question", "is_it"),
    [(line, True) for line in HEARD.strip().splitlines()] + [(line, False) for line in NOT_HEARD.strip().splitlines()],
)
def test_how_people_came_to_hear_of_those_who_ask(question: str, is_it: bool) -> None:
    assert bool(re.search(HEARD_OF, question, re.IGNORECASE | re.VERBOSE)) is is_it
