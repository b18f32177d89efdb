"""What somebody takes along of experiments, by role and by what lies on the disk, and what goes with a team."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accounts.models import Membership, Team
from accounts.teams.models import Role
from experiments import binning, files, takeout
from experiments.models import DataSource, Experiment
from generation.models import Comment
from generation.runs import takeout as results
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import DjangoCaptureOnCommitCallbacks

    from accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("role", "takes"), [(Role.OWNER, True), (Role.EDITOR, True), (Role.VIEWER, False)])
def test_whole_answers_go_with_those_who_may_still_see_them(alice: User, bob: User, role: Role, takes: bool) -> None:
    Membership.objects.create(team=bob.membership.team, user=alice, role=role)
    made = ExperimentFactory(owner=alice, team=bob.membership.team)
    ExperimentFactory(owner=bob, team=bob.membership.team)

    assert list(takeout.made_by(alice)) == ([made] if takes else [])


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Plans", "Plans"),
        ("  Plans / spring: “draft” ", "Plans  spring draft"),
        ("größe 東京 №5", "größe 東京 5"),
        ("../..", "experiment"),
        ("???", "experiment"),
        ("x" * 41, "x" * 40),
        ("under_score - dash", "under_score - dash"),
    ],
)
def test_a_folder_has_a_name_that_every_system_can_write(alice: User, name: str, folder: str) -> None:
    made = ExperimentFactory(owner=alice, name=name)

    assert takeout.folder_of(made) == f"experiments/{folder} {str(made.pk)[-6:]}"


def test_where_the_file_as_it_came_lies(data_dir: Path) -> None:
    source = DataSourceFactory()
    folder = files.source(source.experiment_id, source.pk)

    assert files.original(source.experiment_id, source.pk) == folder / "original.csv"
    (folder / "original.csv").unlink()
    assert files.original(source.experiment_id, source.pk) == files.upload(source.pk)
    assert not files.original(source.experiment_id, source.pk).exists()


def test_of_runs_the_result_and_its_edits_are_named_by_their_number(alice: User, data_dir: Path) -> None:
    runs = [RunFactory(experiment=ExperimentFactory(owner=alice), number=number) for number in (1, 7)]
    Comment.objects.create(run=runs[0], persona=2, author=alice, statement="2-goal-1", text="Whose?")

    *pieces, comments = results.pieces(alice)

    expected = [
        (f"{takeout.folder_of(run.experiment)}/runs/{run.number}/{name}", files.run(run.experiment_id, run.pk) / name)
        for run in runs
        for name in ("result.json", "edits.jsonl")
    ]
    assert sorted((piece.name, piece.content) for piece in pieces) == sorted(expected)
    assert (comments.name, b'"statement": "2-goal-1"' in bytes(comments.content)) == ("comments.json", True)  # type: ignore[arg-type]


def test_with_a_team_go_its_experiments_files_and_all_and_no_others(
    alice: User, bob: User, data_dir: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    team = Team.objects.create(name="Short-lived")
    Membership.objects.create(team=team, user=alice, role=Role.OWNER)
    gone = [DataSourceFactory(experiment=ExperimentFactory(owner=alice, team=team)).experiment for _ in range(2)]
    binning.move_to_bin(experiment=gone[1], by=alice)
    kept = DataSourceFactory(experiment=ExperimentFactory(owner=bob)).experiment

    with django_capture_on_commit_callbacks(execute=True):
        team.delete()

    assert list(Experiment.objects.all()) == [kept]
    assert [files.experiment(each.pk).exists() for each in (*gone, kept)] == [False, False, True]
    assert list(DataSource.objects.values_list("experiment", flat=True)) == [kept.pk]
