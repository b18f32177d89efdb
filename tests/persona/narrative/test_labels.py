"""A label is what most of a group answers and no other group is called, in a few words of its language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from persona.models import ColumnRole
from persona.narrative.labels import LONGEST, labels
from persona.narrative.locale import codes, locale
from persona.writing.differences import AGREE
from persona.writing.phrasebooks import ENGLISH, PHRASEBOOKS
from tests.persona.counted.values import column, mean, share

if TYPE_CHECKING:
    from persona.counted.findings import Finding


def label(*found: Finding, code: str = "en") -> str:
    """What the first of two groups is called."""
    return labels({1: found, 2: ()}, PHRASEBOOKS.get(code, ENGLISH), locale(code))[1]


def answer(question: str, option: str, here: int = 90, there: int = 10, **more: object) -> Finding:
    return share(column(question, **more), option, here, there)  # type: ignore[arg-type]


# -- one answer -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("code", "question", "option", "told"),
    [
        ("en", "Which tools do you use?", "Excel", "Uses Excel"),
        ("en", "Do you cook at home?", "No", "Does not cook at home"),
        ("en", "tasty", "Yes", "Tasty"),
        ("en", "tasty", "No", "Not tasty"),
        ("en", "I like cooking", AGREE, "Likes cooking"),
        ("en", "Reminders help me", AGREE, "Reminders help me"),
        ("en", "Recommended IND", "0", "Recommended: no"),
        ("en", "Worth", AGREE, "Worth: yes"),
        ("en", "VisitFrequency", "Never", "Visit frequency: Never"),
        ("en", "Visits {a}", "{b}", "Visits {a}: {b}"),
        ("de", "Welche Werkzeuge nutzen Sie?", "Excel", "Nutzt Excel"),
        ("de", "Kochen Sie zu Hause?", "Nein", "Kocht zu Hause nicht"),
        ("de", "lecker", "Ja", "Lecker"),
        ("de", "lecker", "Nein", "Nicht lecker"),
        ("de", "Häufigkeit", "Nie", "Häufigkeit: Nie"),
        ("es", "¿Qué herramientas usa?", "Excel", "Usa Excel"),
        ("es", "¿Cocina en casa?", "No", "No cocina en casa"),
        ("es", "rico", "No", "No rico"),
        ("es", "Frecuencia", "Nunca", "Frecuencia: Nunca"),
        ("fr", "Quels outils utilisez-vous ?", "Excel", "Utilise Excel"),
        ("fr", "Cuisinez-vous à la maison ?", "Non", "Ne cuisine pas à la maison"),
        ("fr", "bon", "Non", "Pas bon"),
        ("fr", "Fréquence", "Jamais", "Fréquence : Jamais"),
        ("pt", "Que ferramentas usa?", "Excel", "Usa Excel"),
        ("pt", "Cozinha em casa?", "Não", "Não cozinha em casa"),
        ("pt", "bom", "Não", "Não bom"),
        ("pt", "Frequência", "Nunca", "Frequência: Nunca"),
        ("ja", "頻度", "毎日", "頻度：毎日"),
    ],
)
def test_a_group_is_called_by_an_answer_in_its_language(code: str, question: str, option: str, told: str) -> None:
    assert label(answer(question, option), code=code) == told


GROUPS = {"de": "Gruppe 1", "en": "Group 1", "es": "Grupo 1", "fr": "Groupe 1", "ja": "グループ1", "pt": "Grupo 1"}


@pytest.mark.parametrize("code", codes())
def test_a_group_of_which_nothing_is_true_for_most_has_its_number(code: str) -> None:
    assert label(code=code) == GROUPS[code]
    assert label(answer("Which tools do you use?", "Excel", 60, 90), code=code) == GROUPS[code]


@pytest.mark.parametrize(
    ("code", "option"),
    [
        ("en", "I don't know"),
        ("en", "I don’t understand the question"),
        ("en", "Neither agree nor disagree"),
        ("en", "Neutral"),
        ("en", "Prefer not to say"),
        ("en", "Unfamiliar"),
        ("de", "Weiß nicht"),
        ("de", "Weder noch"),
        ("de", "Keine Angabe"),
        ("de", "Teils/teils"),
        ("es", "No sé"),
        ("es", "Ni de acuerdo ni en desacuerdo"),
        ("fr", "Je ne sais pas"),
        ("fr", "Ni d’accord ni pas d’accord"),
        ("fr", "Sans opinion"),
        ("pt", "Não sei"),
        ("pt", "Nem concordo nem discordo"),
        ("ja", "わからない"),
        ("ja", "どちらともいえない"),
    ],
)
def test_nobody_is_called_by_having_no_view(code: str, option: str) -> None:
    assert label(answer("Shiny", option), code=code) == GROUPS[code]


@pytest.mark.parametrize("option", ["Nice", "Nichts davon", "Neutrality matters", "Knows it well", "Never"])
def test_words_that_only_look_like_no_view_are_views(option: str) -> None:
    assert label(answer("Shiny", option)) == f"Shiny: {option}"


@pytest.mark.parametrize(
    ("question", "option"),
    [
        ("one two three four five six", "Never"),  # too long a question
        ("Shiny", "one two three four five six seven"),
        ("how it was one two three four five", "No"),
    ],
)
def test_what_takes_too_many_words_is_no_label(question: str, option: str) -> None:
    assert label(answer(question, option)) == "Group 1"


def test_what_most_people_of_all_groups_answer_names_none() -> None:
    big = share(column("Which tools do you use?"), "Excel", 90, 85, standing="big")
    assert label(big) == "Group 1"
    assert label(replace(big, groups=big.groups[:1])) == "Uses Excel"  # alone there is nobody to be told from


# -- means ----------------------------------------------------------------------------------------------
RATED = {
    "de": ("Bewertet ‚Preis‘ höher", "Bewertet ‚Preis‘ niedriger"),
    "en": ("Rates ‘Preis’ higher", "Rates ‘Preis’ lower"),
    "es": ("Valora más ‘Preis’", "Valora menos ‘Preis’"),
    "fr": ("Note mieux ‘Preis’", "Note moins bien ‘Preis’"),
    "ja": ("『Preis』を高く評価", "『Preis』を低く評価"),
    "pt": ("Avalia melhor ‘Preis’", "Avalia pior ‘Preis’"),
}


@pytest.mark.parametrize("code", codes())
def test_a_group_may_be_called_by_a_rating_far_from_the_others(code: str) -> None:
    asked = column("Preis", ColumnRole.RATING)
    assert (label(mean(asked, 4, 2), code=code), label(mean(asked, 2, 4), code=code)) == RATED[code]


@pytest.mark.parametrize(
    ("asked", "here", "there"),
    [
        (column("Price", ColumnRole.RATING), 3.0, 2.95),  # not far enough
        (column("Age", ColumnRole.NUMBER), 40.0, 20.0),  # no rating
        (column("Rank the features: price", ColumnRole.RATING), 1.0, 4.0),  # of places, lower is better
        (column("one two three four five six", ColumnRole.RATING), 4.0, 2.0),
    ],
)
def test_other_means_name_nobody(asked: object, here: float, there: float) -> None:
    assert label(mean(asked, here, there)) == "Group 1"  # type: ignore[arg-type]


# -- two answers, and all groups ------------------------------------------------------------------------
EXCEL, COOKS = answer("Which tools do you use?", "Excel"), answer("Do you cook at home?", "Yes")


@pytest.mark.parametrize(("here", "there", "told"), [(1.4, 3.0, "better"), (4.2, 3.0, "worse")])
def test_where_one_is_the_most_less_is_more(here: float, there: float, told: str) -> None:
    asked = column("Fairness of pay", ColumnRole.RATING, scale=(1.0, 5.0), higher_is="less")

    assert label(mean(asked, here, there)) == f"Rates ‘Fairness of pay’ {told}"


PLACES = {
    "de": ("Setzt ‚Preis‘ weiter nach vorn", "Setzt ‚Preis‘ weiter nach hinten"),
    "en": ("Puts ‘Preis’ further up", "Puts ‘Preis’ further down"),
    "es": ("Pone «Preis» más arriba", "Pone «Preis» más abajo"),
    "fr": ("Place « Preis » plus haut", "Place « Preis » plus bas"),
    "ja": ("「Preis」の順位が高い", "「Preis」の順位が低い"),
    "pt": ("Põe «Preis» mais acima", "Põe «Preis» mais abaixo"),
}


@pytest.mark.parametrize("code", codes())
def test_a_thing_that_is_ranked_stands_further_up_or_down(code: str) -> None:
    asked = column("Preis", ColumnRole.RATING, scale=(1.0, 4.0), higher_is="less", is_place=True)

    assert (label(mean(asked, 1.2, 2.6), code=code), label(mean(asked, 2.6, 1.2), code=code)) == PLACES[code]


@pytest.mark.parametrize("code", ["en", "ja"])
def test_two_answers_make_a_label(code: str) -> None:
    first, second = answer("Tea", "x"), answer("Rice", "y")
    assert label(first, second, code=code) == {"en": "Tea: x, Rice: y", "ja": "Tea：x、Rice：y"}[code]


def test_the_same_words_are_not_said_twice() -> None:
    assert label(EXCEL, replace(EXCEL, block="other")) == "Uses Excel"


def test_two_answers_to_a_question_that_takes_one_are_not_both_true() -> None:
    assert label(EXCEL, answer("Which tools do you use?", "Word", 80)) == "Uses Excel"


def test_of_a_question_that_takes_many_the_verb_stands_once() -> None:
    tools = column("Which tools do you use?", ColumnRole.MULTIPLE)
    assert label(share(tools, "Excel", 90, 10), share(tools, "Word", 80, 10)) == "Uses Excel and Word"


def test_a_label_too_long_for_two_is_made_of_one() -> None:
    long = answer("Which tools do you use?", "A program with a name that does not end so soon")
    second = answer("Which paper do you read?", "The newspaper of the town beside the river")
    both = f"{label(long)}, {label(second)}"

    assert len(both) >= LONGEST
    assert label(long, second) == label(long)


def test_no_two_groups_are_called_alike_whatever_the_case() -> None:
    again = answer("Which tools do you use?", "EXCEL")
    told = labels({2: [again, COOKS], 1: [EXCEL], 3: [again]}, ENGLISH, locale("en"))

    assert told == {1: "Uses Excel", 2: "Cooks at home", 3: "Group 3"}


def test_no_groups_have_no_labels() -> None:
    assert labels({}, ENGLISH, locale("en")) == {}


# -- what reads like words ------------------------------------------------------------------------------
def rated(question: str, here: float = 4.0, there: float = 2.0) -> Finding:
    return mean(column(question, ColumnRole.RATING), here, there)


@pytest.mark.parametrize("question", ["E2", "nps", "q_17", "presenters_clear … presenters_responsive"])
def test_codes_and_names_of_columns_are_no_label(question: str) -> None:
    assert label(rated(question)) == label(answer(question, "Never")) == "Group 1"


@pytest.mark.parametrize("question", ["Do your cloud needs include storing data?", "Is it any good for them?"])
def test_a_question_is_no_name_of_those_who_say_yes(question: str) -> None:
    assert not label(answer(question, "Yes")).endswith(("data", "data?", "them", "them?"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("I worry about costs", "Worries about costs more than others"),
        ("How much do you like tea?", "Likes tea more than others"),
        ("Rating", "Gives higher ratings"),
        ("Likely to recommend", "Rates ‘Likely to recommend’ higher"),
    ],
)
def test_a_rating_has_the_verb_of_its_question_where_there_is_one(question: str, told: str) -> None:
    assert label(rated(question)) == told


def test_what_reads_like_words_comes_before_ratings() -> None:
    assert label(rated("Likely to recommend", 5, 1), EXCEL) == "Uses Excel, rates ‘Likely to recommend’ higher"


def test_no_word_stands_twice() -> None:
    assert label(EXCEL, answer("Which tools do you like?", "Excel")) == "Uses Excel"


def test_a_statement_as_it_stands_goes_with_nothing_else() -> None:
    said = share(column("Reminders help me", ColumnRole.RATING), AGREE, 95, 5)
    assert label(said) == "Reminders help me"
    assert label(said, EXCEL) == "Uses Excel"


def test_where_nothing_is_true_for_most_what_is_more_frequent_is_said_so() -> None:
    some = share(column("Which tools do you use?"), "Excel", 40, 10)
    assert label(some) == "Uses Excel, more often than others"
    assert labels({1: [EXCEL], 2: [some]}, ENGLISH, locale("en"))[2] == "Group 2"


def test_everybody_of_whom_nothing_can_be_said_is_everyone() -> None:
    assert labels({1: ()}, ENGLISH, locale("en")) == {1: "Everyone"}
