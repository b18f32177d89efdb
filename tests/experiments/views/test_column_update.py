"""Columns of data that is not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

if TYPE_CHECKING:
    from django.test import Client

    from experiments.models import Experiment

pytestmark = pytest.mark.django_db


def test_data_that_is_not_read_yet_has_no_columns_to_change(as_alice: Client, experiment: Experiment) -> None:
    response = as_alice.post(reverse("experiments:column-update", args=[experiment.pk]), {"role-0": "id"})

    assert response.headers["Location"] == reverse("experiments:check", args=[experiment.pk])
