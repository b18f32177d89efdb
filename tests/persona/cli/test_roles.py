"""Roles given as options."""

from __future__ import annotations

import pytest
import typer

from persona.cli.roles import read_roles
from persona.models import ColumnRole


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], {}),
        (["Country=category"], {"Country": ColumnRole.CATEGORY}),
        (["a = b=rating", "Age=number"], {"a = b": ColumnRole.RATING, "Age": ColumnRole.NUMBER}),
        (["Why?=open_answer", "Why?=ignore"], {"Why?": ColumnRole("ignore")}),
    ],
)
def test_columns_with_their_roles(given: list[str], expected: dict[str, ColumnRole]) -> None:
    assert read_roles(given) == expected


@pytest.mark.parametrize("text", ["Country", "=open", "Country=", "Country=colour", "Country=Open"])
def test_what_is_no_role_names_all_there_are(text: str) -> None:
    with pytest.raises(typer.BadParameter) as caught:
        read_roles(["Age=number", text])

    roles = ", ".join(role.value for role in ColumnRole)
    assert caught.value.message == f'"{text}" should read "Column=role", with one of: {roles}.'
