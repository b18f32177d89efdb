"""Sentences and clauses are places in the answer: the text between is verbatim."""

from __future__ import annotations

import pytest

from persona.writing.sentences import clauses, sentences, trim, without_opener


def cut(text: str) -> list[str]:
    return [text[slice(*trim(text, start, end))] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is slow. I wait a lot!", ["It is slow", "I wait a lot!"]),
        ("Use it e.g. at work. Fine.", ["Use it e.g. at work", "Fine"]),
        ("one line\nanother line", ["one line", "another line"]),
        ("Fast; also cheap; really", ["Fast", "also cheap", "really"]),
        ("R &amp; D is fun; yes", ["R &amp; D is fun", "yes"]),
        ("version 2.5 works", ["version 2.5 works"]),
    ],
)
def test_sentences_end_at_marks_and_lines_but_not_in_abbreviations(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  - Well, I plan on paper :-)", "I plan on paper"),
        ("1) I think that maps are hard to read...", "maps are hard to read"),
        ("“And then I gave up.”", "then I gave up"),
        ("I write everything twice, that's all", "I write everything twice"),
        ("it works)", "it works"),
        ("However the lid was too wide", "the lid was too wide"),
        ("However hard I try it stays shut", "However hard I try it stays shut"),
        ("Having said that, the lid is fine", "the lid is fine"),
        ("(in brackets) it works", "(in brackets) it works"),
        ("Ehrlich gesagt: es nervt", "es nervt"),
        ("Well,", "Well"),
    ],
)
def test_trim_leaves_out_what_says_nothing(text: str, expected: str) -> None:
    assert text[slice(*trim(text, 0, len(text)))] == expected


def test_without_opener_leaves_out_only_what_was_learnt() -> None:
    text = "Long story short, I plan on paper"
    assert text[slice(*without_opener(text, 0, len(text), {"long story short"}.__contains__))] == "I plan on paper"
    assert without_opener(text, 0, len(text), {"main thing"}.__contains__) == (0, len(text))


def no(_: list[str]) -> bool:
    return False


def test_clauses_are_cut_where_the_right_side_begins_as_other_answers_do() -> None:
    text = "Planning takes hours on Sunday and nobody reads the plan"
    places = clauses(text, 0, len(text), lambda three: three == ["nobody", "reads", "the"])
    assert [text[a:b] for a, b in places] == ["Planning takes hours on Sunday", "nobody reads the plan"]
    assert clauses(text, 0, len(text), no) == [(0, len(text))]


def test_clauses_of_a_long_sentence_are_cut_before_a_subject() -> None:
    text = (
        "I keep all of the orders for the week in one big spreadsheet on my laptop"
        " and my colleagues send me their changes by mail on Friday"
    )
    assert [text[a:b] for a, b in clauses(text, 0, len(text), no)] == text.split(" and ")


def test_clauses_never_part_a_reason_from_what_it_explains() -> None:
    text = "I stopped using the planner last year because it took me longer than the work that I wanted to plan with it"
    assert clauses(text, 0, len(text), lambda three: True) == [(0, len(text))]


def test_what_belongs_to_somebody_is_no_abbreviation() -> None:
    text = "My wishes count as much as everybody else's. There is a rule."
    assert [text[a:b].strip() for a, b in sentences(text, 0, len(text))] == [
        "My wishes count as much as everybody else's.",
        "There is a rule.",
    ]
