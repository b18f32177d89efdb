"""Headings of reviews: who replied, by which program, in which language; and full names."""

from __future__ import annotations

import pytest

from persona.questionnaire.headings import names

REPLIES = """
Developer Reply
Owner's response
Company answer text
Reply from the owner
Response by management
Hotelantwort
Händler-Antwort
Antwort des Hotels
Stellungnahme der Geschäftsführung
Antwort vom Betreiber
Réponse du propriétaire
Réponse de l'hôtel
Respuesta del propietario
Respuesta de la empresa
Resposta do desenvolvedor
Resposta da loja
Risposta dell'hotel
Risposta del proprietario
Reactie van de eigenaar
Antwoord van het bedrijf
Odpowiedź właściciela
Odpowiedź firmy
Ответ владельца
Ответ представителя
Svar från företaget
Svar fra ejeren
オーナーからの返信
開発者の回答
商家回复
酒店的回应
사장님 답변
개발자 댓글
"""
NO_REPLIES = """
How was the reply of the owner?
Reply time
Response
Antwort
Developer experience
Antwort auf Frage 3
Réponse
Respuesta correcta
Did the hotel answer?
回答
답변
"""
PROGRAMS = """
version
App version
app-version code
Android version
client version name
Softwareversion
Anwendungsversion
Versión de la app
Version de l'application
Versione dell'app
Versão da aplicação
Reviewer language
Interview locale
device language
Bewertungssprache
Sprache der Bewertung
Langue de l'avis
Idioma de la reseña
Lingua della recensione
Taal van de review
Język opinii
Язык отзыва
"""
NO_PROGRAMS = """
Which version do you use?
Conversion
Language skills
Programming language
Sprachkurs
Versioning matters
"""
FULL_NAMES = """
Nombre completo
Apellidos y nombres
Tu nombre completo
Nom et prénom
Votre nom complet
Nome e cognome
Cognome e nome
O seu nome completo
Nome e sobrenome
Vor- und Nachname
Vor- und Zuname
Name, Vorname
Ihr vollständiger Name
Voor- en achternaam
Volledige naam
Imię i nazwisko
Twoje imię i nazwisko
För- och efternamn
Fulde navn
For- og etternavn
Koko nimi
Etu- ja sukunimi
Adı soyadı
Ad ve soyad
Jméno a příjmení
Ф.И.О.
ФИО
Имя и фамилия
Фамилия, имя, отчество
Ονοματεπώνυμο
Teljes név
Nume și prenume
ご氏名（漢字）
お名前
성명
真实姓名
الاسم الكامل
"""
NO_FULL_NAMES = """
Nombre del producto
Nom de la ville
Nome da loja
Name der Marke
Naam van de winkel
Имя питомца
名前の由来
이름표
"""


def _lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("heading", _lines(REPLIES))
def test_what_an_owner_or_a_developer_wrote_under_a_review(heading: str) -> None:
    assert names("reply", heading)


@pytest.mark.parametrize("heading", _lines(NO_REPLIES))
def test_answers_of_people_are_no_replies_to_them(heading: str) -> None:
    assert not names("reply", heading)


@pytest.mark.parametrize("heading", _lines(PROGRAMS))
def test_the_program_and_its_language_are_written_by_the_tool(heading: str) -> None:
    assert names("process", heading)


@pytest.mark.parametrize("heading", _lines(NO_PROGRAMS))
def test_questions_about_versions_and_languages_are_asked_of_people(heading: str) -> None:
    assert not names("process", heading)


@pytest.mark.parametrize("heading", _lines(FULL_NAMES))
def test_full_names_are_names_of_people(heading: str) -> None:
    assert names("own_name", heading) or names("person_name", heading)


@pytest.mark.parametrize("heading", _lines(NO_FULL_NAMES))
def test_names_of_things_are_no_full_names(heading: str) -> None:
    assert not names("own_name", heading)
