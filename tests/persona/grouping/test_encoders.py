"""Encoders: what a cell becomes, what is left out, and the same for every later batch."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata

from persona.grouping.encoders import (
    MAX_LEVELS,
    CategoryEncoder,
    OptionsEncoder,
    ScoreEncoder,
    distinct,
    make_encoder,
)
from persona.models import ColumnRole as Role
from persona.recoding.cells import number, rating
from tests.persona.counted.values import column

NUMBER = column("Trips", Role.NUMBER)
RATING = column("Taste", Role.RATING, scale=(1.0, 5.0))
PLAN = column("Plan")
TOOLS = column("Tools", Role.MULTIPLE, separator=";")


def scores(cells: list[str], later: list[str] | None = None) -> np.ndarray:
    return np.asarray(ScoreEncoder(NUMBER, number, cells).encode(later or cells).values)[:, 0]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "", "ä", "A"]), max_size=20))
def test_different_cells_with_their_places_are_the_cells(cells: list[str]) -> None:
    different, which = distinct(cells)

    assert [different[place] for place in which] == cells
    assert len(set(different)) == len(different)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-1_000, 1_000), min_size=3, max_size=80, unique=True))
def test_scores_keep_the_order_of_numbers_with_mean_nought_and_spread_one(values: list[int]) -> None:
    found = scores([str(value) for value in values])

    assert found[np.argsort(values)].tolist() == sorted(found)
    assert found.mean() == pytest.approx(0, abs=1e-9)
    assert found.std() == pytest.approx(1)


@pytest.mark.parametrize(
    "change", [lambda v: 7 * v + 100, lambda v: v**3, lambda v: 10**v], ids=["line", "cube", "power"]
)
def test_a_number_counts_by_its_place_alone(change: object) -> None:
    values = np.random.default_rng(4).permutation(40)

    plain = scores([str(value) for value in values])
    changed = scores([str(change(int(value))) for value in values])  # type: ignore[operator]

    assert rankdata(plain).tolist() == rankdata(changed).tolist()
    assert plain == pytest.approx(changed, abs=0.15)


@pytest.mark.parametrize("cell", ["", "n/a", "many", "inf", "-Infinity", "nan", "1e999"])
def test_what_is_no_number_is_a_missing_answer_and_moves_nobody(cell: str) -> None:
    cells = [str(value) for value in range(20)]
    encoder = ScoreEncoder(NUMBER, number, [*cells, cell])

    found = encoder.encode([*cells, cell])

    assert found.answered.tolist() == [True] * 20 + [False]
    assert np.asarray(found.values)[:, 0].tolist() == [*scores(cells), 0.0]


def test_numbers_beyond_those_that_were_known_lie_at_the_ends() -> None:
    cells = [str(value) for value in range(20)]
    found = scores(cells, ["-999", "0", "19", "999"])

    assert (found[0], found[2]) == (found[1], found[3])
    assert found[1] == pytest.approx(-found[2])


def test_a_rating_outside_its_scale_is_none() -> None:
    encoder = ScoreEncoder(RATING, lambda cell: rating(cell, RATING), ["1", "3", "5"])

    found = encoder.encode(["0", "1", "3", "5", "6", "99", "inf"])

    assert found.answered.tolist() == [False, True, True, True, False, False, False]
    assert np.asarray(found.values)[:, 0].tolist() == pytest.approx([0, -np.sqrt(1.5), 0, np.sqrt(1.5), 0, 0, 0])


@pytest.mark.parametrize("cells", [[], ["", ""], ["3"], ["3", "3"]])
def test_a_column_without_two_answers_does_not_fail(cells: list[str]) -> None:
    found = ScoreEncoder(NUMBER, number, cells).encode(["3", ""])

    assert np.isfinite(found.values).all()
    assert found.answered.tolist()[1] is False


def test_kinds_are_told_apart_by_their_letters_alone_and_the_most_frequent_comes_first() -> None:
    cells = ["Free"] * 8 + ["free "] * 2 + ["TEAM"] * 12 + ["Pro"] * 5 + [""] * 3

    encoder = CategoryEncoder(PLAN, cells)
    found = encoder.encode(["team", "Free", "Pro", "", "Else"])

    assert encoder.levels == ["team", "free", "pro"]
    assert np.asarray(found.values).tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0], [0, 0, 0]]
    assert found.answered.tolist() == [True, True, True, False, False]


def test_what_is_rare_is_pooled_and_a_later_kind_goes_with_it() -> None:
    cells = ["Free"] * 20 + ["Team"] * 10 + ["One", "Two", "Three"]

    found = CategoryEncoder(PLAN, cells).encode(["Free", "One", "Three", "Never seen", ""])

    assert np.asarray(found.values).tolist() == [[1, 0, 0], [0, 0, 1], [0, 0, 1], [0, 0, 1], [0, 0, 0]]


def test_no_more_kinds_are_kept_than_can_be_told_apart() -> None:
    cells = [f"Kind {n:03}" for n in range(MAX_LEVELS + 10) for _ in range(6)]

    encoder = CategoryEncoder(PLAN, cells)

    assert len(encoder.levels) == MAX_LEVELS
    assert encoder.covered == pytest.approx(MAX_LEVELS / (MAX_LEVELS + 10))


def test_options_that_hardly_anybody_or_nearly_everybody_ticks_are_left_out() -> None:
    cells = ["Pan;Pot"] * 10 + ["Pan;Oven"] * 9 + ["Pan"] * 3 + ["Pan;Wok"] * 2 + [""]

    encoder = OptionsEncoder(TOOLS, cells)
    found = encoder.encode(["Pot; Oven ;Pot", "Wok", "", "Pan"])

    assert encoder.options == ["Oven", "Pot"]
    assert np.asarray(found.values).tolist() == [[1, 1], [0, 0], [0, 0], [0, 0]]
    assert found.answered.tolist() == [True, True, False, True]


@pytest.mark.parametrize(
    ("of", "cells", "kind"),
    [
        (NUMBER, ["1", "2"], "number"),
        (RATING, ["1", "2"], "number"),
        (PLAN, ["Free", "Team"] * 10, "category"),
        (TOOLS, ["Pan", "Pot"] * 10, "options"),
        (TOOLS, ["Pan"] * 20, None),
        (
            column("Why?", Role.OPEN),
            [f"{a} {b}" for a in ("weather", "school", "money") for b in ("morning", "winter", "family")],
            "words",
        ),
        (column("Why?", Role.OPEN), ["yes", "no"] * 2, None),
        (PLAN, [f"Head of {word} department {n}" for n, word in enumerate(["sales", "art", "law"] * 50)], None),
    ],
)
def test_a_column_is_read_by_its_role_and_its_answers(of: object, cells: list[str], kind: str | None) -> None:
    encoder = make_encoder(of, cells)  # type: ignore[arg-type]

    assert (encoder.encode(cells).kind if encoder else None) == kind


@pytest.mark.parametrize(
    ("of", "cells"),
    [
        (NUMBER, [str(n % 7) for n in range(30)]),
        (PLAN, ["Free", "Team", "Pro"] * 10),
        (TOOLS, ["Pan", "Pot;Pan", "Oven"] * 10),
        (column("Why?", Role.OPEN), ["because of the weather", "too dear for the school", "no time left"] * 3),
    ],
)
def test_cells_are_encoded_alike_alone_and_among_others(of: object, cells: list[str]) -> None:
    encoder = make_encoder(of, cells)  # type: ignore[arg-type]
    assert encoder is not None

    whole = encoder.encode(cells)
    parts = [encoder.encode(cells[:5]), encoder.encode(cells[5:])]

    dense = [sp.csr_matrix(found.values).toarray() for found in (whole, *parts)]
    assert np.array_equal(dense[0], np.vstack(dense[1:]))
    assert np.array_equal(whole.answered, np.concatenate([part.answered for part in parts]))
