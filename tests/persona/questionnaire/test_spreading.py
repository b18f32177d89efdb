"""One question to people for many columns, and one answer for all of them."""

from __future__ import annotations

from persona.questionnaire.drafts import Draft, Unsure
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.spreading import grouped, spread
from tests.questionnaires import view

FIVE, TEN = (Unsure("scale_direction", group=ends) for ends in ("1 to 5", "0 to 10"))
WEIGHT = Unsure("weight")


def drafts(*doubts: tuple[Unsure, ...]) -> list[Draft]:
    columns = [view(f"q{at}", [], at) for at in range(len(doubts))]
    return [Draft((c,), c.name, Kind.RATING, "", unsure=unsure) for c, unsure in zip(columns, doubts, strict=True)]


ALL = drafts((FIVE,), (FIVE, WEIGHT), (TEN,), (), (FIVE,), (WEIGHT,))
IDS = {at: f"q{at}" for at in range(6)}


def test_doubts_of_one_group_are_asked_together_and_others_alone() -> None:
    assert {key: [draft.position for draft, _ in members] for key, members in grouped(ALL).items()} == {
        ("scale_direction", "1 to 5"): [0, 1, 4],
        ("weight", "column 1"): [1],
        ("scale_direction", "0 to 10"): [2],
        ("weight", "column 5"): [5],
    }


def test_what_is_said_to_the_first_of_a_group_is_said_to_all_but_those_answered_by_themselves() -> None:
    said = {"scale_direction:q0": "5_is_best", "scale_direction:q4": "1_is_best", "weight:q1": "use"}

    assert spread(said, ALL, IDS) == {**said, "scale_direction:q1": "5_is_best"}


def test_what_is_said_to_another_of_a_group_is_said_of_it_alone() -> None:
    assert spread({"scale_direction:q1": "5_is_best"}, ALL, IDS) == {"scale_direction:q1": "5_is_best"}
    assert spread({}, ALL, IDS) == {}
