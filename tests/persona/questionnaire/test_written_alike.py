"""The same question as tools, languages and delimiters write it is understood as the same."""

from __future__ import annotations

import pytest

from persona.questionnaire.models import Questionnaire
from tests.questionnaires import cells, columns, filled, notes, read, shapes, table_of

# How a tool writes the three columns of one check-all question, and what stands in a ticked and in a left cell.
CHECK_ALL = {
    "SurveyMonkey": (("Tools? - Slack", "Tools? - Teams", "Tools? - Zoom"), None, ""),
    "Google, one cell": (("Tools?",), "; ", ""),
    "LimeSurvey": (("Q5[a]. Tools? [Slack]", "Q5[b]. Tools? [Teams]", "Q5[c]. Tools? [Zoom]"), "Yes", "No"),
    "LimeSurvey in German": (("Q5[a]. Tools? [Slack]", "Q5[b]. Tools? [Teams]", "Q5[c]. Tools? [Zoom]"), "Ja", "Nein"),
    "REDCap": (("Tools? (choice=Slack)", "Tools? (choice=Teams)", "Tools? (choice=Zoom)"), "Checked", "Unchecked"),
    "KoBo": (("Tools?/Slack", "Tools?/Teams", "Tools?/Zoom"), "1", "0"),
    "truth": (("Tools? [Slack]", "Tools? [Teams]", "Tools? [Zoom]"), "TRUE", "FALSE"),
    "Spanish": (("Tools? [Slack]", "Tools? [Teams]", "Tools? [Zoom]"), "Sí", "No"),
    "Japanese": (("Tools? [Slack]", "Tools? [Teams]", "Tools? [Zoom]"), "はい", "いいえ"),
    "Russian": (("Tools? [Slack]", "Tools? [Teams]", "Tools? [Zoom]"), "Да", "Нет"),
    "crosses": (("Tools? [Slack]", "Tools? [Teams]", "Tools? [Zoom]"), "x", ""),
}
ITEMS = ("Slack", "Teams", "Zoom")
CHOSEN = (("Slack",), ("Slack", "Teams"), ("Teams", "Zoom"), ("Zoom", "Slack"), ("Teams",))


def ticked(tool: str) -> dict[str, list[str]]:
    names, on, off = CHECK_ALL[tool]
    if len(names) == 1:
        return {names[0]: cells(*(str(on).join(some) for some in CHOSEN))}
    return {
        name: cells(*((on or item) if item in some else off for some in CHOSEN))
        for name, item in zip(names, ITEMS, strict=True)
    }


@pytest.mark.parametrize("tool", CHECK_ALL)
def test_one_check_all_question_of_many_tools(tool: str) -> None:
    found = read(columns(**ticked(tool), cook=cells("Yes", "No"), note=notes())).questions[0]

    assert (found.kind, found.use, found.answered) == ("multiple_choice", "basis", 60)
    assert {option.label: option.count for option in found.options} == {"Slack": 36, "Teams": 36, "Zoom": 24}


# Language ~ a heading of who people are and its answers ~ a scale from its lowest step ~ a question of yes and no.
LANGUAGES = """
English ~ Gender ~ Male; Female ~ How satisfied are you? ~
  Very dissatisfied; Dissatisfied; Neutral; Satisfied; Very satisfied ~ Do you cook? ~ Yes; No
German ~ Geschlecht ~ männlich; weiblich ~ Wie zufrieden sind Sie? ~
  sehr unzufrieden; unzufrieden; teils/teils; zufrieden; sehr zufrieden ~ Kochen Sie? ~ ja; nein
French ~ Sexe ~ Homme; Femme ~ Êtes-vous satisfait ? ~
  Pas du tout satisfait; Plutôt pas satisfait; Neutre; Plutôt satisfait; Tout à fait satisfait ~
  Cuisinez-vous ? ~ Oui; Non
Spanish ~ Sexo ~ Hombre; Mujer ~ ¿Con qué frecuencia cocina? ~
  Nunca; Rara vez; A veces; A menudo; Siempre ~ ¿Cocina? ~ Sí; No
Portuguese ~ Sexo ~ Homem; Mulher ~ Está satisfeito? ~
  Muito insatisfeito; Insatisfeito; Neutro; Satisfeito; Muito satisfeito ~ Cozinha? ~ Sim; Não
Japanese ~ 性別 ~ 男性; 女性 ~ 満足度 ~
  とても不満; 不満; どちらともいえない; 満足; とても満足 ~ 料理をしますか？ ~ はい; いいえ
Chinese ~ 性别 ~ 男; 女 ~ 满意度 ~
  非常不满意; 不满意; 一般; 满意; 非常满意 ~ 您做饭吗？ ~ 是; 否
Russian ~ Пол ~ мужской; женский ~ Согласны ли вы? ~
  Совсем не согласен; Не согласен; Нейтрально; Согласен; Полностью согласен ~ Готовите? ~ Да; Нет
"""
FILES = {one[0]: one[1:] for one in table_of(LANGUAGES.replace("~\n", "~"))}


def understood(language: str) -> Questionnaire:
    who, sexes, asked, steps, cook, yes_no = FILES[language]
    return read(columns(**{who: filled(sexes), asked: filled(steps), cook: filled(yes_no), "note": notes()}))


@pytest.mark.parametrize("language", FILES)
def test_one_file_in_many_languages(language: str) -> None:
    who, _, asked, steps, cook, _ = FILES[language]
    found = understood(language)

    assert shapes(found) == [
        ("single_choice", "describe", (0,), who),
        ("rating", "basis", (1,), asked),
        ("single_choice", "basis", (2,), cook),
        ("open_answer", "basis", (3,), "note"),
    ]
    assert (found.questions[1].scale.words, found.questions[1].scale.higher_is) == (tuple(steps.split("; ")), "more")
    assert (found.doubts, found.excluded) == ((), ())


@pytest.mark.parametrize("language", FILES)
def test_steps_are_counted_from_the_lowest(language: str) -> None:
    question = understood(language).questions[1]

    assert [option.count for option in question.options] == [12] * 5
    assert question.recoding.values == {word: at for at, word in enumerate(question.scale.words, 1)}
