"""A persona in the order of its page."""

from __future__ import annotations

from typing import Any

import pytest

from generation.models import Persona, Statement
from generation.personas.page import Portrait
from tests.generation.values import evidence, fact


def portrait(*statements: Statement, others: int = 3, at: int = 0, **fields: object) -> Portrait:
    people = [Persona(position=i + 1, name=f"P{i + 1}", size=20) for i in range(others)]
    for name, value in fields.items():
        setattr(people[at], name, value)
    return Portrait(people[at], statements, people)


def test_sections_come_in_the_order_of_the_page_without_empty_ones() -> None:
    found = portrait(
        Statement(kind="need", text="n"), Statement(kind="frustration", text="f"), Statement(kind="goal", text="g")
    ).sections

    assert [(section.title, section.icon, [s.text for s in section.statements]) for section in found] == [
        ("Goals", "target", ["g"]),
        ("Frustrations", "frown", ["f"]),
        ("Needs", "heart", ["n"]),
    ]


def test_opinions_and_facts_about_themselves_stand_under_who_they_are() -> None:
    found = portrait(
        *(Statement(kind=kind, text=kind) for kind in ("fact_about_self", "opinion", "delight", "goal"))
    ).sections

    assert [(section.title, section.part, section.begins) for section in found] == [
        ("Goals", "", False),
        ("Delights", "", False),
        ("Opinions", "Who they are", True),
        ("Facts about themselves", "Who they are", False),
    ]


@pytest.mark.parametrize(
    ("here", "there", "told", "bars"),
    [
        ({"share": 0.62}, {"share": 0.3}, ("62\u00a0%", "30\u00a0%"), (62.0, 30.0)),
        ({"share": None, "mean": 2.0}, {"mean": 4.0}, ("2.0", "4.0"), (50.0, 100.0)),
        ({"share": None, "mean": 2.0}, {}, ("2.0", "–"), (100.0, 0.0)),
    ],
)
def test_unlike_another_persona_both_figures_are_bars(
    here: dict[str, Any], there: dict[str, Any], told: tuple[str, str], bars: tuple[float, float]
) -> None:
    count = {"share": None, "mean": None, **here, "groups": [{"persona": 2, **there}] if there else []}
    statement = Statement(kind="goal", text="g", position=1, count=count)
    line = {"persona": 2, "text": "Unlike P2: uses Excel.", "topic": "uses Excel", "positions": [1]}
    (duel,) = portrait(statement, unlike=[line]).duels

    assert (duel.other.name, duel.told.topic, (duel.here, duel.there), duel.bars) == ("P2", "uses Excel", told, bars)


def test_shares_become_bars_and_the_rest_stands_in_short() -> None:
    number = fact(kind="number", label="Age", value="34–46", share=None, everyone_share=None)
    found = portrait(facts=[f.model_dump(mode="json") for f in (fact(), number)])

    assert [(versus.fact.label, versus.bar, versus.line) for versus in found.versus] == [("Lives in Porto", 62.0, 34.0)]
    assert found.in_short == [number]


def test_lead_is_the_first_quote() -> None:
    assert portrait(quotes=[evidence(2).model_dump(mode="json")]).lead == evidence(2)
    assert portrait(quotes=[]).lead is None


@pytest.mark.parametrize(("at", "previous", "following"), [(0, "P3", "P2"), (1, "P1", "P3"), (2, "P2", "P1")])
def test_neighbours_go_round(at: int, previous: str, following: str) -> None:
    found = portrait(at=at)

    assert (found.previous.name, found.next.name) == (previous, following)


def test_two_personas_are_each_others_next_and_nothing_else() -> None:
    found = portrait(others=2)

    assert (found.previous, found.next.name) == (None, "P2")


def test_a_single_persona_has_no_neighbours() -> None:
    found = portrait(others=1)

    assert (found.previous, found.next) == (None, None)


def test_a_persona_without_statements_or_facts_has_an_empty_page() -> None:
    found = portrait()

    assert (found.sections, found.versus, found.in_short, found.lead) == ([], [], [], None)


@pytest.mark.parametrize(
    ("share", "everyone", "bar", "line"),
    [(0.62, 0.34, 62.0, 34.0), (0.0, 1.0, 0.0, 100.0), (0.12345, 0.00049, 12.3, 0.0)],
)
def test_a_fact_stands_beside_that_of_everyone(share: float, everyone: float, bar: float, line: float) -> None:
    told = fact(share=share, everyone_share=everyone)
    (versus,) = portrait(facts=[told.model_dump(mode="json")]).versus

    assert (versus.fact, versus.bar, versus.line) == (told, bar, line)


def test_statements_keep_their_order_within_a_section() -> None:
    said = [Statement(kind="need", text=str(number), position=number) for number in (2, 1, 3)]
    (section,) = portrait(*said).sections

    assert [statement.text for statement in section.statements] == ["2", "1", "3"]


@pytest.mark.parametrize("others", [3, 4, 7])
def test_going_round_leads_past_everybody_once(others: int) -> None:
    forward = [portrait(others=others, at=at).next.name for at in range(others)]
    back = [portrait(others=others, at=at).previous.name for at in range(others)]

    assert forward == [f"P{at % others + 1}" for at in range(1, others + 1)]
    assert back == [f"P{(at - 1) % others + 1}" for at in range(others)]
