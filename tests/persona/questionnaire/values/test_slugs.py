"""Ticked names joined by blanks are cut; blanks inside one answer are left."""

from __future__ import annotations

from collections import Counter

import pytest

from persona.questionnaire.values.slugs import split_slugs
from tests.questionnaires import table_of

# Cells ("|" between them) ~ what the last of them is cut into.
CUT = """
own_business|loans|own_business loans ~ own_business loans
a_b|c|d|a_b c|c d a_b ~ c d a_b
mail|phone|mail|phone|mail phone|phone mail ~ phone mail
1 2|3|1|2 3 ~ 2 3
tea-green|milk|milk tea-green|tea-green milk ~ tea-green milk
"""
KEPT = """
tea|milk
very good|very bad
very good|good|bad
own_business|loans|own_business loans loans
Tea|Milk|Tea Milk|Milk Tea
tea!|milk|tea! milk
123|456|123 456
1 2|3|1
new york|york|berlin
a|b|c|d|e|f|g|h|a b
"""


@pytest.mark.parametrize(("cells", "parts"), table_of(CUT))
def test_names_that_also_stand_alone_are_cut(cells: str, parts: str) -> None:
    cut = split_slugs(Counter(cells.split("|")))

    assert cut is not None
    assert cut(cells.rsplit("|", maxsplit=1)[-1]) == parts.split()


@pytest.mark.parametrize("cells", KEPT.strip().splitlines())
def test_words_of_one_answer_stay_together(cells: str) -> None:
    assert split_slugs(Counter(cells.split("|"))) is None


def test_known_names_are_cut_though_none_stands_alone() -> None:
    cells = Counter({"tea milk": 4, "milk juice": 3})

    assert split_slugs(cells) is None
    assert split_slugs(cells, known=("tea", "milk", "juice")) is str.split
    assert split_slugs(cells, known=("tea", "cola", "water")) is None


def test_where_several_were_asked_for_half_of_the_names_need_to_stand_alone() -> None:
    cells = Counter({"tea": 1, "milk": 1, "tea milk": 3, "milk juice": 2, "tea water": 1})

    assert split_slugs(cells) is None
    assert split_slugs(cells, several=True) is str.split


def test_more_than_eighty_names_or_long_ones_are_no_list() -> None:
    words = [f"w_{at}" for at in range(81)]

    assert split_slugs(Counter([*words[:80], "w_1 w_2"])) is str.split
    assert split_slugs(Counter([*words, "w_1 w_2"])) is None
    assert split_slugs(Counter(["a_b", "x" * 33, f"a_b {'x' * 33}"])) is None
