from __future__ import annotations

import pytest

from experiments.search_words import has_all, hit, plain, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café, CRÈME brûlée!", "cafe creme brulee"),
        ("don't e-mail_me", "don t e mail me"),
        ("Straße ΣΊΣΥΦΟΣ", "strasse σισυφοσ"),
        ("買い物リスト", "買 い 物 リ ス ト"),
        ("योजना", "यजन"),
        ("", ""),
        ("… !?", ""),
    ],
)
def test_words_know_no_case_accents_or_signs(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_what_is_looked_for_is_a_phrase_for_each_part_between_spaces() -> None:
    assert terms(" Café  don't — 買物 ") == ["cafe", "don t", "買 物"]


@pytest.mark.parametrize(
    ("wanted", "found"), [("plan", True), ("lann", False), ("meal plan", True), ("plan zebra", False)]
)
def test_a_word_is_found_from_its_beginning(wanted: str, found: bool) -> None:
    assert has_all(plain("Meal planning"), terms(wanted)) is found


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("My (Café) is", "cafe", "Café"),
        ("Planning meals", "plan", "Plan"),
        ("毎日の買い物です", "買い", "買い"),
        ("I don't know", "don't", "don't"),
        ("nothing", "zebra", None),
    ],
)
def test_the_letters_that_match_are_known_in_the_text(text: str, wanted: str, expected: str | None) -> None:
    place = hit(text, terms(wanted))

    assert (place and text[slice(*place)]) == expected
