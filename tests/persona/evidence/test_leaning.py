"""Passages that cannot stand alone as a statement."""

from __future__ import annotations

import pytest

from persona.evidence.claims import leans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("But with AI I am faster on my own", True),
        ("They are already original and that is fine", True),
        ("Once I have an idea of what I want", True),
        ("When I use it for a draft, I am the one in control", False),
        ("To see what is left in the freezer", False),
        ("I am driving the creative decisions", False),
        ("Wenn ich dann endlich fertig bin", True),
        ("Das ist mir alles viel zu teuer", True),
        ("Der Preis ist mir viel zu hoch", False),
        ("Quand je suis enfin rentrée chez moi", True),
        ("Documentation", False),
    ],
)
def test_passage_that_leans_on_what_stands_before(text: str, *, expected: bool) -> None:
    assert leans(text) is expected
