"""Headings without markup."""

from __future__ import annotations

import pytest

from persona.questionnaire.names.titles import fold, made_up, title, without_repetition


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("How <b>often</b>?&nbsp;", "How often?"),
        ('<span style="x">Slack &amp; Teams</span>', "Slack & Teams"),
        ("\ufeffName", "Name"),
        ("X.U.FEFF.start", "start"),
        ("a\u200bb\n c", "ab c"),
        ("less than 5 < 6", "less than 5 < 6"),
    ],
)
def test_title(raw: str, shown: str) -> None:
    assert title(raw) == shown


@pytest.mark.parametrize(
    ("name", "is_made_up"),
    [
        ("Column 14", True),
        ("Column14", True),
        ("Unnamed: 3", True),
        ("", True),
        ("Columns", False),
        ("Field trip", False),
    ],
)
def test_made_up(name: str, is_made_up: bool) -> None:
    assert made_up(name) is is_made_up


def test_without_repetition_and_fold() -> None:
    assert without_repetition("Other (2)") == "Other"
    assert without_repetition("(2)") == "(2)"
    assert fold("  Zu\u0308rich – OLD_town ") == "zürich old town"
