"""Conversing: interviews make statements of themes, one quote each, none that means what another says."""

from __future__ import annotations

from persona.writing.selection import Selection
from tests.answers import corpus_of
from tests.persona.writing.test_themes import CORPUS, SAID, TALK

CHOSEN = Selection(CORPUS, 1, 5, set()).choose()


def test_one_quote_a_theme_those_that_most_speak_of_first() -> None:
    deeds = [choice for choice in CHOSEN if choice.kind == "behaviour"]
    assert [choice.unit.text for choice in deeds] == [SAID[0].rstrip("."), SAID[4].rstrip(".")]


def test_who_somebody_is_and_what_only_one_speaks_of_is_no_statement() -> None:
    texts = {choice.unit.text for choice in CHOSEN}
    assert not any("cheese" in text or "plates" in text for text in texts)


def test_worries_stand_under_frustration() -> None:
    assert {choice.unit.text for choice in CHOSEN if choice.kind == "frustration"} <= {
        "I worry that the oven door breaks",
        "I worry about the oven and the electricity bill",
    }


def test_an_opener_is_left_out_of_the_quote() -> None:
    said = "Obviously, the oven door is broken and nobody repairs the oven door."
    corpus = corpus_of({"text": [TALK.format(said=said, pain=said)] * 3}, [1] * 3)
    found = {unit.text for unit in corpus.units if "door" in unit.text}
    assert found == {"the oven door is broken and nobody repairs the oven door"}
