"""What people only ever add to an answer is no theme of its own."""

from __future__ import annotations

import numpy as np
import pytest

from persona.evidence.asides import asides
from persona.evidence.gathering import gather
from persona.evidence.themes import find_themes
from tests.persona.evidence.shop import BREAD, PARKING, QUEUES, answers

SAID = [*QUEUES, *PARKING, *BREAD] * 2
ASIDES = ["My neighbour thinks the same", "The neighbour thinks so as well", "Our neighbour says the same"]


def with_asides(times: int, *, first: bool) -> list[str]:
    """The answers, with something added to so many of them; `first`: one more person answers with it."""
    added = [f"{text}. {ASIDES[place % 3]}." if place < times else text for place, text in enumerate(SAID)]
    return [*added, ASIDES[0]] if first else added


def holding(texts: list[str], word: str) -> list[str]:
    """The levels of the themes whose label holds a word."""
    return [one.level for one in find_themes([answers(*texts)]).themes if word in one.label.lower()]


def test_what_is_only_ever_added_is_neither_a_topic_nor_a_claim() -> None:
    assert holding(with_asides(15, first=False), "neighbour") == []


def test_what_somebody_also_answers_with_is_both() -> None:
    assert holding(with_asides(15, first=True), "neighbour") == ["topic", "claim"]


def test_other_themes_are_as_if_nobody_had_added_anything() -> None:
    """But for the row, a theme's passages are where they were."""
    assert find_themes([answers(*with_asides(15, first=False))]).themes == find_themes([answers(*SAID)]).themes


@pytest.mark.parametrize(
    ("cells", "aside"),
    [
        pytest.param(["Good bread. So they say."] * 12 + ["Good bread."] * 12, True, id="twelve, where half open"),
        pytest.param(["Good bread. So they say."] * 3 + ["Good bread."] * 12, False, id="too few to tell"),
        pytest.param(
            [". ".join([*SAID[n:15], "So they say"]) for n in range(6)],
            False,
            id="long answers tell nothing",
        ),
        pytest.param(["So they say. Good bread."] * 12 + ["Good bread."] * 12, False, id="what opens answers"),
    ],
)
def test_asides_are_told_by_where_they_stand(cells: list[str], aside: bool) -> None:
    found = gather(answers(*cells))
    places = np.flatnonzero([found.texts[wording] == "So they say" for wording in found.wording])

    assert len(places) >= 3
    assert asides(found, [places]).tolist() == [aside and place in places for place in range(len(found.rows))]


def test_where_nothing_else_is_said_nothing_is_an_aside() -> None:
    found = gather(answers(*["The queue is too long"] * 5))

    assert not asides(found, [np.arange(5)]).any()
