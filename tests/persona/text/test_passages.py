from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.text.passages import passages, plain


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("I love it, esp. the colour. But it's too small!", ["I love it, esp. the colour", "But it's too small"]),
        ("毎朝ニュースを見る。でも時間がない。", ["毎朝ニュースを見る", "でも時間がない"]),
        ("- cheap\n- quick\n\n3", ["cheap", "quick"]),
        ("@airline https://a.example/b where is my bag?", ["where is my bag"]),
        (
            "The colleagues are friendly and help each other whenever they can, but the pay is too low for the work",
            [
                "The colleagues are friendly and help each other whenever they can",
                "but the pay is too low for the work",
            ],
        ),
        ("...", []),
        ("12 34", []),
        ("e.g. bread. Soup", ["e.g. bread", "Soup"]),
        ("See Dr. Smith, A. Jones etc. there", ["See Dr. Smith, A. Jones etc. there"]),
        ("It costs 3.50 euro. Too dear", ["It costs 3.50 euro", "Too dear"]),
        ('He said "stop." Then left?! Yes', ['He said "stop', "Then left", "Yes"]),
        ("Really... I mean it… Well", ["Really", "I mean it", "Well"]),
        ("cold; warm;hot", ["cold", "warm;hot"]),
        ("cheap – quick — good • new * old", ["cheap", "quick", "good", "new", "old"]),
        ("well-known - fact", ["well-known", "fact"]),
        ("one.two", ["one.two"]),
        ("RT @me: lost bag", ["lost bag"]),
        ("  «quoted» ", ["quoted"]),
        ("¿Por qué? Porque sí.", ["¿Por qué", "Porque sí"]),
        ("नमस्ते जी। ठीक है।", ["नमस्ते जी", "ठीक है"]),
        ("مرحبا؟ نعم؛ شكرا", ["مرحبا", "نعم", "شكرا"]),
        ("یہ اچھا ہے۔ شکریہ", ["یہ اچھا ہے", "شکریہ"]),
    ],
)
def test_answers_are_cut_into_sentences_and_clauses(cell: str, found: list[str]) -> None:
    assert [passage.text for passage in passages(cell)] == found


@given(st.text(max_size=200))
def test_each_passage_is_found_again_in_its_cell(cell: str) -> None:
    found = passages(cell)

    assert [cell[passage.start : passage.end] for passage in found] == [passage.text for passage in found]
    assert [passage.start for passage in found] == sorted({passage.start for passage in found})
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_what_pages_leave_in_a_text_has_no_meaning() -> None:
    assert plain("See <b>this</b>  https://a.example &amp; don’t\nask") == "See this don't ask"


STEM = "The colleagues here are friendly and help each other with everything they"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        pytest.param(f"{STEM} do, but it pays little", [f"{STEM} do", "but it pays little"], id="behind a comma"),
        pytest.param(f"{STEM} do, but not well", [f"{STEM} do, but not well"], id="three words are no clause"),
        pytest.param(
            f"{STEM} do because the work is hard", [f"{STEM} do", "because the work is hard"], id="before a turn"
        ),
        pytest.param(
            "It is dear, and the work, which is hard, is never done by anybody who has seen it before today",
            ["It is dear, and the work", "which is hard, is never done by anybody who has seen it before today"],
            id="a part that is too short stays with the next",
        ),
        pytest.param("They help me a lot because it is hard", ["They help me a lot because it is hard"], id="short"),
        pytest.param(
            "同僚はとても親切で毎日いろいろ助けてくれます、でも給料がとても安くて生活が苦しいです",
            ["同僚はとても親切で毎日いろいろ助けてくれます", "でも給料がとても安くて生活が苦しいです"],
            id="a script without spaces",
        ),
    ],
)
def test_a_long_sentence_is_cut_where_a_clause_begins(cell: str, found: list[str]) -> None:
    assert [passage.text for passage in passages(cell)] == found
