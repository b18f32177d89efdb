"""A counted statement stands in the section that its question and its answer ask for."""

from __future__ import annotations

import pytest

from persona.counted.placing import kind_of
from persona.models import ColumnRole
from persona.writing.differences import AGREE
from tests.persona.counted.values import column, mean, share


@pytest.mark.parametrize(
    ("question", "option", "kind"),
    [
        ("What were the biggest difficulties?", "Error messages", "frustration"),
        ("How are the reports?", "Too detailed", "frustration"),
        ("How was it?", "Excellent", "delight"),
        ("How was it?", "Not very satisfied", "frustration"),
        ("How was it?", "Neither satisfied nor dissatisfied", "opinion"),
        ("How was it?", "Not bad", "opinion"),
        ("Welke problemen had u met de veerboot?", "De prijs", "frustration"),
        ("Q7", "De prijs", "behaviour"),
        ("Why did you join?", "To learn", "motivation"),
        ("What do you hope to get?", "A job", "goal"),
        ("What would help you?", "Templates", "need"),
        ("Job title", "Manager", "fact_about_self"),
        ("Which tools do you use?", "Excel", "behaviour"),
        ("tasty", "Yes", "opinion"),
        ("What do you like about it?", "The price", "delight"),
        ("How satisfied are you? - Band", "Middle", "opinion"),
        ("Zufriedenheit", "Abgeschlossen", "opinion"),
        ("Would you recommend us?", "Yes", "delight"),
        ("Qu’est-ce qui vous freine ? Vos freins", "Le prix", "frustration"),
        ("Cooking feels like a chore", AGREE, "opinion"),
    ],
)
def test_options(question: str, option: str, kind: str) -> None:
    assert kind_of(share(column(question), option, 80, 40)) == kind


@pytest.mark.parametrize(
    ("here", "there", "kind"), [(4.6, 3.0, "delight"), (1.8, 3.0, "frustration"), (4.2, 4.9, "opinion")]
)
def test_satisfaction_high_delights_and_low_frustrates(here: float, there: float, kind: str) -> None:
    asked = column("How satisfied are you?", ColumnRole.RATING, scale=(1.0, 5.0))

    assert kind_of(mean(asked, here, there)) == kind


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        (9.1, 7.0, "delight"),
        (8.4, 7.0, "opinion"),
        (7.0, 7.0, "opinion"),
        (6.6, 7.4, "opinion"),
        (6.4, 7.4, "frustration"),
        (3.0, 7.4, "frustration"),
    ],
)
def test_who_would_recommend_with_seven_or_eight_is_neither_for_nor_against(
    here: float, there: float, kind: str
) -> None:
    asked = column("How likely are you to recommend us to a friend?", ColumnRole.RATING, scale=(0.0, 10.0))

    assert kind_of(mean(asked, here, there)) == kind


def test_to_recommend_is_asked_in_any_language() -> None:
    asked = column("Recommanderiez-vous notre service à vos proches ?", ColumnRole.RATING, scale=(0.0, 10.0))

    assert [kind_of(mean(asked, here, 7.0)) for here in (9.0, 7.5, 4.0)] == ["delight", "opinion", "frustration"]


def test_a_recommendation_on_five_steps_is_read_as_any_scale() -> None:
    asked = column("How likely are you to recommend us?", ColumnRole.RATING, scale=(1.0, 5.0))

    assert kind_of(mean(asked, 4.0, 3.0)) == "delight"


@pytest.mark.parametrize(
    ("here", "there", "kind"), [(1.4, 3.0, "delight"), (4.2, 3.0, "frustration"), (1.8, 1.1, "opinion")]
)
def test_where_one_is_the_most_a_low_mean_is_a_high_answer(here: float, there: float, kind: str) -> None:
    asked = column("How satisfied are you?", ColumnRole.RATING, scale=(1.0, 5.0), higher_is="less")

    assert kind_of(mean(asked, here, there)) == kind


@pytest.mark.parametrize(
    ("ends", "here", "there", "kind"),
    [
        (("poor", "excellent"), 1.6, 2.7, "frustration"),
        (("sehr schlecht", "ausgezeichnet"), 4.4, 3.1, "delight"),
        (("malo", "excelente"), 1.9, 1.4, "opinion"),
        (("never", "always"), 1.6, 2.7, "opinion"),
    ],
)
def test_a_scale_from_bad_to_good_tells_what_frustrates(
    ends: tuple[str, str], here: float, there: float, kind: str
) -> None:
    asked = column("The price", ColumnRole.RATING, scale=(1.0, 5.0), scale_ends=ends, higher_is="more")

    assert kind_of(mean(asked, here, there)) == kind


@pytest.mark.parametrize(
    ("here", "there", "kind"), [(1.4, 2.5, "motivation"), (4.0, 4.0, "opinion"), (2.5, 1.4, "opinion")]
)
def test_what_stands_far_up_in_an_order_is_what_people_value(here: float, there: float, kind: str) -> None:
    asked = column("Please rank: Price", ColumnRole.RATING, scale=(1.0, 5.0), higher_is="less", is_place=True)

    assert kind_of(mean(asked, here, there)) == kind


@pytest.mark.parametrize(("here", "there", "kind"), [(80, 40, "motivation"), (40, 80, "opinion")])
def test_what_more_people_put_first_is_what_they_value(here: int, there: int, kind: str) -> None:
    assert kind_of(share(column("Please rank by importance", is_place=True), "Price", here, there)) == kind
