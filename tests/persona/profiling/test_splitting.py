"""Several choices in one cell."""

from __future__ import annotations

from persona.profiling.splitting import find_splitting

TOOLS = [
    "Excel, Python",
    "Excel",
    "Python, R (the one, real)",
    "Excel, R (the one, real)",
    "R (the one, real)",
    "Python",
]


def test_find_splitting_leaves_brackets_alone() -> None:
    found = find_splitting(TOOLS * 5 + ["Excel, Python, R (the one, real)"])

    assert found == (", ", ("Excel", "Python", "R (the one, real)"))


def test_find_splitting_joins_what_never_occurs_apart() -> None:
    cells = ["Save time, every day, Save money", "Save money", "Save time, every day", "Learn", "Learn, Save money"] * 6

    assert find_splitting(cells) == (", ", ("Save money", "Save time, every day", "Learn"))


def test_find_splitting_is_none_for_whole_answers_with_commas() -> None:
    assert find_splitting(["Yes, always", "Yes, sometimes", "No, never"] * 20) is None


def test_find_splitting_is_none_for_sentences() -> None:
    cells = [f"I went there, saw number {i}, and came back quite happy about it" for i in range(40)]

    assert find_splitting(cells) is None
