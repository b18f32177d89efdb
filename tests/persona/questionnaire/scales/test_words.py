"""Scales in words, in many languages: their order, and what stands outside."""

from __future__ import annotations

import random

import pytest

from persona.questionnaire.scales.words import WordScale, order_words

SCALES = [
    "Strongly disagree | Disagree | Neither agree nor disagree | Agree | Strongly agree",
    "strongly_disagree | somewhat_disagree | neutral | somewhat_agree | strongly_agree",
    "Very dissatisfied | Somewhat dissatisfied | Neither satisfied nor dissatisfied | Satisfied | Very satisfied",
    "Never | Rarely | Sometimes | Often | Always",
    "None of the time | Some of the time | Most of the time | All of the time",
    "Never | Less than once a month | A few times a month | Once a week | 2-3 times a week | Daily",
    "Never | Yearly | Monthly | Weekly | Daily",
    "Don't use at all | Less often | Every few weeks | A few times a week | About once a day | Several times a day",
    "Not at all important | Slightly important | Moderately important | Very important | Extremely important",
    "Not important | Somewhat important | Very important | Critical",
    "Terrible | Poor | Fair | Good | Excellent",
    "Very unlikely | Unlikely | Neutral | Likely | Very likely",
    "Definitely not | Probably not | Might or might not | Probably yes | Definitely yes",
    "Too slow | Slightly slow | Just right | Slightly fast | Too fast",
    "Too little | About right | Too much",
    "Much worse | Worse | About the same | Better | Much better",
    "Not at all able | Slightly able | Moderately able | Extremely able",
    "Little or no knowledge | Some knowledge | Extensive knowledge",
    "None of it | Some of it | About half of it | Most of it | All of it",
    "Low | Medium | High",
    "Beginner | Intermediate | Advanced | Expert",
    "Stimme gar nicht zu | Stimme eher nicht zu | Teils/teils | Stimme eher zu | Stimme voll und ganz zu",
    "Trifft überhaupt nicht zu | Trifft eher nicht zu | Trifft eher zu | Trifft voll zu",
    "Sehr unzufrieden | Unzufrieden | Neutral | Zufrieden | Sehr zufrieden",
    "Nicht wichtig | Eher unwichtig | Eher wichtig | Sehr wichtig",
    "Nie | Selten | Manchmal | Oft | Immer",
    "Nie | Einmal im Monat | Mehrmals pro Woche | Täglich",
    "Pas du tout d'accord | Plutôt pas d'accord | Ni d'accord ni pas d'accord | Plutôt d'accord | Tout à fait d'accord",
    "Très insatisfait | Insatisfait | Neutre | Satisfait | Très satisfait",
    "Jamais | Rarement | Parfois | Souvent | Toujours",
    "Jamais | Une fois par mois | Plusieurs fois par semaine | Tous les jours",
    "Totalmente en desacuerdo | En desacuerdo | Ni de acuerdo ni en desacuerdo | De acuerdo | Totalmente de acuerdo",
    "Nunca | Casi nunca | A veces | A menudo | Siempre",
    "Nada importante | Poco importante | Algo importante | Muy importante",
    "Discordo totalmente | Discordo parcialmente | Neutro | Concordo parcialmente | Concordo totalmente",
    "Nunca | Raramente | Às vezes | Frequentemente | Sempre",
    "Per niente d'accordo | Poco d'accordo | Abbastanza d'accordo | Molto d'accordo",
    "Mai | Raramente | A volte | Spesso | Sempre",
    "Helemaal mee oneens | Mee oneens | Neutraal | Mee eens | Helemaal mee eens",
    "Nooit | Zelden | Soms | Vaak | Altijd",
    "全くそう思わない | あまりそう思わない | どちらともいえない | ややそう思う | とてもそう思う",
    "非常に不満 | やや不満 | 普通 | やや満足 | 非常に満足",
    "Strongly against | Against | In favor | Strongly in favor",
    "None at all | A little | A moderate amount | A lot | A great deal",
    "Not a problem | Minor problem | Moderate problem | Major problem",
    "stimmt nicht | stimmt kaum | stimmt eher | stimmt genau",
    "mangelhaft | ausreichend | befriedigend | gut | sehr gut",
    "Jamais | Une fois par an | Une fois par mois | Plusieurs fois par semaine | Tous les jours",
    "全くない | 年に数回 | 月に1回 | 週に1回 | 毎日",
    "非常不同意 | 不同意 | 一般 | 同意 | 非常同意",
    "从不 | 很少 | 有时 | 经常 | 总是",
]


