from __future__ import annotations

import numpy as np
import pytest

from persona.text.comparing import Passages
from persona.text.likeness import BY_WORDS, FEATURES, features, likeness, read

TEXTS = [
    "The queue is too long",
    "Waiting took 40 minutes",
    "no queue at all",
    "Brot",
    "Friendly staff, never in a hurry",
]
ASKED = ["What annoys you?"] * len(TEXTS)


@pytest.fixture(scope="module")
def deep() -> Passages:
    return Passages(TEXTS, ASKED, deep=True)


def test_one_statement_beside_all_gives_the_values_of_each_pair(deep: Passages) -> None:
    pairs = read(TEXTS, ASKED)

    for place, statement in enumerate(pairs):
        expected = np.array([features(statement, other) for other in pairs])
        assert deep.against(deep.read(place)) == pytest.approx(expected, abs=2e-3)


def test_passages_that_are_not_read_deep_have_the_values_of_their_words(deep: Passages) -> None:
    by_words = Passages(TEXTS, ASKED, deep=False).against(deep.read(0))

    assert by_words[:, BY_WORDS] == pytest.approx(deep.against(deep.read(0))[:, BY_WORDS])
    assert not by_words[:, [place for place in range(len(FEATURES)) if place not in BY_WORDS]].any()


def test_no_passages_give_no_values(deep: Passages) -> None:
    assert Passages([], [], deep=False).against(deep.read(0)).shape == (0, len(FEATURES))


def test_verdicts_and_arrays_tell_the_same(deep: Passages) -> None:
    rows = deep.against(deep.read(0))
    counts, chance, against = likeness().arrays(rows)

    assert [(one.counts, one.chance, one.opposite) for one in likeness().verdicts(rows)] == list(
        zip(counts.tolist(), chance.tolist(), against.tolist(), strict=True)
    )


def test_a_statement_whose_words_nobody_here_uses_is_held_by_nobody(deep: Passages) -> None:
    held = Passages(["Soup"], ASKED[:1], deep=False).against(deep.read(0))[:, [4, 5, 6]]

    assert held.tolist() == [[0, 0, 0]]


def test_passages_know_which_of_them_deny(deep: Passages) -> None:
    assert deep.negated.tolist() == [False, False, True, False, True]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["Wait 40 minutes", "Wait 50 minutes", "40"], id="numbers"),
        pytest.param(["排队时间不长", "排队时间很长", "水"], id="a script without spaces"),
        pytest.param(["मुझे यह पसंद है", "यह पसंद नहीं"], id="vowels that are marks"),
        pytest.param(["it is what it is", "it", "what"], id="only common words"),
        pytest.param(["Bread", "bread bread", "BREAD!"], id="one word"),
    ],
)
def test_all_at_once_are_compared_as_each_pair_is(texts: list[str]) -> None:
    asked = ["Comments"] * len(texts)
    pairs, many = read(texts, asked), Passages(texts, asked, deep=True)

    found = [many.against(many.read(place)) for place in range(len(texts))]

    for statement, rows in zip(pairs, found, strict=True):
        assert rows == pytest.approx(np.array([features(statement, other) for other in pairs]), abs=2e-3)
