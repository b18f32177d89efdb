"""What is a segment's own: with its variants, and hardly by chance."""

from __future__ import annotations

import pytest

from persona.writing.candidates import Candidate, candidates
from persona.writing.own import Own
from persona.writing.statistics import ALONE, chance
from tests.answers import HABIT, corpus_of

PLACES = ("tracker", "planner", "board", "spreadsheet")
OPENED = [f"Opened the {place}, closed it again" for place in PLACES]
OWN = "I weigh the flour and note the time on the wall"
INSIDE = [OPENED[0]] * 6 + [OWN] * 14
OUTSIDE = [text for text in OPENED[1:] for _ in range(6)] + ["I called the supplier about the fish"] * 22
CORPUS = corpus_of({HABIT: INSIDE + OUTSIDE}, [1] * len(INSIDE) + [2] * len(OUTSIDE))


def candidate(text: str) -> Candidate:
    return next(c for c in candidates(CORPUS, 1, "behaviour").candidates if c.unit.text == text)


def test_variants_of_a_sentence_count_against_it() -> None:
    own = Own(CORPUS, 1, "behaviour")
    people, others = len(INSIDE), len(OUTSIDE)
    opened, weighed = candidate(OPENED[0]), candidate(OWN)
    assert (weighed.support, weighed.others) == (14, 0)
    assert own.z(weighed) == pytest.approx(chance(14, people, 0, others))
    said = chance(opened.support, people, opened.others, others)
    assert own.z(opened) == pytest.approx((said + chance(6, people, 18, others)) / 2)
    assert own.z(opened) < 1 < 4 < own.z(weighed)


def test_where_there_is_nobody_to_compare_with_all_is_its_own() -> None:
    corpus = corpus_of({HABIT: INSIDE}, [1] * len(INSIDE))
    own = Own(corpus, 1, "behaviour")
    assert {own.z(each) for each in candidates(corpus, 1, "behaviour").candidates} == {ALONE}
