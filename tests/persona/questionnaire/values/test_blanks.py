"""Which cells are no answers: empty ones, markers of programs, refusals; and which words take no side."""

from __future__ import annotations

import pytest

from persona.questionnaire.values.blanks import Blank, answers, blank_kind, column_blanks, missing_markers, placeholders


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("", Blank.EMPTY),
        (" \xa0", Blank.EMPTY),
        ("--", Blank.EMPTY),
        ("?", Blank.EMPTY),
        ("keine Antwort", Blank.EMPTY),
        ("無回答", Blank.EMPTY),
        ("NaN", Blank.MARKER),
        ("#REF!", Blank.MARKER),
        ("<NA>", Blank.MARKER),
        ("N/A", Blank.NOT_ASKED),
        ("Not applicable (retired)", Blank.NOT_ASKED),
        ("no aplica", Blank.NOT_ASKED),
        ("Prefer not to say", Blank.REFUSED),
        ("prefer_not_answer", Blank.REFUSED),
        ("I'd rather not say.", Blank.REFUSED),
        ("k. A.", Blank.REFUSED),
        ("Préfère ne pas répondre", Blank.REFUSED),
        ("Don’t know", Blank.NO_OPINION),
        ("dont_know", Blank.NO_OPINION),
        ("I don't know what that is", Blank.NO_OPINION),
        ("Weiß nicht", Blank.NO_OPINION),
        ("No sé", Blank.NO_OPINION),
        ("Je ne sais pas", Blank.NO_OPINION),
        ("わからない", Blank.NO_OPINION),
        ("None", None),
        ("No", None),
        ("Nothing", None),
        ("Not at all", None),
        ("0", None),
        ("Neutral", None),
    ],
)
def test_each_kind_of_no_answer(cell: str, kind: Blank | None) -> None:
    assert blank_kind(cell) is kind


def test_na_beside_other_regions_is_a_region() -> None:
    counts = {"NA": 42, "EMEA": 31, "APAC": 29, "LATAM": 18, "": 3}
    assert answers(counts) == {"NA": 42, "EMEA": 31, "APAC": 29, "LATAM": 18}


def test_a_minus_beside_a_plus_is_an_answer() -> None:
    counts = {"++": 4, "+": 3, "0": 2, "-": 3, "--": 1, "": 5}
    assert column_blanks(counts) == {"": Blank.EMPTY}
    assert column_blanks({"Yes": 4, "-": 3}) == {"-": Blank.EMPTY}


def test_na_beside_words_is_no_answer() -> None:
    assert answers({"NA": 42, "Red": 31, "Green": 2}) == {"Red": 31, "Green": 2}


def test_a_file_that_writes_na_for_empty_cells_means_nothing_by_it() -> None:
    columns = [{"NA": 4, "EMEA": 3, "APAC": 2}, {"NA": 2, "12": 5, "13": 2}]
    markers = missing_markers(columns)
    assert markers == {"na"}
    assert answers(columns[0], markers) == {"EMEA": 3, "APAC": 2}


def test_a_marker_of_one_column_of_words_is_none_of_the_file() -> None:
    assert missing_markers([{"NA": 4, "EMEA": 3}, {"None": 4, "Cat": 2}, {"12": 3}]) == frozenset()


def test_what_takes_no_side_is_an_answer() -> None:
    counts = {"Don't know": 76, "Yes": 20, "No": 24, "Prefer not to say": 1}
    assert answers(counts) == counts
    assert column_blanks(counts) == {"Don't know": Blank.NO_OPINION, "Prefer not to say": Blank.REFUSED}


def test_negative_codes_are_no_answers_in_a_column_of_words() -> None:
    words = {"The trains are late": 4, "Too few seats": 2, "-9": 5, "-77": 1, "don't know": 1}
    assert column_blanks(words) == {"-9": Blank.EMPTY, "-77": Blank.EMPTY, "don't know": Blank.NO_OPINION}
    assert column_blanks({"-9": 5, "-3": 2, "cold": 1, "4": 3}) == {}


SENTENCES = {f"Mir fehlt eine bessere Anleitung, Teil {at}": 1 for at in range(14)}


@pytest.mark.parametrize("written", ["(空欄)", "(skip)", "[ninguna]", "（未填）", "<не заполнено>", "(δεν απαντήθηκε)"])
def test_one_text_in_brackets_that_recurs_among_sentences_is_no_answer(written: str) -> None:
    markers = missing_markers([SENTENCES | {written: 5}, {"Ja": 9, written: 2}])
    assert column_blanks({"Ja": 9, written: 2}, markers) == {written: Blank.EMPTY}


@pytest.mark.parametrize(
    "counts",
    [
        SENTENCES | {"(y)": 5},
        SENTENCES | {"(once)": 1},
        SENTENCES | {"(yes)": 4, "(no)": 3, "(maybe)": 3},
        SENTENCES | {"(I said all of this already)": 3},
        {"(Berlin)": 5, "Köln": 8, "Bonn": 9},
        {f"Ja, immer {at}": 9 for at in range(12)} | {"(nie)": 5},
    ],
    ids=["a thumb", "once", "several", "a sentence", "short list", "options"],
)
def test_other_texts_in_brackets_are_answers(counts: dict[str, int]) -> None:
    assert placeholders(counts) == frozenset()


def test_tickets_that_nobody_rated_hold_no_answer() -> None:
    rated = {"Good": 9, "Bad": 3, "Offered": 6, "Unoffered": 20}
    assert column_blanks(rated) == {"Offered": Blank.NOT_ASKED, "Unoffered": Blank.NOT_ASKED}
    assert column_blanks({"Offered": 6, "Bought": 20}) == {}
