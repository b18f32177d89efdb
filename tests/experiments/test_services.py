from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from experiments import binning, files, limits, services
from experiments.ingest import library
from experiments.models import DataSource, Experiment
from experiments.uploads import Upload
from persona.reading import DialectChoice
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
Status = DataSource.Status


def upload(content: str = "a,b\n1,2\n", name: str = "new.csv", sha256: str = "f" * 64) -> Upload:
    path = files.incoming() / "random"
    path.write_text(content)
    return Upload(path, sha256, name=name, size=len(content))


def facts(source: DataSource) -> dict[str, Any]:
    names = ("experiment_id", "name", "bytes", "sha256", "status", "choices", "report", "columns", "overrides", "rows")
    return {name: getattr(source, name) for name in names}


def test_an_upload_takes_the_place_of_the_data_there_was(source: DataSource, posted: Posted) -> None:
    experiment, old = source.experiment, source.pk
    before = experiment.updated

    with posted() as messages:
        new = services.take_upload(experiment=experiment, upload=upload())

    assert list(experiment.sources.all()) == [new]
    assert facts(new) == {
        "experiment_id": experiment.pk,
        "name": "new.csv",
        "bytes": 8,
        "sha256": "f" * 64,
        "status": Status.WAITING,
        "choices": {},
        "report": None,
        "columns": [],
        "overrides": {},
        "rows": 0,
    }
    assert messages == [("experiments.check_source", [str(new.pk)])]
    assert (files.upload(new.pk).read_text(), files.source(experiment.pk, old).exists()) == ("a,b\n1,2\n", False)
    experiment.refresh_from_db()
    assert experiment.updated > before


def test_the_same_file_again_changes_nothing(source: DataSource, posted: Posted) -> None:
    with posted() as messages:
        again = services.take_upload(experiment=source.experiment, upload=upload(sha256=source.sha256))

    assert (again, messages) == (source, [])
    assert files.source(source.experiment_id, source.pk).is_dir()


def test_a_file_that_could_not_be_read_is_tried_again(experiment: Experiment, posted: Posted) -> None:
    failed = DataSource.objects.create(
        experiment=experiment, name="a.csv", sha256="f" * 64, status=Status.FAILED, error={"code": "unexpected"}
    )

    with posted() as messages:
        again = services.take_upload(experiment=experiment, upload=upload())

    assert again != failed
    assert messages == [("experiments.check_source", [str(again.pk)])]


def test_reading_in_another_way_makes_a_new_source_of_the_same_file(source: DataSource, posted: Posted) -> None:
    source.overrides = {"city": {"role": "ignore", "basis": None}}
    source.save()
    original = next(files.source(source.experiment_id, source.pk).glob("original*")).read_bytes()

    with posted() as messages:
        new = services.reread(source=source, dialect=DialectChoice(delimiter=";", header=False))

    assert list(source.experiment.sources.all()) == [new]
    assert facts(new) == facts(source) | {
        "status": Status.WAITING,
        "choices": {"delimiter": ";", "header": False},
        "report": None,
        "columns": [],
        "overrides": {},
        "rows": 0,
    }
    assert messages == [("experiments.check_source", [str(new.pk)])]
    assert files.upload(new.pk).read_bytes() == original


def test_a_file_that_could_not_be_read_can_be_read_in_another_way(experiment: Experiment, posted: Posted) -> None:
    failed = DataSource.objects.create(
        experiment=experiment, name="a.csv", status=Status.FAILED, error={"code": "wrong_encoding"}
    )
    files.upload(failed.pk).write_text("a;b")

    with posted():
        new = services.reread(source=failed, dialect=DialectChoice(delimiter=";"))

    assert (files.upload(new.pk).read_text(), files.upload(failed.pk).exists()) == ("a;b", False)


@pytest.mark.parametrize(
    "change",
    [
        lambda source: services.take_upload(experiment=source.experiment, upload=upload()),
        lambda source: services.reread(source=source, dialect=DialectChoice(delimiter=";")),
    ],
    ids=["another file", "another reading"],
)
def test_data_that_personas_quote_stays_as_it_is(
    source: DataSource, posted: Posted, change: Callable[[DataSource], DataSource]
) -> None:
    RunFactory(experiment=source.experiment)

    with posted() as messages, pytest.raises(services.DataFixed) as caught:
        change(source)

    assert (caught.value.code, messages) == ("data_fixed", [])
    assert list(DataSource.objects.all()) == [source]
    assert files.source(source.experiment_id, source.pk).is_dir()


def test_deleting_takes_rows_runs_and_files(source: DataSource, posted: Posted) -> None:
    RunFactory(experiment=source.experiment)
    files.upload(source.pk).write_text("still there")
    other = DataSourceFactory()

    with posted():
        binning.delete_experiment(experiment=source.experiment)

    assert list(Experiment.objects.all()) == [other.experiment]
    assert [path.name for path in files.experiments().iterdir()] == [str(other.experiment_id)]
    assert not files.upload(source.pk).exists()


def test_an_experiment_without_data_is_deleted_too(experiment: Experiment, posted: Posted) -> None:
    ExperimentFactory()

    with posted():
        binning.delete_experiment(experiment=experiment)

    assert Experiment.objects.count() == 1


@pytest.mark.parametrize(("name", "limit"), [("FILES", 1), ("KEPT_BYTES", 100)])
def test_a_person_may_keep_so_much_and_no_more(
    source: DataSource, posted: Posted, monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    monkeypatch.setattr(limits, name, limit)
    second = ExperimentFactory(owner=source.experiment.owner)

    with posted() as messages, pytest.raises(services.NoRoom):
        services.take_upload(experiment=second, upload=upload())
    with posted(), pytest.raises(services.NoRoom):
        services.create_sample(owner=second.owner, key=uuid4(), sample_key="r-users")

    assert (messages, list(DataSource.objects.all()), Experiment.objects.count()) == ([], [source], 2)
    assert [path.name for path in files.incoming().iterdir()] == ["random"]


def test_what_is_replaced_makes_room(source: DataSource, posted: Posted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILES", 1)
    DataSourceFactory()  # somebody else's

    with posted():
        assert services.take_upload(experiment=source.experiment, upload=upload()) != source


def test_a_changed_name_is_the_name_of_the_next_result(source: DataSource) -> None:
    experiment = source.experiment
    before = library(experiment).name

    services.change_experiment(experiment=experiment, name="Meal planning, second round")

    experiment.refresh_from_db()
    assert (before, experiment.name) == ("Meal planning", "Meal planning, second round")
    assert library(experiment).name == "Meal planning, second round"
