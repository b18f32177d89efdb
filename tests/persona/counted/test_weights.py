"""Weighted shares and means beside counts of people, from the column of weights to a statement and back."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.checking import check
from persona.counted.statements import Counts
from persona.models import Persona, QuestionChoice, QuestionKind
from persona.questionnaire.codes import ExcludedReason
from persona.questionnaire.models import Excluded
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from persona.writing.answer_counts import design_effect
from persona.writing.differences import find_differences
from persona.writing.facts import facts
from persona.writing.phrasebooks import ENGLISH
from tests.answers import segmentation_of
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from persona.models import Statement
    from persona.table import Table

HEADER = ("Do you cook?", "How satisfied are you? (1-5)", "How many trips do you make?", "wt")
GROUPS = [1] * 40 + [2] * 40


def _rows() -> list[tuple[str, str, str, str]]:
    """In the first group every other person cooks and weighs 3, not 1; the last person has no weight."""
    weights = ["3.0", "1.0", "2.0", "0.5"]
    first = [("Yes", "4", str(n % 7), "3.0") if n % 2 else ("No", "2", str(n % 5), "1.0") for n in range(40)]
    second = [("Yes" if n % 8 == 0 else "No", str(1 + n % 3), str(9 + n % 6), weights[n % 4]) for n in range(40)]
    return [*first, *second[:-1], (*second[-1][:3], "")]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return table_of(tmp_path_factory.mktemp("weights"), HEADER, _rows())


def _recoded(table: Table, answer: str) -> RecodedTable:
    return RecodedTable(table, understand(table, answers={"weight": answer}))


def _personas(table: RecodedTable) -> tuple[Persona, ...]:
    counts = Counts(find_differences(table, table.columns, segmentation_of(GROUPS), [1, 2]), ENGLISH, "standard")
    empty = [
        Persona(index=index, name="A", tagline="", summary="", size=40, share=0.5, facts=(), statements=(), quotes=())
        for index in (1, 2)
    ]
    return tuple(map(counts.added, empty))


def _statement(personas: tuple[Persona, ...], question: str) -> Statement:
    return next(s for s in personas[0].statements if s.question == question)


def test_used_weights_weigh_shares_and_leave_counts_and_bases_to_people(table: Table) -> None:
    cooks = _statement(_personas(_recoded(table, "use")), "Do you cook?")

    assert (cooks.support, cooks.base, cooks.everyone_base) == (20, 40, 80)
    assert cooks.share == pytest.approx(60 / 80)
    assert cooks.everyone_share == pytest.approx((60 + 5 * 3.0) / (80 + 64.5))
    assert cooks.note == "20 of 40 who answered, weighted"
    assert cooks.text == "Cooks: 75\u00a0%, 23 points above everyone"
    assert [(g.persona, g.count, g.base) for g in cooks.groups] == [(1, 20, 40), (2, 5, 40)]


def test_used_weights_weigh_means(table: Table) -> None:
    rated = _statement(_personas(_recoded(table, "use")), "How satisfied are you? (1-5)")

    assert rated.mean == pytest.approx((20 * 3 * 4 + 20 * 1 * 2) / 80)
    assert (rated.base, rated.note) == (40, "the mean of 40 who answered, weighted")


def test_facts_tell_the_same_weighted_numbers(table: Table) -> None:
    recoded = _recoded(table, "use")
    found = find_differences(recoded, recoded.columns, segmentation_of(GROUPS), [1, 2])
    told = {fact.column: fact for fact in facts(found[1])}

    cooks, trips = told["Do you cook?"], told["How many trips do you make?"]
    assert (cooks.value, cooks.everyone, cooks.count, cooks.base) == ("75\u00a0%", "52\u00a0%", 20, 40)
    weighed = sorted((n % 7, 3) if n % 2 else (n % 5, 1) for n in range(40))
    below = [value for value, weight in weighed for _ in range(weight)]
    assert trips.mean == pytest.approx(sum(below) / 80)
    assert trips.quartiles == (below[19], below[39], below[59])


@pytest.mark.parametrize("answer", ["ignore", "no_weight"])
def test_weights_that_are_not_used_leave_shares_plain(table: Table, answer: str) -> None:
    recoded = _recoded(table, answer)
    cooks = _statement(_personas(recoded), "Do you cook?")

    assert recoded.weights is None
    assert (cooks.share, cooks.everyone_share, cooks.note) == (0.5, 25 / 80, "20 of 40 who answered")


def test_weighted_counts_are_counted_again_and_plain_ones_among_them_dropped(table: Table) -> None:
    recoded = _recoded(table, "use")
    personas = _personas(recoded)
    checked, quality = check(personas, recoded, segmentation_of(GROUPS), recoded.columns)
    assert (checked, quality.dropped) == (personas, 0)

    plain = _personas(_recoded(table, "ignore"))
    checked, _ = check(plain, recoded, segmentation_of(GROUPS), recoded.columns)
    assert all(s.question != "Do you cook?" for persona in checked for s in persona.statements)


def test_the_questionnaire_says_whether_weights_are_used(table: Table) -> None:
    told = {
        answer: (found.weight, found.weighted, [(note.code, note.rows) for note in found.notes])
        for answer in ("use", "ignore", "no_weight")
        for found in [understand(table, answers={"weight": answer})]
    }

    assert told == {
        "use": ("wt", True, [("weights_used", None), ("without_weight", 1)]),
        "ignore": ("wt", False, [("weights_not_used", 79)]),
        "no_weight": (None, False, []),
    }


def test_a_column_that_a_person_calls_a_weight_is_used(table: Table) -> None:
    chosen = {"How many trips do you make?": QuestionChoice(kind=QuestionKind.WEIGHT)}
    found = understand(table, questions=chosen)

    assert (found.weight, found.weighted) == ("How many trips do you make?", True)


def test_rows_left_out_and_without_weight_weigh_nothing(table: Table) -> None:
    tests = Excluded(reason=ExcludedReason.TEST, rows=2, default="left_out", spans=((1, 2),))
    questionnaire = understand(table, answers={"weight": "use"}).model_copy(update={"excluded": (tests,)})
    weights = RecodedTable(table, questionnaire).weights

    assert weights is not None
    assert [*weights[:4], weights[-1]] == [0.0, 0.0, 1.0, 3.0, 0.0]


def test_the_design_effect_of_equal_weights_is_one_and_grows_with_their_spread() -> None:
    assert design_effect(None) == design_effect(np.zeros(3)) == 1.0
    assert design_effect(np.array([2.0, 2.0, 0.0])) == pytest.approx(1.0)
    assert design_effect(np.array([1.0, 3.0])) == pytest.approx(2 * 10 / 16)


def test_uneven_weights_make_a_difference_less_sure(table: Table) -> None:
    recoded = _recoded(table, "use")
    share = next(
        share
        for share in find_differences(recoded, recoded.columns, segmentation_of(GROUPS), [1, 2])[1].usual
        if share.option == "Yes"
    )
    even = dataclasses.replace(share, design=1.0)

    assert share.design > 1.2
    assert share.compared[1] == pytest.approx(even.compared[1] / share.design)


@pytest.mark.parametrize("factor", [0.01, 1_000.0])
def test_weights_on_another_scale_change_nothing(table: Table, tmp_path: Path, factor: float) -> None:
    scaled = [(*row[:3], f"{float(row[3]) * factor:.10g}" if row[3] else "") for row in _rows()]

    before = _personas(_recoded(table, "use"))
    after = _personas(_recoded(table_of(tmp_path, HEADER, scaled), "use"))

    for one, other in zip(before, after, strict=True):
        assert [s.text for s in one.statements] == [s.text for s in other.statements]
        assert [s.note for s in one.statements] == [s.note for s in other.statements]
        assert [s.share or s.mean for s in one.statements] == pytest.approx(
            [s.share or s.mean for s in other.statements]
        )
