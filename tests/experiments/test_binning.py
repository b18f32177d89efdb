from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db.models import F
from django.db.models.signals import pre_delete
from django.utils import timezone

from experiments import binning, files
from experiments.models import DataSource, Experiment
from generation.models import Persona, Run, ShareLink, Statement
from generation.shares.models import digest
from tests.factories import ExperimentFactory, RunFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from accounts.models import User
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db


def test_what_is_in_the_bin_is_seen_by_nobody_until_it_is_put_back(alice: User, experiment: Experiment) -> None:
    finished_run(experiment)
    kinds = (Experiment.objects, Run.objects, Persona.objects, Statement.objects, DataSource.objects)
    before = [set(each.visible_to(alice)) for each in kinds]

    assert binning.move_to_bin(experiment=experiment, by=alice)
    assert not binning.move_to_bin(experiment=experiment, by=alice)

    assert [set(each.visible_to(alice)) for each in kinds] == [set()] * 5
    assert list(Experiment.objects.in_bin_of(alice)) == [experiment]
    binning.put_back(experiment=experiment)
    assert [set(each.visible_to(alice)) for each in kinds] == before
    assert list(Experiment.objects.in_bin_of(alice)) == []


def test_what_two_put_back_at_once_is_back_once_and_nobody_threw_it_away(alice: User, experiment: Experiment) -> None:
    binning.move_to_bin(experiment=experiment, by=alice)
    for _ in range(2):
        binning.put_back(experiment=experiment)
    experiment.refresh_from_db()

    assert (experiment.binned, experiment.binned_by) == (None, None)
    assert binning.move_to_bin(experiment=experiment, by=alice)
    assert binning.empty(Experiment.objects.all()) == 1


def test_links_that_were_shared_end_while_it_is_in_the_bin(alice: User, experiment: Experiment) -> None:
    run = finished_run(experiment)
    until = timezone.now() + timedelta(hours=1)
    link = ShareLink.objects.create(run=run, name="x", hash=digest("secret"), audience="anyone", expires=until)
    assert ShareLink.objects.opened_by("secret") == link

    binning.move_to_bin(experiment=experiment, by=alice)

    assert ShareLink.objects.opened_by("secret") is None
    assert list(ShareLink.objects.visible_to(alice)) == []
    binning.put_back(experiment=experiment)
    assert ShareLink.objects.opened_by("secret") == link


def test_the_bin_of_others_is_not_mine(alice: User, charlie: User, experiment: Experiment) -> None:
    binning.move_to_bin(experiment=experiment, by=alice)

    assert list(Experiment.objects.in_bin_of(charlie)) == []


def test_runs_stop_with_it(alice: User, experiment: Experiment) -> None:
    run = RunFactory(experiment=experiment)

    binning.move_to_bin(experiment=experiment, by=alice)

    run.refresh_from_db()
    assert run.status == Run.Status.CANCELLED


def test_after_thirty_days_it_goes_with_its_files(source: DataSource, alice: User, posted: Posted) -> None:
    young, other = ExperimentFactory(owner=alice), ExperimentFactory(owner=alice)
    for each in (source.experiment, young):
        binning.move_to_bin(experiment=each, by=alice)
    Experiment.objects.filter(pk=source.experiment_id).update(binned=F("binned") - timedelta(days=binning.DAYS))

    with posted():
        binning.remove_old()

    assert set(Experiment.objects.all()) == {young, other}
    assert not files.experiment(source.experiment_id).exists()


def test_the_bin_is_emptied_of_what_is_in_it_alone(alice: User) -> None:
    kept, gone = ExperimentFactory(owner=alice), ExperimentFactory(owner=alice)
    binning.move_to_bin(experiment=gone, by=alice)

    assert binning.empty(Experiment.objects.all()) == 1
    assert list(Experiment.objects.all()) == [kept]


def test_what_somebody_puts_back_while_the_bin_is_emptied_stays(alice: User) -> None:
    first, second, third = (ExperimentFactory(owner=alice, name=name) for name in ("first", "second", "third"))
    for each in (first, second, third):
        binning.move_to_bin(experiment=each, by=alice)

    def somebody_else(instance: Experiment, **_: object) -> None:
        if instance.pk != second.pk:
            binning.put_back(experiment=second)

    pre_delete.connect(somebody_else, sender=Experiment)
    try:
        assert binning.empty(Experiment.objects.order_by("name")) == 2
    finally:
        pre_delete.disconnect(somebody_else, sender=Experiment)
    assert list(Experiment.objects.visible_to(alice)) == [second]


@pytest.mark.parametrize(("days", "left"), [(0, 30), (29.5, 1), (30, 0), (31, 0)])
def test_days_that_are_left(days: float, left: int) -> None:
    assert binning.days_left(timezone.now() - timedelta(days=days, seconds=1)) == left


def test_a_draft_that_nobody_came_back_to_goes_to_the_bin(alice: User, source: DataSource) -> None:
    old, new = ExperimentFactory(owner=alice), ExperimentFactory(owner=alice)
    Experiment.objects.exclude(pk=new.pk).update(updated=timezone.now() - binning.UNTOUCHED)

    binning.bin_abandoned()

    assert list(Experiment.objects.filter(binned__isnull=False)) == [old]
