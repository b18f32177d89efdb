"""Columns read as the kind that a person chose, whatever their cells look like."""

from __future__ import annotations

import pytest

from persona.questionnaire.context import Context
from persona.questionnaire.drafts import Draft
from persona.questionnaire.forced import read_as
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import DateRange, NumberRange, Option, Recoding, Scale
from tests.questionnaires import filled, table_of, view, views

APART = (Kind.OPEN, Kind.IDENTIFIER, Kind.ADMINISTRATION, Kind.PERSONAL, Kind.UNUSED)


def forced(kind: Kind, given: str) -> Draft:
    return read_as(kind, [view("Q", filled(given))], Context())


def counted(draft: Draft) -> str:
    return "; ".join(f"{option.label} {option.count}" for option in draft.options)


# Kind ~ cells ~ options with their counts ~ what parts several of them.
LISTS = """
single_choice ~ 1; 2; 3 ~ 1 20; 2 20; 3 20 ~
single_choice ~ Good; Bad; good; So so ~ Good 30; Bad 15; So so 15 ~
single_choice ~ a;b|b|a ~ a 20; a;b 20; b 20 ~
multiple_choice ~ a;b|b|a ~ a 40; b 40 ~ ;
multiple_choice ~ a;b|b|c;a|k. A. ~ a 30; b 30; c 15 ~ ;
multiple_choice ~ a, b|b, c|c, a|b ~ b 45; a 30; c 30 ~ ,
multiple_choice ~ Rot、Blau|Blau|Gelb、Rot ~ Blau 40; Rot 40; Gelb 20 ~ 、
multiple_choice ~ x/y|y/z|x ~ x 40; y 40; z 20 ~ /
multiple_choice ~ plain|words ~ plain 30; words 30 ~ ;
ranking ~ a;b;c|b;a;c|c;a;b|a;c;b ~ a 30; b 15; c 15 ~ ;
ranking ~ Good|Bad|Good|So so ~ Good 30; Bad 15; So so 15 ~ ;
"""


@pytest.mark.parametrize(("kind", "given", "options", "mark"), table_of(LISTS))
def test_lists(kind: str, given: str, options: str, mark: str) -> None:
    found = forced(Kind(kind), given if "|" in given else given.replace(";", "; "))

    assert (found.kind, found.reason, found.confidence, found.unsure) == (kind, "you chose this kind", "sure", ())
    assert (counted(found), (found.separator or "").strip()) == (options, mark)


@pytest.mark.parametrize("kind", [Kind.RATING, Kind.BATTERY])
@pytest.mark.parametrize(
    ("given", "scale"),
    [
        ("1; 2; 3; 4; 5", Scale(low=1, high=5, higher_is="more")),
        ("11; 40; 17; 25", Scale(low=11, high=40)),
        ("1; 2; word", Scale(low=1, high=2)),
        ("Good; Bad; Good; So so", Scale(low=1, high=3, words=("Good", "Bad", "So so"))),
        ("2024-03-05; 2024-03-09", Scale(low=1, high=2, words=("2024-03-05", "2024-03-09"))),
        ("", Scale(low=1, high=1)),
    ],
    ids=["numbers of a scale", "quantities", "numbers and a word", "words", "days", "nothing"],
)
def test_ratings_have_a_scale_whatever_is_in_the_cells(kind: Kind, given: str, scale: Scale) -> None:
    found = forced(kind, given)

    assert (found.kind, found.scale, found.unsure) == (kind, scale, ())


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.WEIGHT])
@pytest.mark.parametrize(
    ("given", "numbers"),
    [("1; 2; 4; 5", NumberRange(min=1, median=3, max=5)), ("Good; Bad", None), ("2024-03-05", None)],
)
def test_numbers(kind: Kind, given: str, numbers: NumberRange | None) -> None:
    assert (forced(kind, given).kind, forced(kind, given).numbers) == (kind, numbers)


