"""Options and questions as they stand in a sentence."""

from __future__ import annotations

import pytest

from persona.writing.wordforms import bare, capital, item_of, lower, lower_role, short, shortened


@pytest.mark.parametrize(
    ("option", "small", "role", "large"),
    [
        ("Paper", "paper", "paper", "Paper"),
        ("Google Maps", "Google Maps", "google maps", "Google Maps"),
        ("CSV export", "CSV export", "CSV export", "CSV export"),
        ("CEO of Sales", "CEO of Sales", "CEO of sales", "CEO of Sales"),
        (
            "Data Scientist (e.g. analyst)",
            "Data Scientist (e.g. analyst)",
            "data scientist",
            "Data Scientist (e.g. analyst)",
        ),
        ("Über uns", "über uns", "über uns", "Über uns"),
        ("iPhone", "iPhone", "iPhone", "IPhone"),
        ("I", "I", "I", "I"),
        ("", "", "", ""),
    ],
)
def test_first_letters(option: str, small: str, role: str, large: str) -> None:
    assert (lower(option), lower_role(option), capital(option)) == (small, role, large)


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("Bread (e.g. rye)", "Bread"),
        ("Brot (z. B. Roggen)", "Brot"),
        ("Other - please say which", "Other"),
        ("Excel -- tick", "Excel"),
        ("Well-known", "Well-known"),
        ("A (big)", "A (big)"),
        ("Yes.", "Yes"),
        ("", ""),
    ],
)
def test_notes_of_a_questionnaire_are_left_out(option: str, expected: str) -> None:
    assert short(option) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which tools do you use? (tick all)", "Which tools do you use"),
        ("¿Por qué?", "Por qué"),
        ("Q3: Age:", "Age"),
        ("How old (in years) are you?", "How old are you"),
        ("x", "x"),
    ],
)
def test_questions_without_codes_notes_and_marks(question: str, expected: str) -> None:
    assert bare(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How far do you agree? [The staff is helpful]", "The staff is helpful"),
        ("How far do you agree? The staff is helpful", "The staff is helpful"),
        ("Tools - Excel", "Excel"),
        ("Tools: Excel", "Excel"),
        ("Satisfaction | Price", "Price"),
        ("A – B – C", "C"),
        ("Which tools?", "Which tools?"),
        ("Tools [ ]", "Tools [ ]"),
        ("Part-time", "Part-time"),
    ],
)
def test_the_item_of_a_question_about_many(question: str, expected: str) -> None:
    assert item_of(question) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [("a b c", 3, "a b c"), ("a b c d", 3, "a b c …"), ("a b, c d", 2, "a b …"), ("", 3, "")],
)
def test_a_long_statement_is_cut(text: str, words: int, expected: str) -> None:
    assert shortened(text, words) == expected


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Quel(s) cours suivez-vous ?", "Quel(s) cours suivez-vous"),
        ("Welche/n Mitarbeiter(in) kennen Sie? (bitte ankreuzen)", "Welche/n Mitarbeiter(in) kennen Sie?"),
        ("How many course(s) (this year) do you take?", "How many course(s) do you take"),
        ("Price(in euros)", "Price"),
    ],
)
def test_an_ending_in_brackets_is_part_of_its_word(question: str, asked: str) -> None:
    assert bare(question) == asked.rstrip("?")
