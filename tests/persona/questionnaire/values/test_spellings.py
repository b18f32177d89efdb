"""Spellings of one option count as one; the commonest is shown."""

from __future__ import annotations

import unicodedata

import pytest

from persona.questionnaire.values.cells import shown, spelling_key
from persona.questionnaire.values.spellings import Spellings, join_spellings


def test_one_shop_is_one_option_however_it_is_written() -> None:
    zurich = "Laden Zürich"
    counts = {
        zurich: 19,
        unicodedata.normalize("NFD", zurich): 11,
        "Laden Zürich\u200b": 16,
        "Laden zürich ": 16,
        "Laden\xa0Zürich": 13,
        "Laden BERN": 20,
        "Laden Bern": 25,
        "Laden Bern.": 1,
    }
    assert join_spellings(counts) == Spellings(
        labels=dict.fromkeys(list(counts)[:5], "Laden Zürich") | dict.fromkeys(list(counts)[5:], "Laden Bern"),
        counts={"Laden Zürich": 75, "Laden Bern": 46},
        joined={"Laden Zürich": ("Laden zürich",), "Laden Bern": ("Laden BERN", "Laden Bern.")},
    )


@pytest.mark.parametrize(
    ("counts", "joined"),
    [
        ({"Самолёт": 18, "Самолет": 3}, {"Самолёт": 21}),
        ({"ещё нет": 2, "Еще нет": 5, "еще нет.": 1}, {"Еще нет": 8}),
        ({"یک بار": 4, "يک بار": 3}, {"یک بار": 7}),
        ({"مصر": 4, "مـصر": 1}, {"مصر": 5}),
        ({"Öl": 4, "Ol": 1}, {"Öl": 4, "Ol": 1}),
        ({"año": 4, "ano": 1}, {"año": 4, "ano": 1}),
        ({"май": 4, "маи": 1}, {"май": 4, "маи": 1}),
    ],
)
def test_letters_that_people_write_for_one_another_are_one(counts: dict[str, int], joined: dict[str, int]) -> None:
    assert join_spellings(counts).counts == joined


def test_what_only_looks_alike_to_a_program_is_not_told() -> None:
    found = join_spellings({"Yes": 2, "Yes\u200b": 1, "Yes\xa0": 1})
    assert (found.counts, found.joined, found.example) == ({"Yes": 4}, {}, "")


def test_of_two_common_spellings_the_capital_is_shown() -> None:
    assert join_spellings({"YES": 2, "yes": 2, "Yes": 2}).example == "“Yes”, “YES”"


@pytest.mark.parametrize(
    ("counts", "labels"),
    [
        ({"Laden BERN": 20, "Laden Bern": 15, "Laden bern": 10, "Laden Bern.": 1}, ["Laden Bern"]),
        ({"iOS": 20, "IOS": 15, "ios": 10}, ["iOS"]),
        ({"BERN": 20, "Bern": 15}, ["BERN"]),
        ({"IKEA": 30, "Ikea": 9, "ikea": 8}, ["IKEA"]),
    ],
)
def test_what_is_shown_is_written_as_most_write_its_letters(counts: dict[str, int], labels: list[str]) -> None:
    found = join_spellings(counts)
    assert (list(found.counts), set(found.labels.values())) == (labels, set(labels))


@pytest.mark.parametrize(
    ("one", "other"),
    [("C", "C++"), ("Zurich", "Zürich"), ("1-5", "15"), ("?", "!"), ("No", "No idea"), ("+", "-")],
)
def test_different_answers_stay_apart(one: str, other: str) -> None:
    assert len(join_spellings({one: 1, other: 1}).counts) == 2


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("R&amp;D", "R&D"),
        ("a&nbsp;b", "a b"),
        ("caf&amp;eacute;", "café"),
        ("<p>Good <b>tool</b></p>", "Good tool"),
        ("less <5 or >7", "less <5 or >7"),
        ('="P0001"', "P0001"),
        ("'38", "38"),
        ("'tis fine", "'tis fine"),
        ("one_x000D_\ntwo", "one\n\ntwo"),
        ("  two\u3000 blanks ", "two blanks"),
    ],
)
def test_a_cell_is_shown_as_it_was_meant(cell: str, label: str) -> None:
    assert shown(cell) == label


def test_wide_letters_are_the_same_letters() -> None:
    assert spelling_key("ＡＢＣ１２") == spelling_key("abc12")


@pytest.mark.parametrize("other", ["H & M", "h &m", "H&amp;M", "Ｈ＆Ｍ"])
def test_blanks_around_a_sign_between_words_are_no_difference(other: str) -> None:
    assert dict(join_spellings({"H&M": 13, other: 3}).counts) == {"H&M": 16}


@pytest.mark.parametrize(("one", "other"), [("co op", "co-op"), ("A/B", "AB"), ("R&B", "R+B"), ("5 - 10", "510")])
def test_signs_themselves_are_a_difference(one: str, other: str) -> None:
    assert dict(join_spellings({one: 2, other: 1}).counts) == {one: 2, other: 1}


def test_strokes_and_vowel_signs_of_arabic_make_no_other_answer() -> None:
    assert join_spellings({"فرع جدة": 12, "فـرع جدة": 2, "فَرع جدة": 1}).counts == {"فرع جدة": 15}
