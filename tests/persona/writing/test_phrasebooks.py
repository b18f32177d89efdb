"""Answers to closed questions as words in a sentence, in six languages."""

from __future__ import annotations

import pytest

from persona.writing.phrasebooks import ENGLISH, PHRASEBOOKS, is_role, phrasebook_for
from persona.writing.wordforms import bare, capital, item_of, lower, lower_role, short


@pytest.mark.parametrize(
    ("question", "options", "expected"),
    [
        ("Which tools do you use? (select all that apply)", ["Excel", "Google Maps"], "uses Excel and Google Maps"),
        ("Which tools do you use with R?", ["Excel"], "uses Excel with R"),
        ("Which other languages do you use?", ["Python"], "also uses Python"),
        ("Which features matter most?", ["CSV export", "Free plan"], "cares most about CSV export and free plan"),
        ("What do you use R for?", ["Data transformation"], "uses R for data transformation"),
        ("Do you use the tidyverse?", ["Usually"], "usually uses the tidyverse"),
        ("Do you have a car?", ["Yes"], "has a car"),
        ("Do you own a bike?", ["No"], "does not own a bike"),
        ("How often do you plan your work?", ["Every day"], "plans their work every day"),
        ("How often do you carry it?", ["Once a week"], "carries it once a week"),
        ("How would you rate your R experience?", ["Expert"], "rates their R experience as expert"),
        ("Which plan are you on?", ["Free"], "is on the Free plan"),
        ("Industry", ["Health care"], "works in health care"),
        (
            "What were the biggest difficulties when learning R?",
            ["Getting started"],
            "names getting started among the biggest difficulties when learning R",
        ),
        ("How would you rate your day?", ["5"], None),
        ("Department Name", ["Tops"], None),
    ],
)
def test_phrase(question: str, options: list[str], expected: str | None) -> None:
    assert ENGLISH.phrase(question, options) == expected


@pytest.mark.parametrize(
    ("question", "option", "expected"),
    [
        ("What best describes your role?", "Data analyst", "Data analyst"),
        ("Which tools do you use?", "Paper", "Uses Paper"),
        ("Recommended", "1", "Recommended: yes"),
        ("Department Name", "Tops", "Tops (Department Name)"),
        ("greasy", "Yes", "Greasy: yes"),
        ("Es nervt", "nein", "Es nervt: no"),
        ("Do you use Shiny?", "I don't know what Shiny is.", "Does not know what Shiny is"),
        ("Status", "I'm looking for my first job", "Is looking for their first job"),
        ("When will you apply?", "I haven't decided", "Hasn't decided"),
        ("When will you apply?", "I can’t say", "Can’t say"),
        ("When will you apply?", "I won't", "Won't"),
    ],
)
def test_label(question: str, option: str, expected: str) -> None:
    assert ENGLISH.label(question, option) == expected


def test_words() -> None:
    assert ENGLISH.joined(["a"]) == "a"
    assert ENGLISH.joined(["a", "b", "c"]) == "a, b and c"
    assert ENGLISH.a_role("Analyst") == "an analyst"
    assert capital("iPhone user") == "IPhone user"
    assert short("Master’s degree (e.g. MA, MS)") == "Master’s degree"
    assert (lower("Free plan"), lower("CSV export"), lower("Google Maps")) == ("free plan", "CSV export", "Google Maps")
    assert lower_role("Data Scientist in IT") == "data scientist in IT"
    assert bare("How likely is it? (0-10)") == "How likely is it"
    assert is_role("Job title")
    assert not is_role("Which tools do you use?")


@pytest.mark.parametrize(
    ("code", "question", "options", "expected"),
    [
        ("de", "Welche Werkzeuge nutzen Sie?", ["Excel", "Papier"], "nutzt Excel und Papier"),
        ("de", "Welche anderen Sprachen verwendest du?", ["Python"], "verwendet auch Python"),
        (
            "de",
            "Welche Funktionen sind Ihnen am wichtigsten?",
            ["Erinnerungen"],
            "legt am meisten Wert auf Erinnerungen",
        ),
        ("de", "Wofür nutzen Sie R?", ["Modelle"], "nutzt R für Modelle"),
        ("de", "Haben Sie ein Auto?", ["Nein"], "hat kein Auto"),
        ("de", "Brauchen Sie einen Drucker?", ["Nein"], "braucht keinen Drucker"),
        ("de", "Nutzen Sie die App?", ["Nein"], "nutzt die App nicht"),
        ("de", "Nutzen Sie die App?", ["Ja"], "nutzt die App"),
        ("de", "Nutzen Sie die App?", ["selten"], None),
        ("es", "¿Qué herramientas usa?", ["Excel", "papel"], "usa Excel y papel"),
        ("es", "¿Qué herramientas utilizas?", ["papel", "internet"], "utiliza papel e internet"),
        ("es", "¿Cuáles funciones son más importantes?", ["Recordatorios"], "da más importancia a recordatorios"),
        ("es", "¿Para qué usa R?", ["Modelos"], "usa R para modelos"),
        ("es", "¿Tiene coche?", ["No"], "no tiene coche"),
        ("fr", "Quels outils utilisez-vous ?", ["Excel", "papier"], "utilise Excel et papier"),
        ("fr", "Quelles fonctions comptent le plus ?", ["Rappels"], "tient le plus à rappels"),
        ("fr", "Avez-vous une voiture ?", ["Non"], "n’a pas de voiture"),
        ("fr", "Avez-vous un enfant ?", ["Non"], "n’a pas d’enfant"),
        ("fr", "Lisez-vous le journal ?", ["Non"], "ne lit pas le journal"),
        ("fr", "Avez-vous une voiture ?", ["Oui"], "a une voiture"),
        ("fr", "Avez-vous une voiture ?", ["parfois"], None),
        ("fr", "Pour quoi utilisez-vous R ?", ["Modèles"], "utilise R pour modèles"),
        (
            "fr",
            "À quelle fréquence planifiez-vous vos repas ?",
            ["Tous les jours"],
            "planifie ses repas tous les jours",
        ),
        ("fr", "Secteur", ["Santé"], "travaille dans : santé"),
        ("pt", "Quais ferramentas você usa?", ["Excel", "papel"], "usa Excel e papel"),
        ("pt", "Quais funções são mais importantes?", ["Lembretes"], "dá mais importância a lembretes"),
        ("pt", "Você tem carro?", ["Não"], "não tem carro"),
    ],
)
def test_phrases_of_other_languages(code: str, question: str, options: list[str], expected: str) -> None:
    assert PHRASEBOOKS[code].phrase(question, options) == expected


