"""Columns that hold no answers of people: replies to them, their full names, versions, languages, numbers of rows."""

from __future__ import annotations

import pytest

from tests.questionnaires import cells, columns, counts, notes, read

REPLIES = """
Developer Reply Text|Developer Reply|Response from the owner|Owner's response|Reply from the host|Inhaberantwort
Antwort des Entwicklers|Réponse du propriétaire|Réponse de l'établissement|Respuesta del propietario
Resposta do desenvolvedor|Risposta del proprietario|Reactie van de eigenaar|Odpowiedź właściciela|Ответ владельца
Svar från ägaren|オーナーからの返信|商家回复|사장님 댓글
"""
FULL_NAMES = """
Nombre completo|Nombre y apellidos|Nom et prénom|Nom complet|Nome completo|Nome e cognome|Vor- und Nachname
Volledige naam|Imię i nazwisko|Fullständigt namn|Fulde navn|Koko nimi|Adı Soyadı|Jméno a příjmení|ФИО|Фамилия, имя
お名前（漢字）|성명|Votre nom complet|Full name
"""
LANGUAGES = """
Reviewer Language|Interview language|Sprache der Bewertung|Langue de l'avis|Idioma de la reseña|Taal van de review
Язык отзыва|言語
"""
SAID = "Thank you for your kind words! Write to us any time."
PEOPLE = ("Carmen Ruiz", "Lucía de la Cruz García", "Pablo Moreno", "Elena Navarro", "Javier Ortega", "Ana Gil")


def words(text: str) -> list[str]:
    return text.strip().replace("\n", "|").split("|")


def one(name: str, *given: str, people: int = 60):
    return read(columns(**{name: cells(*given, people=people), "note": notes(people)})).questions[0]


@pytest.mark.parametrize("name", words(REPLIES))
def test_a_reply_to_people_is_none_of_theirs(name: str) -> None:
    question = one(name, SAID, "", "", "We are sorry to hear that, please call us today.")

    assert (question.kind, question.use, question.options) == ("administration", "none", ())


@pytest.mark.parametrize("name", ["Reply", "Response", "How was the response of the host?", "Antwort", "Respuesta"])
def test_a_reply_of_people_stays_an_answer(name: str) -> None:
    assert one(name, "Good", "Bad", "So so").kind == "single_choice"


@pytest.mark.parametrize("name", words(FULL_NAMES))
def test_a_full_name_is_personal_though_names_repeat(name: str) -> None:
    question = one(name, *PEOPLE)

    assert (question.kind, question.use, question.options) == ("personal_data", "none", ())


@pytest.mark.parametrize("name", ["Nombre completo del producto", "Nom du magasin", "Name", "Nome", "Produktname"])
def test_a_name_of_something_is_a_choice(name: str) -> None:
    assert one(name, "Central", "Norte", "Puerto").kind == "single_choice"


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("App Version Name", ("4.2.0", "4.1.0", "4.1.2")),
        ("Version de l'app", ("4.2", "4.1", "3.9")),
        ("Built with", ("v10.2.1", "v10.2.3", "v11.0.0-beta")),
        ("Stand", ("4.2.0.118", "4.2.0.120", "4.1.9.77")),
        *((name, ("pt-BR", "en", "de_DE", "es")) for name in words(LANGUAGES)[:5]),
    ],
)
def test_versions_and_languages_of_a_questionnaire_only_describe(name: str, given: tuple[str, ...]) -> None:
    question = one(name, *given)

    assert (question.kind, question.use, len(question.options)) == ("single_choice", "describe", len(given))


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Which language do you like?", ("Python", "Rust", "Go")),
        ("Qual sua língua favorita?", ("Português", "Inglês", "Espanhol")),
        ("Which one do you prefer?", ("A", "B", "C")),
        ("Which version do you prefer?", ("The old one", "The new one", "Both")),
    ],
)
def test_an_answer_about_a_language_or_a_version_forms_groups(name: str, given: tuple[str, ...]) -> None:
    question = one(name, *given)

    assert (question.kind, counts(question)) == ("single_choice", dict.fromkeys(sorted(given), 20))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Person", "Participante {}"),
        ("Wer", "Teilnehmerin {}"),
        ("Interview", "Interview Nr. {}"),
        ("Who", "P-{:03}"),
        ("Badanie", "Osoba #{}"),
        ("誰", "参加者{}"),
    ],
)
def test_a_word_with_a_number_of_each_row_tells_rows_apart(name: str, written: str) -> None:
    question = one(name, *(written.format(at) for at in range(1, 25)), people=24)

    assert (question.kind, question.use) == ("identifier", "none")


@pytest.mark.parametrize(
    ("name", "given", "kind"),
    [
        ("Beitrag", [f"EUR {10 + 7 * at}" for at in range(24)], "number"),
        ("Room", [f"Room {1 + at % 4}" for at in range(24)], "single_choice"),
    ],
)
def test_a_word_with_a_number_may_be_an_answer(name: str, given: list[str], kind: str) -> None:
    assert one(name, *given, people=24).kind == kind
