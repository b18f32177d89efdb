"""What must not matter to the groups: the order of rows, names and words of options, columns that say nothing."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.grouping import Segmentation, group
from persona.grouping.respondents import group_respondents
from persona.grouping.stability import adjusted_rand
from persona.models import ColumnRole
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from tests.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KINDS = [kind for kind in range(3) for _ in range(40)]
PLANS, PLACES = ("Free", "Team", "Pro"), ("at home", "in the office", "on the road")
HEADER = ("Plan", "Where do you work?", "Which do you use?", "I like maps", "I like boards", "I like trails", "Trips")
USES = ("Maps", "Boards", "Trails")
LIKERT = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")


@dataclass(frozen=True)
class Survey:
    """Cells, and the groups that are found in them."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    found: Segmentation


def _rows() -> list[list[str]]:
    """Each person answers as their kind, four times in five."""
    chance = random.Random(3)
    rows = []
    for own in KINDS:
        kinds = [own if chance.random() < 0.8 else chance.randrange(3) for _ in range(3)]
        liked = [LIKERT[chance.choice((3, 4) if place == own else (0, 1, 2))] for place in range(3)]
        used = ";".join(dict.fromkeys([USES[kinds[2]], chance.choice(USES)]))
        rows.append([PLANS[kinds[0]], PLACES[kinds[1]], used, *liked, str(3 * own + chance.randrange(3))])
    return rows


def grouped(header: Sequence[str], rows: Sequence[Sequence[str]], folder: Path, *, seed: int = 0) -> Survey:
    table = table_of(folder, header, rows)
    return Survey(header, rows, group_respondents(RecodedTable(table, understand(table)), count=3, seed=seed))


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    return grouped(HEADER, _rows(), tmp_path_factory.mktemp("survey"))


def labels(found: Segmentation) -> np.ndarray:
    return found.assignments.astype(int) - 1


def test_the_groups_are_the_kinds_of_people(survey: Survey) -> None:
    assert adjusted_rand(np.array(KINDS), labels(survey.found)) > 0.8
    assert [segment.size for segment in survey.found.summary.segments] == sorted(
        np.bincount(labels(survey.found)).tolist(), reverse=True
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_rows_does_not_matter(survey: Survey, tmp_path: Path, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(survey.rows))

    other = grouped(HEADER, [survey.rows[row] for row in order], tmp_path)

    assert adjusted_rand(labels(survey.found)[order], labels(other.found)) > 0.95


def test_a_column_in_which_all_say_the_same_changes_nothing(survey: Survey, tmp_path: Path) -> None:
    rows = [[*row, "Yes", "2024"] for row in survey.rows]

    other = grouped((*HEADER, "Do you agree to take part?", "Year"), rows, tmp_path)

    assert np.array_equal(other.found.assignments, survey.found.assignments)
    assert np.array_equal(other.found.fit, survey.found.fit)
    assert [use.name for use in other.found.summary.columns if use.used] == [
        use.name for use in survey.found.summary.columns if use.used
    ]


def test_names_of_columns_do_not_matter(survey: Survey, tmp_path: Path) -> None:
    renamed = ("Tariff", "Where do you mostly work?", "Which of these do you use?", "I enjoy maps", "I enjoy boards")

    other = grouped((*renamed, "I enjoy trails", "Journeys"), survey.rows, tmp_path)

    assert np.array_equal(other.found.assignments, survey.found.assignments)


def test_words_of_options_do_not_matter(survey: Survey, tmp_path: Path) -> None:
    other_words = dict(zip((*PLANS, *PLACES), ("Basic", "Group", "Gold", "alone", "together", "outside"), strict=True))
    rows = [[other_words.get(cell, cell) for cell in row] for row in survey.rows]

    other = grouped(HEADER, rows, tmp_path)

    assert adjusted_rand(labels(survey.found), labels(other.found)) > 0.95


def test_another_scale_of_a_number_does_not_matter(survey: Survey, tmp_path: Path) -> None:
    rows = [[*row[:-1], str(1_000 * int(row[-1]) + 17)] for row in survey.rows]

    other = grouped(HEADER, rows, tmp_path)

    assert adjusted_rand(labels(survey.found), labels(other.found)) > 0.95


def test_columns_that_only_describe_are_not_looked_at(survey: Survey, tmp_path: Path) -> None:
    table = table_of(tmp_path, HEADER, survey.rows)
    recoded = RecodedTable(table, understand(table))
    columns = [c.model_copy(update={"basis": c.role is not ColumnRole.NUMBER}) for c in recoded.columns]
    scrambled = [[*row[:-1], str(number)] for number, row in enumerate(survey.rows)]
    other = RecodedTable(table_of(tmp_path / "other", HEADER, scrambled), understand(table))

    one, two = (group(answers, columns, count=3) for answers in (recoded, other))

    assert np.array_equal(one.assignments, two.assignments)


def test_fits_are_shares_and_the_own_group_is_the_likeliest(survey: Survey) -> None:
    found = survey.found

    assert ((found.fit >= found.second_fit) & (found.fit + found.second_fit <= 1 + 1e-6)).all()
    assert (found.second != found.assignments).all()
    assert set(np.unique(found.second)) <= {1, 2, 3}
    assert sum(segment.share for segment in found.summary.segments) == pytest.approx(1, abs=1e-5)