@pytest.mark.parametrize("scale", SCALES)
def test_words_stand_in_their_order(scale: str) -> None:
    words = scale.split(" | ")
    shuffled = random.Random(4).sample(words, len(words))
    found = order_words(dict.fromkeys(shuffled, 5))
    assert found is not None
    assert (list(found.words), found.outside, found.higher_is) == (words, (), "more")


def test_the_whole_scale_is_told() -> None:
    counts = {"Often ": 3, "often": 4, "Never": 2, "Sometimes": 5, "I was not aware of this": 2, "Don't know": 9, "": 7}
    assert order_words(counts) == WordScale(
        words=("Never", "Sometimes", "often"),
        places={"Never": 1, "Sometimes": 2, "Often ": 3, "often": 3},
        outside=("I was not aware of this",),
        higher_is="more",
    )


def test_two_ends_that_no_word_weighs_have_no_direction() -> None:
    words = [
        "Too much lecture",
        "Slightly too much lecture",
        "Balanced",
        "Slightly too much hands-on",
        "Too much hands-on",
    ]
    found = order_words(dict.fromkeys(reversed(words), 4), "HandsOn")
    assert found is not None
    assert (list(found.words), found.higher_is) == (words, None)


def test_a_middle_may_have_two_names() -> None:
    found = order_words({"Agree": 4, "Neutral": 3, "Neither agree nor disagree": 5, "Disagree": 2})
    assert found is not None
    assert (found.words, found.places["Neutral"]) == (("Disagree", "Neither agree nor disagree", "Agree"), 2)


@pytest.mark.parametrize(
    "options",
    [
        ["Yes", "No", "Maybe"],
        ["Ja", "Nein", "Vielleicht"],
        ["Agree", "Disagree"],
        ["Red", "Green", "Blue"],
        ["High school", "Some college", "Bachelor degree", "Graduate degree"],
        ["Small business", "Large enterprise", "Government", "Student"],
        ["18-24", "25-34", "35-44"],
        ["Less than 1 year", "1-2 years", "More than 5 years"],
        ["0-6 months ago", "7-12 months ago", "Never"],
        [
            "I like it very much and use it daily at work.",
            "Not for me, the second time it broke.",
            "It is good enough for now, really.",
        ],
        ["Male", "Female", "Other"],
        ["Good price", "Good quality", "Good service"],
        ["Less than high school", "High school", "Some college", "Bachelor's"],
        ["Stimmt sehr", "Stimmt etwas", "Stimmt nicht", "Stimmt vorgestern"],
        ["Single", "Married", "Divorced", "Never married"],
        ["Cat", "Dog", "None"],
    ],
)
def test_other_options_are_no_scale(options: list[str]) -> None:
    assert order_words(dict.fromkeys(options, 5)) is None


@pytest.mark.parametrize(
    "told",
    [
        "전혀 그렇지 않다 | 그렇지 않다 | 보통이다 | 그렇다 | 매우 그렇다",
        "Hiç memnun değilim | Memnun değilim | Kararsızım | Memnunum | Çok memnunum",
        "Bardzo źle | Źle | Przeciętnie | Dobrze | Bardzo dobrze",
        "Очень плохо | Плохо | Нормально | Хорошо | Отлично",
        "Totalement inutile | Plutôt inutile | Plutôt utile | Très utile",
        "Péssima | Ruim | Regular | Boa | Ótima",
        "Pessimo | Scarso | Nella media | Buono | Ottimo",
        "Very dissatisfied | Dissatisfied | Neutral | Satisfied | Very satisfied",
    ],
)
def test_scales_of_other_languages_have_their_ends_and_their_middle(told: str) -> None:
    words = told.split(" | ")
    found = order_words(dict.fromkeys(reversed(words), 10))
    assert found is not None
    assert (found.words, found.outside) == (tuple(words), ())
