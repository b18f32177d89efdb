"""Tests for whom the statements that were told speak."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from persona.writing.choices import Choice
from persona.writing.people import NOBODY, People
from persona.writing.reached import Reached
from tests.persona.writing.parts import part

if TYPE_CHECKING:
    from collections.abc import Iterable


def _told(label: str, people: Iterable[int], mentions: Iterable[int] = ()) -> Choice:
    return Choice(part(label, people), 0, 1.0, "need", People.of(people), True, People.of(mentions))


def test_a_statement_speaks_for_those_who_say_it_and_those_who_speak_of_its_topic() -> None:
    reached = Reached([_told("refund", [1, 2], [2, 3, 4])])

    assert list(reached.of(part("delivery", [9]))) == [1, 2, 3, 4]
    assert reached.new(_told("delivery", [4], [4, 5, 6])) == 2


def test_nothing_speaks_for_those_who_answered_another_question() -> None:
    reached = Reached([_told("refund", [1, 2])])
    other = part("refund", [1, 2])

    assert reached.of(replace(other, theme=other.theme._replace(column="how"))) is NOBODY


def test_a_topic_is_told_as_often_as_it_and_its_claims_are() -> None:
    reached = Reached([_told("refund", [1]), _told("delivery", [2])])

    reached.add(_told("refund", [3]))

    assert [reached.times(part(name, [1])) for name in ("refund", "delivery", "staff")] == [2, 1, 0]
