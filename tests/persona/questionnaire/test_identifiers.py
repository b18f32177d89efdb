"""Ids of questions, and the answers that people give by them."""

from __future__ import annotations

import pytest

from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.context import Settings
from persona.questionnaire.identifiers import GivenAnswers, question_ids, slug
from tests.questionnaires import table_of, view

SLUGS = """
Q7_1 ~ q7_1
How old are you? ~ how-old-are-you
  Wohin   fahren Sie?! ~ wohin-fahren-sie
Où êtes-vous né ? ~ ou-etes-vous-ne
Größe ~ groe
Ünïcödé ~ unicode
ｆｕｌｌ　ｗｉｄｔｈ ~ full-width
Wie oft kaufen Sie bei uns im Laden in der Stadt ein? ~ wie-oft-kaufen-sie-bei-uns-im-laden-in-d-feb23b
何歳ですか ~ q-fab2dc
- ~ q-3973e0
"""


@pytest.mark.parametrize(("text", "bare"), table_of(SLUGS))
def test_an_id_is_short_and_plain(text: str, bare: str) -> None:
    assert slug(text) == bare


def test_no_two_questions_share_an_id_and_an_id_does_not_depend_on_the_place_of_a_name() -> None:
    assert question_ids(["A", "a", "b", "a "]) == ["a-559aea", "a-ca9781", "b", "a-6583dc"]
    assert question_ids(["b", "a ", "a", "A"]) == ["b", "a-6583dc", "a-ca9781", "a-559aea"]
    assert question_ids(["A", "A", "b"]) == ["a-559aea", "a-559aea-2", "b"]
    assert question_ids([]) == []


GIVEN = GivenAnswers({"weight": "use", "weight:w2": "no_weight", "scale_direction:q1": "5_is_best"})


@pytest.mark.parametrize(
    ("code", "about", "said"),
    [
        (DoubtCode.WEIGHT, "w1", "use"),
        (DoubtCode.WEIGHT, "w2", "no_weight"),
        (DoubtCode.SCALE_DIRECTION, "q1", "5_is_best"),
        (DoubtCode.SCALE_DIRECTION, "q2", None),
        (DoubtCode.SENSITIVE, "q1", None),
    ],
)
def test_the_answer_to_the_very_doubt_goes_before_the_one_to_all_of_its_kind(
    code: DoubtCode, about: str, said: str | None
) -> None:
    assert GIVEN.to(code, about) == said


def test_a_column_is_spoken_of_by_its_own_id_or_by_that_of_its_set() -> None:
    answers = GivenAnswers({"scale_direction:rate-us": "1_is_best", "scale_direction:price": "5_is_best"})
    settings = Settings(answers, {0: ("price", "rate-us"), 1: ("speed", "rate-us"), 2: ("care",)})
    said = [settings.to(DoubtCode.SCALE_DIRECTION, view(name, [], at)) for at, name in enumerate("abc")]

    assert said == ["5_is_best", "1_is_best", None]
    assert Settings(answers).to(DoubtCode.SCALE_DIRECTION, view("price", [])) == "5_is_best"
