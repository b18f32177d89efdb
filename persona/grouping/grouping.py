"""`group`: from a table and its columns to a `Segmentation`."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import threadpool_limits

from persona.grouping import summary, wording
from persona.grouping.choice import judge_count
from persona.grouping.encoding import FeatureEncoding
from persona.grouping.fewer import Ground, is_found, on_fewer_questions
from persona.grouping.people import People
from persona.grouping.placing import Placed
from persona.grouping.progress import GroupingProgress
from persona.grouping.search import solve
from persona.messages import configuration_error, data_error
from persona.models import ColumnRole as Role
from persona.numerals import people as in_words
from persona.recoding.cells import says_nothing
from persona.recoding.variables import USABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from persona.grouping.choice import Judge
    from persona.grouping.features import Feature
    from persona.grouping.people import PersonBatch
    from persona.grouping.search import Solved
    from persona.grouping.segmentation import Segmentation
    from persona.models import Column
    from persona.recoding.answers import Answers

    TextVectors = Callable[[Sequence[str]], NDArray[np.floating]]

SAMPLE_PEOPLE, SAMPLE_TEXTS = 20_000, 5_000
"""People the segments are formed on; all others are placed. On planted surveys of 5 groups at noise .40 a fit on
20,000 of a million gave an ARI of .85, as a fit on all of 10,000 did. Moves memory and time, hardly the segments."""
LEAST_PEOPLE = 20  # below, no number of groups is chosen
LEAST_ANSWERS = 3


def group(
    table: Answers,
    columns: Sequence[Column],
    *,
    count: int | None = None,
    seed: int = 0,
    on_progress: Callable[[int, int, str], None] | None = None,
    vectors: TextVectors | None = None,
    judge: Judge = judge_count,
) -> Segmentation:
    """Group the people in a table by the columns whose `basis` is true.

    Args:
        count: how many groups; None chooses the number, or one group where the data show none.
        seed: the same seed gives the same bytes.
        on_progress: told (steps done, steps in all, what is being done); may raise `Cancelled`.
        vectors: what a sentence model makes of texts, a row each. It is asked about the sample only: groups are formed
            by meaning, and everybody else is placed by words.
        judge: what is found out about a number that was asked for.

    Raises:
        ConfigurationError: no column can form groups, or more groups are asked for than people can form.
        DataError: there is (almost) no answer in the data.
    """
    people = People.of(table, columns)
    _check(people, columns, count)
    basis = [column for column in columns if column.basis and column.role in USABLE]
    with threadpool_limits(limits=1):  # sums in another order would give other bytes
        step = GroupingProgress(on_progress, automatic=count is None)
        return _group(people, columns, basis, count, seed, step, vectors, judge)


def _check(people: People, columns: Sequence[Column], count: int | None) -> None:
    if count is not None and count > people.count:
        raise configuration_error("too_few_people", people=in_words(people.count), count=count)
    if not any(column.basis and column.role in USABLE for column in columns):
        if people.count < LEAST_ANSWERS:
            raise data_error("too_few_answers")
        alike = any(column.role is Role.IGNORE and column.distinct == 1 for column in columns)
        raise configuration_error("all_rows_alike" if alike else "no_answers")


def _group(
    people: People,
    columns: Sequence[Column],
    basis: Sequence[Column],
    count: int | None,
    seed: int,
    step: GroupingProgress,
    vectors: TextVectors | None,
    judge: Judge,
) -> Segmentation:
    step("Reading the answers")
    names = [column.name for column in basis]
    one_text = len(basis) == 1 and basis[0].role is Role.OPEN
    sampled, batch = people.sample(names, SAMPLE_TEXTS if one_text else SAMPLE_PEOPLE, seed)
    if people.count > len(sampled):
        step.expect(people.pieces)
    said = (cell for cells in batch.cells.values() for cell in cells if not says_nothing(cell))
    if len(list(islice(said, LEAST_ANSWERS))) < LEAST_ANSWERS:
        raise data_error("too_few_answers")
    step("Preparing the answers")
    encoding = FeatureEncoding(basis, batch.cells, step.again)
    features = batch.merge(encoding.features)
    if vectors is not None:
        asked = {column.name for column in basis if column.role is Role.OPEN}
        features = [_with_vectors(f, batch, vectors) if f.name in asked else f for f in features]
    if count is None and len(sampled) < LEAST_PEOPLE:
        return summary.one_group(people, columns, wording.too_few_people(len(sampled), LEAST_PEOPLE))
    if not features and (count or 1) > 1:
        raise configuration_error("all_alike", count=count)
    if not features:
        return summary.one_group(people, columns, wording.ALIKE)
    texts = batch.texts(features[0].name)
    solved = replace(solve(features, texts, count, seed, step, judge=judge), unusable=encoding.unusable)
    if judge is judge_count and not is_found(solved, count):
        encoding, solved = on_fewer_questions(Ground(basis, batch, count, seed, step), encoding, solved)
        names = [encoder.column.name for encoder in encoding.encoders]
    if solved.solution is None:
        return summary.one_group(people, columns, solved.number.reason, solved)
    step("Placing everybody")
    placed = solved.solution.placed
    if people.count > len(sampled):
        placed = _place_all(people, names, encoding, solved, step)
    step.finish()
    return summary.many_groups(people, columns, solved, placed, sampled)


def _with_vectors(feature: Feature, batch: PersonBatch, vectors: TextVectors) -> Feature:
    return replace(feature, vectors=np.asarray(vectors(batch.texts(feature.name)), dtype=np.float64))


def _place_all(
    people: People, names: Sequence[str], encoding: FeatureEncoding, solved: Solved, step: GroupingProgress
) -> Placed:
    assert solved.solution is not None  # noqa: S101 -- for the type checker
    placement = solved.problem.placement(solved.solution)
    parts = []
    for batch in people.batches(names):
        step("Placing everybody")
        features = batch.merge(encoding.encode(batch.cells))
        parts.append(placement.place(solved.problem.adapted(features)))
    return Placed(np.concatenate([p.labels for p in parts]), np.concatenate([p.scores for p in parts]))
