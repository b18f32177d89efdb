"""`group` on data with known groups, on data without any, and on data that is hardly there."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.exceptions import ConfigurationError, DataError
from persona.grouping import Segmentation, group, grouping, people
from persona.grouping.respondents import group_respondents
from persona.grouping.stability import adjusted_rand
from persona.models import QuestionChoice, Segment
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable, recode
from persona.samples import sample
from tests.tables import DATA, table_from, table_of

if TYPE_CHECKING:
    from pathlib import Path


LIKERT = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")


@dataclass(frozen=True)
class Planted:
    """A survey whose groups are known, read and grouped once for all tests; do not change it."""

    recoded: RecodedTable
    truth: np.ndarray

    @cached_property
    def grouped(self) -> Segmentation:
        """With the number of groups given."""
        return group_respondents(self.recoded, count=len(set(self.truth.tolist())))


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Planted]:
    @cache
    def read(name: str) -> Planted:
        with (DATA / "planted" / f"{name}.truth.csv").open(encoding="utf-8", newline="") as file:
            truth = [line["persona"] for line in csv.DictReader(file)]
        numbers = {persona: i for i, persona in enumerate(sorted(set(truth)))}
        table = table_from(DATA / "planted" / f"{name}.csv.gz", tmp_path_factory.mktemp(name))
        return Planted(recode(table), np.array([numbers[p] for p in truth]))

    return read


def answers_of(people: list[int], seed: int = 1) -> tuple[list[str], list[list[str]]]:
    """A small survey: the type of a person (0, 1, 2 …) decides ratings, a plan and a sentence; -1 decides nothing."""
    rng = random.Random(seed)
    header = ["Respondent", *(f"I like thing {i}" for i in range(6)), "Plan", "Why?"]
    plans, words = ["Free", "Team", "Pro"], ["offline maps", "shared boards", "audit trails"]
    rows = []
    for number, kind in enumerate(people):
        ratings = [
            LIKERT[rng.choice([3, 4] if i % 3 == kind else [0, 1, 2, 3, 4] if kind < 0 else [0, 1, 2])]
            for i in range(6)
        ]
        plan = plans[kind if kind >= 0 and rng.random() < 0.8 else rng.randrange(3)]
        theme = words[kind if kind >= 0 and rng.random() < 0.8 else rng.randrange(3)]
        rows.append([f"P{number}", *ratings, plan, f"I need {theme} on {rng.choice(['monday', 'friday', 'sunday'])}"])
    return header, rows


@pytest.mark.parametrize(("name", "count", "least"), [("k3_n15_1k", 3, 0.95), ("k5_n40_1k", 5, 0.70)])
def test_group_finds_planted_personas_and_their_number(
    name: str, count: int, least: float, planted: Callable[[str], Planted]
) -> None:
    survey = planted(name)
    given, chosen = survey.grouped, group_respondents(survey.recoded)

    assert adjusted_rand(survey.truth, given.assignments.astype(int) - 1) >= least
    assert (len(chosen.summary.segments), chosen.summary.strength) == (count, "clear")
    assert np.array_equal(chosen.assignments, given.assignments)


def test_group_finds_the_personas_of_the_invented_sample(tmp_path: Path) -> None:
    table = table_from(sample("planning-invented").path, tmp_path)

    summary = group_respondents(recode(table)).summary

    assert (len(summary.segments), summary.strength) == (4, "clear")


def test_group_with_the_same_seed_saves_the_same_bytes(tmp_path: Path) -> None:
    table = table_from(sample("r-users").path, tmp_path / "table")
    files = []
    for turn in ("first", "second"):
        (folder := tmp_path / turn).mkdir()
        group_respondents(recode(table), seed=7).save(folder)
        files.append({path.name: path.read_bytes() for path in folder.iterdir()})

    assert files[0] == files[1]


def test_segmentation_load_gives_what_save_wrote(tmp_path: Path) -> None:
    table = table_of(tmp_path / "t", *answers_of([0, 1] * 30))
    made = group_respondents(recode(table), count=2)
    made.save(tmp_path)
    loaded = Segmentation.load(tmp_path)

    assert loaded.summary == made.summary
    assert np.array_equal(loaded.assignments, made.assignments)
    assert np.array_equal(loaded.fit, made.fit)


def test_segments_are_sorted_by_size_and_cover_everybody(tmp_path: Path) -> None:
    table = table_of(tmp_path, *answers_of([0] * 20 + [1] * 50 + [2] * 30, seed=4))
    made = group_respondents(recode(table), count=3)

    assert made.summary.segments == (
        Segment(index=1, size=50, share=0.5),
        Segment(index=2, size=30, share=0.3),
        Segment(index=3, size=20, share=0.2),
    )
    assert made.assignments.tolist() == [3] * 20 + [1] * 50 + [2] * 30
    assert (made.assignments.dtype, made.fit.dtype) == (np.int16, np.float32)


def test_group_of_answers_without_structure_is_one_with_a_plain_reason(tmp_path: Path) -> None:
    table = table_of(tmp_path, *answers_of([-1] * 300))

    summary = group_respondents(recode(table)).summary

    assert (summary.segments, summary.strength) == ((Segment(index=1, size=300, share=1.0),), "none")
    assert summary.reason.startswith(
        "No reliable groups: halves of the people form different groups, or groups that tell nothing about the others."
    )


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_count_given_is_kept_also_without_structure(count: int, tmp_path: Path) -> None:
    table = table_of(tmp_path, *answers_of([-1] * 40))
    made = group_respondents(recode(table), count=count)

    assert len(made.summary.segments) == count
    assert sorted(set(made.assignments.tolist())) == list(range(1, count + 1))
    assert sum(segment.size for segment in made.summary.segments) == 40


@pytest.mark.parametrize("name", ["planning-invented", "r-users"])
def test_more_groups_than_the_answers_show_are_groups_all_the_same(name: str, tmp_path: Path) -> None:
    table = table_from(sample(name).path, tmp_path)

    sizes = [segment.size for segment in group_respondents(recode(table), count=12).summary.segments]

    assert len(sizes) == 12
    assert min(sizes) >= 3


def test_every_column_is_told_about_once(tmp_path: Path) -> None:
    table = table_of(tmp_path, *answers_of([0, 1] * 40))
    recoded = RecodedTable(table, understand(table, questions={"plan": QuestionChoice(use="describe")}))

    uses = group_respondents(recoded, count=2).summary.columns

    assert [use.name for use in uses] == list(table.names)
    assert [(use.name, use.used, use.reason) for use in uses if use.name in ("Respondent", "Plan")] == [
        ("Respondent", False, "takes no part"),
        ("Plan", False, "describes the groups only"),
    ]


def test_columns_that_only_go_with_one_another_are_set_aside(tmp_path: Path) -> None:
    header, rows = answers_of([0, 1, 2] * 100)
    sites = ["north", "south", "east"]
    rng = random.Random(3)
    for row in rows:
        site = rng.randrange(3)
        row += [sites[site], f"{sites[site]} bus", f"{sites[site]} team"]
    table = table_of(tmp_path, [*header, "Office", "Way to work", "Crew"], rows)
    made = group_respondents(recode(table))

    assert [use.name for use in made.summary.columns if not use.used] == ["Respondent", "Office", "Way to work", "Crew"]
    assert made.summary.columns[-1].reason == "set aside: these columns go with one another, not with what people said"
    assert len(made.summary.segments) == 3


def test_map_shows_every_segment_in_at_most_600_points(planted: Callable[[str], Planted]) -> None:
    made = planted("k5_n40_1k").grouped
    points = made.summary.map

    assert len(points) <= 600
    assert all(-1 <= point.x <= 1 and -1 <= point.y <= 1 for point in points)
    assert [point.segment for point in points] == [made.assignments[point.row - 1] for point in points]
    assert {point.segment for point in points} == {1, 2, 3, 4, 5}


def test_map_holds_groups_apart(planted: Callable[[str], Planted]) -> None:
    points = planted("k3_n15_1k").grouped.summary.map
    places = np.array([(p.x, p.y) for p in points])
    segments = np.array([p.segment for p in points])
    middles = np.array([places[segments == s].mean(0) for s in (1, 2, 3)])
    nearest = ((places[:, None] - middles[None]) ** 2).sum(2).argmin(1) + 1

    assert (nearest == segments).mean() > 0.95


def test_rows_of_one_respondent_are_grouped_as_one_person(tmp_path: Path) -> None:
    header, rows = answers_of([0, 1, 2] * 30)
    diary = [[person, *cells] for person, *cells in rows for _ in range(3)]
    table = table_of(tmp_path, header, diary, layout="people_in_rows")
    made = group_respondents(recode(table), count=3)

    assert [segment.size for segment in made.summary.segments] == [30, 30, 30]
    assert made.person_of is not None
    assert made.person_of.tolist() == [row // 3 for row in range(270)]
    assert made.assignments.reshape(90, 3).min(1).tolist() == made.assignments.reshape(90, 3).max(1).tolist()


def test_people_beyond_the_sample_are_placed_like_those_in_it(
    planted: Callable[[str], Planted], monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = planted("k5_n40_1k")
    monkeypatch.setattr("persona.grouping.grouping.SAMPLE_PEOPLE", 600)

    made = group_respondents(survey.recoded, count=5)

    assert len(made.assignments) == 1000
    assert adjusted_rand(survey.truth, made.assignments.astype(int) - 1) >= 0.7


def test_progress_ends_with_everything_done(tmp_path: Path) -> None:
    table = table_of(tmp_path, *answers_of([0, 1] * 40))
    told: list[tuple[int, int, str]] = []
    group_respondents(recode(table), on_progress=lambda done, total, words: told.append((done, total, words)))

    assert told[0] == (0, told[0][1], "Reading the answers")
    assert told[-1] == (told[0][1], told[0][1], "Groups are ready")
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)


def test_ids_that_only_a_sample_repeats_make_no_diary(tmp_path: Path) -> None:
    header, rows = answers_of([0, 1] * 40)
    table = table_of(tmp_path, header, rows)
    recoded = recode(table)
    columns = [c.model_copy(update={"distinct": 10}) if c.position == 0 else c for c in recoded.columns]

    assert group(recoded, columns, count=2).person_of is None


def test_placing_everybody_is_told_batch_by_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "SAMPLE_PEOPLE", 60)
    monkeypatch.setattr(people, "_BATCH", 20)
    table = table_of(tmp_path, *answers_of([0, 1] * 40))
    told: list[str] = []
    group_respondents(recode(table), count=2, on_progress=lambda done, total, words: told.append(words))

    assert told.count("Placing everybody") == 1 + 4


def test_few_people_are_one_group_with_a_plain_reason(tmp_path: Path) -> None:
    table = table_of(tmp_path, *answers_of([0, 1] * 5))

    summary = group_respondents(recode(table)).summary

    assert (len(summary.segments), summary.reason) == (
        1,
        "Only 10 people: looking for groups takes at least 20. One portrait of everybody is shown.",
    )


HEADER = ["Respondent", "Why?", "Plan"]


@pytest.mark.parametrize(
    ("rows", "count", "kind", "code"),
    [
        ([["P1", "Because", "Pro"]] * 50, None, ConfigurationError, "all_rows_alike"),
        ([[f"P{i}", "", ""] for i in range(50)], None, ConfigurationError, "no_answers"),
        ([[f"P{i}", "I want to plan" if i == 3 else "", ""] for i in range(50)], None, DataError, "too_few_answers"),
        ([[f"P{i}", f"Reason {i}", "ab"[i % 2]] for i in range(5)], 6, ConfigurationError, "too_few_people"),
    ],
)
def test_data_that_cannot_be_grouped_gets_one_sentence(
    rows: list[list[str]], count: int | None, kind: type[Exception], code: str, tmp_path: Path
) -> None:
    table = table_of(tmp_path, HEADER, rows)

    with pytest.raises(kind) as caught:
        group_respondents(recode(table), count=count)

    assert getattr(caught.value, "code", None) == code
