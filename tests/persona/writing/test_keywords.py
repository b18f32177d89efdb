"""Keywords: topics that a segment speaks of more than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.writing.keywords import keywords
from tests.persona.writing.parts import part

if TYPE_CHECKING:
    from persona.writing.listening import Part

BREAD, QUEUE = part("bread · stale", range(9), z=2.0), part("queue", range(5), z=3.0)


@pytest.mark.parametrize(
    ("parts", "alone", "expected"),
    [
        pytest.param([BREAD, QUEUE], False, ["queue", "bread"], id="the most distinctive first"),
        pytest.param([BREAD, QUEUE], True, ["bread", "queue"], id="of everyone, the largest first"),
        pytest.param([BREAD, part("soup", range(9), z=1.0)], False, ["bread"], id="only what is clear"),
        pytest.param([part("soup", range(9), z=-1.0)], True, ["soup"], id="of everyone whatever is large"),
        pytest.param([part("soup", range(2), z=9.0)], False, [], id="two people"),
        pytest.param([part("soup", range(9), level="claim", z=9.0)], False, [], id="a claim"),
        pytest.param([BREAD, part("bread · fresh", range(9), z=1.5)], False, ["bread"], id="each word once"),
        pytest.param([], True, [], id="nothing"),
    ],
)
def test_words_of_topics(parts: list[Part], alone: bool, expected: list[str]) -> None:
    assert keywords(parts, alone=alone) == expected


def test_so_many_as_are_wanted() -> None:
    parts = [part(name, range(9), z=9.0 - place) for place, name in enumerate("abcde")]

    assert keywords(parts, alone=False) == ["a", "b", "c"]
    assert keywords(parts, alone=False, count=1) == ["a"]
