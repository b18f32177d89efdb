"""Beside the groups that are shown: which numbers are offered, and what is found before anybody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments.models import Experiment
from generation.models import SegmentDraft
from generation.segments import others, tasks
from generation.segments.others import number_found, numbers
from persona.models import Merge, Rename, Split
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.segments.previews import draft_of, preview
from tests.invented import invented_answers

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User


@pytest.mark.parametrize(
    ("now", "people", "expected"),
    [
        (4, 300, [3, 4, 5, 6]),
        (2, 300, [2, 3, 4, 5]),
        (1, 300, [1, 2, 3, 4]),
        (12, 300, [11, 12]),
        (3, 15, [2, 3]),
        (5, 15, [5]),
    ],
)
def test_the_numbers_around_the_one_that_is_there_are_offered(now: int, people: int, expected: list[int]) -> None:
    assert numbers(now, people) == expected


@pytest.mark.django_db
def test_a_number_is_counted_without_what_people_edited(alice: User, data_dir: Path) -> None:
    edits = (Rename(segment=1, name="A"), Merge(segments=(1, 2)), Split(segment=1, into=3))

    assert number_found(draft_of(ExperimentFactory(owner=alice), preview((9, 8, 7, 6), edits=edits))) == 3


# A heartbeat writes on a connection of its own.
@pytest.mark.django_db(transaction=True)
def test_a_worker_finds_groups_other_numbers_and_the_halves_of_one(
    alice: User, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(others, "SHOWN", 2)
    experiment = DataSourceFactory(experiment=ExperimentFactory(owner=alice), content=invented_answers(60)).experiment
    draft = draft_of(experiment, config={"count": 2})

    tasks.find_segments(str(draft.pk))
    tasks.find_other_segments(str(draft.pk))
    draft.refresh_from_db()

    found = {other.config["count"]: other for other in draft.others.all()}
    assert (draft.status, sorted(found), {other.status for other in found.values()}) == ("ready", [3], {"ready"})
    overlap = found[3].overlap
    assert overlap is not None
    assert ([len(row) for row in overlap], sum(map(sum, overlap))) == ([3, 3], 60)
    assert all(other.for_page and other.seconds is not None for other in found.values())

    SegmentDraft.objects.filter(pk=draft.pk).update(
        status="waiting", trial={"type": "split", "segment": 1, "into": 2}, trial_result=None
    )
    tasks.find_segments(str(draft.pk))
    draft.refresh_from_db()
    assert draft.result is not None
    assert draft.trial_result is not None
    assert (draft.status, len(draft.result["segments"]), len(draft.trial_result["segments"])) == ("ready", 2, 3)
    assert draft.edits == []

    others.find_beside(draft)
    assert draft.others.count() == 1  # what is there is not found again


@pytest.mark.django_db
def test_of_large_data_nothing_is_found_before_it_is_asked_for(
    alice: User, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(others, "AHEAD", 10)
    draft = draft_of(ExperimentFactory(owner=alice), preview())

    others.find_beside(draft)

    assert draft.others.count() == 0


@pytest.mark.django_db
def test_groups_that_hardly_are_a_question_are_found_without_it(alice: User, data_dir: Path) -> None:
    experiment = DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment
    asked = (experiment.source.questionnaire or {})["questions"][-1]
    draft = draft_of(experiment, preview(one_question=asked["text"]))

    other = others.without_question(draft, asked["text"])

    assert other is not None
    assert (other.original, other.config["count"]) == (draft, None)
    assert other.config["questions"][asked["id"]]["use"] == "describe"
    assert others.without_question(draft, asked["text"]) == other
    assert others.without_question(draft, "nobody asked this") is None
    assert Experiment.objects.get(pk=experiment.pk).source.questions == {}
