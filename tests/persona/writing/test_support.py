"""Support: who backs a passage, and whose words are shown first."""

from __future__ import annotations

from persona.writing.support import EVIDENCE_AT_MOST, Backing, Voice, different_first
from tests.answers import PAIN


def test_at_most_fifty_are_shown_the_passage_itself_first() -> None:
    own, *others = (Voice(1.0, row, row, PAIN, 0, 3, "sad") for row in range(1, 90))
    backing = Backing(own, frozenset(range(1, 90)), others=tuple(others))

    assert backing.closest() == [own, *others[: EVIDENCE_AT_MOST - 1]]


def test_other_wordings_are_quoted_before_the_same_words_again() -> None:
    def voice(text: str, score: float, row: int) -> Voice:
        return Voice(score, row, row, PAIN, 0, len(text), text)

    own = voice("the community", 1.0, 1)
    again, slip = voice("The community", 1.0, 2), voice("The commuity", 0.98, 3)
    other = voice("People who help one another", 0.8, 4)
    far = voice("People", 0.5, 5)

    assert different_first([own], [again, slip, other, far]) == [other, again, slip, far]
    assert different_first([own], []) == []
