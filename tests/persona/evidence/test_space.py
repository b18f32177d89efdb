"""In the space of a study passages lie near each other that share meaning and rare words, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from persona.evidence import space
from persona.evidence.space import Space, content_words, unit
from persona.text.embedding import TfidfEmbedder

TEXTS = [
    "The printer jams again",
    "Printer jams every day",
    "The parking costs too much",
    "Parking costs us money",
    "42",
    "",
    "it is what it is",
]


@pytest.fixture(scope="module")
def made() -> Space:
    return Space(TfidfEmbedder(TEXTS), TEXTS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The printer jams again", ("printer", "jams")),
        ("Der Drucker klemmt schon wieder", ("drucker", "klemmt", "wieder")),
        ("It is what it is", ()),
        ("3 of 42 printers", ("printers",)),
        ("Printer, printer!", ("printer", "printer")),
        ("印刷機", ("印刷", "刷機")),
        ("", ()),
    ],
)
def test_words_that_say_something_in_their_order(text: str, expected: tuple[str, ...]) -> None:
    assert content_words(text) == expected


def test_passages_have_length_one_or_say_nothing(made: Space) -> None:
    found = made.place(TEXTS)

    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 1, 1, 1, 0, 0, 0], abs=1e-5)


def test_what_shares_words_lies_near(made: Space) -> None:
    printer, again, parking, costs, *_ = made.place(TEXTS)

    assert min(printer @ again, parking @ costs) > 0.4
    assert max(printer @ parking, printer @ costs, again @ parking) < 0.1


def test_a_place_does_not_depend_on_order_case_or_how_often_a_word_is_said(made: Space) -> None:
    found = made.place(["printer jams", "Jams: PRINTER", "jams jams printer", "the printer and the jams"])

    assert found == pytest.approx(np.repeat(found[:1], 4, axis=0), abs=1e-6)


def test_words_that_nobody_said_where_the_space_was_fitted_count_by_nothing(made: Space) -> None:
    assert made.place(["printer jams", "printer zebra jams"]) == pytest.approx(
        np.repeat(made.place(["printer jams"]), 2, axis=0), abs=1e-6
    )
    assert not made.place(["zebra"]).any()


def test_many_passages_are_placed_in_blocks_and_lie_where_one_would(
    made: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = made.place(TEXTS)
    monkeypatch.setattr(space, "BLOCK", 3)

    assert made.place(TEXTS).tobytes() == whole.tobytes()


def test_shared_words_alone(made: Space) -> None:
    first, same, other, nothing = made.sketch(["printer jams", "jams printer", "parking costs", "it is"])

    assert first @ same == pytest.approx(1, abs=1e-5)
    assert abs(first @ other) < 0.3
    assert not nothing.any()


def test_the_same_seed_gives_the_same_bytes_and_another_one_other_directions() -> None:
    one, same, other = (Space(TfidfEmbedder(TEXTS), TEXTS, seed=seed).place(TEXTS) for seed in (1, 1, 2))

    assert one.tobytes() == same.tobytes()
    assert one.tobytes() != other.tobytes()


def test_the_commonest_words_are_kept_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(space, "MOST_WORDS", 2)
    texts = ["printer jams", "printer jams", "parking"]

    placed = Space(TfidfEmbedder(texts), texts).place(["printer", "jams", "parking"])

    assert placed.any(axis=1).tolist() == [True, True, False]


def test_nothing_to_fit_on_places_everything_nowhere() -> None:
    empty = Space(TfidfEmbedder([]), [])

    assert not empty.place(["printer", ""]).any()
    assert empty.place(["printer", ""]).shape == (2, empty.place([]).shape[1])


def test_rows_of_zeros_stay() -> None:
    assert unit(np.array([[3, 4], [0, 0]], np.float32)) == pytest.approx(np.array([[0.6, 0.8], [0, 0]]))
