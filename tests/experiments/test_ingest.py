from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

import persona
from experiments import files, ingest
from experiments.models import DataSource, Experiment
from persona.exceptions import Cancelled
from persona.messages import data_error
from persona.sandbox import process
from tests.factories import ANSWERS, DataSourceFactory

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

# The heartbeat has a connection of its own, so what the test writes must be committed.
pytestmark = pytest.mark.django_db(transaction=True)
Status = DataSource.Status


def claim(experiment: Experiment, content: str | bytes, name: str = "answers.csv", **fields: Any) -> DataSource:
    """A source whose upload has arrived, held by this worker."""
    source = DataSource.objects.create(experiment=experiment, name=name, **fields)
    files.upload(source.pk).write_bytes(content.encode() if isinstance(content, str) else content)
    claimed = DataSource.objects.claim(source.pk)
    assert claimed is not None
    return claimed


def kept(experiment: Experiment) -> list[str]:
    """The sources that the library sees."""
    return [source.id for source in ingest.library(experiment).sources]


def test_a_good_file_becomes_ready(experiment: Experiment) -> None:
    source = claim(experiment, ANSWERS + "5,Lyon\n6,Lyon,Too,many\n")

    ingest.check(source)

    source.refresh_from_db()
    assert (source.status, source.progress, source.lease_until, source.error) == (Status.READY, 100, None, None)
    assert (source.rows, source.skipped_total) == (5, 1)
    assert source.report is not None
    assert source.report["name"] == "answers.csv"
    assert [column["name"] for column in source.columns] == ["id", "city", "What annoys you?"]
    assert kept(experiment) == [str(source.pk)]
    assert not files.upload(source.pk).exists()
    assert ingest.library(experiment).table().rows == 5


@pytest.mark.parametrize(
    ("content", "code", "values"),
    [
        (b"%PDF-1.7\n" + b"x" * 5000, "not_a_table", {"kind": "a PDF document"}),
        ("id,What annoys you?\n", "no_header_only_row", {}),
        ("   \n\n", "empty", {}),
    ],
)
def test_a_file_that_cannot_be_read_fails_in_the_words_of_the_command_line(
    experiment: Experiment, content: str | bytes, code: str, values: dict[str, Any]
) -> None:
    source = claim(experiment, content)

    with pytest.raises(persona.DataError) as told:
        persona.Experiment.create("cli", [files.upload(source.pk)], root=files.experiments().parent / "cli")
    ingest.check(source)

    source.refresh_from_db()
    assert (source.status, source.rows, source.columns, source.report) == (Status.FAILED, 0, [], None)
    assert source.error is not None
    assert (source.error["code"], source.error["message"], source.error["hint"]) == (
        told.value.code,
        told.value.message,
        told.value.hint,
    )
    assert kept(experiment) == []
    assert files.upload(source.pk).exists()


def test_the_limits_of_the_operator_hold(experiment: Experiment, settings: SettingsWrapper) -> None:
    settings.ENV = settings.ENV.model_copy(update={"max_rows": 3})
    source = claim(experiment, ANSWERS)

    ingest.check(source)

    source.refresh_from_db()
    assert source.error is not None
    assert source.error["message"] == data_error("too_many_rows", limit=3).message


def test_a_persons_word_on_the_dialect_is_kept_to(experiment: Experiment) -> None:
    source = claim(
        experiment, "1;yes, I do\n2;no, never\n3;perhaps, one day\n", choices={"delimiter": ";", "header": False}
    )

    ingest.check(source)

    source.refresh_from_db()
    assert source.report is not None
    assert (source.report["delimiter"], source.report["header_line"], source.rows) == (";", None, 3)


def test_an_error_shows_the_lines_around_it(experiment: Experiment) -> None:
    source = claim(experiment, "a,b\n1,2\n3,4\n")
    problem = persona.models.Problem(code="x", message="Line 2 is wrong.", line=2)

    described = ingest.describe(source, persona.DataError("Wrong.", hint="Mend it.", code="x", problems=[problem]))

    assert described == {
        "code": "x",
        "message": "Wrong.",
        "hint": "Mend it.",
        "problems": [{"code": "x", "message": "Line 2 is wrong.", "line": 2, "column": None, "hint": ""}],
        "lines": [
            {"line": 1, "text": "a,b", "is_wrong": False},
            {"line": 2, "text": "1,2", "is_wrong": True},
            {"line": 3, "text": "3,4", "is_wrong": False},
        ],
    }


