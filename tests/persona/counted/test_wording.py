"""A counted statement is a sentence with a verb from its question, in people's own option words."""

from __future__ import annotations

import pytest

from persona.counted.findings import Finding
from persona.counted.wording import note_of, sentence_of
from persona.models import ColumnRole
from persona.writing.differences import AGREE
from persona.writing.phrasebooks import ENGLISH, PHRASEBOOKS
from tests.persona.counted.values import column, mean, share


@pytest.mark.parametrize(
    ("question", "option", "sentence"),
    [
        ("How satisfied are you with our support?", "Very satisfied", "Is very satisfied with our support"),
        ("How difficult is your work?", "Not at all difficult", "Finds their work not at all difficult"),
        ("Do you cook at home?", "No", "Does not cook at home"),
        ("Have you ever had your own garden?", "Yes", "Has had their own garden"),
        ("Which tools do you use?", "Excel", "Uses Excel"),
        ("How often do you eat out?", "Every week", "Eats out every week"),
        ("How often do you go out?", "1-2 times", "Answers “1-2 times” to “How often do you go out”"),
        ("When did you join?", "0-6 months ago", "Answers “0-6 months ago” to “When did you join”"),
        ("Do you use Shiny?", "I don't know what Shiny is", "Does not know what Shiny is"),
        ("Job title", "Data Scientist", "Works as data scientist"),
        ("Is your job permanent?", "Yes", "Says yes to “Is your job permanent”"),
        ("3: Which tools do you use? Tick all that apply", "Excel", "Uses Excel"),
        ("Q2. How much, if at all, are you interested in tea?", "A lot", "Is interested in tea “A lot”"),
        ("VisitFrequency", "Never", "Answers “Never” to “Visit frequency”"),
        ("What level?", "I'm new and don't know enough", "Is new and does not know enough"),
        ("tasty", "Yes", "Says yes to “tasty”"),
        ("Would you?", "No opinion", "Answers “No opinion” to “Would you”"),
    ],
)
def test_an_answer_is_told_with_the_verb_of_its_question(question: str, option: str, sentence: str) -> None:
    finding = share(column(question), option, 80, 40)

    assert sentence_of(finding, ENGLISH) == f"{sentence}: 80\u00a0%, 20 points above everyone"
    assert note_of(finding, ENGLISH) == "80 of 100 who answered"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wie sehr stimmen Sie zu? [Das Personal hilft]", "Stimmt zu: „Das Personal hilft“"),
        ("Bitte bewerten Sie: Das Personal hilft", "Stimmt zu: „Das Personal hilft“"),
        ("Aussagen - Das Personal hilft", "Stimmt zu: „Das Personal hilft“"),
        ("Das Personal hilft", "Stimmt zu: „Das Personal hilft“"),
    ],
)
def test_who_agrees_agrees_to_the_statement_behind_the_question(question: str, told: str) -> None:
    finding = share(column(question, ColumnRole.RATING), AGREE, 80, 40)

    assert sentence_of(finding, PHRASEBOOKS["de"]) == f"{told}: 80\u00a0%, 20 Punkte mehr als alle"


@pytest.mark.parametrize(
    ("scale", "told"),
    [
        ({"scale": (1, 6), "higher_is": "more"}, "2,1 von 6"),
        ({"scale": (1, 6), "higher_is": None}, "2,1 von 6"),
        ({"scale": (1, 6), "higher_is": "less"}, "2,1 von 6 (1 ist am besten)"),
        ({"scale": (1, 6), "higher_is": "less", "scale_ends": ("1", "6")}, "2,1 von 6 (1 ist am besten)"),
        ({"scale": (1, 6), "higher_is": "less", "scale_ends": ("gut", "schlecht")}, "2,1 (1 = gut, 6 = schlecht)"),
        ({"scale": (-3, 3), "higher_is": "less"}, "2,1"),
    ],
)
def test_a_mean_says_where_the_lowest_value_is_the_best(scale: dict[str, object], told: str) -> None:
    finding = mean(column("Note", ColumnRole.RATING, **scale), 2.1, 3.0)

    assert sentence_of(finding, PHRASEBOOKS["de"]).startswith(f"Bewertet „Note“ mit {told}; alle ")


