from __future__ import annotations

from persona.text.said import said

CELL = "AI: How do you plan?\nUser: On paper. Write to me@example.org please.\nAI: Why?\nUser: I lose <b>nothing</b>."


def texts(*, redact: bool = True) -> list[str]:
    found = list(said(CELL, redact=redact))
    assert all(CELL[one.start : one.end] == one.text for one in found)
    return [one.text for one in found]


def test_only_the_respondents_own_words_are_said() -> None:
    assert texts() == ["On paper", "I lose", "nothing"]


def test_personal_data_is_left_out_where_it_is_to_be() -> None:
    assert any("@" in text for text in texts(redact=False))
