"""What law protects, by the words of a question or by its options, in many languages; and words that only look so."""

from __future__ import annotations

import pytest

from persona.questionnaire.protected import category

ASKED = """
health: Do you have a disability?|How is your health?|Any chronic condition?|Are you pregnant?|Which medication?
health: Haben Sie eine Vorerkrankung?|Gesundheitszustand|Schwerbehinderung|Votre état de santé|Êtes-vous enceinte ?
health: ¿Tiene alguna discapacidad?|Estado de salud|Tem alguma doença?|Stato di salute|Hoe is uw gezondheid?
health: 健康状態|病気はありますか|疾病史|건강 상태|HIV status|BMI|Diagnosis
religion: What is your religion?|Religious affiliation|Faith|Konfession|Religion|Religión|Religião|Godsdienst
religion: 宗教|종교|الدين
politics: Which party did you vote for?|Political views|Party affiliation|Voting intention
politics: Left-right scale|Sonntagsfrage
politics: Wahlabsicht|Welche Partei?|Politische Einstellung|Partido político|Voto|支持政党|정치 성향
ethnic origin: Ethnicity|Race|Race/ethnicity|What is your race?|Migrationshintergrund|Herkunftsland|Origine ethnique
ethnic origin: Etnia|Raza|Cor ou raça|民族|인종
sexual orientation: Sexual orientation|Sexuelle Orientierung|Orientation sexuelle|Orientación sexual|性的指向
trade union: Are you a member of a trade union?|Gewerkschaftsmitglied|Syndicat|Vakbond|労働組合
"""


def _rows(table: str) -> list[tuple[str, str]]:
    lines = (line.split(": ", 1) for line in table.strip().splitlines())
    return [(kind, text) for kind, texts in lines for text in texts.split("|")]


@pytest.mark.parametrize(("kind", "question"), _rows(ASKED))
def test_a_question_about_what_is_protected(kind: str, question: str) -> None:
    assert category(question, ()) == kind


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("religion", "Catholic|Protestant|Muslim|None"),
        ("religion", "Katholisch|Evangelisch|Muslimisch|Konfessionslos"),
        ("religion", "Católica|Evangélica|Judía|Ninguna"),
        ("politics", "CDU/CSU|SPD|AfD|FDP|Die Linke"),
        ("politics", "Democrat|Republican|Independent"),
        ("politics", "Very liberal|Somewhat liberal|Somewhat conservative|Very conservative"),
        ("ethnic origin", "White British|Black African|South Asian|Mixed race"),
        ("ethnic origin", "Hispanic or Latino|Black or African American|Native American|White"),
    ],
)
def test_options_tell_where_the_question_says_nothing(kind: str, options: str) -> None:
    assert category("D7", options.split("|")) == kind


HARMLESS = """
How healthy is our soup?|Which race car do you like?|Trust in the brand|Party size|How many guests at the party?
Do you like green tea?|Faithful to one brand?|Credit union rates|European Union|Voice of the customer|Traceability
Unionised sugar|Racecourse|Which colour?|How often do you cook?|Embrace of change|Political correctness|Terrace
"""


@pytest.mark.parametrize("question", HARMLESS.strip().replace("\n", "|").split("|"))
def test_words_that_only_look_alike(question: str) -> None:
    assert category(question, ("Yes", "No")) is None


@pytest.mark.parametrize("options", ["Red|Green|Blue", "Yes|No", "1|2|3", "Conservative estimate|Bold estimate", ""])
def test_options_of_other_questions(options: str) -> None:
    assert category("D7", options.split("|")) is None
