"""Columns chosen by name, number or pattern."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.column_overrides import choose, named
from persona.exceptions import ConfigurationError
from persona.models import Column, ColumnChoice, ColumnRole

NAMES = ("Id", "I like [maps]", "I like trains (1-7)", "Age?", "3")
COLUMNS = tuple(
    Column(name=name, position=i, role=ColumnRole.RATING, basis=True, question=name, filled=9, distinct=3)
    for i, name in enumerate(NAMES)
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Id"], ("Id",)),
        (["I like [maps]"], ("I like [maps]",)),
        (["i like*"], ("I like [maps]", "I like trains (1-7)")),
        (["4", "1-2"], ("Id", "I like [maps]", "Age?")),
        (["3"], ("3",)),
        (["Age?"], ("Age?",)),
        ([], ()),
    ],
)
def test_named(texts: list[str], expected: tuple[str, ...]) -> None:
    assert named(COLUMNS, texts) == expected


@pytest.mark.parametrize("text", ["Town", "2-9", "0", "3-2", "x*"])
def test_named_nothing_is_told(text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        named(COLUMNS, [text])

    assert (caught.value.code, caught.value.message) == ("unknown_column", f"There is no column “{text}”.")
    assert caught.value.hint == "The columns are: Id, I like [maps], I like trains (1-7), Age?, 3."


def test_choose_basis_lets_the_others_only_describe() -> None:
    forms, describes = ColumnChoice(basis=True), ColumnChoice(basis=False)

    assert choose(COLUMNS, basis=["I like*"]) == {
        "Id": describes,
        "I like [maps]": forms,
        "I like trains (1-7)": forms,
        "Age?": describes,
        "3": describes,
    }


def test_choose_joins_what_is_said_about_one_column() -> None:
    chosen = choose(COLUMNS, describe=["Age?"], roles={"Age?": ColumnRole.NUMBER}, ignore=["Id"])

    assert chosen == {
        "Age?": ColumnChoice(role=ColumnRole.NUMBER, basis=False),
        "Id": ColumnChoice(role=ColumnRole.IGNORE),
    }


def test_choose_nothing() -> None:
    assert choose(COLUMNS) == {}


@pytest.mark.parametrize("text", ["", "0", "6", "2-1", "0-2", "4-9", "Nobody", "x*", "-1", "1-", "1,2"])
def test_what_names_no_column_is_told_with_those_there_are(text: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        named(COLUMNS, ["Id", text])

    assert (refused.value.code, refused.value.message) == ("unknown_column", f"There is no column “{text}”.")


@given(st.lists(st.sampled_from(["1", "2-4", "Id", "I*", "*", "3"]), max_size=4), st.randoms())
def test_columns_stand_in_the_order_of_the_file_and_once(texts: list[str], random: object) -> None:
    mixed = [*texts, *texts]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    found = named(COLUMNS, mixed)

    assert found == named(COLUMNS, texts)
    assert found == tuple(name for name in NAMES if name in found)


def test_what_is_left_out_is_left_out_whatever_else_is_said_of_it() -> None:
    found = choose(COLUMNS, basis=["1"], ignore=["1"], roles={"Id": ColumnRole.CATEGORY})

    assert found["Id"] == ColumnChoice(role=ColumnRole.IGNORE, basis=True)
    assert {choice.basis for name, choice in found.items() if name != "Id"} == {False}
    assert choose(COLUMNS) == {}
