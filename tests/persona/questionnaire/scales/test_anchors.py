"""What questions and answers say of the numbers of a scale."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.anchors import Anchors, find_anchored_values, find_anchors, read_value_labels


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("How useful? (1-5, 0 = cannot say)", Anchors(1, 5, {}, {0: "cannot say"})),
        (
            "Rate these (1 = strongly agree … 5 = strongly disagree)",
            Anchors(1, 5, {1: "strongly agree", 5: "strongly disagree"}),
        ),
        ("On a scale of 1 - 5 (1 being hardest, 5 being easiest)", Anchors(1, 5, {1: "hardest", 5: "easiest"})),
        (
            "on a 1-5 scale, where 1 is “never”, 3 is “several times a month” and 5 is “every day”.",
            Anchors(1, 5, {1: "never", 3: "several times a month", 5: "every day"}),
        ),
        ("from 1 (bad) to 10 (good)", Anchors(1, 10, {1: "bad", 10: "good"})),
        ("Strongly disagree (1) to strongly agree (5)", Anchors(1, 5, {1: "Strongly disagree", 5: "strongly agree"})),
        (
            "1 (trifft gar nicht zu) – 7 (trifft voll zu)",
            Anchors(1, 7, {1: "trifft gar nicht zu", 7: "trifft voll zu"}),
        ),
        (
            "1 = sehr zufrieden, 6 = sehr unzufrieden, 9 = keine Angabe",
            Anchors(1, 6, {1: "sehr zufrieden", 6: "sehr unzufrieden"}, {9: "keine Angabe"}),
        ),
        ("Auf einer Skala von 1 bis 10", Anchors(1, 10)),
        ("오늘의 기분 (1점 = 매우 나쁨, 10점 = 매우 좋음)", Anchors(1, 10, {1: "매우 나쁨", 10: "매우 좋음"})),
        ("满意度（1分=非常不满意，5分=非常满意）", Anchors(1, 5, {1: "非常不满意", 5: "非常满意"})),
        ("満足度（1点＝とても不満、5点＝とても満足）", Anchors(1, 5, {1: "とても不満", 5: "とても満足"})),
        ("Note (1 point = mauvais, 5 points = très bon)", Anchors(1, 5, {1: "mauvais", 5: "très bon"})),
        ("Оценка (1 балл - плохо, 5 баллов - отлично)", Anchors(1, 5, {1: "плохо", 5: "отлично"})),
        (
            "Sur une échelle de 1 à 5, 1 = pas du tout d'accord et 5 = tout à fait d'accord",
            Anchors(1, 5, {1: "pas du tout d'accord", 5: "tout à fait d'accord"}),
        ),
        ("donde 1 es muy malo y 7 es muy bueno", Anchors(1, 7, {1: "muy malo", 7: "muy bueno"})),
        ("Da 1 (per niente) a 5 (moltissimo)", Anchors(1, 5, {1: "per niente", 5: "moltissimo"})),
        (
            "Hoe tevreden? (1 = zeer ontevreden, 10 = zeer tevreden)",
            Anchors(1, 10, {1: "zeer ontevreden", 10: "zeer tevreden"}),
        ),
        ("5段階評価（1：とても不満、5：とても満足）", Anchors(1, 5, {1: "とても不満", 5: "とても満足"})),
        ("How likely are you to recommend us? 0-10", Anchors(0, 10)),
        ("Rate from 0 to 100", Anchors(0, 100)),
        ("Оцените поездку от 1 до 10", Anchors(1, 10)),
        ("Jak oceniasz obsługę od 1 do 6?", Anchors(1, 6)),
        ("Betygsätt från 1 till 5", Anchors(1, 5)),
        ("Vurder maden fra 1 til 7", Anchors(1, 7)),
        ("Puntúe de 1 hasta 7", Anchors(1, 7)),
        ("¿Cómo valora la tienda? (1 muy mala - 10 muy buena)", Anchors(1, 10, {1: "muy mala", 10: "muy buena"})),
        ("Hoe was het? (zeer slecht 1 – 10 zeer goed)", Anchors(1, 10, {1: "zeer slecht", 10: "zeer goed"})),
        ("Note globale [0 nul / 10 parfait]", Anchors(0, 10, {0: "nul", 10: "parfait"})),
        ("Rate the talk (1 dull ... 7 thrilling)", Anchors(1, 7, {1: "dull", 7: "thrilling"})),
        ("Как вам доставка? 1 ужасно — 5 отлично", Anchors(1, 5, {1: "ужасно", 5: "отлично"})),
        ("Оцените сервис (1 ужасно, 5 отлично)", Anchors(1, 5, {1: "ужасно", 5: "отлично"})),
        ("Satisfaction (1=low, 5=high, 99=refused)", Anchors(1, 5, {1: "low", 5: "high"}, {99: "refused"})),
    ],
)
def test_anchors_are_found_in_a_question(text: str, anchors: Anchors) -> None:
    assert find_anchors(text) == anchors


@pytest.mark.parametrize(
    "text",
    [
        "How useful was the course?",
        "In the past 1-2 weeks, how often did you run?",
        "Ages 18-24",
        "1. Overall, I am satisfied with this system.",
        "Q1: How old are you?",
        "Region (1 = Bavaria, 2 = Berlin, 3 = Hesse)",
        "Gender: 1=male, 2=female",
        "2019-2020 budget",
        "How many hours (0-24)?",
        "Top 3 of 5 things",
        "How many rooms do you need? (1 adult - 2 children)",
        "Which pages did you read? (2 adults - 3 children)",
        "pages 1 - 10 only",
        "Kinder von 5 до 8",
    ],
)
def test_other_numbers_are_no_anchors(text: str) -> None:
    assert find_anchors(text) is None


def test_ends_have_their_words() -> None:
    anchors = find_anchors("1 = bad, 10 = good")
    assert anchors is not None
    assert (anchors.low_label, anchors.high_label) == ("bad", "good")


@pytest.mark.parametrize(
    ("cells", "anchors", "first"),
    [
        (
            ["1: never", "2", "3: several times a month", "4", "5: everyday"],
            Anchors(1, 5, {1: "never", 3: "several times a month", 5: "everyday"}),
            1,
        ),
        (
            ["No trust at all - 1", "2", "3", "Complete Trust - 7", "-99"],
            Anchors(1, 7, {1: "No trust at all", 7: "Complete Trust"}, {-99: ""}),
            1,
        ),
        (["0 - Mostly me", "1", "2", "5 - Others"], Anchors(0, 5, {0: "Mostly me", 5: "Others"}), 0),
        (["1 (Never)", "2.0", "10 (Always)"], Anchors(1, 10, {1: "Never", 10: "Always"}), 1),
        (["Not Sensitive 1", "5", "Very Sensitive 10"], Anchors(1, 10, {1: "Not Sensitive", 10: "Very Sensitive"}), 1),
        (
            ["1 - Sehr gut", "2 - Gut", "3 - Befriedigend", "4 - Ausreichend"],
            Anchors(1, 4, {1: "Sehr gut", 2: "Gut", 3: "Befriedigend", 4: "Ausreichend"}),
            1,
        ),
    ],
)
def test_answers_that_carry_their_number(cells: list[str], anchors: Anchors, first: float) -> None:
    found = find_anchored_values(dict.fromkeys(cells, 4))
    assert found is not None
    assert (found[0], found[1][cells[0]]) == (anchors, first)


@pytest.mark.parametrize(
    "cells",
    [
        ["1 - Red", "2 - Blue", "3 - Green"],
        ["1 year", "2 years", "3 years"],
        ["18 - 24", "25 - 34", "35 - 44"],
        ["1", "2", "3"],
        ["Windows 10", "Windows 11", "Windows 7"],
        ["Group A", "Group B", "3"],
    ],
)
def test_other_answers_carry_none(cells: list[str]) -> None:
    assert find_anchored_values(dict.fromkeys(cells, 4)) is None


def test_value_labels_tell_the_scale_and_the_missing_codes() -> None:
    labels = {1.0: "Strongly agree", 2.0: "Agree", 3.0: "Neutral", 4.0: "Disagree", 9.0: "Don't know", -1.0: "Refused"}
    assert read_value_labels(labels) == Anchors(
        1,
        4,
        {1: "Strongly agree", 2: "Agree", 3: "Neutral", 4: "Disagree"},
        {9: "Don't know", -1: "Refused"},
    )


def test_value_labels_that_name_things_are_no_scale() -> None:
    assert read_value_labels({1.0: "Bavaria", 2.0: "Berlin", 3.0: "Hesse"}) is None
    assert read_value_labels({1.0: "Male", 2.0: "Female"}) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("كيف تقيّم الخدمة؟ (من ١ إلى ٥)", 1, 5),
        ("עד כמה היית מרוצה? (1 עד 7)", 1, 7),
        ("आप कितने संतुष्ट हैं? (1 से 10)", 1, 10),
        ("評分（滿分10分）", None, 10),
        ("满意度（满分5分）", None, 5),
        ("総合評価（10点満点）", None, 10),
        ("평점 (10점 만점)", None, 10),
        ("Score out of 10", None, 10),
        ("Bewertung (von 10 Punkten)", None, 10),
        ("Votre note (sur 20)", None, 20),
        ("Оценка (из 10)", None, 10),
    ],
)
def test_range_is_read_in_other_scripts_and_from_its_top_alone(text: str, low: float | None, high: float) -> None:
    found = find_anchors(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Wie viele von 10 Mitarbeitenden?",
        "Tables for 10",
        "How many of the 10 days",
        "Combien sur 10 km",
        "Сколько из 10 дней",
        "Pizza (30 cm)",
        "Preis (von 12 Euro)",
    ],
)
def test_other_tens_are_no_top_of_a_scale(text: str) -> None:
    assert find_anchors(text) is None
