"""Texts as they are kept: markup stays, what nothing could hold goes, and what is empty or too long is told."""

from __future__ import annotations

import pytest

from persona.edits import LENGTHS
from persona.edits.lengths import proper
from persona.exceptions import EditError


@pytest.mark.parametrize(
    ("text", "lines", "kept"),
    [
        ("  One  plan\n a week ", False, "One plan a week"),
        ("  One\r\n\r\nTwo\rThree ", True, "One\n\nTwo\nThree"),
        ("<script>alert(1)</script> & {{ name }}", False, "<script>alert(1)</script> & {{ name }}"),
        ("**bold** [link](javascript:1)", True, "**bold** [link](javascript:1)"),
        ("a\x00b\x1b[31mc\x7f\ud800d", False, "ab[31mcd"),
        ("=SUM(A1)", False, "=SUM(A1)"),
        ("日本語 עברית", False, "日本語 עברית"),
        ("a\u00a0b", True, "a\u00a0b"),
    ],
)
def test_a_text_is_kept_as_it_was_typed(text: str, lines: bool, kept: str) -> None:
    assert proper(text, "note", lines=lines) == kept


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\x00\x01", "\ud800"])
@pytest.mark.parametrize("what", sorted(LENGTHS))
def test_nothing_is_told(text: str, what: str) -> None:
    with pytest.raises(EditError) as refused:
        proper(text, what)

    assert (refused.value.code, str(refused.value)) == ("edit_empty", f"The {what} is empty.")
    assert refused.value.hint


@pytest.mark.parametrize("what", sorted(LENGTHS))
def test_a_text_may_be_as_long_as_told_and_no_longer(what: str) -> None:
    limit = LENGTHS[what]

    assert proper("x" * limit, what) == "x" * limit
    with pytest.raises(EditError) as refused:
        proper("x" * (limit + 1), what)
    assert (refused.value.code, str(refused.value)) == (
        "edit_too_long",
        f"The {what} has {limit + 1:,} characters, and {limit:,} are the most.",
    )


def test_what_was_generated_longer_may_stay_as_long() -> None:
    generated = "y" * 900

    assert proper("x" * 900, "tagline", before=generated) == "x" * 900
    with pytest.raises(EditError) as refused:
        proper("x" * 901, "tagline", before=generated)
    assert str(refused.value) == "The tagline has 901 characters, and 900 are the most."


def test_characters_are_counted_not_bytes() -> None:
    assert proper("😀" * 60, "name of the field") == "😀" * 60
