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
