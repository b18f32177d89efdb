from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from experiments.models import DataSource, Experiment
from tests.factories import ANSWERS, DataSourceFactory

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


def address(source: DataSource) -> str:
    return reverse("experiments:skipped-lines", args=[source.experiment_id])


def test_left_out_lines_are_a_file_that_no_spreadsheet_runs(as_alice: Client, experiment: Experiment) -> None:
    source = DataSourceFactory(experiment=experiment, content=ANSWERS + '=HYPERLINK("x"),too,many,cells\n')

    response: Any = as_alice.get(address(source))

    assert b"".join(response.streaming_content).decode() == (
        '\ufeff"line","reason","text"\r\n'
        '"6","Line 6: 4 cells, but the table has 3 columns.","\'=HYPERLINK(""x""),too,many,cells"\r\n'
    )
    assert response.headers["Content-Disposition"] == 'attachment; filename="skipped-lines.csv"'
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_all_left_out_lines_are_in_the_file(as_alice: Client, experiment: Experiment) -> None:
    source = DataSourceFactory(
        experiment=experiment, content=ANSWERS + "5,Porto,I like it\n" * 2000 + "1,2,3,4\n" * 1500
    )

    response: Any = as_alice.get(address(source))

    assert len(b"".join(response.streaming_content).splitlines()) == 1501


def test_before_the_file_is_read_nothing_is_left_out(as_alice: Client, experiment: Experiment) -> None:
    assert as_alice.get(reverse("experiments:skipped-lines", args=[experiment.pk])).status_code == 404
