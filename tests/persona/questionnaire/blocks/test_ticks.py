"""Columns of one option each: ticked or left, as survey tools in many languages write it; and what is no tick box."""

from __future__ import annotations

from collections import Counter

import pytest

from persona.questionnaire.blocks.ticks import Tick, alike, named_by_its_option, tick_of, with_codes
from persona.questionnaire.columns import ColumnView


def column(*cells: str, name: str = "Q5 [Slack]", at: int = 0) -> ColumnView:
    return ColumnView(at, name, name, Counter(cell for cell in cells if cell), len(cells))


BINARY = """
1|0
true|false
TRUE|FALSE
True|False
Yes|0
checked|unchecked
Checked|Unchecked
Selected|Not Selected
selected|not selected
Quoted|Not quoted
ticked|unticked
on|off
wahr|falsch
vrai|faux
verdadero|falso
genannt|nicht genannt
Genannt|Nicht genannt
ausgewählt|nicht ausgewählt
gewählt|nicht gewählt
angekreuzt|nicht angekreuzt
coché|non coché
cité|non cité
sélectionné|non sélectionné
marcado|no marcado
seleccionado|no seleccionado
mencionado|no mencionado
citado|não citado
selecionado|não selecionado
selezionato|non selezionato
aangevinkt|niet aangevinkt
genoemd|niet genoemd
x|0
✓|0
"""


@pytest.mark.parametrize("line", BINARY.strip().splitlines())
def test_two_cells_of_which_one_means_ticked(line: str) -> None:
    on, off = line.split("|")
    expected = Tick("yes_no" if on == "Yes" and off == "No" else "binary", frozenset({on}), frozenset({off}))

    assert tick_of(column(on, off, on)) == expected
    assert tick_of(column(off, on, off, "")) == expected


YES_NO = "Yes No|yes no|Y N|Ja Nein|ja nee|Oui Non|Sí No|Sì No|Sim Não|Tak Nie|Evet Hayır|Kyllä Ei|はい いいえ|是 否"
MORE = "Ano Ne|Igen Nem|نعم لا|Да Нет|네 아니요|Ja Nej|Ja Nei"


@pytest.mark.parametrize("pair", f"{YES_NO}|{MORE}".split("|"))
def test_yes_and_no_in_many_languages(pair: str) -> None:
    on, off = pair.split()

    assert tick_of(column(off, on)) == Tick("yes_no", frozenset({on}), frozenset({off}))


@pytest.mark.parametrize(
    ("cells", "tick"),
    [
        (("Slack", "", "Slack"), Tick("text", frozenset({"Slack"}), frozenset(), "Slack")),
        (("Slack", "0", "Slack"), Tick("binary", frozenset({"Slack"}), frozenset({"0"}), "Slack")),
        (("Slack", "false"), Tick("binary", frozenset({"Slack"}), frozenset({"false"}), "Slack")),
        (("Slack", "Not selected"), Tick("binary", frozenset({"Slack"}), frozenset({"Not selected"}), "Slack")),
        (("MS&nbsp;Teams", ""), Tick("text", frozenset({"MS&nbsp;Teams"}), frozenset(), "MS Teams")),
        (("x", ""), Tick("mark", frozenset({"x"}), frozenset())),
        (("X", ""), Tick("mark", frozenset({"X"}), frozenset())),
        (("✓", ""), Tick("mark", frozenset({"✓"}), frozenset())),
        (("true", ""), Tick("mark", frozenset({"true"}), frozenset())),
        (("1", ""), Tick("codes", frozenset({"1"}), frozenset())),
        (("4", ""), Tick("codes", frozenset({"4"}), frozenset())),
        (("Yes", ""), Tick("yes_no", frozenset({"Yes"}), frozenset())),
        (("0", ""), Tick("binary", frozenset(), frozenset({"0"}))),
        (("No", ""), Tick("yes_no", frozenset(), frozenset({"No"}))),
        (("", ""), Tick("none", frozenset(), frozenset())),
        (("NA", "N/A"), Tick("none", frozenset(), frozenset())),
    ],
)
def test_one_cell_or_an_option_beside_a_sign(cells: tuple[str, ...], tick: Tick) -> None:
    assert tick_of(column(*cells)) == tick


