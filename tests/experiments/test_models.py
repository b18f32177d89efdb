from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError
from django.utils import timezone

from experiments.models import DataSource, Experiment
from experiments.states import state_of
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User

pytestmark = pytest.mark.django_db
Status = DataSource.Status


def make(**fields: Any) -> DataSource:
    return DataSource.objects.create(experiment=ExperimentFactory(), name="a.csv", **fields)


def ago(**time: int) -> Any:
    return timezone.now() - timedelta(**time)


def test_people_see_only_what_is_theirs(alice: User, charlie: User) -> None:
    mine = ExperimentFactory(owner=alice)
    source = DataSource.objects.create(experiment=mine, name="a.csv")
    ExperimentFactory(owner=charlie)

    assert list(Experiment.objects.visible_to(alice)) == [mine]
    assert list(DataSource.objects.visible_to(alice)) == [source]
    assert list(DataSource.objects.visible_to(charlie)) == []


def test_search_looks_at_name_and_description_in_any_case(alice: User) -> None:
    meals = ExperimentFactory(owner=alice, name="Meal planning")
    diary = ExperimentFactory(owner=alice, name="Diary", description="What people write about MEALS")
    ExperimentFactory(owner=alice, name="Bicycles")

    assert set(Experiment.objects.matching("meal")) == {meals, diary}
    assert Experiment.objects.matching("").count() == 3


def test_a_waiting_source_is_claimed_once() -> None:
    waiting = make()

    claimed = DataSource.objects.claim(waiting.pk)

    assert claimed is not None
    assert (claimed.status, claimed.attempt, claimed.lease_until > timezone.now()) == (Status.READING, 1, True)  # type: ignore[operator]
    assert DataSource.objects.claim(waiting.pk) is None


@pytest.mark.parametrize(
    "ended", [{"status": Status.READY, "report": {}}, {"status": Status.FAILED, "error": {"code": "empty"}}]
)
def test_a_source_at_its_end_cannot_be_claimed(ended: dict[str, Any]) -> None:
    assert DataSource.objects.claim(make(**ended).pk) is None


def test_a_silent_worker_is_taken_over_and_cannot_write_any_more() -> None:
    source = make()
    first = DataSource.objects.claim(source.pk)
    assert first is not None
    DataSource.objects.update(lease_until=ago(seconds=1))

    second = DataSource.objects.claim(source.pk)

    assert second is not None
    assert second.attempt == 2
    assert DataSource.objects.renew(first, progress=50) is False
    assert DataSource.objects.settle(first, status=Status.READY, report={}, rows=7) is False
    assert DataSource.objects.renew(second, progress=50) is True
    assert DataSource.objects.settle(second, status=Status.READY, report={}, rows=3) is True
    source.refresh_from_db()
    assert (source.status, source.progress, source.rows, source.lease_until) == (Status.READY, 50, 3, None)


def test_nothing_is_settled_twice() -> None:
    claimed = DataSource.objects.claim(make().pk)
    assert claimed is not None

    assert DataSource.objects.settle(claimed, status=Status.FAILED, error={"code": "empty"}) is True
    assert DataSource.objects.settle(claimed, status=Status.READY, report={}) is False


def test_unheard_are_those_that_no_message_and_no_worker_cares_for() -> None:
    make()
    unsent = make(sent=ago(minutes=3))
    make(status=Status.READING, sent=ago(minutes=3), lease_until=timezone.now() + timedelta(seconds=20))
    silent = make(status=Status.READING, sent=ago(minutes=3), lease_until=ago(seconds=1))
    make(status=Status.READY, report={}, sent=ago(minutes=3), lease_until=ago(seconds=1))

    assert set(DataSource.objects.unheard()) == {unsent, silent}


@pytest.mark.parametrize("status", [Status.READY, Status.FAILED, Status.READING])
def test_a_state_cannot_stand_without_what_it_needs(status: str) -> None:
    with pytest.raises(IntegrityError):
        make(status=status)


def test_the_newest_source_is_the_data(alice: User) -> None:
    experiment = ExperimentFactory(owner=alice)
    assert experiment.source is None

    DataSource.objects.create(experiment=experiment, name="old.csv")
    DataSource.objects.create(experiment=experiment, name="new.csv")

    assert experiment.source is not None
    assert experiment.source.name == "new.csv"


def test_a_run_fixes_the_data() -> None:
    experiment = ExperimentFactory()
    assert experiment.is_data_fixed is False

    RunFactory(experiment=experiment)

    assert experiment.is_data_fixed is True


@pytest.mark.parametrize(
    ("status", "is_ready", "is_being_read"),
    [("waiting", False, True), ("reading", False, True), ("ready", True, False), ("failed", False, False)],
)
def test_a_source_is_ready_being_read_or_neither(status: str, is_ready: bool, is_being_read: bool) -> None:
    source = DataSource(status=status)

    assert (source.is_ready, source.is_being_read) == (is_ready, is_being_read)


def test_the_state_of_an_experiment_follows_its_source_however_that_changes(alice: User, data_dir: Path) -> None:
    experiment = ExperimentFactory(owner=alice)
    states = [state_now(experiment)]
    source = DataSourceFactory(experiment=experiment)
    states.append(state_now(experiment))
    DataSource.objects.filter(pk=source.pk).update(status="failed", error={"code": "empty"})
    states.append(state_now(experiment))
    DataSource.objects.filter(pk=source.pk).update(progress=7)
    DataSource.objects.filter(pk=source.pk).delete()
    states.append(state_now(experiment))

    assert states == [state_of(run=None, has_result=False, source=status) for status in (None, "ready", "failed", None)]


def state_now(experiment: Experiment) -> str:
    return Experiment.objects.values_list("state", flat=True).get(pk=experiment.pk)


def test_what_happens_in_an_experiment_brings_it_to_the_top(alice: User) -> None:
    first, second = ExperimentFactory(owner=alice, name="first"), ExperimentFactory(owner=alice, name="second")
    assert list(Experiment.objects.visible_to(alice)) == [second, first]

    first.touch()

    assert [str(each) for each in Experiment.objects.visible_to(alice)] == ["first", "second"]


def test_a_field_says_how_much_it_holds() -> None:
    assert {field: Experiment.longest(field) for field in Experiment.DESCRIBED} == {"name": 120, "description": 1000}