def test_what_fewer_people_say_is_told_as_less_often() -> None:
    finding = share(column("Which tools do you use?", ColumnRole.MULTIPLE), "Excel", 10, 60)

    assert sentence_of(finding, ENGLISH) == "Uses Excel less often than others: 10\u00a0%, 25 points below everyone"


def test_what_is_as_everywhere_names_everyone() -> None:
    finding = share(column("Which tools do you use?"), "Excel", 90, 88, "big")

    assert sentence_of(finding, ENGLISH) == "Uses Excel: 90\u00a0%, everyone 89\u00a0%"


@pytest.mark.parametrize(
    ("here", "told"), [(100, "100\u00a0%, 25 points above everyone"), (0, "0\u00a0%, 25 points below everyone")]
)
def test_all_and_nobody_are_said_only_where_it_is_so(here: int, told: str) -> None:
    assert sentence_of(share(column("tasty"), "Yes", here, 50), ENGLISH).endswith(told)


def test_means_are_told_beside_those_of_everyone() -> None:
    rating = mean(column("Price", ColumnRole.RATING, scale=(1.0, 5.0)), 2.1, 3.5)
    number = mean(column("How many exports do you make a month?", ColumnRole.NUMBER), 35, 3)

    assert sentence_of(rating, ENGLISH) == "Rates “Price” 2.1 of 5; everyone 2.8 of 5"
    assert sentence_of(number, ENGLISH) == "Makes 35 exports a month on average; everyone 19"
    done = mean(column("How many meetups have you attended?", ColumnRole.NUMBER), 35, 3)
    assert sentence_of(done, ENGLISH) == "Has attended 35 meetups on average; everyone 19"
    assert note_of(number, ENGLISH) == "the mean of 100 who answered"


def test_a_question_of_how_much_is_told_with_its_verb() -> None:
    asked = column("Please rate how much you like the cuisine of Peru.", ColumnRole.RATING, scale=(1.0, 5.0))

    assert sentence_of(mean(asked, 2.1, 3.5), ENGLISH) == "Likes the cuisine of Peru: 2.1 of 5; everyone 2.8 of 5"


def test_of_a_long_question_its_item_is_told_and_no_markup() -> None:
    long = "Of our various communications channels, please rate which ones you use or check most frequently on a scale"
    asked = column(f"{long} - <b>Slack</b>", ColumnRole.RATING, scale=(1.0, 5.0))

    assert sentence_of(mean(asked, 2.1, 3.5), ENGLISH) == "Rates “Slack” 2.1 of 5; everyone 2.8 of 5"


def test_a_rank_is_a_place_and_no_rating() -> None:
    asked = column("Rank what matters: price", ColumnRole.RATING, scale=(1.0, 7.0))

    assert sentence_of(mean(asked, 1.9, 2.9), ENGLISH) == (
        "Puts “Rank what matters: price” in place 1.9 on average; everyone 2.4"
    )


def test_of_everyone_nothing_is_compared() -> None:
    finding = share(column("tasty"), "Yes", 93, 50)
    alone = Finding(
        finding.columns, "Yes", 1, finding.groups[:1], everyone=0.93, everyone_base=100, effect=0.0, block="tasty"
    )

    assert sentence_of(alone, ENGLISH) == "Says yes to “tasty”: 93\u00a0%"


def test_every_language_has_its_words() -> None:
    finding = share(column("xyz", ColumnRole.MULTIPLE), "abc", 80, 40)

    assert {code: sentence_of(finding, book) for code, book in PHRASEBOOKS.items()} == {
        "en": "Chooses “abc” for “xyz”: 80\u00a0%, 20 points above everyone",
        "de": "Wählt „abc“ bei „xyz“: 80\u00a0%, 20 Punkte mehr als alle",
        "es": "Elige «abc» en «xyz»: 80\u00a0%, 20 puntos más que todos",
        "fr": "Choisit « abc » pour « xyz »: 80\u00a0%, 20 points de plus que tous",
        "pt": "Escolhe «abc» em «xyz»: 80\u00a0%, 20 pontos acima de todos",
        "ja": "「xyz」で「abc」を選ぶ: 80\u00a0%, 全体より20ポイント高い",
    }
