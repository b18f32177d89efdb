"""Who people are, where they were asked and by whom only describes: in many languages, by label and by question."""

from __future__ import annotations

import pytest

from persona.questionnaire import headings
from tests.questionnaires import cells, columns, notes, read

WHO = """
Age|How old are you?|Age group|Gender|Country|Where do you live?|Highest degree|Household income|Marital status
Employment status|Company size|Wie alt sind Sie?|Alter|Geschlecht|Bundesland|Wo wohnen Sie?|Höchster Schulabschluss
Haushaltseinkommen|Familienstand|Berufsstand|Unternehmensgröße|Quel âge avez-vous ?|Sexe|Où habitez-vous ?
Niveau d'études|Situation familiale|Profession|¿Cuántos años tiene?|¿Qué edad tiene?|Género|¿Dónde vive?
Nivel de estudios|Estado civil|Ingresos|Quantos anos tem?|Faixa etária|Gênero|Onde mora?|Escolaridade|Renda familiar
Quanti anni ha?|Fascia d'età|Sesso|Titolo di studio|Stato civile|Hoe oud bent u?|Leeftijd|Geslacht|Woonplaats|Opleiding
Hur gammal är du?|Kön|Utbildning|Bostadsort|Hvor gammel er du?|Alder|Køn|Ikä|Sukupuoli|Koulutus|Wiek|Płeć|Wykształcenie
Věk|Pohlaví|Vzdělání|Életkor|Iskolai végzettség|Vârsta|Yaşınız|Cinsiyetiniz|Eğitim durumu|Возраст|Сколько вам лет?|Пол
Образование|Вік|Ηλικία|Φύλο|Usia|Jenis kelamin|Pendidikan terakhir|Giới tính|العمر|الجنس|גיל|年齢を教えてください|性別
お住まいの都道府県|ご職業|您的年龄|性别|学历|나이|성별|직업|เพศ|อายุ
"""
NOT_WHO = """
Do you cook?|Wie finden Sie das?|Qu'en pensez-vous ?|¿Le gusta?|Gosta de peixe?|Come ti trovi?|Vind je het leuk?
What matters most?|満足度|您喜欢吗？|Which page did you read?|Which language do you like?
Was ist Ihnen wichtig?|Il servizio
"""
WHERE = """
Shop|Filiale|Magasin|Tienda|Abteilung|Bereich|Département|店舗|部署|Department|Standort|Time zone|Wave|Welle|Vague
Interviewer|Device|Campaign|utm_source|Postcode|PLZ|Code postal|GPS|Owner|Assignee|Account name|Bearbeiter
Twitter handle
How did you hear about us?|Wie sind Sie auf uns aufmerksam geworden?|Comment nous avez-vous connus ?|¿Cómo nos conoció?
Como nos conheceu?|Come ci ha conosciuto?|Hoe heeft u van ons gehoord?|どこで知りましたか
"""


def names(text: str) -> list[str]:
    return text.strip().replace("\n", "|").split("|")


@pytest.mark.parametrize("name", names(WHO))
def test_who_people_are_only_describes(name: str) -> None:
    found = read(columns(**{name: cells("aa", "bb", "cc"), "Cook?": cells("Yes", "No"), "note": notes()}))

    assert (found.questions[0].kind, found.questions[0].use) == ("single_choice", "describe")


@pytest.mark.parametrize("name", names(NOT_WHO))
def test_what_people_think_forms_groups(name: str) -> None:
    found = read(columns(**{name: cells("aa", "bb", "cc"), "Cook?": cells("Yes", "No"), "note": notes()}))

    assert (found.questions[0].use, headings.names("demography", name)) == ("basis", False)


@pytest.mark.parametrize("name", names(WHERE))
def test_where_and_by_whom_people_were_asked_only_describes(name: str) -> None:
    found = read(columns(**{name: cells("aa", "bb", "cc"), "Cook?": cells("Yes", "No"), "note": notes()}))

    assert found.questions[0].use in ("describe", "none")


@pytest.mark.parametrize("name", ["First name", "Vorname", "Prénom", "Apellidos", "Nome", "Voornaam", "Имя", "お名前"])
def test_names_are_personal_even_where_few_people_share_them(name: str) -> None:
    found = read(columns(**{name: cells("Ana", "Bo", "Cy"), "Cook?": cells("Yes", "No"), "note": notes()}))

    assert found.questions[0].use != "basis"
    assert found.questions[0].kind in ("personal_data", "single_choice")


@pytest.mark.parametrize("name", ["edad", "age", "Alter", "âge", "年齢"])
def test_ages_that_all_differ_are_no_ids(name: str) -> None:
    found = read(columns(**{name: [str(18 + at) for at in range(60)], "note": notes()}))

    assert (found.questions[0].kind, found.questions[0].use, found.questions[0].numbers.median) == (
        "number", "describe", 47.5,
    )  # fmt: skip
