"""From cells to features."""

from __future__ import annotations

import random

import numpy as np

from persona.grouping.encoders import CategoryEncoder, OptionsEncoder, ScoreEncoder
from persona.grouping.encoding import FeatureEncoding
from persona.grouping.people import PersonBatch
from persona.models import Column, ColumnRole
from persona.recoding.cells import number

RNG = random.Random(3)
AGREE = ("Disagree", "Neutral", "Agree")


def column(name: str, role: ColumnRole, **more: object) -> Column:
    base = Column(name=name, position=0, role=role, basis=True, question=name, filled=1, distinct=1)
    return base.model_copy(update=more)


def test_score_encoder_gives_normal_scores_that_outliers_do_not_move() -> None:
    cells = [str(i) for i in range(99)] + ["1000000"]
    feature = ScoreEncoder(column("n", ColumnRole.NUMBER), number, cells).encode([*cells, ""])

    assert abs(feature.values[:100].mean()) < 1e-9
    assert feature.values.max() < 3
    assert feature.answered.tolist() == [True] * 100 + [False]
    assert feature.values[100] == 0


def test_category_encoder_pools_what_is_rare_and_keeps_missing_apart() -> None:
    cells = ["Red"] * 50 + ["blue "] * 30 + ["Green"] * 2 + ["n/a"] * 4
    encoder = CategoryEncoder(column("c", ColumnRole.CATEGORY), cells)
    feature = encoder.encode(["red", "Blue", "green", "violet", ""])

    assert encoder.levels == ["red", "blue"]
    assert feature.values.tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1], [0, 0, 0]]
    assert feature.answered.tolist() == [True, True, True, True, False]


def test_options_encoder_ticks_each_choice() -> None:
    cells = ["Maps; Boards", "Maps", "Boards", ""] * 10
    encoder = OptionsEncoder(column("o", ColumnRole.MULTIPLE, separator=";"), cells)
    feature = encoder.encode(["Boards; Other", "", "Other"])

    assert encoder.options == ["Boards", "Maps"]
    assert feature.values.tolist() == [[1, 0], [0, 0], [0, 0]]
    assert feature.answered.tolist() == [True, False, True]


def battery(items: int) -> tuple[list[Column], dict[str, list[str]]]:
    """Ratings of people who differ only in how readily they agree."""
    columns = [column(f"i{i}", ColumnRole.RATING, scale=(1.0, 7.0)) for i in range(items)]
    people = [RNG.choice([2, 6]) for _ in range(200)]
    return columns, {c.name: [str(min(7, max(1, p + RNG.choice([-1, 0, 1])))) for p in people] for c in columns}


def test_encoding_takes_agreeing_out_of_batteries() -> None:
    features = FeatureEncoding(*battery(6)).features
    correlation = np.corrcoef(np.hstack([f.values for f in features]).T)

    assert np.abs(correlation - np.eye(6)).max() < 0.35
    assert {f.block for f in features} == {"ratings"}


def test_encoding_leaves_votes_as_they_are() -> None:
    columns = [column(f"v{i}", ColumnRole.RATING, scale_words=AGREE) for i in range(6)]
    people = [RNG.choice(["Disagree", "Agree"]) for _ in range(200)]
    features = FeatureEncoding(columns, {c.name: people for c in columns}).features

    assert {f.block for f in features} == {"votes"}
    assert np.allclose(np.hstack([f.values for f in features]).std(1), 0)


def test_encoding_names_columns_that_cannot_be_used() -> None:
    columns = [column(n, ColumnRole.CATEGORY) for n in ("same", "rare", "good")]
    cells = {"same": ["x"] * 100, "rare": ["a", *[""] * 99], "good": ["a", "b"] * 50}
    encoding = FeatureEncoding(columns, cells)

    assert [f.name for f in encoding.features] == ["good"]
    assert encoding.unusable == ("same", "rare")


def test_encode_gives_further_rows_the_same_form() -> None:
    columns, cells = battery(6)
    encoding = FeatureEncoding(columns, cells)
    again = encoding.encode({name: values[:10] for name, values in cells.items()})

    assert all(np.allclose(a.values, f.values[:10]) for a, f in zip(again, encoding.features, strict=True))


def test_batch_merges_rows_of_one_person() -> None:
    columns = [column("n", ColumnRole.NUMBER), column("o", ColumnRole.MULTIPLE, separator=";")]
    cells = {"n": ["1", "3", "", "2"] * 10, "o": ["A; B", "B", "", "A"] * 10}
    people = np.repeat(np.arange(20), 2)
    encoding = FeatureEncoding(columns, cells)
    scores, ticks = PersonBatch(cells, people, 20).merge(encoding.features)

    assert scores.answered.all()
    assert np.isclose(scores.values[0, 0], encoding.features[0].values[:2].mean())
    assert np.isclose(scores.values[1, 0], encoding.features[0].values[3, 0])
    assert ticks.values[:2].tolist() == [[1, 1], [1, 0]]
