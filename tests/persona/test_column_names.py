"""Columns named by people: in full, by number, by pattern; what they say of one column adds up."""

from __future__ import annotations

import pytest

from persona.column_overrides import choose, named
from persona.exceptions import ConfigurationError
from persona.models import Column, ColumnChoice, ColumnRole

NAMES = ("id", "I feel calm", "I feel late", "3", "Why [exactly]?", "City")
COLUMNS = tuple(
    Column(name=name, position=at, role=ColumnRole.OPEN, basis=True, question=name, filled=9, distinct=9)
    for at, name in enumerate(NAMES)
)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["City"], ("City",)),
        (["2"], ("I feel calm",)),
        (["2-3"], ("I feel calm", "I feel late")),
        (["i FEEL*"], ("I feel calm", "I feel late")),
        (["*"], NAMES),
        (["3"], ("3",)),
        (["Why [exactly]?"], ("Why [exactly]?",)),
        (["City", "1", "city", "id"], ("id", "City")),
        ([], ()),
    ],
    ids=str,
)
def test_columns_are_named_in_the_order_of_the_file(texts: list[str], found: tuple[str, ...]) -> None:
    assert named(COLUMNS, texts) == found


@pytest.mark.parametrize("text", ["", "0", "7", "2-7", "3-2", "0-2", "Town", "I felt*", "city "])
def test_what_names_no_column_lists_those_there_are(text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        named(COLUMNS, ["City", text])

    assert (caught.value.code, caught.value.message, caught.value.hint) == (
        "unknown_column",
        f"There is no column “{text}”.",
        f"The columns are: {', '.join(NAMES)}.",
    )


def test_naming_those_that_form_the_groups_takes_it_from_all_others() -> None:
    chosen = choose(COLUMNS, basis=["2-3"])

    assert {name: choice.basis for name, choice in chosen.items()} == {
        name: name.startswith("I feel") for name in NAMES
    }
    assert {choice.role for choice in chosen.values()} == {None}


def test_what_is_said_of_one_column_adds_up_and_leaving_out_wins() -> None:
    chosen = choose(
        COLUMNS, describe=["City"], ignore=["id"], roles={"City": ColumnRole.CATEGORY, "id": ColumnRole.NUMBER}
    )

    assert chosen == {
        "City": ColumnChoice(role=ColumnRole.CATEGORY, basis=False),
        "id": ColumnChoice(role=ColumnRole.IGNORE, basis=None),
    }


def test_nothing_said_changes_nothing() -> None:
    assert choose(COLUMNS) == {}