@pytest.mark.parametrize(
    ("questions", "code"),
    [
        (["Which tools do you use?", "How old are you?"], "en"),
        (["Welche Werkzeuge nutzen Sie für die Arbeit?", "Was ist das Ziel und wie oft planen wir es?"], "de"),
        (["¿Qué es lo más importante para usted?", "¿Con qué frecuencia usa la aplicación en el trabajo?"], "es"),
        (["Quel est le but de la journée ?", "Que pensez-vous de la qualité des outils et du service ?"], "fr"),
        (["O que é mais importante para você?", "Com que frequência usa o aplicativo no trabalho do dia?"], "pt"),
        (["Age", "Rating"], "en"),
        (
            [
                "Har du köpt kläder senaste 3 mån?",
                "Var handlar du oftast kläder en dag?",
                "Berätta om de plagg du köpte",
            ],
            "en",
        ),
        (["Jak se vám líbí obchod?", "Co se vám na něm líbí a co ne?", "Las se mi"], "en"),
        (["En käytä", "Miksi en ole asiakas?", "Miksi en ole tyytyväinen ja en tule?"], "en"),
    ],
)
def test_the_book_is_in_the_language_of_the_questions(questions: list[str], code: str) -> None:
    assert phrasebook_for(questions).code == code


@pytest.mark.parametrize("code", sorted(PHRASEBOOKS))
def test_every_book_has_a_sentence_for_every_need(code: str) -> None:
    book = PHRASEBOOKS[code]
    assert set(book.heads) == {"goal", "need", "frustration", "motivation", "behaviour"}
    assert book.stands_for.format(name="Alex", size="80", rows="240", share="33", who="").startswith("Alex ")
    assert book.count(1) == book.one_person
    assert book.count(1200).startswith("1,200")
    assert book.label("0/1", "1") == f"0/1: {book.yes}"


@pytest.mark.parametrize(
    ("question", "options", "expected"),
    [
        ("どのツールを使いますか", ["Excel", "紙"], "Excel、紙を使う"),
        ("アプリを使っていますか？", ["はい"], "アプリを使っている"),
        ("アプリを使っていますか？", ["いいえ"], "アプリを使っていない"),
        ("頻度", ["毎日"], None),
    ],
)
def test_phrase_in_japanese(question: str, options: list[str], expected: str | None) -> None:
    assert PHRASEBOOKS["ja"].phrase(question, options) == expected


def test_a_questionnaire_mostly_in_kana_is_told_in_japanese() -> None:
    asked = ["どのツールを使いますか", "なぜですか", "ID"]

    assert phrasebook_for(asked) is PHRASEBOOKS["ja"]
    assert phrasebook_for(["Which tools do you use?", "Why?", "なぜですか"]) is ENGLISH


@pytest.mark.parametrize(
    ("question", "asked", "item"),
    [
        ("What do you care about? [Cloud support ]", "What do you care about: Cloud support", "Cloud support"),
        ("Dear - How well does it describe us?", "Dear - How well does it describe us", "Dear"),
        ("Ziele [ Prüfung: Testen]", "Ziele: Prüfung: Testen", "Prüfung: Testen"),
        ("Bewerten Sie (1-4). [Preis]", "Bewerten Sie: Preis", "Preis"),
        ("How far do you agree? The staff is kind.", "How far do you agree? The staff is kind", "The staff is kind."),
        ("Which tools? - Paper", "Which tools? - Paper", "Paper"),
        ("Paper [A4] at home", "Paper [A4] at home", "Paper [A4] at home"),
    ],
)
def test_the_item_of_a_question_about_many(question: str, asked: str, item: str) -> None:
    assert (bare(question), item_of(question)) == (asked, item)
