"""Roles, basis and details of whole tables: the sets that ship, and columns made for one rule each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ConfigurationError
from persona.models import ColumnChoice, ColumnRole
from persona.profiling import apply_choices, profile
from persona.samples import sample
from tests.tables import DATA, table_from, table_of

if TYPE_CHECKING:
    from pathlib import Path

    from persona.models import Column

ROLES = {
    "id": ColumnRole.ID,
    "open": ColumnRole.OPEN,
    "category": ColumnRole.CATEGORY,
    "multiple": ColumnRole.MULTIPLE,
    "rating": ColumnRole.RATING,
    "number": ColumnRole.NUMBER,
    "date": ColumnRole.DATE,
    "personal": ColumnRole.PERSONAL,
    "ignore": ColumnRole.IGNORE,
}
# Role, and whether the column forms the groups (+) or only describes them (-); in the file's order.
PLANTED = """
id- date- category- category- category- category- number- category+ number+ number+ category+ number+ number+ category+
multiple+ multiple+ rating+ rating+ rating+ rating+ rating+ rating+ rating+ rating+ rating+ open+ open+ open+ open-
"""
R_USERS = """
id- category- category+ category- category- category- rating+ number+ category+ rating+ rating+ rating+
multiple+ multiple+ multiple+ open+ open+ open+ open+
"""


def told(columns: tuple[Column, ...]) -> list[tuple[ColumnRole, bool]]:
    return [(column.role, column.basis) for column in columns]


def expected(words: str) -> list[tuple[ColumnRole, bool]]:
    return [(ROLES[word[:-1]], word.endswith("+")) for word in words.split()]


@pytest.mark.parametrize("name", ["k3_n15_1k", "k5_n40_1k"])
def test_profile_of_planted_data(name: str, tmp_path: Path) -> None:
    table = table_from(DATA / "planted" / f"{name}.csv.gz", tmp_path)

    assert told(profile(table)) == expected(PLANTED)


@pytest.mark.parametrize(("key", "words"), [("planning-invented", PLANTED), ("r-users", R_USERS)])
def test_profile_of_the_samples(key: str, words: str, tmp_path: Path) -> None:
    assert told(profile(table_from(sample(key).path, tmp_path))) == expected(words)


def profile_one(folder: Path, name: str, cells: list[str]) -> Column:
    """The column `name`, beside one that keeps the table a table."""
    return profile(table_of(folder, ["Filler", name], [("a" if i % 3 else "b", c) for i, c in enumerate(cells)]))[1]


@pytest.mark.parametrize(
    ("name", "cells", "role", "detail"),
    [
        ("E-mail", [f"person{i}@example.com" for i in range(30)], "personal", "hidden before anything else happens"),
        ("Your name", [f"{a} {b}" for a in ("Ana", "Bo", "Cy") for b in ("Berg", "Cole", "Day", "Eck", "Fry")],
         "personal", "hidden before anything else happens"),
        ("Home address", [f"{i} Long Street, Porto" for i in range(20)], "personal",
         "hidden before anything else happens"),
        ("When", [f"{d:02}/04/2026" for d in range(2, 30)], "date", "2 Apr – 29 Apr 2026"),
        ("Likes", ["I hate it!-5", "-2", "0", "3", "I love it!+5"] * 6, "rating", "-5 – 5"),
        ("Spend", ["10", "$1,200", "about 30", "2-4", "n/a", "7"] * 6, "number", "3 – 1,200, 6 missing"),
        ("Empty", [""] * 30, "ignore", "no answers"),
        ("Same", ["yes"] * 30, "ignore", "always the same"),
        ("Smokes", ["0", "1"] * 15, "category", "2 different values"),
        ("City", ["Porto", "Bath", "Lyon", "Graz", "Porto"] * 6, "category", "4 different values"),
        ("Why?", [f"Because of reason number {i}, mostly" for i in range(30)], "open", "6 words on average"),
        ("ticket_id", [f"T-{i % 4}" for i in range(30)], "id", "4 different values"),
        ("Code", [str(700 + i) for i in range(30)], "id", "30 different values"),
        ("Diet", ["Vegan; Nuts", "Vegan", "Nuts; Milk", "Milk", "Vegan; Milk", "Nuts"] * 5, "multiple",
         "3 choices, separated by “;”"),
    ],
)  # fmt: skip
def test_profile_tells_role_and_detail(name: str, cells: list[str], role: str, detail: str, tmp_path: Path) -> None:
    column = profile_one(tmp_path, name, cells)

    assert (column.role, column.detail) == (ROLES[role], detail)


def test_profile_hides_personal_data_in_examples(tmp_path: Path) -> None:
    mails = profile_one(tmp_path / "a", "E-mail", [f"{c}nna@example.com" for c in "abcdefghij"])
    answers = profile_one(tmp_path / "b", "Why?", [f"Write to me, number {i}, at ana@example.com" for i in range(12)])

    assert mails.examples == ("a•••@•••.com", "b•••@•••.com", "c•••@•••.com")
    assert (answers.examples[0], answers.personal) == ("Write to me, number 0, at a••@•••••••.com", 12)


def test_profile_lets_one_battery_form_the_groups(tmp_path: Path) -> None:
    items = [f"Is it {word}?" for word in ["tasty", "cheap", "fast", "greasy", "spicy", "healthy", "fun", "clean"]]
    rows = [[*["Yes" if (i + j) % 3 else "No" for j in range(8)], str(20 + i), "abc"[i % 3]] for i in range(60)]
    columns = profile(table_of(tmp_path, [*items, "Visits", "Plan"], rows))

    assert [column.basis for column in columns] == [True] * 8 + [False] * 2


def test_profile_lets_two_batteries_and_the_rest_form_the_groups_together(tmp_path: Path) -> None:
    items = [f"Is it {word}?" for word in ["tasty", "cheap", "fast", "greasy", "spicy", "healthy", "fun", "clean"]]
    ratings = [f"I like {word}" for word in ["cooking", "eating", "waiting", "paying", "talking"]]
    rows = [
        [*["Yes" if (i + j) % 3 else "No" for j in range(8)], *[str((i + j) % 5 + 1) for j in range(5)], "abc"[i % 3]]
        for i in range(60)
    ]
    columns = profile(table_of(tmp_path, [*items, *ratings, "Plan"], rows))

    assert [column.basis for column in columns] == [True] * 14


def test_profile_gives_a_reason_in_one_sentence(tmp_path: Path) -> None:
    column = profile_one(tmp_path, "Country", ["Spain", "Italy", "France"] * 10)

    assert column.reason == (
        "Its answers come from a short list; it only describes the groups: "
        "its name speaks of who people are, not of what they think or do."
    )


def test_overrides_win(tmp_path: Path) -> None:
    table = table_of(tmp_path, ["Country", "Code"], [("Spain" if i % 2 else "Italy", str(i)) for i in range(30)])
    country, code = profile(table, {"Country": ColumnChoice(basis=True), "Code": ColumnChoice(role=ColumnRole.NUMBER)})

    assert (country.role, country.basis) == (ColumnRole.CATEGORY, True)
    assert country.reason == "Its answers come from a short list; you chose it to form the groups."
    assert (code.role, code.detail) == (ColumnRole.NUMBER, "0 – 29")


def test_apply_choices_needs_no_table_for_the_basis(tmp_path: Path) -> None:
    columns = profile(table_of(tmp_path, ["Country", "Code"], [("Spain", str(i)) for i in range(9)] + [("Italy", "9")]))

    changed = apply_choices(columns, {"Country": ColumnChoice(basis=True)})

    assert [column.basis for column in changed] == [True, False]


def test_apply_choices_with_a_new_role_equals_profile_with_it(tmp_path: Path) -> None:
    table = table_of(tmp_path, ["Colour", "Why?"], [("Red" if i % 2 else "Blue", f"Reason {i}") for i in range(30)])
    choice = {"Colour": ColumnChoice(role=ColumnRole.OPEN)}

    assert apply_choices(profile(table), choice, table) == profile(table, choice)


def test_unknown_column_is_a_configuration_error(tmp_path: Path) -> None:
    table = table_of(tmp_path, ["A", "B"], [("x", "1"), ("y", "2")])

    with pytest.raises(ConfigurationError) as caught:
        profile(table, {"C": ColumnChoice(basis=True)})

    assert (caught.value.code, caught.value.message, caught.value.hint) == (
        "unknown_column",
        "There is no column “C”.",
        "The columns are: A, B.",
    )
