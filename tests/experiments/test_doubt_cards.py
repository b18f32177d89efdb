"""Doubts as cards, and what was left out in words: every code and reason has its own, whatever people answered."""

from __future__ import annotations

import pytest

from experiments.doubt_cards import (
    ICONS,
    REASONS,
    CardAnswer,
    DoubtCard,
    LeftOut,
    cards_of,
    in_words,
    left_out,
    settled,
)
from persona.questionnaire.codes import DoubtCode, ExcludedReason
from persona.questionnaire.models import Answer, Doubt, Excluded, Questionnaire

YES, NO = Answer(value="yes", label="Yes", effect="They stay."), Answer(value="no", label="No", effect="They go.")


def doubt(code: DoubtCode = DoubtCode.SCALE_DIRECTION, about: str = "q1", default: str = "no") -> Doubt:
    return Doubt(code=code, about=about, sentence="Is 1 the best?", default=default, answers=(YES, NO))


def found(*doubts: Doubt, excluded: tuple[Excluded, ...] = ()) -> Questionnaire:
    return Questionnaire(rows=9, respondents=9, questions=(), doubts=doubts, excluded=excluded)


def test_every_doubt_has_an_icon_and_every_reason_its_words() -> None:
    assert (set(ICONS), set(REASONS)) == (set(DoubtCode), set(ExcludedReason))


def test_a_card_that_nobody_answered_shows_our_guess_first() -> None:
    card = DoubtCard(doubt(), None)

    assert (card.is_settled, card.value, card.field, card.icon) == (False, "no", "answer-scale_direction:q1", "scale")
    assert card.answers == [
        CardAnswer("no", "No", "They go.", is_chosen=True),
        CardAnswer("yes", "Yes", "They stay.", is_chosen=False),
    ]


def test_an_answer_is_chosen_and_our_guess_stays_first() -> None:
    card = DoubtCard(doubt(), "yes")

    assert (card.is_settled, card.value) == (True, "yes")
    assert [(answer.value, answer.is_chosen) for answer in card.answers] == [("no", False), ("yes", True)]


def test_the_key_of_a_card_can_be_an_id_of_an_element() -> None:
    assert set("abcdefghijklmnopqrstuvwxyz0123456789_-") >= set(DoubtCard(doubt(about="Q 1: (other)"), None).key)


@pytest.mark.parametrize(
    ("answers", "chosen"),
    [
        ({}, [None, None]),
        ({"scale_direction:q1": "yes"}, ["yes", None]),
        ({"scale_direction": "yes"}, ["yes", "yes"]),
        ({"scale_direction": "yes", "scale_direction:q2": "no"}, ["yes", "no"]),
        ({"scale_direction": "sideways"}, [None, None]),
        ({"weight": "yes", "scale_direction:q9": "yes"}, [None, None]),
    ],
)
def test_an_answer_counts_for_its_doubt_or_for_all_of_its_code(
    answers: dict[str, str], chosen: list[str | None]
) -> None:
    cards = cards_of(found(doubt(about="q1"), doubt(about="q2")), answers)

    assert [card.chosen for card in cards] == chosen
    assert settled(cards) == sum(each is not None for each in chosen)


def test_what_was_left_out_knows_the_card_that_decides() -> None:
    tests = doubt(DoubtCode.NOT_PEOPLE, "test")
    repeats = doubt(DoubtCode.DUPLICATES, "file")
    rows = (
        Excluded(reason=ExcludedReason.TEST, rows=1),
        Excluded(reason=ExcludedReason.DUPLICATE, rows=12, default="kept"),
        Excluded(reason=ExcludedReason.FOOTER, rows=2),
    )
    cards = cards_of(found(tests, repeats), {})

    assert left_out(found(tests, repeats, excluded=rows), cards) == [
        LeftOut(1, "test", True, cards[0]),
        LeftOut(12, "repeated rows", False, cards[1]),
        LeftOut(2, "lines below the table", True, None),
    ]


@pytest.mark.parametrize("reason", list(ExcludedReason))
def test_one_row_and_many_have_words_of_their_own(reason: ExcludedReason) -> None:
    words = [left_out(found(excluded=(Excluded(reason=reason, rows=rows),)), [])[0].words for rows in (1, 2)]

    assert words == list(REASONS[reason])
    assert words[0] != words[1]


@pytest.mark.parametrize(
    ("number", "words"), [(0, "No"), (1, "One"), (12, "Twelve"), (13, "13"), (240, "240"), (1812, "1,812")]
)
def test_small_numbers_are_words(number: int, words: str) -> None:
    assert in_words(number) == words