def test_a_fault_of_ours_is_told_at_once_and_raised_for_the_log(experiment: Experiment) -> None:
    source = claim(experiment, ANSWERS)
    sources = ingest.library(experiment).path / "sources"
    sources.rmdir()
    sources.write_text("a file where a folder should be")

    with pytest.raises(FileExistsError):
        ingest.check(source)

    source.refresh_from_db()
    assert (source.status, source.error) == (Status.FAILED, ingest.UNEXPECTED)


def test_what_was_replaced_does_not_stand_beside_the_new_data(experiment: Experiment) -> None:
    DataSourceFactory(experiment=experiment).delete()  # as if its files had stayed
    source = claim(experiment, "other,columns here\n1,I plan on Sundays\n2,I never plan\n")

    ingest.check(source)

    source.refresh_from_db()
    assert source.status == Status.READY
    assert kept(experiment) == [str(source.pk)]


def test_a_source_removed_while_it_was_read_leaves_nothing(experiment: Experiment) -> None:
    source = claim(experiment, ANSWERS)
    DataSource.objects.filter(pk=source.pk).delete()

    ingest.check(source)

    assert kept(experiment) == []
    assert not files.upload(source.pk).exists()


@pytest.mark.parametrize("moment", ["_read", "describe"])
def test_a_source_whose_replacement_breaks_its_reading_leaves_no_trace(
    experiment: Experiment, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """The files go while they are read, and whatever that raises is nobody's fault."""
    source = claim(experiment, "a\n")  # no table: its error is described too

    def replaced(*_: object) -> None:
        DataSource.objects.filter(pk=source.pk).delete()
        files.remove_source(experiment.pk, source.pk)
        raise FileNotFoundError

    monkeypatch.setattr(ingest, moment, replaced)

    ingest.check(source)

    assert kept(experiment) == []
    assert not files.source(experiment.pk, source.pk).exists()


def test_a_worker_that_was_taken_over_does_not_settle(experiment: Experiment) -> None:
    source = claim(experiment, ANSWERS)
    DataSource.objects.update(attempt=2)

    ingest.check(source)

    source.refresh_from_db()
    assert (source.status, source.attempt, source.report) == (Status.READING, 2, None)
    assert files.upload(source.pk).exists()


def test_a_heartbeat_renews_the_lease_and_tells_how_far_it_is(experiment: Experiment) -> None:
    source = claim(experiment, ANSWERS)
    DataSource.objects.update(lease_until=timezone.now())
    progress = ingest.ReadProgress(source)

    progress(1, 3)

    assert progress.beat() is True
    source.refresh_from_db()
    assert source.lease_until is not None
    assert (source.progress, source.lease_until > timezone.now() + timedelta(seconds=20)) == (33, True)


def test_reading_stops_when_the_source_has_gone_to_another(experiment: Experiment) -> None:
    progress = ingest.ReadProgress(claim(experiment, ANSWERS))
    DataSource.objects.update(attempt=2)

    assert progress.beat() is False
    with pytest.raises(Cancelled):
        progress(1, 2)


def test_a_file_whose_reading_process_dies_is_tried_once_more_and_then_told(
    experiment: Experiment, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = claim(experiment, ANSWERS)
    monkeypatch.setattr("persona.sandbox.process.COMMAND", [sys.executable, "-c", "import os; os.abort()"])
    process.reader().end()  # one that was started before

    assert ingest.check(source) is False
    source.refresh_from_db()
    assert (source.status, source.attempt, source.lease_until) == (Status.WAITING, 1, None)
    again = DataSource.objects.claim(source.pk)
    assert again is not None
    assert ingest.check(again) is True

    source.refresh_from_db()
    assert source.error is not None
    assert (source.status, source.attempt, source.error["code"]) == (Status.FAILED, 2, "reader_died")
    assert kept(experiment) == []


def test_giving_up_ends_a_source(experiment: Experiment) -> None:
    source = claim(experiment, ANSWERS)

    ingest.give_up(source)

    source.refresh_from_db()
    assert (source.status, source.error) == (Status.FAILED, ingest.STOPPED)
