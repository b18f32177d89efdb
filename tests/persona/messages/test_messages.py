"""How a message becomes an error: its sentence and hint filled in, under its code, with what stands beside it."""

from __future__ import annotations

import pytest

from persona.exceptions import ConfigurationError, DataError, EditError
from persona.messages import (
    MESSAGES,
    NOTES,
    configuration_error,
    data_error,
    edit_error,
    file_size,
    hint,
    note,
    problem,
    sentence,
)
from persona.messages.message import Message
from persona.models import Problem


@pytest.mark.parametrize(
    ("make", "kind"),
    [(configuration_error, ConfigurationError), (data_error, DataError), (edit_error, EditError)],
)
def test_an_error_says_what_happened_and_what_to_do(make: object, kind: type[Exception]) -> None:
    error = make("missing_file", name="a.csv")  # type: ignore[operator]

    assert type(error) is kind
    assert (error.message, error.hint, error.code) == (
        sentence("missing_file", name="a.csv"),
        hint("missing_file", name="a.csv"),
        "missing_file",
    )
    assert "a.csv" in error.message


def test_an_error_of_a_file_carries_what_is_wrong_where() -> None:
    wrong = problem("broken_json", line=3, character=7)
    error = data_error("broken_json", line=3, character=7, problems=[wrong])

    assert wrong == Problem(
        code="broken_json",
        message="Line 3, character 7: the JSON is broken here.",
        line=3,
        column=None,
        hint=hint("broken_json"),
    )
    assert list(error.problems) == [wrong]


def test_a_message_without_a_hint_leaves_one_to_be_found() -> None:
    assert Message("It happened.") == ("It happened.", "")


@pytest.mark.parametrize("code", sorted(NOTES))
def test_one_and_many_are_told_apart(code: str) -> None:
    assert note(code, 1) == NOTES[code][0]
    assert "12" in note(code, 12)
    assert note(code, 12) != note(code, 1)


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (2, "2 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (1_234, "1.23 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (123_456_789, "123 MB"),
        (999_999_999, "1 GB"),
        (2_500_000_000, "2.5 GB"),
        (1_234_000_000_000, "1,234 GB"),
    ],
)
def test_bytes_are_told_in_three_figures(size: int, told: str) -> None:
    assert file_size(size) == told


@pytest.mark.parametrize(
    ("code", "values", "told", "todo"),
    [
        (
            "last_owner",
            {"team": "Trams"},
            "“Trams” would have no owner any more.",
            "Make another member an owner first, or hand the team over to one.",
        ),
        (
            "edit_locked",
            {"persona": "Planners", "who": "Ben"},
            "“Planners” is locked by Ben.",
            "Open it first, then change it.",
        ),
        ("method_groups", {"used": 3, "all": 9, "reason": "Clear."}, "3 of 9 columns. Clear.", ""),
        (
            "too_many_teams",
            {"limit": 20},
            "You own 20 teams, as many as one person may.",
            "Leave or hand over one first.",
        ),
    ],
)
def test_sentences_as_people_read_them(code: str, values: dict[str, object], told: str, todo: str) -> None:
    assert (sentence(code, **values), hint(code, **values)) == (told, todo)


def test_values_that_hold_braces_are_shown_as_they_are() -> None:
    assert "{name}" in sentence("missing_file", name="{name}")


def test_every_message_is_a_pair_of_texts_without_blanks_around_them() -> None:
    assert [
        code
        for code, told in MESSAGES.items()
        if told != Message(told.text.strip(), told.hint.strip()) or not told.text
    ] == []