@pytest.mark.parametrize(
    ("given", "dates"),
    [("2024-03-05; 2024-04-01", DateRange(first="2024-03-05", last="2024-04-01")), ("Good; Bad", None)],
)
def test_days(given: str, dates: DateRange | None) -> None:
    assert (forced(Kind.DATE, given).kind, forced(Kind.DATE, given).dates) == ("date", dates)


@pytest.mark.parametrize("kind", APART)
def test_what_is_no_closed_question_keeps_nothing_but_its_column(kind: Kind) -> None:
    column = view("Q", filled("1; 2; 3"))

    assert read_as(kind, [column], Context()) == Draft((column,), "Q", kind, "you chose this kind")


BOXES = views(**{"Q5 [Slack]": filled("1; 0; 1"), "Q5 [Teams]": filled("0; 1; 1"), "Q5 [Zoom]": filled("0; 0; 1")})
RATED = views(**{"Rate: Price": filled("1; 2; 3"), "Rate: Speed": filled("3; 4; 5"), "Rate: Care": filled("2; 3; 1")})
ODD = views(Alpha=filled("red; blue"), Beta=filled("blue; green"))


def test_boxes_to_tick() -> None:
    found = read_as(Kind.MULTIPLE, BOXES, Context())

    assert (found.kind, found.text, found.reason) == ("multiple_choice", "Q5", "you chose this kind")
    assert found.options == (
        Option(label="Slack", count=40, column=0), Option(label="Teams", count=40, column=1),
        Option(label="Zoom", count=20, column=2),
    )  # fmt: skip
    at = range(3)
    assert found.recoding == Recoding(
        labels=dict(enumerate(("Slack", "Teams", "Zoom"))),
        ticked=dict.fromkeys(at, ("1",)),
        left=dict.fromkeys(at, ("0",)),
    )


def test_columns_without_ticks_are_slots_of_one_list() -> None:
    found = read_as(Kind.MULTIPLE, ODD, Context())

    assert (found.text, found.items, counted(found)) == ("Alpha", ("Alpha", "Beta"), "blue 60; green 30; red 30")


@pytest.mark.parametrize("kind", [Kind.RATING, Kind.BATTERY])
@pytest.mark.parametrize(
    ("columns", "text", "items", "scale"),
    [
        (RATED, "Rate", ("Price", "Speed", "Care"), Scale(low=1, high=5, higher_is="more")),
        (ODD, "Alpha", ("Alpha", "Beta"), Scale(low=1, high=3, words=("blue", "green", "red"))),
        (
            views(Alpha=filled("12; 40"), Beta=filled("31; 250; 17")), "Alpha", ("Alpha", "Beta"),
            Scale(low=12, high=250),
        ),
    ],
    ids=["points of a scale", "words in any of the columns", "numbers in any of the columns"],
)  # fmt: skip
def test_a_battery_has_room_for_every_answer_of_its_columns(
    kind: Kind, columns: list, text: str, items: tuple[str, ...], scale: Scale
) -> None:
    found = read_as(kind, columns, Context())

    assert (found.kind, found.text, found.items, found.scale) == ("rating_battery", text, items, scale)


def test_a_ranking_counts_who_put_each_thing_first() -> None:
    ranked = views(
        **{"Rank: Price": filled("1; 2; 3"), "Rank: Speed": filled("2; 1; 1"), "Rank: Care": filled("3; 3; 2")}
    )
    found = read_as(Kind.RANKING, ranked, Context())

    assert (found.text, found.items) == ("Rank", ("Price", "Speed", "Care"))
    assert counted(found) == "Price 20; Speed 40; Care 0"


@pytest.mark.parametrize("kind", [Kind.SINGLE, Kind.OPEN, Kind.NUMBER, Kind.IDENTIFIER])
def test_other_kinds_of_many_columns_keep_them_together(kind: Kind) -> None:
    found = read_as(kind, RATED, Context())

    assert found == Draft(tuple(RATED), "Rate", kind, "you chose this kind", items=("Price", "Speed", "Care"))