NO_TICKS = """
Slack|Teams
Slack|Teams|Zoom
1|2
1|5
Yes|No|Not sure
Yes|Don't know
Ja|Nein|Weiß nicht
Agree|Disagree
true|maybe
0|2
"""


@pytest.mark.parametrize("line", NO_TICKS.strip().splitlines())
def test_columns_that_hold_more_than_one_option(line: str) -> None:
    assert tick_of(column(*line.split("|") * 3)) is None


def test_a_long_answer_is_no_option() -> None:
    assert tick_of(column("It was far too loud, and nobody came to ask. " * 6, "")) is None
    assert tick_of(column("It was far too loud, and nobody came to ask. " * 6, "0")) is None


@pytest.mark.parametrize("name", ["Which tools? - Don't know", "Don't know", "tools [Don't know]"])
def test_a_box_for_those_who_do_not_know_is_an_option(name: str) -> None:
    found = tick_of(column("Don't know", "", name=name))

    assert found == Tick("text", frozenset({"Don't know"}), frozenset(), "Don't know")


def test_an_answer_of_those_who_do_not_know_is_none() -> None:
    assert tick_of(column("Don't know", "", name="Do you cook?")) is None


ONE, TWO = Tick("codes", frozenset({"1"}), frozenset()), Tick("codes", frozenset({"2"}), frozenset())
BIT, ZERO = Tick("binary", frozenset({"1"}), frozenset({"0"})), Tick("binary", frozenset(), frozenset({"0"}))
TEXT, NONE = Tick("text", frozenset({"a"}), frozenset(), "a"), Tick("none", frozenset(), frozenset())
MARK, YES = Tick("mark", frozenset({"x"}), frozenset()), Tick("yes_no", frozenset({"Yes"}), frozenset({"No"}))


@pytest.mark.parametrize(
    ("ticks", "same"),
    [
        ([BIT, BIT], True),
        ([BIT, ONE, ZERO, NONE], True),
        ([BIT, MARK], True),
        ([ONE, TWO], True),
        ([TEXT, NONE, TEXT], True),
        ([YES, YES, NONE], True),
        ([BIT, TWO], False),
        ([TEXT, BIT], False),
        ([YES, BIT], False),
        ([YES, TEXT], False),
    ],
)
def test_columns_ticked_in_the_same_way(ticks: list[Tick], same: bool) -> None:
    assert alike(ticks) is same


def test_a_column_of_zeros_beside_numbers_of_their_own_is_ticked() -> None:
    ticked = with_codes({0: ZERO, 1: ONE, 2: TWO})

    assert ticked == {0: Tick("codes", frozenset({"0"}), frozenset()), 1: ONE, 2: TWO}
    assert with_codes({0: ZERO, 1: ONE}) == {0: ZERO, 1: ONE}


@pytest.mark.parametrize(
    ("name", "cell", "named"),
    [
        ("Slack", "Slack", True),
        ("slack", "Slack", True),
        ("Tools Slack", "Slack", True),
        ("Which tools? Slack", "Slack", True),
        ("Column 5", "Slack", True),
        ("Unnamed: 3", "Slack", True),
        ("Slackers", "Slack", False),
        ("Q5_1", "Slack", False),
        ("Slack", "x", False),
    ],
)
def test_names_that_are_the_option(name: str, cell: str, named: bool) -> None:
    box = column(cell, "", name=name)
    tick = tick_of(box)

    assert tick is not None
    assert named_by_its_option(box, tick) is named


def test_spellings_of_one_mark_are_one_tick() -> None:
    assert tick_of(column("x", "X", "x", "")) == Tick("mark", frozenset({"x", "X"}), frozenset())
    assert tick_of(column("yes", "YES", "no", "No", "")) == Tick(
        "yes_no", frozenset({"yes", "YES"}), frozenset({"no", "No"})
    )
    assert tick_of(column("x", "X", "maybe", "")) is None


def test_what_was_not_ticked_may_be_said_with_its_option() -> None:
    assert tick_of(column("Yes", "NO TO: Toast", "")) == Tick("yes_no", frozenset({"Yes"}), frozenset({"NO TO: Toast"}))
    assert tick_of(column("Yes", "No, never", "")) is None
