"""Open tables: opened once, and another reading is another table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments import files
from experiments.tables import open_table
from tests.factories import DataSourceFactory, ExperimentFactory

if TYPE_CHECKING:
    from experiments.models import DataSource

pytestmark = pytest.mark.django_db


def test_a_table_is_opened_once_and_each_source_is_one(source: DataSource) -> None:
    other = DataSourceFactory(experiment=ExperimentFactory(), content="a,b\n1,x\n2,y\n")
    folders = [files.source(each.experiment_id, each.pk) for each in (source, other)]
    tables = [open_table(folder) for folder in folders]

    assert [table.rows for table in tables] == [4, 2]
    assert [open_table(folder) for folder in folders] == tables
