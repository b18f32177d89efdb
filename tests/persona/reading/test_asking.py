"""Question marks of any script."""

from __future__ import annotations

import pytest

from persona.reading.asking import is_question

ASKED = ("Why?", "Why ? ", "¿Por qué?", "どうして？", "为什么？", "لماذا؟", "چرا؟", "Γιατί;", "Γιατί\u037e", "Как?")


@pytest.mark.parametrize("text", ASKED)
def test_a_question(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text", ["", "Why", "Why? Because", "a;b;", "Name;", "質問", "? what", "(why?)", "Γιατί", "1;"]
)
def test_no_question(text: str) -> None:
    assert not is_question(text)
