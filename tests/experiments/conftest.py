"""Fixtures of the tests of experiments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.conftest import posted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from accounts.models import User
    from experiments.models import DataSource, Experiment

__all__ = ["posted"]


@pytest.fixture
def as_alice(client_of: Callable[[User], Client], alice: User) -> Client:
    return client_of(alice)


@pytest.fixture
def as_charlie(client_of: Callable[[User], Client], charlie: User) -> Client:
    return client_of(charlie)


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    """One of Alice's, still without data."""
    return ExperimentFactory(owner=alice, name="Meal planning")


@pytest.fixture
def source(experiment: Experiment) -> DataSource:
    """The data of Alice's experiment, really read."""
    return DataSourceFactory(experiment=experiment)
