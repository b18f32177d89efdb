"""Which passages may answer: by their words, by forms of these, and by what they mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.asking import searching
from persona.asking.index import build
from persona.asking.searching import FEATURES, Term, search
from tests.persona.asking.studies import KITCHEN, OPEN, ROLE, SINGLE, TOOLS, WHY, answers

if TYPE_CHECKING:
    from pathlib import Path

    from persona.asking import Study
    from persona.asking.index import Index
    from persona.asking.searching import Found

FISH = ("Suppliers deliver the wrong fish", "The supplier brings the wrong fish again")


def feature(index: Index, found: Found, name: str) -> dict[str, float]:
    """One feature by the words of the passage."""
    at = FEATURES.index(name)
    return {index.text(int(one)): float(row[at]) for one, row in zip(found.wordings, found.features, strict=True)}


def test_passages_that_have_the_words_are_told_from_those_that_have_not(kitchen: Study) -> None:
    found = search(kitchen.index, "wrong fish")
    shared = feature(kitchen.index, found, "shared")

    assert {text: round(share, 3) for text, share in shared.items() if text in FISH} == dict.fromkeys(FISH, 1.0)
    assert max(share for text, share in shared.items() if text not in FISH) < 0.5


def test_a_form_of_a_word_is_nearly_the_word(kitchen: Study) -> None:
    found = search(kitchen.index, "Who has an allergy?")
    [term] = found.terms

    assert (term.word, term.known) == ("allergy", searching.FORM)
    assert feature(kitchen.index, found, "named")["The app forgets my allergies every week"] == pytest.approx(0.95)


def test_the_word_that_tells_most_is_the_named_one(kitchen: Study) -> None:
    found = search(kitchen.index, "time and allergies")
    weights = {term.word: term.weight for term in found.terms}
    named = feature(kitchen.index, found, "named")

    assert weights["allergies"] > weights["time"]
    assert named["The app forgets my allergies every week"] == 1.0
    assert named["My oven burns the crust every time"] < 1.0


def test_a_word_that_means_the_same_stands_for_it_in_part(kitchen: Study) -> None:
    [term] = search(kitchen.index, "stove").terms
    forms = {kitchen.index.words[place]: match for place, match in term.forms}

    assert 0 < forms["oven"] <= searching.FORM


def test_what_nobody_wrote_has_no_exact_form(kitchen: Study) -> None:
    [term] = search(kitchen.index, "xylophone").terms

    assert term.known < searching.SAME_WORD
    assert Term("nothing", 1.0, ()).known == 0.0


@pytest.mark.parametrize("question", ["What do they think?", "?", "Ok", "and the of"])
def test_a_question_of_nothing_but_asking_words_is_found_by_meaning_alone(kitchen: Study, question: str) -> None:
    found = search(kitchen.index, question)

    if not found.terms:
        assert set(feature(kitchen.index, found, "shared").values()) == {0.0}
    assert len(found.wordings) == len(kitchen.index)
    assert np.isfinite(found.features).all()


def test_passages_too_brief_to_say_something_are_marked(tmp_path: Path) -> None:
    said = ("Parking", "Parking costs too much", "")
    index = build(answers(tmp_path, {WHY: (OPEN, said), ROLE: (SINGLE, ("Cook", "Chef", "Chef"))}))

    assert feature(index, search(index, "parking"), "brief") == {"Parking": 1.0, "Parking costs too much": 0.0}


def test_in_a_study_without_passages_nothing_is_found(tmp_path: Path) -> None:
    index = build(answers(tmp_path, {name: KITCHEN[name] for name in (ROLE, TOOLS)}))
    found = search(index, "wrong fish")

    assert (found.wordings.tolist(), found.features.shape) == ([], (0, len(FEATURES)))
    assert [term.word for term in found.terms] == ["wrong", "fish"]


def test_a_question_asked_twice_finds_the_same(kitchen: Study) -> None:
    one, other = (search(kitchen.index, "Does the oven burn the crust?") for _ in range(2))

    assert one.terms == other.terms
    assert one.wordings.tolist() == other.wordings.tolist()
    assert np.array_equal(one.features, other.features)


def test_passages_without_a_kept_meaning_are_found_by_their_words_and_read(kitchen: Study) -> None:
    """As in a study with more wordings than are read beforehand."""
    index = kitchen.index
    shallow = replace(index, deep=index.deep[:1], deep_order=index.deep_order[:1])
    found, whole = search(shallow, "wrong fish"), search(index, "wrong fish")
    texts = {index.text(int(one)) for one in found.wordings}
    meant = feature(index, whole, "meaning")

    assert set(FISH) <= texts < set(meant)
    assert feature(shallow, found, "meaning") == pytest.approx({text: meant[text] for text in texts}, abs=0.01)


def test_only_so_many_of_them_are_read(kitchen: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "READ_NOW", 1)
    none = replace(kitchen.index, deep=kitchen.index.deep[:0], deep_order=kitchen.index.deep_order[:0])

    assert len(search(none, "wrong fish").wordings) == 1


def test_each_way_to_find_looks_at_so_many(kitchen: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "READ", 1)
    found = search(kitchen.index, "wrong fish")

    assert 1 <= len(found.wordings) <= 3
    assert {kitchen.index.text(int(one)) for one in found.wordings} & set(FISH)


@given(st.lists(st.integers(-5, 5), max_size=12), st.integers(1, 12))
def test_the_greatest_are_those_that_sorting_puts_first(values: list[int], most: int) -> None:
    numbers = np.array(values, np.float32)

    assert numbers[searching._top(numbers, most)].tolist() == sorted(values, reverse=True)[:most]
